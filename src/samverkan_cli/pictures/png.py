"""A drawing as PNG, for what cannot show SVG; needs the extra `pdf`."""

import json
from functools import cache
from typing import TYPE_CHECKING

from samverkan_cli import resources
from samverkan_cli.report import Picture

if TYPE_CHECKING:
    from typst import Fonts

SCALE = 192
"""Pixels per inch that look sharp on paper and screen."""
_POINTS = 72 / 96
"""Points in a CSS pixel."""


def png(picture: Picture, ppi: float = SCALE) -> bytes:
    """Draw a picture as PNG. Without the library `typst` it raises ModuleNotFoundError.

    The fonts are those that come with the program, so that every machine draws the same; without
    them the machine's own.
    """
    if picture.kind != "svg":
        raise ValueError(f"no drawing to write as PNG: {picture.name}")
    import typst

    size = f"width: {picture.width * _POINTS}pt, height: {picture.height * _POINTS}pt"
    drawing = json.dumps(picture.data.decode(), ensure_ascii=False)
    page = f'#set page({size}, margin: 0pt)\n#image(bytes({drawing}), format: "svg", {size})\n'
    return typst.compile(page.encode(), format="png", ppi=ppi, font_paths=_fonts())


@cache
def _fonts() -> "Fonts":
    """Read the fonts once."""
    import typst

    own = resources.data("typsnitt")
    folders = [str(own)] if own.is_dir() else []
    return typst.Fonts(include_system_fonts=not folders, font_paths=folders)
