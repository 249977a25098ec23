"""What a case has pinned: are those versions here, and are they the ones of its trail?"""

from collections.abc import Iterator

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.versions import clamped, is_later, order


def judge(case: Case, rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Judge the pins in the header of a case."""
    insats = case.insats
    if insats is None:
        return
    process, current = rulebook.process_of(insats), rulebook.everything.version
    record = case.records["insats"]
    if process is not None and process.version != insats.processversion:
        message = (
            f"Insatsen började under version {insats.processversion} av {process.process}; "
            f"regelboken har version {process.version}."
        )
        hint = f"Se vad som ändras: samverkan migrate {case.id} --dry-run"
        yield record.remark("BOK102", Severity.WARNING, ("processversion",), message, hint)
    elif process is not None:
        yield from _by_hand(case, "processversion", insats.processversion)
    if insats.regelbok is None:
        return
    if order(insats.regelbok) is None or is_later(insats.regelbok, current):
        message = f"Insatsen anger regelbok {insats.regelbok}, som inte finns här."
        hint = f"Den prövas mot {current}. Återställ raden ur git, eller uppdatera verktyget."
        yield record.remark("BOK247", Severity.WARNING, ("regelbok",), message, hint)
    else:
        yield from _by_hand(case, "regelbok", clamped(insats.regelbok, current))


def _by_hand(case: Case, key: str, pinned: int | str) -> Iterator[Diagnostic]:
    """Find a pin that somebody has moved without `migrate`: the trail says another version."""
    event = case.last_event
    if event is None or case.insats is None or event.process != case.insats.process:
        return
    said = getattr(event, key)
    if said != pinned:
        message = f"{key} är {pinned}, men enligt händelse {event.nr} följer insatsen {said}."
        hint = f"Återställ raden ur git. Byt version med: samverkan migrate {case.id}"
        yield case.records["insats"].remark("BOK248", Severity.ERROR, (key,), message, hint)
