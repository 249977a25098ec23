"""Judges what git has staged, and the message that goes with it, before there is a commit."""

from collections.abc import Iterator

from samverkan_cli.case import Case
from samverkan_cli.checking import check_case
from samverkan_cli.diagnostics import Diagnostic, in_order
from samverkan_cli.extent.judging import Judged, outside, touched_cases
from samverkan_cli.extent.stored import forbund_record, rulebook_of, small
from samverkan_cli.history.staged import Staged, calling_index, staged
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.repository import CASES, OWN, ROOT_FILE
from samverkan_cli.rules import personal

MESSAGE = "incheckningsmeddelandet"
_CUT = "------------------------ >8 ------------------------"


def judge(worktree: Worktree) -> Judged:
    """Judge the cases that the next commit touches, and look through every file in it."""
    found = staged(worktree, (ROOT_FILE, *OWN), calling_index())
    raw = found.around.get(ROOT_FILE)
    record = None if raw is None else forbund_record(small(raw))
    samverkan = record.model if record and isinstance(record.model, Samverkan) else None
    rulebook = rulebook_of(found.around)
    read = [each for each in _cases(found) if each.records or each.others]
    cases = [check_case(each, rulebook, samverkan) for each in read]
    others = personal.told(
        outside(found.changed, read, record),
        personal.exemptions(samverkan),
    )
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


def _cases(found: Staged) -> Iterator[Case]:
    for case_id in touched_cases(found.touched):
        folder = f"{CASES}/{case_id}"
        inside = {
            path.removeprefix(f"{folder}/"): small(raw)
            for path, raw in found.around.items()
            if path.startswith(f"{folder}/")
        }
        yield Case.build(case_id, folder, inside)
