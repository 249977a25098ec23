"""Reads the trail of a case: which gates it has passed, and what each passage relied on."""

from samverkan_cli.case import Case
from samverkan_cli.models.spar import Handelse
from samverkan_cli.rulebook.process import Process


def passed(case: Case, process: Process) -> dict[str, Handelse]:
    """Give the phases that the case has left forwards and not returned to, with the event."""
    left: dict[str, Handelse] = {}
    for _, event in case.handelser:
        target = process.phase(event.till)
        if target is not None:
            left = {
                phase_id: each
                for phase_id, each in left.items()
                if (fas := process.phase(phase_id)) and fas.nr < target.nr
            }
        if event.slag == "framat" and event.fran and _is_forward(process, event):
            left[event.fran] = event
    return left


def _is_forward(process: Process, event: Handelse) -> bool:
    source, target = process.phase(event.fran or ""), process.phase(event.till)
    outcome = next(
        (each for each in source.grind.utfall if each.id == event.utfall) if source else iter(()),
        None,
    )
    if outcome is not None and outcome.utan_krav:
        return False
    return target is None or source is None or target.nr > source.nr


def phase_before_end(case: Case, process: Process) -> str | None:
    """Give the phase that the case stood in before it was closed, for `reopen`."""
    events = [event for _, event in case.handelser]
    return next(
        (event.fran for event in reversed(events) if event.fran and process.phase(event.fran)),
        None,
    )


def visited(case: Case) -> list[str]:
    """Give every phase that the case has stood in, in order, each once."""
    return list(dict.fromkeys(event.till for _, event in case.handelser))
