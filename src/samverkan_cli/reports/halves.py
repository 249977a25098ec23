"""Participants per half-year over all insatser: one table a measure, small groups left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from samverkan_cli.masking import HIDDEN, Shown
from samverkan_cli.periods import Half, within
from samverkan_cli.pictures.bars import Row
from samverkan_cli.report import Column, Table
from samverkan_cli.reports.followed import Counted, Followed, days, is_measure
from samverkan_cli.rulebook.katalog import Katalograd

COLUMNS = (
    Column("Halvår"),
    Column("Insatser", "tal"),
    Column("Kvinnor", "tal"),
    Column("Män", "tal"),
    Column("Totalt", "tal"),
    Column("Ej med", "tal"),
)


@dataclass
class Halves:
    """The half-years of one measure, and the reports that could not be placed in one."""

    measure: Katalograd
    by_half: dict[Half, list[Counted]] = field(default_factory=lambda: defaultdict(list))
    outside: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """Give the totals to draw, the earliest half first."""
        return [Row(str(row[0]), (row[4],)) for row in self.table.rows]

    @property
    def table(self) -> Table:
        """Give the table, the earliest half first."""
        rows = [_row(half, self.by_half[half]) for half in sorted(self.by_half)]
        return Table(f"{self.measure.namn} per halvår", COLUMNS, rows)


def halves(insatser: Sequence[Followed], measure: Katalograd) -> Halves:
    """Gather the counts of a measure by half-year.

    An insats with several reports in the same half-year is left out of it: some persons may be
    in more than one.
    """
    found = Halves(measure)
    for each in insatser:
        found_counts = counts(each, measure)
        placed: dict[Half, list[Counted]] = defaultdict(list)
        for counted in found_counts:
            half = _half(counted)
            if half is None:
                when = days(counted.period) or "okänd period"
                found.outside.append(f"{each.case.namn}: {when}")
            else:
                placed[half].append(counted)
        for half, rows in placed.items():
            if len(rows) == 1:
                found.by_half[half] += rows
            else:
                found.outside.append(f"{each.case.namn}: {len(rows)} rapporter {half.name}")
    return found


def counts(insats: Followed, measure: Katalograd) -> Iterator[Counted]:
    """Give the counts of a measure, one from each report that has it."""
    for name, report in insats.under_way:
        for row in report.deltagare:
            if is_measure(row, measure):
                yield Counted(name, report.period, row)
                break


def _half(counted: Counted) -> Half | None:
    period = counted.period
    return within(period.fran, period.till) if period else None


def _row(half: Half, counts: Iterable[Counted]) -> list[Shown]:
    """Add up what is shown of each insats, so that nothing hidden can be had from the sum."""
    shown = [each.shown for each in counts]
    told = [row for row in shown if isinstance(row[2], int)]
    sexes = [_sum([row[place] for row in told]) for place in (0, 1)]
    total = _sum([row[2] for row in told])
    return [half.name.capitalize(), len(told), *sexes, total, len(shown) - len(told)]


def _sum(counts: Sequence[Shown]) -> Shown:
    if any(isinstance(count, str) for count in counts):
        return HIDDEN
    known = [count for count in counts if isinstance(count, int)]
    return sum(known) if counts and len(known) == len(counts) else None
