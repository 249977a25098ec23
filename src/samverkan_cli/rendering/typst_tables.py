"""How wide the columns of a table are: by what stands in them, and never wider than the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from samverkan_cli.rendering.html import Element

PAGE = 170.0
LYING = 257.0
"""Millimetres between the margins of an A4 page, and of one turned sideways."""
_TRIALS = (
    (9.0, 24, 0.85),
    (9.0, 14, 0.88),
    (8.5, 14, 0.9),
    (8.5, 9, 0.9),
    (8.0, 14, 0.96),
    (8.0, 8, 0.96),
    (8.0, 12, 1.0),
    (7.5, 9, 1.0),
    (7.0, 8, 1.0),
    (6.5, 7, 1.0),
)
"""Points; characters of a word that stay together, for the rest of a longer one may be hyphenated;
and how much of the page the columns may then need at least, to have some room to share.

The first that every column has what it needs in is chosen."""
_GUTTER = 4.2
_SMALL_GUTTER = 3.0
_MANY = 9
"""Columns, from which there is less space between them."""
_MM = 0.3528
"""Millimetres of a point."""
_WASTE = 1.4
"""How much worse than the best plan a table may share its page, for the sake of a larger text."""
_SHORT = 420
"""Characters of a cell that is never parted by a page break."""

_WIDTHS = {
    char: width / 100
    for width, chars in {
        30: "Jijl \u00a0\u202f.,:;!()·'’",
        35: "If-",
        40: "t/”",
        45: 'r?_"',
        50: "csz–",
        55: "FLSkvxy§",
        65: "ABCKPRÅÄbdghnopquöü",
        75: "DGHU&",
        80: "NOQÖw→",
        95: "MWm@%—",
    }.items()
    for char in chars
}
"""Widths in sizes of the font, as the shipped font has them."""
_WIDTH = 0.6
"""Digits and the other letters."""
_BOLD = 1.08
_PARTS = re.compile(r"[ ]+|(?<=[-/.@_=&?:;,+])(?=[^ 0-9])")


@dataclass(frozen=True, slots=True)
class Plan:
    """Widths of the columns and the space between them in millimetres, size of the text in points.

    A word longer than `together` may be hyphenated; a `lying` table has a page turned sideways.
    """

    widths: Sequence[float]
    gutter: float
    size: float
    together: int
    lying: bool = False


def is_whole(cell: Element) -> bool:
    """Tell whether a cell holds a number or a word that is never broken over lines."""
    kept = cell.has("belopp") or cell.has("tal") or cell.has("fast")
    parts = list(cell.walk())[1:]
    return kept and cell.tag == "td" and not any(e.has("saknas") or e.tag == "p" for e in parts)


def is_short(cell: Element) -> bool:
    """Tell whether a cell is low enough to stand on one page."""
    return len(cell.text()) < _SHORT


def plan(parts: Sequence[Element], *, narrow: bool, may_lie: bool) -> Plan:
    """Plan the columns of `<thead>`, `<tbody>` and `<tfoot>`."""
    rows = [
        (list(row.elements()), part.tag != "tbody" or row.has("summa"))
        for part in parts
        for row in part.elements()
    ]
    cells = [[(row[at], bold) for row, bold in rows] for at in range(len(rows[0][0]))]
    gutter = _GUTTER if len(cells) < _MANY else _SMALL_GUTTER
    most = [max(_most(cell, bold) for cell, bold in column) for column in cells]
    told = [[_told(cell, bold) for cell, bold in column] for column in cells]
    least: list[float] = []
    for page in (PAGE, LYING) if may_lie else (PAGE,):
        fitting: list[Plan] = []
        for size, together, room in _TRIALS:
            least = [max(_least(each, together) for each in column) for column in told]
            low = [each * size * _MM + gutter for each in least]
            if sum(low) <= page * room:
                high = [each * size * _MM + gutter for each in most]
                widths = _shared(low, high, page, narrow=narrow)
                fitting.append(Plan(widths, gutter, size, together, lying=page == LYING))
        if fitting:
            return _low_enough(fitting, cells)
    return _squeezed(least, gutter, LYING if may_lie else PAGE)


def _low_enough(plans: Sequence[Plan], cells: Sequence[Sequence[tuple[Element, bool]]]) -> Plan:
    """Take the largest text that does not waste much room.

    Where the longest words fill the page, what there is most to say in would get no more of it.
    """
    heights = [_waste(plan, cells) for plan in plans]
    lowest = min(heights)
    return next(plan for plan, high in zip(plans, heights, strict=True) if high <= lowest * _WASTE)


def _waste(plan: Plan, cells: Sequence[Sequence[tuple[Element, bool]]]) -> float:
    """Measure how badly a table shares its page: lines of the fullest cells, by size of the text.

    A text of twice the size has twice the lines where the room is shared well.
    """
    rooms = [(width - plan.gutter) / (plan.size * _MM) for width in plan.widths]
    rows = zip(*cells, strict=True)
    lines = sum(
        max(
            sum(ceil(_width(line, bold=bold) / room) for line in _lines(cell))
            for (cell, bold), room in zip(row, rooms, strict=True)
        )
        for row in rows
    )
    return lines / plan.size


def _squeezed(least: Sequence[float], gutter: float, page: float) -> Plan:
    """Make the text as small as it must be: small is read with a glass, what overlaps is lost."""
    size, together, _ = _TRIALS[-1]
    low = [each * size * _MM + gutter for each in least]
    scale = page / sum(low)
    widths = [each * scale for each in low]
    return Plan(widths, gutter * scale, size * scale, together, lying=page == LYING)


def _shared(low: list[float], high: list[float], page: float, *, narrow: bool) -> list[float]:
    """Share the page's width: what is needed first, then by how much there is to say."""
    if sum(high) <= page:
        spare = 0.0 if narrow else page - sum(high)
        return [each * (1 + spare / sum(high)) for each in high]
    widths, left = list(low), set(range(len(low)))
    while left:
        room = page - sum(each for at, each in enumerate(widths) if at not in left)
        weights = {at: high[at] ** 0.5 for at in left}
        share = {at: room * weights[at] / sum(weights.values()) for at in left}
        short = {at for at in left if low[at] >= share[at]}
        short = short or {at for at in left if high[at] <= share[at]}
        for at in short or left:
            widths[at] = low[at] if low[at] >= share[at] else min(high[at], share[at])
        left -= short or left
    return widths


