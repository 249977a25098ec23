"""A sheet to draw on: few shapes, text that is measured, and the finished SVG.

Plain SVG 1.1 in attributes only: no style sheet, script, id or reference, so that several
drawings stand in one page, and a PDF draws the same. Coordinates are CSS pixels with one decimal.

The standard library's ElementTree writes it. The typed SVG library that was tried (`svg.py` 1.10)
writes texts and attributes as they are, unescaped.
"""

from math import cos, pi, sin
from xml.etree.ElementTree import Element, SubElement, tostring

from samverkan_cli.pictures import measuring
from samverkan_cli.report import Picture, Table

WIDTH = 640
"""As wide as the text of an A4 page."""
TALLEST = 880
"""So that a picture with its caption stands on one A4 page."""
SIZE = 12
SMALL = 11
"""Sizes of text."""

INK, DIM, EDGE, RULE, LIGHT, PAPER, FILL = (
    "#1b1f24", "#4a5260", "#6b7480", "#c5cbd3", "#dfe8ee", "#ffffff", "#14506e",
)  # fmt: skip
"""Text at least 4.5:1 and shapes at least 3:1 against paper; FILL against LIGHT too.

RULE only helps the eye along and says nothing."""

_FONTS = "Noto Sans, Segoe UI, Liberation Sans, Arial, sans-serif"
_LONGEST_ALT = 900
_HATCH = 6


class Sheet:
    """What is drawn so far."""

    def __init__(self) -> None:
        self._root = Element("svg", xmlns="http://www.w3.org/2000/svg")

    def _add(self, tag: str, **attributes: float | str | None) -> Element:
        named = {key.replace("_", "-"): _value(value) for key, value in attributes.items()}
        return SubElement(self._root, tag, {key: text for key, text in named.items() if text})

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = PAPER,
        stroke: str | None = EDGE,
        thick: float = 1,
        dashed: bool = False,
        round_: float | None = None,
    ) -> None:
        """Draw a rectangle."""
        self._add(
            "rect", x=x, y=y, width=max(width, 0), height=height, fill=fill, stroke=stroke,
            stroke_width=thick if stroke else None, rx=round_,
            stroke_dasharray="4 3" if dashed else None,
        )  # fmt: skip

    def hatched(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle with slanting lines, which differs from a filled one in grey too."""
        self.rect(x, y, width, height, stroke=None)
        parts = []
        for step in range(_HATCH, int(width + height), _HATCH):
            low, high = max(0, step - height), min(width, step)
            start = f"M{_value(x + low)} {_value(y + step - low)}"
            parts.append(f"{start}L{_value(x + high)} {_value(y + step - high)}")
        if parts:
            self.path("".join(parts), thick=1.2)
        self.rect(x, y, width, height, fill="none", stroke=FILL)

    def path(
        self, way: str, *, fill: str = "none", stroke: str | None = FILL, thick: float = 1
    ) -> None:
        """Draw along a path."""
        self._add("path", d=way, fill=fill, stroke=stroke, stroke_width=thick)

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str = EDGE) -> None:
        """Draw a thin line."""
        self._add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke)

    def diamond(self, x: float, y: float, reach: float) -> None:
        """Draw a filled square on its corner around a point."""
        way = f"M{_value(x)} {_value(y - reach)}"
        for across, down in ((reach, 0), (0, reach), (-reach, 0)):
            way += f"L{_value(x + across)} {_value(y + down)}"
        self.path(f"{way}Z", fill=FILL, stroke=None)

    def arrow(self, x: float, y: float, length: float) -> None:
        """Draw an arrow down from a point."""
        self.line(x, y, x, y + length - 4, INK)
        tip = f"M{_value(x - 4)} {_value(y + length - 6)}L{_value(x + 4)} "
        tip += f"{_value(y + length - 6)}L{_value(x)} {_value(y + length)}Z"
        self.path(tip, fill=INK, stroke=None)

    def share(self, x: float, y: float, reach: float, share: float) -> None:
        """Draw a ring around a point, filled as a clock face from the top to a share of it."""
        whole = share >= 1
        self._add(
            "circle", cx=x, cy=y, r=reach, fill=FILL if whole else PAPER,
            stroke=FILL, stroke_width=1.5,
        )  # fmt: skip
        if 0 < share < 1:
            end_x, end_y = x + reach * sin(2 * pi * share), y - reach * cos(2 * pi * share)
            way = f"M{_value(x)} {_value(y)}L{_value(x)} {_value(y - reach)}"
            way += f"A{_value(reach)} {_value(reach)} 0 {int(share > 1 / 2)} 1 "
            self.path(f"{way}{_value(end_x)} {_value(end_y)}Z", fill=FILL, stroke=None)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SIZE,
        anchor: str | None = None,
        bold: bool = False,
        fill: str = INK,
    ) -> None:
        """Write a line of text with its baseline at y."""
        weight = "bold" if bold else None
        said = self._add(
            "text", x=x, y=y, font_size=size, text_anchor=anchor, font_weight=weight, fill=fill
        )
        said.text = measuring.one_line(words)

    def words(
        self,
        x: float,
        y: float,
        lines: list[str],
        *,
        size: float = SIZE,
        anchor: str | None = None,
        bold: bool = False,
        fill: str = INK,
    ) -> float:
        """Write lines under each other, the first just below y; give where they end."""
        for number, line in enumerate(lines):
            place = y + size + number * leading(size)
            self.text(x, place, line, size=size, anchor=anchor, bold=bold, fill=fill)
        return y + len(lines) * leading(size)

    def picture(
        self, name: str, height: float, alt: str, caption: str, table: Table | None
    ) -> Picture:
        """Finish the drawing."""
        tall = int(height) + 1
        said = measuring.one_line(alt)
        if len(said) > _LONGEST_ALT:
            said = f"{said[:_LONGEST_ALT]}{measuring.ELLIPSIS}"
        attributes = {
            "viewBox": f"0 0 {WIDTH} {tall}",
            "width": str(WIDTH),
            "height": str(tall),
            "role": "img",
            "aria-label": said,
            "font-family": _FONTS,
        }
        self._root.attrib.update(attributes)
        title = Element("title")
        title.text = measuring.one_line(caption)
        paper = Element("rect", width=str(WIDTH), height=str(tall), fill=PAPER)
        self._root[:0] = [title, paper]
        data = tostring(self._root, encoding="utf-8")
        return Picture(name, "svg", data, WIDTH, tall, said, title.text, table, drawn=True)


def leading(size: float) -> float:
    """Give the distance from one line to the next."""
    return size * 1.25


def _value(value: float | str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")
