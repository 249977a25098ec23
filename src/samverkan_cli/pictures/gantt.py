"""The time plan: the insats, its activities and its milestones along one axis of time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_cli.models.delar import Aktivitet, Milstolpe
from samverkan_cli.pictures.drawing import (
    DIM,
    FILL,
    INK,
    LIGHT,
    RULE,
    SMALL,
    TALLEST,
    WIDTH,
    Sheet,
    leading,
)
from samverkan_cli.pictures.measuring import short_day, width, wrap
from samverkan_cli.report import Column, Picture, Table
from samverkan_cli.texts import MANADER, antal, datum, lista

_LABELS = 205
_RIGHT = WIDTH - 8
_AXIS = 34
_ROW = 36
_STEPS = (1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 24000)
"""Months between two marks on the axis."""
_MOST_MARKS = 9


@dataclass(frozen=True)
class _Row:
    kind: str
    label: str
    first: date | None
    last: date | None

    @property
    def days(self) -> list[date]:
        return [day for day in (self.first, self.last) if day]

    @property
    def when(self) -> str:
        """Say the days in few words."""
        if not self.days:
            return "datum saknas"
        if self.kind == "Milstolpe":
            return short_day(self.days[0])
        first = short_day(self.first) if self.first else "start saknas"
        return f"{first} – {short_day(self.last) if self.last else 'slut saknas'}"


def time_plan(
    start: date | None,
    slut: date | None,
    aktiviteter: Sequence[Aktivitet],
    milstolpar: Sequence[Milstolpe],
) -> Picture | None:
    """Draw a time plan; None when no activity and no milestone has a day."""
    rows = [
        *([_Row("Insats", "Insatsen", start, slut)] if start or slut else []),
        *(_Row("Aktivitet", _name(each.id, each.text), each.start, each.slut)
          for each in aktiviteter),
        *(_Row("Milstolpe", _name(each.id, each.text), each.datum, each.datum)
          for each in sorted(milstolpar, key=_when)),
    ]  # fmt: skip
    if not any(row.days for row in rows if row.kind != "Insats"):
        return None
    sheet = Sheet()
    axis = _Axis.over([day for row in rows for day in row.days])
    fitting = rows[: int((TALLEST - _AXIS - 20) / _ROW)]
    bottom = float(_AXIS + len(fitting) * _ROW)
    axis.draw(sheet, bottom)
    for number, row in enumerate(fitting):
        _draw(sheet, axis, row, _AXIS + number * _ROW + 4)
    if left := len(rows) - len(fitting):
        words = f"… och {left} {'rad' if left == 1 else 'rader'} till, som bara står i tabellen."
        bottom = sheet.words(0, bottom, [words], size=SMALL, fill=DIM)
    columns = (Column("Vad"), Column("Slag"), Column("Start", "datum"), Column("Slut", "datum"))
    table = Table("Tidplan", columns, [(row.label, row.kind, row.first, row.last) for row in rows])
    return sheet.picture("tidplan", bottom + 6, " ".join(_said(rows)), "Tidplan", table)


def _name(row_id: str, text: str | None) -> str:
    return f"{row_id} {' '.join(text.split())}" if text else row_id


def _when(milestone: Milstolpe) -> tuple[str, str]:
    return str(milestone.datum or "~"), milestone.id


def _said(rows: Sequence[_Row]) -> Iterator[str]:
    days = [day for row in rows for day in row.days]
    counts = Counter(row.kind for row in rows)
    parts = [
        antal(counts[kind], one, many)
        for kind, one, many in (
            ("Aktivitet", "aktivitet", "aktiviteter"),
            ("Milstolpe", "milstolpe", "milstolpar"),
        )
        if counts[kind]
    ]
    when = f"Tidplanen går från {datum(min(days))} till {datum(max(days))}"
    yield f"{when} med {lista(parts)}."
    last = [row for row in rows if row.kind == "Milstolpe" and row.last]
    if last and last[-1].last:
        yield f"Den sista milstolpen är {datum(last[-1].last)}: {last[-1].label}."
    if gaps := sum(not row.days for row in rows):
        yield f"{antal(gaps, 'rad', 'rader')} saknar datum."


@dataclass(frozen=True)
class _Axis:
    """Days laid out from left to right, from the first day of a month."""

    first: int
    last: int

    @classmethod
    def over(cls, days: Sequence[date]) -> "_Axis":
        start, end = min(days).replace(day=1), max(days)
        return cls(start.toordinal(), max(end.toordinal(), start.toordinal() + 27))

    def x(self, ordinal: int) -> float:
        """Give where a day begins."""
        return _LABELS + (ordinal - self.first) * (_RIGHT - _LABELS) / (self.last + 1 - self.first)

    def marks(self) -> list[date]:
        """Give the months to mark: as many as there is room for."""
        start, end = date.fromordinal(self.first), date.fromordinal(self.last)
        months = (end.year - start.year) * 12 + end.month - start.month
        step = next(each for each in _STEPS if months / each < _MOST_MARKS)
        count = start.year * 12 + start.month - 1
        count += -count % step
        found = []
        while count <= end.year * 12 + end.month - 1:
            found.append(date(count // 12, count % 12 + 1, 1))
            count += step
        return found or [start]

    def draw(self, sheet: Sheet, bottom: float) -> None:
        """Draw a line for each mark with its month, and its year where it is new."""
        year = 0
        for day in self.marks():
            x = self.x(day.toordinal())
            sheet.line(x, _AXIS - 4, x, bottom, RULE)
            end = "end" if x > _RIGHT - 30 else None
            sheet.text(x, _AXIS - 8, MANADER[day.month - 1][:3], size=SMALL, anchor=end, fill=DIM)
            if day.year != year:
                sheet.text(x, _AXIS - 22, str(day.year), size=SMALL, anchor=end, bold=True)
            year = day.year


def _draw(sheet: Sheet, axis: _Axis, row: _Row, y: float) -> None:
    lines = wrap(row.label, _LABELS - 12, SMALL, 2, bold=row.kind == "Insats")
    sheet.words(0, y - 2, lines, size=SMALL, bold=row.kind == "Insats")
    x = float(_LABELS) + 4
    if row.days:
        first, last = min(row.days), max(row.days)
        x, end = axis.x(first.toordinal()), axis.x(last.toordinal() + 1)
        if row.kind == "Milstolpe":
            x = max(x, _LABELS + 7)
            sheet.diamond(x, y + 7, 7)
            x -= 7
        else:
            filled = row.kind == "Aktivitet" and row.first and row.last
            fill = FILL if filled else LIGHT
            sheet.rect(x, y + 1, max(end - x, 2), 12, fill=fill, stroke=INK, dashed=not row.last)
    long = width(row.when, SMALL)
    x = min(max(x, _LABELS + 4), _RIGHT - long)
    sheet.rect(x - 1, y + 15, long, leading(SMALL) - 1, stroke=None)
    sheet.text(x, y + 25, row.when, size=SMALL, fill=DIM)
