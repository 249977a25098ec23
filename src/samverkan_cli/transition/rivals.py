"""A case that somebody else moved while a command was on its way."""

from collections.abc import Set as AbstractSet

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
