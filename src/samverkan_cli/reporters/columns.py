"""Lays out a table for a width: whole words, whole ids, and the least important left out."""

import re
import textwrap
from collections.abc import Collection, Iterator, Sequence

from rich.cells import cell_len

GAP = 2
"""Spaces between columns."""

LONGEST_WORD = 36
"""A longer word may be broken when space is short."""

Row = Sequence[str]


def laid_out(
    columns: Row,
    rows: Sequence[Row],
    width: int,
    spare: Sequence[str] = (),
    right: Collection[str] = (),
) -> Iterator[str]:
    """Give the lines of a table, headings first; `spare` columns go, in order, when it is narrow.

    The first column holds ids and is broken only when nothing else helps; the columns named in
    `right` hold numbers and end in line.
    """
    table = [columns, *rows]
    for name in spare:
        if sum(_least(table)) + GAP * (len(table[0]) - 1) > width:
            gone = table[0].index(name)
            table = [[*row[:gone], *row[gone + 1 :]] for row in table]
    widths = _fitted(table, width)
    ends = [name in right for name in table[0]]
    for row in table:
        yield from _lines(row, widths, ends)


def is_roomy(columns: Row, rows: Sequence[Row], width: int) -> bool:
    """Tell whether a table reads well in a width: whole words, and hardly a cell over two lines."""
    table = [columns, *rows]
    gaps = GAP * (len(columns) - 1)
    return sum(_least(table)) + gaps <= width and sum(_most(table)) + gaps <= width * 3 // 2


def _most(table: Sequence[Row]) -> list[int]:
    return [max(cell_len(cell) for cell in column) for column in zip(*table, strict=True)]


def _least(table: Sequence[Row]) -> list[int]:
    """Give the width each column needs for its words to stay whole."""
    first, *rest = zip(*table, strict=True)
    return [max(map(cell_len, first)), *(_longest_word(column) for column in rest)]


def _longest_word(column: Sequence[str]) -> int:
    words = [word for cell in column for word in re.split(r"[ \n]+", cell)] or [""]
    return min(max(map(cell_len, words)), LONGEST_WORD)


def _fitted(table: Sequence[Row], width: int) -> list[int]:
    """Shrink the widest columns until the table fits: to whole words first, then anyhow."""
    widths = _most(table)
    room = width - GAP * (len(widths) - 1)
    for least in (_least(table), [1] * len(widths)):
        while sum(widths) > room:
            slack = [(now, index) for index, now in enumerate(widths) if now > max(least[index], 1)]
            if not slack:
                break
            widths[max(slack)[1]] -= 1
    return widths


def _lines(row: Row, widths: Sequence[int], ends: Sequence[bool]) -> Iterator[str]:
    cells = [
        textwrap.wrap(cell, wide, break_on_hyphens=False) or [""]
        for cell, wide in zip(row, widths, strict=True)
    ]
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        padded = [
            f"{room}{part}" if at_end else f"{part}{room}"
            for part, wide, at_end in zip(parts, widths, ends, strict=True)
            for room in [" " * (wide - cell_len(part))]
        ]
        yield (" " * GAP).join(padded).rstrip()
