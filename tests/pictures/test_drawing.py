"""The sheet: safe SVG, the same bytes every time, colours that can be told apart."""

import pytest

from samverkan_cli.pictures import drawing
from samverkan_cli.pictures.drawing import Sheet
from samverkan_cli.pictures.measuring import wrap
from samverkan_cli.report import Column, Picture, Table

from .seen import SVG, root, sound, words

HOSTILE = ['<script>alert("1")</script>', "a & b", "]]>", "x\x00\x1b[31m", "abc\u202edef", "\ud800"]
TABLE = Table("T", [Column("A")], [["a"]])


def drawn(text: str) -> Picture:
    """Draw one text."""
    sheet = Sheet()
    sheet.text(0, 20, text)
    return sheet.picture("prov", 40, f"En bild med en text i: {text}", text, TABLE)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_only_text(text: str) -> None:
    """What a case says is data: never markup, never an order to the reader's program."""
    picture = sound(drawn(text))
    assert [each.tag for each in root(picture)] == [f"{SVG}title", f"{SVG}rect", f"{SVG}text"]
    assert words(picture)[0] == root(picture)[0].text


@pytest.mark.parametrize("room", [60, 400])
def test_a_personal_number_is_hidden_in_the_drawing_itself(room: int) -> None:
    """A PNG or a PDF of the drawing is not searched for them; nor is one broken over two lines."""
    sheet = Sheet()
    sheet.words(0, 10, wrap("Ring 811218-9876 om det", room, 11, 4), size=11)
    picture = sheet.picture("prov", 90, "Om 811218-9876 och annat.", "811218-9876", TABLE)
    assert b"9876" not in picture.data
    assert "[dolt personnummer]" in " ".join(words(picture)).replace("- ", "")
    assert picture.alt == "Om [dolt personnummer] och annat."


def test_the_same_drawing_has_the_same_bytes() -> None:
    """A rendering is compared byte for byte."""
    assert drawn("å").data == drawn("å").data
    assert drawn("å").data.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')


def test_a_long_alternative_text_is_cut_with_a_sign() -> None:
    """A page takes a thousand signs; a screen reader is not helped by more."""
    alt = drawn("mycket " * 500).alt
    assert len(alt) <= 1000
    assert alt.endswith("…")


def _light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG counts it."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_can_be_told_apart() -> None:
    """WCAG 2.1: text 4.5:1, shapes 3:1 against what lies beside them."""
    for ground in (drawing.PAPER, drawing.LIGHT):
        assert contrast(drawing.INK, ground) >= 4.5
        assert contrast(drawing.DIM, ground) >= 4.5
        assert contrast(drawing.FILL, ground) >= 4.5
        assert contrast(drawing.EDGE, ground) >= 3


def test_hatching_stays_in_its_rectangle() -> None:
    """A hatched bar is as long as its figure, not a line longer."""
    sheet = Sheet()
    sheet.hatched(10, 20, 37, 14)
    picture = sheet.picture("prov", 40, "En randad ruta och inget annat.", "Prov", TABLE)
    way = next(root(picture).iter(f"{SVG}path")).attrib["d"]
    points = [tuple(map(float, each.split())) for each in way.replace("L", "M").split("M")[1:]]
    assert len(points) > 10
    assert all(10 <= x <= 47 and 20 <= y <= 34 for x, y in points)
    assert sum(x in {10, 47} or y in {20, 34} for x, y in points) == len(points)
