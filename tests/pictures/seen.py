"""A drawing read back from its SVG: what every drawing must hold, and the shapes in it."""

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from samverkan_cli.pictures.drawing import SMALL, TALLEST, WIDTH
from samverkan_cli.pictures.measuring import width
from samverkan_cli.report import Picture
from samverkan_cli.secrecy.mask import hits

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = {"svg", "title", "rect", "line", "circle", "path", "text"}
GEOMETRY = {"x", "y", "width", "height", "rx", "d", "x1", "y1", "x2", "y2", "cx", "cy", "r"}
PAINT = {"fill", "stroke", "stroke-width", "stroke-dasharray"}
LETTERS = {"font-size", "font-weight", "text-anchor", "font-family"}
ATTRIBUTES = GEOMETRY | PAINT | LETTERS | {"viewBox", "role", "aria-label"}


@dataclass(frozen=True)
class Said:
    """A text where it stands; `left` and `right` by estimate."""

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


def root(picture: Picture) -> ET.Element:
    """Parse a drawing."""
    return ET.fromstring(picture.data)  # noqa: S314 - our own drawing


def said(picture: Picture) -> list[Said]:
    """Give the texts of a drawing."""
    found = []
    for each in root(picture).iter(f"{SVG}text"):
        size, bold = float(each.attrib["font-size"]), "font-weight" in each.attrib
        words, x = each.text or "", float(each.attrib["x"])
        long = width(words, size, bold=bold)
        shift = {"middle": long / 2, "end": long}.get(each.attrib.get("text-anchor", ""), 0)
        base = float(each.attrib["y"])
        found.append(Said(words, x - shift, x - shift + long, base, size, bold))
    return found


def words(picture: Picture) -> list[str]:
    """Give the words of a drawing, in order."""
    return [each.words for each in said(picture)]


def bars(picture: Picture) -> list[tuple[float, bool]]:
    """Give the length of each bar in order, and whether it is hatched; legends stand above."""
    found = []
    for each in root(picture).iter(f"{SVG}rect"):
        at = each.attrib
        is_bar = at.get("x") == "190" and "stroke-dasharray" not in at and float(at["y"]) > 0
        hatched = at.get("fill") == "none"
        if is_bar and (hatched or at.get("fill") == "#14506e"):
            found.append((float(at["width"]), hatched))
    return found


def sound(picture: Picture | None) -> Picture:
    """Judge what holds for every drawing, and give it back."""
    assert picture is not None
    top = root(picture)
    assert top.tag == f"{SVG}svg"
    assert top.attrib["role"] == "img"
    assert top.attrib["aria-label"] == picture.alt
    assert 20 < len(picture.alt) <= 1000
    assert (picture.width, picture.height) == (WIDTH, int(top.attrib["height"]))
    assert picture.height <= TALLEST + 20
    assert top.attrib["viewBox"] == f"0 0 {picture.width} {picture.height}"
    assert top[0].tag == f"{SVG}title"
    assert {each.tag.removeprefix(SVG) for each in top.iter()} <= PLAIN
    assert {key for each in top.iter() for key in each.attrib} <= ATTRIBUTES
    assert picture.drawn
    assert picture.table
    assert picture.table.rows
    assert not hits(picture.data.decode())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", picture.data.decode())
    _readable(picture)
    return picture


def _readable(picture: Picture) -> None:
    """No text is too small, outside the drawing, or over another."""
    texts = said(picture)
    for each in texts:
        assert each.size >= SMALL
        assert each.left >= -0.1, each
        assert each.right <= picture.width + 0.1, each
        assert each.size * 0.7 <= each.base <= picture.height, each
    for one, other in combinations(texts, 2):
        beside = one.right <= other.left + 0.2 or other.right <= one.left + 0.2
        under = abs(one.base - other.base) >= max(one.size, other.size) * 0.98
        assert beside or under, (one, other)
