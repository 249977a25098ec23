"""What a pull request does to one case: moves, changed fields, remarks, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samverkan_cli.audit.found import Break
from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck, check_case
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.spar import Handelse
from samverkan_cli.report import Section
from samverkan_cli.reports import skillnad
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import datum


@dataclass(frozen=True)
class CaseReview:
    """One case before and after, by the rules of the base; `breaks` are what was not lawful."""

    before: Case
    after: Case
    rulebook: Rulebook
    old: CaseCheck
    new: CaseCheck
    breaks: tuple[Break, ...]

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.after.id if self.after.records else self.before.id

    @property
    def moves(self) -> list[Handelse]:
        """The events that the pull request adds."""
        known = {record.raw for record, _ in self.before.handelser}
        return [event for record, event in self.after.handelser if record.raw not in known]

    @property
    def process(self) -> Process | None:
        """The process that the case follows."""
        return self.rulebook.process_of(self.after.insats or self.before.insats)

    @property
    def is_lawful(self) -> bool:
        """Tell whether nothing was done that the rules do not allow."""
        return not any(each.is_error for each in self.breaks)

    def remarks(self) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """Give the remarks that are new, and those that are mended: a new case had none."""
        was = self.old.diagnostics if self.before.records else []
        old = {_key(each): each for each in was}
        new = {_key(each): each for each in self.new.diagnostics}
        fresh = [each for key, each in new.items() if key not in old]
        return fresh, [each for key, each in old.items() if key not in new]

    def name(self, state: str | None) -> str:
        """Give the name of a phase, for people."""
        return self.process.name_of(state) if self.process and state else (state or "ingen fas")


def _key(remark: Diagnostic) -> tuple[str, str, str]:
    return remark.file, remark.rule, remark.message


def look(
    before: Case,
    after: Case,
    rulebook: Rulebook,
    samverkan: Samverkan | None,
    breaks: Sequence[Break],
) -> CaseReview:
    """Check a case before and after by the rules of the base."""
    checks = [check_case(each, rulebook, samverkan) for each in (before, after)]
    return CaseReview(before, after, rulebook, checks[0], checks[1], tuple(breaks))


def section(each: CaseReview) -> Section:
    """Tell what the pull request does to a case."""
    if not each.after.records:
        return Section(f"{each.id}: borttagen", ["Hela insatsen är borttagen."])
    points = [*_moves(each), *_fields(each), *_remarks(each), *_missing(each)]
    return Section(f"{each.id}: {each.after.namn}", [_where(each)], points)


def _where(each: CaseReview) -> str:
    was, now = each.before.fas, each.after.fas
    if not each.before.records:
        return f"Ny insats, i fasen {each.name(now)}."
    if was == now and not each.moves:
        return f"Står kvar i fasen {each.name(now)}."
    lawful = "enligt reglerna" if each.is_lawful else "INTE enligt reglerna"
    return f"Flyttad från {each.name(was)} till {each.name(now)}, {lawful}."


def _moves(each: CaseReview) -> list[str]:
    told = [
        f"Övergång {event.nr}: {each.name(event.fran)} → {each.name(event.till)}, "
        f"{datum(event.datum)}, av {event.person.namn}."
        for event in each.moves
    ]
    wrong = [
        f"{one.remark.rule} {one.remark.file.removeprefix(each.after.folder + '/')}: "
        f"{one.remark.message}"
        for one in each.breaks
    ]
    return told + wrong


def _fields(each: CaseReview) -> list[str]:
    found = skillnad.difference(each.before, each.after, "", "")
    return [f"{section.title}: {point}" for section in found.sections for point in section.points]


def _remarks(each: CaseReview) -> list[str]:
    fresh, mended = each.remarks()
    told = [f"Ny anmärkning {one.rule} {one.file}:{one.line}: {one.message}" for one in fresh]
    return told + [f"Åtgärdad anmärkning {one.rule} {one.file}: {one.message}" for one in mended]


def _missing(each: CaseReview) -> list[str]:
    report = each.new.report
    if report is None or report.fas is None:
        return []
    return [f"Återstår före grinden {report.fas.grind.id}: {one.title}" for one in report.blocking]


def approvers(each: CaseReview) -> list[str]:
    """Name the roles that the passed gates, and the next one, belong to."""
    process = each.process
    passed = [process.heir(event.fran or "") for event in each.moves] if process else []
    roles = [fas.grind.organ for fas in passed if fas]
    return [each.rulebook.role_name(role) for role in dict.fromkeys(roles)]


def body(each: CaseReview) -> dict[str, Any]:
    """Give what the pull request does to a case as plain data."""
    fresh, mended = each.remarks()
    report = each.new.report
    return {
        "insats": each.id,
        "fran": each.before.fas,
        "till": each.after.fas,
        "lagligt": each.is_lawful,
        "overgangar": [event.nr for event in each.moves],
        "andringar": skillnad.difference(each.before, each.after, "", "").body["andringar"],
        "nya_anmarkningar": [f"{one.rule} {one.file}:{one.line}" for one in fresh],
        "atgardade_anmarkningar": [f"{one.rule} {one.file}" for one in mended],
        "aterstar": [one.subject for one in report.blocking] if report else [],
        "godkanns_av": approvers(each),
    }
