"""Participants over time: planned against actual, one measure at a time and never added.

A count that may not be shown (under five persons, or what would tell it) is a word and a box of
one size.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_cli import masking
from samverkan_cli.models.delar import Antalsrad, Period
from samverkan_cli.periods import within
from samverkan_cli.pictures import bars
from samverkan_cli.pictures.drawing import Sheet
from samverkan_cli.pictures.measuring import short_day
from samverkan_cli.report import Cell, Column, Picture, Table
from samverkan_cli.texts import datum, etikett, tal

_TOLD = 4


@dataclass(frozen=True)
class Counted:
    """What one report counts, and for which time; `day` is when it was handed in."""

    period: Period | None
    day: date | None
    rows: Sequence[Antalsrad]

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day; None when they are not both known."""
        period = self.period
        both = period and period.fran and period.till
        return (period.fran, period.till) if both else None  # type: ignore[union-attr,return-value]

    @property
    def name(self) -> str:
        """Say the time as people do."""
        if self.span is None:
            return f"till {datum(self.day)}" if self.day else "okänd period"
        first, last = self.span
        half = within(first, last)
        if half and (first.month, first.day) in {(1, 1), (7, 1)} and last.month in {6, 12}:
            return half.name.capitalize()
        return f"{short_day(first)} – {short_day(last)}"


@dataclass(frozen=True)
class _Point:
    when: Counted
    planned: int | None
    actual: int | None


def participants(reports: Sequence[Counted]) -> Picture | None:
    """Draw the counts of reports, given in order of time; None when nothing is counted."""
    measures: dict[str, list[_Point]] = {}
    names: dict[str, str] = {}
    for report in reports:
        for row in report.rows:
            if row.planerat is not None or row.totalt is not None:
                key = row.matt.strip().casefold()
                names.setdefault(key, etikett(row.matt.strip()))
                point = _Point(report, row.planerat, row.totalt)
                measures.setdefault(key, []).append(point)
    found = {names[key]: _rows(points) for key, points in measures.items()}
    return by_measure("deltagare", "Deltagare över tid", found)


def _rows(points: Sequence[_Point]) -> list[bars.Row]:
    """Give the rows of a measure; when nobody planned it, the actual counts alone."""
    is_planned = any(point.planned is not None for point in points)
    return [
        bars.Row(point.when.name, (point.planned, said) if is_planned else (said,))
        for point, said in zip(points, _shown(points), strict=True)
    ]


def _shown(points: Sequence[_Point]) -> list[masking.Shown]:
    """Mask counts; the parts of a longer time so that its sum does not tell a hidden part."""
    shown = [masking.one(point.actual) for point in points]
    for whole in points:
        inside = [place for place, point in enumerate(points) if _within(point, whole)]
        hidden = masking.groups([points[place].actual for place in inside], whole.actual)
        for place, said in zip(inside, hidden, strict=True):
            shown[place] = said if isinstance(said, str) else shown[place]
    return shown


def _within(part: _Point, whole: _Point) -> bool:
    inner, outer = part.when.span, whole.when.span
    if part is whole or inner is None or outer is None or inner == outer:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def by_measure(
    name: str, caption: str, measures: Mapping[str, Sequence[bars.Row]]
) -> Picture | None:
    """Draw rows that are counted and masked already: one group a measure, one row a time."""
    if not measures:
        return None
    sheet = Sheet()
    groups = [bars.Group(measure, rows) for measure, rows in measures.items()]
    most = max(len(row.values) for group in groups for row in group.rows)
    series = ("Planerat", "Faktiskt")[-most:]
    height = bars.draw(sheet, groups, series, "tal")
    columns = (Column("Mått"), Column("Tid"), *(Column(each, "tal") for each in series))
    cells: list[list[Cell]] = [
        [group.title, row.label, *[None] * (most - len(row.values)), *row.values]
        for group in groups
        for row in group.rows
    ]
    table = Table(f"{caption} (olika mått läggs aldrig ihop)", columns, cells)
    alt = " ".join(_said(groups))
    return sheet.picture(name, height, alt, caption, table)


def _said(groups: Sequence[bars.Group]) -> Iterator[str]:
    """Say the latest figure of each measure."""
    for group in groups[:_TOLD]:
        last = group.rows[-1]
        *planned, actual = last.values
        said = tal(actual) if isinstance(actual, int | float) else actual or "uppgift saknas"
        plans = [tal(each) for each in planned if isinstance(each, int | float)]
        plan = f" av {plans[0]} planerade" if plans else ""
        yield f"{group.title}, {_inside(last.label)}: {said}{plan}."
    if len(groups) > _TOLD:
        yield f"Ytterligare {len(groups) - _TOLD} mått."


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:]
