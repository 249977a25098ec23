"""The list of a meeting: standing points and the matters that await the organ, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Mote
from samverkan_cli.reports import matters_decisions, matters_follow, matters_reports, meetings
from samverkan_cli.reports.matters import Matter, Sitting
from samverkan_cli.rulebook.katalog import Katalograd
from samverkan_cli.rules.moten import BOARD, all_minutes

CATALOGUE = "foredragningslista"
ORGANS = (BOARD, meetings.PREPARING)
GATHERS = frozenset({"beredning", "beslut", "arets", "uppfoljning", "information", "delegation"})
"""Rows of the catalogue that stand on the list once for each matter, and not otherwise."""


@dataclass(frozen=True)
class Point:
    """One numbered point: a standing one, or one with a matter."""

    nr: int
    row: str
    rubrik: str
    text: str = ""
    matter: Matter | None = None

    def plain(self) -> dict[str, Any]:
        """Give the point as JSON carries it."""
        head = {"nr": self.nr, "slag": self.row, "rubrik": self.rubrik}
        return (
            head | (self.matter or Matter(self.row, self.rubrik, lines=_lines(self.text))).plain()
        )


@dataclass(frozen=True)
class Agenda:
    """A meeting with its points; `mote` is None when the day is not planned in samverkan.yaml."""

    sitting: Sitting
    mote: Mote | None
    points: tuple[Point, ...]
    on_the_way: tuple[str, ...]


def organ_on(samverkan_moten: list[Mote], day: date, given: str | None) -> str:
    """Tell which organ meets on a day: the one given, the one planned, or else the board."""
    if given is not None:
        return given
    planned = sorted({each.organ for each in samverkan_moten if each.datum == day})
    if len(planned) > 1:
        raise SamverkanError(
            f"Flera organ möts {day}: {', '.join(planned)}.", "Välj ett: --organ ORGAN"
        )
    return planned[0] if planned else BOARD


def build(sitting: Sitting) -> Agenda:
    """Gather everything that awaits the organ, in the order of the catalogue."""
    catalogue = sitting.portfolio.rulebook.kataloger.get(CATALOGUE)
    by_row: dict[str, list[Matter]] = {}
    for each in _matters(sitting):
        by_row.setdefault(each.row, []).append(each)
    points: list[Point] = []
    for row in catalogue.rader if catalogue else []:
        for title, text, matter in _of_row(sitting, row, by_row.pop(row.id, [])):
            points.append(Point(len(points) + 1, row.id, title, text, matter))
    for rest in by_row.values():  # a förbund's own catalogue may lack a row; nothing is lost
        for left in rest:
            points.append(Point(len(points) + 1, left.row, left.rubrik, "", left))
    mote = meetings.on(sitting.samverkan, sitting.organ, sitting.day)
    return Agenda(sitting, mote, tuple(points), tuple(matters_follow.on_the_way(sitting)))


def _matters(sitting: Sitting) -> Iterator[Matter]:
    yield from matters_decisions.of(sitting)
    yield from matters_reports.changes(sitting)
    yield from matters_reports.of_year(sitting)
    yield from matters_follow.not_carried_out(sitting)
    yield from matters_reports.information(sitting)
    yield from matters_reports.delegated(sitting)


def _of_row(
    sitting: Sitting, row: Katalograd, found: list[Matter]
) -> Iterator[tuple[str, str, Matter | None]]:
    for matter in found:
        yield matter.rubrik, row.beskrivning or "", matter
    if row.id not in GATHERS:
        yield row.namn, _standing(sitting, row), None


def _standing(sitting: Sitting, row: Katalograd) -> str:
    text = row.beskrivning or ""
    if row.id == "foregaende":
        return f"{_previous(sitting)} {text}".strip()
    if row.id == "avslutande":
        after = next(
            (
                each
                for each in meetings.planned(sitting.samverkan, sitting.organ)
                if each.datum > sitting.day
            ),
            None,
        )
        return f"Nästa möte: {after.datum}. {text}".strip() if after else text
    return text


def _previous(sitting: Sitting) -> str:
    """Name the organ's minutes before this meeting, and whether they are adjusted."""
    earlier = [
        (record, minutes)
        for _, record, minutes in all_minutes(sitting.portfolio)
        if minutes.organ == sitting.organ and minutes.datum and minutes.datum < sitting.day
    ]
    if not earlier:
        return "Inget tidigare protokoll finns i förrådet."
    record, minutes = earlier[-1]
    how = f"justerat {minutes.justerat}" if minutes.justerat else "inte justerat"
    return f"Protokollet {minutes.datum} är {how} ({record.file})."


def _lines(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
