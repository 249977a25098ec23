"""What a table in Word is made of, around its cells."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from samverkan_cli.rendering.html import Element

EMU = 635
"""English metric units in a twentieth of a point, which widths of columns are told in."""
_MOST = 40
"""Characters of a cell beyond which its column grows no wider."""


_SIGN, _EDGES = 115, 140
"""Twentieths of a point: a sign of a cell's text, and the space beside it."""


def widths(whole: int, rows: Sequence[Element]) -> list[int]:
    """Share a width (in EMU) between the columns of rows, in twentieths of a point.

    Each column has room for its longest word where that can be, and the rest goes to long texts.
    """
    columns = [[c.text() for c in cells] for cells in zip(*map(_cells, rows), strict=True)]
    least = [_SIGN * max(map(_longest, texts)) + _EDGES for texts in columns]
    wanted = [min(max(map(len, texts)), _MOST) + 1 for texts in columns]
    left = whole // EMU - sum(least)
    if left < 0:
        return [each * (whole // EMU) // sum(least) for each in least]
    return [one + left * more // sum(wanted) for one, more in zip(least, wanted, strict=True)]


def _cells(row: Element) -> list[Element]:
    return list(row.elements())


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=1)


def properties(caption: str, style: str) -> Any:
    """Give a table its style, the width of the page, and its caption for a screen reader."""
    made = OxmlElement("w:tblPr")
    for name, said in (
        ("tblStyle", {"val": style}),
        ("tblW", {"w": "5000", "type": "pct"}),
        ("tblLayout", {"type": "autofit"}),
        ("tblLook", {"val": "0420", "firstRow": "1", "firstColumn": "1"}),
        ("tblCaption", {"val": caption}),
    ):
        each = OxmlElement(f"w:{name}")
        for key, value in said.items():
            each.set(qn(f"w:{key}"), value)
        made.append(each)
    return made


def grid(shared: Sequence[int]) -> Any:
    """Give a table its columns."""
    made = OxmlElement("w:tblGrid")
    for width in shared:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        made.append(column)
    return made


def row_properties(*, is_head: bool) -> Any:
    """Keep a row on one page; the head is repeated on every page."""
    made = OxmlElement("w:trPr")
    made.append(OxmlElement("w:cantSplit"))
    if is_head:
        made.append(OxmlElement("w:tblHeader"))
    return made
