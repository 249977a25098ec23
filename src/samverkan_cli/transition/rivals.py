"""A case that somebody else moved while a command was on its way, or that is from tomorrow."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from samverkan_cli import gate
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.spar import Handelse
from samverkan_cli.transition.context import Context


def refuse_moved(context: Context, case: Case, seen: AbstractSet[str]) -> None:
    """Refuse when the case has an event that was not there when the command began.

    Whoever typed `advance` meant the phase that they saw, and not the one after it.
    """
    for record, event in reversed(case.handelser):
        if record.file not in seen:
            raise SamverkanError(
                f"Insatsen har redan {_moved(context, case, event)} av {event.person.namn} "
                f"({event.tid}, {record.file}); inget har ändrats.",
                f"Se läget och kör om vid behov: samverkan status {case.id}",
            )


def _moved(context: Context, case: Case, event: Handelse) -> str:
    process = gate.process_of(case, context.rulebook)
    fas = process.phase(event.till)
    name = process.name_of(event.till)
    if event.slag == "migrera":
        return "bytt version"
    return f"flyttats till fas {fas.nr} ({name})" if fas else f"flyttats till {name.lower()}"


def clock_behind(context: Context, case: Case) -> str | None:
    """Say that the computer's clock is behind the case's own trail, if it is."""
    last = case.last_event
    now = context.clock.now()
    if last is None or now >= datetime.fromisoformat(last.tid):
        return None
    return (
        f"Datorns klocka visar {now.isoformat(timespec='seconds')}, men insatsens senaste "
        f"händelse är från {last.tid}. Ställ klockan: tiden står i spåret."
    )
