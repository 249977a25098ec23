"""HIS101: the events of a case are one chain, and what a merge has done to it in words."""

from collections import defaultdict
from collections.abc import Iterator

from samverkan_cli.case import Case, file_digest
from samverkan_cli.diagnostics import Finding
from samverkan_cli.models.spar import Handelse
from samverkan_cli.records import Record
from samverkan_cli.rules.rule import Findings, at, rule

Pair = tuple[Record, Handelse]


@rule(
    "HIS101",
    "Händelserna är numrerade i följd och hänger ihop",
    kalla=("S001-01",),
    mend="Återställ filerna i handelser/ ur git; de ändras aldrig för hand.",
)
def events_in_sequence(case: Case) -> Findings:
    """Fasen är vad den sista händelsen säger; kedjan bakom den ska vara obruten.

    När två personer har flyttat samma insats var för sig kan bara den enes händelse stå kvar.
    """
    forked = dict(_forks(case.handelser))
    yield from forked.values()
    previous: Pair | None = None
    expected = 1
    for pair in case.handelser:
        record, event = pair
        if record.name not in forked:
            missing = record.stem == f"{event.nr:04d}" and event.nr > expected
            yield from (
                [_missing(case, pair, expected)]
                if missing
                else _broken(case, pair, previous, expected)
            )
            expected = event.nr if missing else expected
        expected += 1
        previous = pair


def _forks(events: list[Pair]) -> Iterator[tuple[str, Finding]]:
    """Find events that go on from the same one: two moves, both kept in a merge."""
    after: dict[str, list[Pair]] = defaultdict(list)
    for record, event in events:
        if event.foregaende:
            after[event.foregaende].append((record, event))
    for (first, one), *others in after.values():
        for record, other in others:
            who = f"{one.person.namn} ({first.stem}: {one.till})"
            says = (
                f"Händelserna {first.stem} och {record.stem} går båda vidare från samma ställe: "
                f"{who} och {other.person.namn} ({record.stem}: {other.till}) har flyttat insatsen "
                "var för sig, och båda har behållits när arbetet slogs ihop."
            )
            hint = (
                f"Bestäm vilken flytt som gäller. Ta bort den andras händelse och de senare som "
                f"bygger på den (git rm {record.file}), låt den som blir kvar heta och vara "
                "numrerad som när den skrevs, och flytta insatsen igen med samverkan advance om "
                "det behövs."
            )
            yield record.name, at(record.name, "foregaende", says=says, hint=hint)


def _broken(case: Case, pair: Pair, before: Pair | None, expected: int) -> Findings:
    record, event = pair
    if event.nr != expected or record.stem != f"{expected:04d}":
        says = f"Händelsen har nummer {event.nr} i filen {record.stem}.yaml; väntat {expected}."
        yield at(record.name, "nr", says=says)
    stood = before[1].till if before else None
    if event.fran != stood:
        source, stands = event.fran or "ingen fas", stood or "ingen fas"
        says = f"Händelsen går från {source}, men insatsen stod i {stands}."
        yield at(record.name, "fran", says=says)
    if event.foregaende != (file_digest(before[0].raw) if before else None):
        yield _other_before(case, record, before)


def _missing(case: Case, pair: Pair, expected: int) -> Finding:
    """Say which events are gone, and where they may be found."""
    record, event = pair
    first, last = f"{expected:04d}", f"{event.nr - 1:04d}"
    which = f"Händelse {first}" if first == last else f"Händelserna {first}–{last}"
    says = f"{which} saknas, men {record.stem} går vidare därifrån."
    hint = (
        "En händelse tas aldrig bort. Sök den i alla grenar och hämta tillbaka filen: "
        f"git log --all -- {case.folder}/handelser/{first}.yaml"
    )
    return at(record.name, "nr", says=says, hint=hint)


def _other_before(case: Case, record: Record, before: Pair | None) -> Finding:
    if before is None:
        return at(record.name, "foregaende", says="Händelsen före denna saknas.")
    says = "Föregående händelse har ändrats sedan denna skrevs."
    hint = (
        f"Antingen är {before[0].stem}.yaml ändrad för hand, eller så har en sammanslagning "
        f"behållit den enes {before[0].stem} och den andres {record.stem}. Hämta den som hör "
        f"hit: git log --all -- {case.folder}/handelser/{before[0].stem}.yaml"
    )
    return at(record.name, "foregaende", says=says, hint=hint)
