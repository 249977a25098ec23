"""What one insats tells of itself: its reports in order, its counts by measure, its goals."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from samverkan_cli import masking
from samverkan_cli.case import Case
from samverkan_cli.masking import Shown
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.delar import Antalsrad, Malrad, Period
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.rulebook.katalog import Katalograd
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import datum
from samverkan_cli.years import document

Report = Lagesrapport | Slutrapport

MEASURES = "deltagarmatt"
PERSONS = "deltagare"
"""The kind of a measure in the catalogue that counts those who take part."""


class Counted(NamedTuple):
    """A report and one of its counts."""

    name: str
    period: Period | None
    row: Antalsrad

    @property
    def shown(self) -> tuple[Shown, Shown, Shown]:
        """Women, men and both, as they may be shown."""
        return masking.sexes(self.row.kvinnor, self.row.man, self.row.totalt)


class Fulfilment(NamedTuple):
    """How many goals the application has, how many have each judgement, and which have none."""

    goals: int
    judged: Counter[str]
    silent: list[str]


@dataclass(frozen=True)
class Followed:
    """An insats as it is followed up. `year` leaves out reports whose period lies elsewhere."""

    case: Case
    year: int | None = None

    @property
    def application(self) -> Ansokan | None:
        """The application, when it can be read."""
        return document(self.case, "ansokan", Ansokan)

    @property
    def goals(self) -> list[Malrad]:
        """The goals of the application."""
        found = self.application
        return [*found.effektmal, *found.resultatmal] if found else []

    @cached_property
    def under_way(self) -> list[tuple[str, Lagesrapport]]:
        """The reports under way, by the end of their period."""
        found = [
            (record.name, record.model)
            for record in self.case.of_type("lagesrapport")
            if isinstance(record.model, Lagesrapport) and self._is_of_year(record.model)
        ]
        return sorted(found, key=lambda pair: (str(last_day(pair[1]) or ""), pair[0]))

    @property
    def reports(self) -> list[tuple[str, Report]]:
        """Every report in order, the final one last."""
        final = document(self.case, "slutrapport", Slutrapport)
        own = [("slutrapport", final)] if final and self._is_of_year(final) else []
        return [*self.under_way, *own]

    def _is_of_year(self, report: Report) -> bool:
        if self.year is None:
            return True
        first = (report.period.fran if report.period else None) or report.datum
        last = last_day(report)
        return any(day is not None and day.year == self.year for day in (first, last)) or (
            first is not None and last is not None and first.year < self.year < last.year
        )

    @property
    def latest_counts(self) -> list[Counted]:
        """The counts of the last report that has any; measures are never added together."""
        for name, report in reversed(self.reports):
            if report.deltagare:
                return [Counted(name, report.period, row) for row in report.deltagare]
        return []

    @property
    def fulfilment(self) -> Fulfilment:
        """How the goals have gone, according to the last report that says."""
        rows = next(
            (
                report.maluppfyllelse
                for _, report in reversed(self.reports)
                if report.maluppfyllelse
            ),
            [],
        )
        judged = {row.id: row.bedomning for row in rows if row.bedomning}
        ids = [goal.id for goal in self.goals] or list(judged)
        return Fulfilment(
            len(ids),
            Counter(judged[each] for each in ids if each in judged),
            [each for each in ids if each not in judged],
        )


def last_day(report: Report) -> date | None:
    """Tell when a report's period ended, or else when it was handed in."""
    return (report.period.till if report.period else None) or report.datum


def days(period: Period | None) -> str | None:
    """Write a period; None when it is not known."""
    if period is None or period.fran is None or period.till is None:
        return None
    return f"{datum(period.fran)} – {datum(period.till)}"


def measures(rulebook: Rulebook) -> list[Katalograd]:
    """List the measures that count those who take part, in the order of the catalogue."""
    words = rulebook.kataloger.get(MEASURES)
    return [row for row in words.rader if row.slag == PERSONS] if words else []


def is_measure(row: Antalsrad, wanted: Katalograd) -> bool:
    """Tell whether a count is of a measure, by its id, its name or an older word for it."""
    return row.matt.strip().casefold() in set(_words(wanted))


def _words(row: Katalograd) -> Iterator[str]:
    for word in (row.id, row.namn, *row.ersatter):
        yield word.casefold()
