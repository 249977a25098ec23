"""Judges what git has staged, and the message that goes with it, before there is a commit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck, check_case
from samverkan_cli.diagnostics import Diagnostic, Fault, in_order
from samverkan_cli.history.staged import Staged, calling_index, staged
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.models.dokument import SAMVERKAN
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import CASES, OWN, ROOT_FILE
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import personal
from samverkan_cli.yamldoc.files import too_large
from samverkan_cli.yamldoc.limits import MAX_BYTES

MESSAGE = "incheckningsmeddelandet"
_IN_CASE = 2
_CUT = "------------------------ >8 ------------------------"


@dataclass(frozen=True)
class Judged:
    """The touched cases as they will be, and what is wrong outside them."""

    cases: list[CaseCheck]
    others: list[Diagnostic]
    rulebook: Rulebook


def judge(worktree: Worktree) -> Judged:
    """Judge the cases that the next commit touches, and look through every file in it."""
    found = staged(worktree, (ROOT_FILE, *OWN), calling_index())
    record = _record(found.around)
    samverkan = record.model if record and isinstance(record.model, Samverkan) else None
    rulebook = _rulebook(found.around)
    cases = [
        check_case(case, rulebook, samverkan)
        for case in _cases(found)
        if case.records or case.others
    ]
    others = personal.told(_outside(found, cases), personal.exemptions(samverkan))
    if record is not None and ROOT_FILE in found.changed:
        others += record.diagnostics
    own = [each for each in rulebook.diagnostics if each.file in found.changed]
    return Judged(cases, in_order([*others, *own]), rulebook)


def judge_message(text: str, samverkan: Samverkan | None) -> list[Diagnostic]:
    """Look through a commit message; git itself cuts what stands under its line of scissors."""
    words = text.split(_CUT, 1)[0]
    known = personal.approved(samverkan)
    found = personal.in_text(words, MESSAGE)
    return [each.plain_remark() for each in found if each.key[2:] not in known]


def _record(around: Mapping[str, bytes]) -> Record | None:
    raw = around.get(ROOT_FILE)
    return None if raw is None else read_record("samverkan", ROOT_FILE, SAMVERKAN, _small(raw))


def _rulebook(around: Mapping[str, bytes]) -> Rulebook:
    """Read the förbund's own rule book as it is staged; it is read from files, so it gets some."""
    own = {path: raw for path, raw in around.items() if path.split("/")[0] in OWN}
    own = {path: raw for path, raw in own.items() if ".." not in path.split("/")}
    if not own:
        return load()
    with TemporaryDirectory(prefix="samverkan-") as folder:
        for path, raw in own.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
        return load(Path(folder))


def _cases(found: Staged) -> Iterator[Case]:
    steps = [path.split("/", 2) for path in found.touched]
    ids = dict.fromkeys(each[1] for each in steps if each[0] == CASES and len(each) > _IN_CASE)
    for case_id in ids:
        folder = f"{CASES}/{case_id}"
        inside = {
            path.removeprefix(f"{folder}/"): _small(raw)
            for path, raw in found.around.items()
            if path.startswith(f"{folder}/")
        }
        yield Case.build(case_id, folder, inside)


def _outside(found: Staged, cases: list[CaseCheck]) -> Iterator[personal.Found]:
    """Look through the staged files that are no documents of a case, and through their names."""
    records = {each.file for one in cases for each in one.case.records.values()}
    others = {file: raw for one in cases for file, raw in one.case.others.items()}
    for path, raw in found.changed.items():
        if path == ROOT_FILE and (record := _record(found.around)):
            yield from personal.in_record(record)
        elif path not in records and not others.get(path) and b"\0" not in raw:
            yield from personal.in_text(raw.decode("utf-8", "replace"), path)
    yield from personal.in_names(found.changed.keys() - records - others.keys())


def _small(raw: bytes) -> bytes | Fault:
    return too_large(len(raw)) if len(raw) > MAX_BYTES else raw
