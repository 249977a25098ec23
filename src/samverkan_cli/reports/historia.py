"""The transitions of a case in words."""

from collections.abc import Iterator

from samverkan_cli.case import Case
from samverkan_cli.models.spar import Handelse
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import datum

_KINDS = {"skapa": "insatsen lades upp", "tillbaka": "skickad tillbaka"} | {
    "stang": "stängd utan grind",
    "ateroppna": "öppnad igen",
}


def happened(case: Case, process: Process, rulebook: Rulebook) -> list[str]:
    """Tell each transition on a line, with its reasons."""
    return [
        f"{number}. {line}{f'. {event.motivering.strip()}' if event.motivering else ''}"
        for number, line, event in told(case, process, rulebook)
    ]


def told(case: Case, process: Process, rulebook: Rulebook) -> Iterator[tuple[int, str, Handelse]]:
    """Give each event with its number and in words, named as its own process named the phases."""
    for _, event in case.handelser:
        then = rulebook.versions.get((event.process, event.processversion)) or process
        target = f"{datum(event.datum)}: {then.name_of(event.till)}"
        yield event.nr, f"{target}{_how(then, event)}", event


def _how(process: Process, event: Handelse) -> str:
    fas = process.phase(event.fran or "")
    outcome = next(
        (each.namn for each in fas.grind.utfall if each.id == event.utfall) if fas else iter(()),
        None,
    )
    new = {"migrera": f"ny version: {event.process} {event.processversion}, {event.regelbok}"}
    why = outcome.lower() if outcome else (_KINDS | new).get(event.slag, "")
    return f" ({why}, {event.person.namn})" if why else f" ({event.person.namn})"
