"""Reads the trail of a case: which gates it has passed, and what each passage relied on."""

from samverkan_cli.case import Case
from samverkan_cli.models.spar import Handelse
from samverkan_cli.rulebook.process import Fas, Process


def passed(case: Case, process: Process) -> dict[str, Handelse]:
    """Give the phases that the case has left forwards and not returned to, with the event.

    Phases are named as when they were left. One that the process no longer has counts as left
    until the case returns to where it stood before that.
    """
    left: dict[str, Handelse] = {}
    seen: dict[str, int] = {}
    for _, event in case.handelser:
        if event.slag == "migrera":
            continue
        target = process.heir(event.till)
        if target is not None:
            left = {
                phase_id: each
                for phase_id, each in left.items()
                if _is_before(process, phase_id, each, target, seen)
            }
        seen.setdefault(event.till, event.nr)
        if event.slag == "framat" and event.fran and _is_forward(process, event):
            left[event.fran] = event
    return left


def _is_before(
    process: Process, phase_id: str, event: Handelse, target: Fas, seen: dict[str, int]
) -> bool:
    """Tell whether a phase that was left comes before the one that the case comes to."""
    fas = process.heir(phase_id)
    if fas is not None:
        return fas.nr < target.nr
    names = (target.id, *target.ersatter)
    return event.nr <= min((seen[name] for name in names if name in seen), default=event.nr)


def _is_forward(process: Process, event: Handelse) -> bool:
    source, target = process.heir(event.fran or ""), process.heir(event.till)
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
        (fas.id for event in reversed(events) if (fas := process.heir(event.fran or ""))),
        None,
    )


def visited(case: Case) -> list[str]:
    """Give every phase that the case has stood in, in order, each once."""
    return list(dict.fromkeys(event.till for _, event in case.handelser))
