"""The audit as a whole: the state of git, both passes, and the policy's own history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from samverkan_cli.audit import anchor, papers, policy, replay, signing
from samverkan_cli.audit.anchor import Anchor
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import TRAIL, Job
from samverkan_cli.audit.moments import Moment
from samverkan_cli.audit.reading import Reader
from samverkan_cli.audit.walking import walk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import CommitInfo, history
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.ports import Clock, FixedClock, today
from samverkan_cli.texts import antal
from samverkan_cli.transition.context import TOOL, Context, Person

WINDOW = 200
"""Jobs read at a time, so that memory does not grow with the history."""


@dataclass(frozen=True)
class Wanted:
    """What to audit: one case or all, how strictly, and since which anchor."""

    only: str | None = None
    strict: bool = False
    signed: bool = False
    anchor: Anchor | None = None


@dataclass(frozen=True)
class Audited:
    """An audit that is done: its report, the commits by name, and the last tree."""

    report: Report
    commits: Mapping[str, CommitInfo] = field(default_factory=dict)
    last: Moment = field(default_factory=Moment)

    def anchor(self, clock: Clock) -> Anchor:
        """Give the anchor of what was audited."""
        return anchor.drop(self.report.head, self.last, today(clock))


def run(worktree: Worktree, wanted: Wanted) -> Audited:
    """Replay the history behind HEAD; one case alone narrows the second pass."""
    branch, tip = worktree.at()
    report = Report(head=tip or "", branch=branch)
    if tip is None or not _whole(report, worktree):
        return Audited(report)
    try:
        commits = history(worktree, tip)
    except SamverkanError as error:
        says = f"Historiken går inte att läsa: {error.message}"
        report.add("REV119", "samverkan.yaml", says, error.hint)
        return Audited(report)
    walked, reader = walk(report, commits), Reader(worktree)
    jobs = [job for job in walked.jobs if wanted.only in {None, job.case_id}]
    report.commits, report.cases = len(commits), len(walked.last.cases)
    policy.judge(report, reader, walked.steps)
    for window in windows(jobs):
        reader.prepare(window)
        for job in window:
            judge(report, reader, job)
    signed = signing.Signing(worktree, reader, jobs, walked.steps)
    signing.judge(report, signed, jobs, walked.steps, demanded=wanted.signed)
    if wanted.anchor:
        anchor.hold(report, wanted.anchor, commits)
    _tell_damage(report, reader)
    _tell_foreign(report)
    if wanted.strict:
        _demand_commits(report, jobs)
        report.harden()
    return Audited(report, {each.sha: each for each in commits}, walked.last)


def _demand_commits(report: Report, jobs: Sequence[Job]) -> None:
    """Find what was added to the trail by a commit that is not the tool's own."""
    for job in jobs:
        path = next((path for folder in TRAIL for path in job.fresh(folder)), None)
        if job.claim is None and path:
            says = (
                "Incheckningen är inte verktygets egen: den är sammanslagen eller gjord för hand."
            )
            hint = "Slå samman grenar med merge i stället för squash."
            report.add("REV130", job.path(path), says, hint, commit=job.commit.sha)


def _tell_damage(report: Report, reader: Reader) -> None:
    """Say which stored objects cannot be read."""
    for blob in sorted(reader.damaged):
        says = f"Git-objektet {blob} saknas eller är skadat, så det som stod där kan inte visas."
        report.add("REV119", "samverkan.yaml", says, "Hämta det ur en annan klon: git fetch")


def _tell_foreign(report: Report) -> None:
    """Say once for each edition which events were judged by another rule book than this one."""
    for (tool, version), files in report.foreign.items():
        counted = antal(len(files), "övergång", "övergångar")
        report.add(
            "REV132",
            files[0],
            f"{counted} prövades mot en annan regelbok än den som nu kan läsas ({tool}, regelbok "
            f"{version}); det som prövats om här gäller den nuvarande.",
            "Granska med den version av verktyget som gjorde övergångarna.",
            mild=tool != TOOL,
        )


def windows(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Cut the jobs into windows."""
    return (jobs[start : start + WINDOW] for start in range(0, len(jobs), WINDOW))


def judge(report: Report, reader: Reader, job: Job) -> None:
    """Judge one case in one commit."""
    before, after = reader.case(job, job.before), reader.case(job, job.after)
    papers.judge(report, job, before, after)
    if not job.fresh("handelser"):
        return
    samverkan = reader.forbund(job.rest)
    if samverkan is None:
        report.add(
            "REV119",
            "samverkan.yaml",
            "Filen gick inte att läsa när insatsen flyttades.",
            "Rätta filen; se samverkan check.",
            commit=job.commit.sha,
        )
        return
    moment = FixedClock(datetime.fromisoformat(job.commit.date))
    who = Person(job.commit.author, job.commit.email)
    context = Context(Path(), reader.rulebook(job.rest), samverkan, moment, who)
    replay.judge(report, job, context, before, after)


def _whole(report: Report, worktree: Worktree) -> bool:
    """See that git shows the history as it is, and all of it."""
    common = worktree.common_dir
    if (common / "shallow").exists():
        report.add(
            "REV117",
            "samverkan.yaml",
            "Klonen är grund: bara en del av historiken finns här, så inget kan visas.",
            "Hämta resten: git fetch --unshallow",
        )
        return False
    replaced = worktree.git.run(["for-each-ref", "--format=%(refname)", "refs/replace/"])
    for name in replaced.decode("utf-8", "replace").split():
        report.add(
            "REV118",
            "samverkan.yaml",
            f"Git är sagt att visa något annat än det som sparades ({name}).",
            f"Ta bort ersättningen: git replace -d {name.rpartition('/')[2]}",
        )
    if (common / "info" / "grafts").exists():
        report.add(
            "REV118",
            "samverkan.yaml",
            "Filen .git/info/grafts ändrar vilka incheckningar som följer på varandra.",
            "Ta bort filen .git/info/grafts.",
        )
    return True
