"""The review as a whole: judged by the rules of the base, told as a report."""

from dataclasses import dataclass, replace

from samverkan_cli.audit import auditing, policy
from samverkan_cli.audit.found import Break, Report
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Files, Moment
from samverkan_cli.audit.passes import judge
from samverkan_cli.audit.reading import Reader
from samverkan_cli.audit.walking import walk
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.progress import steps
from samverkan_cli.repository import CASES, ROOT_FILE
from samverkan_cli.review.changed import CaseReview, look
from samverkan_cli.review.protected import Protected, protected
from samverkan_cli.review.span import Span, between
from samverkan_cli.texts import tal

MOST_FILES = 3000
"""Changed files; more than this nobody reviews."""


@dataclass(frozen=True)
class Review:
    """What was reviewed: the span, the audit of its commits, protected files, the cases."""

    span: Span
    report: Report
    protected: tuple[Protected, ...]
    cases: tuple[CaseReview, ...]
    accepted: bool = False

    @property
    def loose(self) -> list[Break]:
        """Findings that belong to no case."""
        told = {each for case in self.cases for each in case.breaks}
        return [each for each in self.report.breaks if each not in told]

    @property
    def is_stopped(self) -> bool:
        """Tell whether something was done that may not be, or that somebody must first accept."""
        waits = any(each.stops for each in self.protected) and not self.accepted
        return bool(self.report.errors) or waits


def review(worktree: Worktree, asked: str | None, *, accepted: bool = False) -> Review:
    """Review what lies between a base and a head, by the rules of the base."""
    with Reader(worktree) as reader:
        return _reviewed(between(worktree, asked), reader, accepted=accepted)


def _reviewed(span: Span, reader: Reader, *, accepted: bool) -> Review:
    report = Report()
    walked = walk(report, span.commits, span.before)
    last = walked.last if span.commits else span.first
    changed = [path for commit in span.commits for path in commit.paths]
    if len(changed) > MOST_FILES:
        says = f"{tal(len(changed))} filer är ändrade, och det är fler än någon kan granska."
        report.add("REV142", ROOT_FILE, says, "Dela upp ändringen i flera.")
        return Review(span, report, tuple(protected(span.first, last)), (), accepted)
    rest = span.first.rest if ROOT_FILE in span.first.rest else last.rest
    policy.judge(report, reader, walked.steps)
    jobs = [replace(job, rest=rest) for job in walked.jobs]
    for window in auditing.windows(jobs):
        reader.prepare(window)
        for job in window:
            judge(report, reader, job)
    cases = _cases(report, reader, span, last, rest)
    return Review(span, report, tuple(protected(span.first, last)), cases, accepted)


def _cases(
    report: Report, reader: Reader, span: Span, last: Moment, rest: Files
) -> tuple[CaseReview, ...]:
    """Look at every case that differs."""
    ids = sorted({*span.first.cases, *last.cases})
    differing = [each for each in ids if span.first.files(each) != last.files(each)]
    found: list[CaseReview] = []
    for case_id in steps(differing, "Jämför insats"):
        job = Job(
            span.commits[-1], None, case_id, span.first.files(case_id), last.files(case_id), rest
        )
        reader.prepare([job])
        before, after = reader.case(job, job.before), reader.case(job, job.after)
        _by_hand(report, before.plain.get("insats", {}), after.plain.get("insats", {}), job)
        folder = f"{CASES}/{case_id}"
        breaks = [
            one for one in report.breaks if one.remark.file.startswith((f"{folder}/", folder))
        ]
        book, forbund = reader.rulebook(rest), reader.forbund(rest)
        found.append(look(before, after, book, forbund, breaks))
    return tuple(found)


def _by_hand(report: Report, before: dict[str, object], after: dict[str, object], job: Job) -> None:
    """Find a phase that somebody wrote into the header."""
    if "fas" in after and "fas" not in before:
        report.add(
            "REV140",
            job.path("insats.yaml"),
            "Fasen är skriven för hand (fas:). Den är bara vad den senaste händelsen säger.",
            "Ta bort raden. En insats flyttas med samverkan advance.",
            commit=job.commit.sha,
        )