@lru_cache(maxsize=50_000)
def _width(text: str, *, bold: bool) -> float:
    """Estimate a text's width in sizes of the font; the same words come again and again."""
    plain = sum(_WIDTHS.get(char, _WIDTH if char < "\u2000" else 0.95) for char in text)
    return plain * (_BOLD if bold else 1)


def _lines(cell: Element) -> Iterator[str]:
    blocks = [each for each in cell.walk() if each.tag in {"p", "li"}]
    for block in blocks or [cell]:
        yield block.text()


def _told(cell: Element, bold: bool) -> tuple[float, list[str], bool]:
    """Take a cell apart once: the width of what is never broken, the other words, the weight."""
    bold = bold or cell.tag == "th"
    if is_whole(cell):
        return _width(cell.text(), bold=bold), [], bold
    dates = [each.text() for each in cell.walk() if each.tag == "time"]
    words = [part for line in _lines(cell) for part in _PARTS.split(line)]
    return max((_width(each, bold=bold) for each in dates), default=0.0), words, bold


def _least(told: tuple[float, list[str], bool], together: int) -> float:
    """Give the width that a cell needs when so many characters of a word stay together."""
    whole, words, bold = told
    parts = {each[:together] + ("-" if len(each) > together else "") for each in words}
    return max(whole, max((_width(each, bold=bold) for each in parts), default=0.0))


def _most(cell: Element, bold: bool) -> float:
    bold = bold or cell.tag == "th"
    return max((_width(line, bold=bold) for line in _lines(cell)), default=0.0) * 1.02
