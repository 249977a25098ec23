"""A drawing as PNG: of its own size, the same every time, and never from what is no drawing."""

import struct

import pytest

from samverkan_cli.pictures.grids import Box, Filled, grid_picture
from samverkan_cli.pictures.png import png
from samverkan_cli.report import Picture

from .seen import sound


@pytest.fixture(scope="module")
def picture() -> Picture:
    """Draw a cell whose words would break out of a careless text of Typst."""
    filled = Filled("Rad", ["K"], [("R", [Box(0.5, 'a "#b" \\n')])])
    return sound(grid_picture("prov", "Prov", filled, "En ruta som är delvis ifylld."))


def test_size_follows_the_drawing(picture: Picture) -> None:
    """At 96 pixels an inch a CSS pixel is a pixel."""
    for ppi, scale in ((96, 1), (192, 2)):
        made = png(picture, ppi)
        assert made.startswith(b"\x89PNG\r\n")
        wide, high = struct.unpack(">II", made[16:24])
        assert abs(wide - picture.width * scale) <= 1
        assert abs(high - picture.height * scale) <= 1


def test_the_same_drawing_gives_the_same_bytes(picture: Picture) -> None:
    """A Word file with the picture in it is compared byte for byte."""
    assert png(picture, 48) == png(picture, 48)


def test_only_a_drawing_becomes_a_png() -> None:
    """A photograph is embedded as it is."""
    with pytest.raises(ValueError, match="no drawing"):
        png(Picture("logotyp", "jpeg", b"\xff\xd8", 1, 1, "Logotyp"))
