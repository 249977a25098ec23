"""Judges what is touched and all that it concerns; the rest of the repository fails nobody."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from samverkan_cli import attributes, guarding
from samverkan_cli.attributes import ATTRIBUTES
from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck, check_case, check_together, exempt
from samverkan_cli.diagnostics import Diagnostic, Severity, in_order
from samverkan_cli.extent.stored import Stored
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.repository import CASES, ROOT_FILE
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import own, personal, run
from samverkan_cli.rules.wide import Whole
from samverkan_cli.rules.wide import judge as judge_whole
from samverkan_cli.source import Source

_IN_CASE = 2
_RULES = ("processer/", "kataloger/")


@dataclass(frozen=True)
class Judged:
    """The cases and what is wrong outside them; `whole` when every case was concerned."""

    cases: list[CaseCheck]
    others: list[Diagnostic]
    rulebook: Rulebook
    whole: bool = False


@dataclass(frozen=True)
class Change:
    """What is touched, where it is read as it is now, and how it was before."""

    touched: tuple[str, ...]
    now: Source
    rulebook: Rulebook
    before: Callable[[], Stored]
    idag: date

    @property
    def case_ids(self) -> list[str]:
        """Name the touched cases that are still there."""
        known = set(self.now.case_ids())
        return [each for each in touched_cases(self.touched) if each in known]

    @property
    def is_wide(self) -> bool:
        """Tell whether a file is touched that every case is judged by."""
        return any(path == ROOT_FILE or path.startswith(_RULES) for path in self.touched)


def touched_cases(paths: Iterable[str]) -> list[str]:
    """Name the cases that paths lie in."""
    parts = (path.split("/", 2) for path in paths)
    return sorted({each[1] for each in parts if each[0] == CASES and len(each) > _IN_CASE})


def judge(change: Change) -> Judged:
    """Judge the touched cases, the touched files outside them, and what those concern."""
    now, rulebook = change.now, change.rulebook
    read = [now.open(each) for each in change.case_ids]
    cases = [check_case(each, rulebook, now.samverkan) for each in read]
    others = [*_outside(change, read), *_strays(change), *_on_disk(change), *_logotype(change)]
    if change.is_wide:
        found, more = _concerned(change, read, cases)
        return Judged(found, in_order([*others, *more]), rulebook, whole=True)
    return Judged(cases, in_order(others), rulebook)


def _outside(change: Change, cases: list[Case]) -> list[Diagnostic]:
    """Look through the touched files that are no documents of a case."""
    changed = change.now.bytes_of(change.touched)
    record = change.now.samverkan_record if ROOT_FILE in changed else None
    found = outside(changed, cases, record)
    told = personal.told(found, personal.exemptions(change.now.samverkan))
    return [*told, *(record.diagnostics if record else ())]


def outside(
    changed: Mapping[str, bytes], cases: Iterable[Case], record: Record | None
) -> Iterator[personal.Found]:
    """Find personal data in changed files that are no documents of a case, and in their names."""
    records, others = set[str](), dict[str, bytes]()
    for each in cases:
        records |= {one.file for one in each.records.values()}
        others |= each.others
    for path, raw in changed.items():
        if path == ROOT_FILE and record is not None:
            yield from personal.in_record(record)
        elif path not in records and not others.get(path) and b"\0" not in raw:
            yield from personal.in_text(raw.decode("utf-8", "replace"), path)
    yield from personal.in_names(changed.keys() - records - others.keys())


def _strays(change: Change) -> list[Diagnostic]:
    """Keep the remarks on what is touched among the cases and is none."""
    touched = {"/".join(path.split("/")[:_IN_CASE]) for path in change.touched}
    return [each for each in change.now.strays() if each.file in touched]


def _on_disk(change: Change) -> list[Diagnostic]:
    """Judge touched templates and git's own files, which are read from a folder."""
    names = {path.rpartition("/")[2] for path in change.touched}
    is_git = bool(names & {ATTRIBUTES, ".gitmodules"})
    is_template = any(path.startswith("templates/") for path in change.touched)
    if not is_git and not is_template:
        return []
    with change.now.on_disk() as root:
        found = attributes.judge(root) if is_git else []
        found += _templates(root) if is_template else []
    return [each for each in found if each.file in change.touched]


def _logotype(change: Change) -> list[Diagnostic]:
    """Judge the logotype when it, or the file that names it, is touched."""
    samverkan = change.now.samverkan
    named = samverkan.forbund.logotyp if samverkan else None
    if named is None or not {ROOT_FILE, named} & set(change.touched):
        return []
    from samverkan_cli.rendering import logotype

    return logotype.judge(change.now)


def _templates(root: Path) -> list[Diagnostic]:
    from samverkan_cli.rendering import own as templates

    return templates.judge(root)


def _concerned(
    change: Change, touched_ones: list[Case], cases: list[CaseCheck]
) -> tuple[list[CaseCheck], list[Diagnostic]]:
    """Judge every other case by the rules as they are and as they were: only the new is told."""
    now, old, touched = change.now, change.before(), set(change.touched)
    found = {each.id: each for each in cases}
    opened = {each.id: each for each in touched_ones}
    for case_id in now.case_ids():
        if case_id not in found:
            case = opened[case_id] = now.open(case_id)
            is_now = check_case(case, change.rulebook, now.samverkan)
            was = check_case(case, old.rulebook, old.samverkan)
            fresh = _fresh(is_now.diagnostics, was.diagnostics, touched)
            found[case_id] = replace(is_now.light, diagnostics=fresh)
    all_cases = [found[each] for each in sorted(found)]
    read = [opened[each] for each in sorted(found)]
    said = [*_book(change.rulebook), *check_together(now, read, change.rulebook, change.idag)]
    said += guarding.exemptions(now, exempt(all_cases))
    before = [*_book(old.rulebook), *_together(old, read, change.idag)]
    return all_cases, _fresh(said, before, touched)


def _book(rulebook: Rulebook) -> list[Diagnostic]:
    found = [*consistency.judge(rulebook), *own.judge(rulebook)]
    return [each for each in found if each.severity is not Severity.INFO]


def _together(old: Stored, cases: list[Case], idag: date) -> list[Diagnostic]:
    """Judge the cases of now by the förbund's file and the rules as they were."""
    if old.samverkan is None:
        return []
    portfolio = Portfolio.build(cases, old.rulebook)
    whole = Whole(old.samverkan_record, old.samverkan, portfolio, idag)
    return judge_whole(whole, run.wide_rules(old.rulebook))


def _fresh(
    now: Iterable[Diagnostic], before: Iterable[Diagnostic], touched: set[str]
) -> list[Diagnostic]:
    """Keep what stands in a touched file, and what was not said before."""
    said = {_key(each) for each in before}
    return [each for each in now if each.file in touched or _key(each) not in said]


def _key(remark: Diagnostic) -> tuple[str, str, str]:
    return remark.file, remark.rule, remark.message
