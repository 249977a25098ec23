"""Lying bars in groups: a label, a bar for each series, and the figure beside each bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_cli.pictures.drawing import (
    DIM,
    EDGE,
    FILL,
    INK,
    SIZE,
    SMALL,
    TALLEST,
    WIDTH,
    Sheet,
    leading,
)
from samverkan_cli.pictures.measuring import wrap
from samverkan_cli.report import Cell, Kind, shown

_LABELS = 190
"""How far the labels reach; the bars begin there."""
_FIGURES = 140
"""Room to the right of the longest bar for its figure."""
_LONGEST = WIDTH - _LABELS - _FIGURES
_BAR, _GAP, _BETWEEN, _LEGEND = 16, 2, 8, 24
_UNSAID = 18
"""The width of the box that stands for a figure that is not shown; it says nothing of it."""


@dataclass(frozen=True)
class Row:
    """A label and a value for each series; a word for what is not shown, None for a gap.

    A row with fewer values than there are series has the last ones.
    """

    label: str
    values: Sequence[Cell]

    def height(self) -> float:
        """Tell how high the row is."""
        text = len(_label(self)) * leading(SIZE)
        return max(text, len(self.values) * (_BAR + _GAP)) + _BETWEEN


@dataclass(frozen=True)
class Group:
    """Rows under a heading of their own."""

    title: str
    rows: Sequence[Row]


def _label(row: Row) -> list[str]:
    return wrap(row.label, _LABELS - 12, SIZE, 3)


def draw(sheet: Sheet, groups: Sequence[Group], series: Sequence[str], kind: Kind) -> float:
    """Draw the groups from the top; give the height. What has no room is counted in words."""
    numbers = [
        abs(each)
        for group in groups
        for row in group.rows
        for each in row.values
        if isinstance(each, int | float)
    ]
    scale = _LONGEST / (max(numbers, default=0) or 1)
    y, left = _legend(sheet, series), sum(len(group.rows) for group in groups)
    for group in groups:
        title = wrap(group.title, WIDTH, SIZE, 2, bold=True)
        top = y + (len(title) * leading(SIZE) + 4 if title else 0)
        fitting = _fitting(group.rows, top)
        if not fitting:
            break
        sheet.words(0, y, title, bold=True)
        y = top
        for row in fitting:
            y = _row(sheet, y, row, kind, scale)
        sheet.line(_LABELS, top - 2, _LABELS, y - _BETWEEN + 2)
        left -= len(fitting)
        if len(fitting) < len(group.rows):
            break
    if left:
        words = f"… och {left} {'rad' if left == 1 else 'rader'} till, som bara står i tabellen."
        y = sheet.words(0, y, [words], size=SMALL, fill=DIM)
    return y


def _fitting(rows: Sequence[Row], y: float) -> list[Row]:
    """Give the rows that have room below y, with a line left for words about the rest."""
    found = []
    for row in rows:
        y += row.height()
        if y > TALLEST - _LEGEND:
            break
        found.append(row)
    return found


def _legend(sheet: Sheet, series: Sequence[str]) -> float:
    if len(series) == 1:
        return 0
    for place, name in enumerate(series):
        x = _LABELS + place * (WIDTH - _LABELS) / len(series)
        _bar(sheet, x, 0, 24, is_last=place + 1 == len(series))
        sheet.text(x + 30, SIZE, name)
    return _LEGEND


def _row(sheet: Sheet, y: float, row: Row, kind: Kind, scale: float) -> float:
    sheet.words(0, y, _label(row), size=SIZE)
    for place, value in enumerate(row.values):
        top, x = y + place * (_BAR + _GAP), float(_LABELS)
        if isinstance(value, int | float):
            long = max(abs(value) * scale, 0.5)
            _bar(sheet, x, top, long, is_last=place + 1 == len(row.values))
            x += long
        elif value is not None:
            sheet.rect(x, top, _UNSAID, _BAR - 1, stroke=EDGE, dashed=True)
            x += _UNSAID
        sheet.text(x + 6, top + 12, shown(value, kind), size=SIZE, fill=_ink(value))
    return y + row.height()


def _ink(value: Cell) -> str:
    return DIM if value is None or isinstance(value, str) else INK


def _bar(sheet: Sheet, x: float, y: float, long: float, *, is_last: bool) -> None:
    """Draw a bar: what it became, the last one, is filled; what was thought before is hatched."""
    if is_last:
        sheet.rect(x, y, long, _BAR - 1, fill=FILL, stroke=None)
    else:
        sheet.hatched(x, y, long, _BAR - 1)
