"""A picture as dots, for forms that cannot hold a drawing of lines."""

from typing import Any

from samverkan_cli.report import Picture

PPI = 192
"""Dots per inch: sharp on paper, and small enough to send by mail."""
_MAIN = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image("bild.svg", width: sys.inputs.at("width"))
"""


def raster(picture: Picture) -> bytes | None:
    """Give a picture as PNG or JPEG; None when nothing here can draw it."""
    if picture.kind != "svg":
        return picture.data
    try:
        import typst
    except ModuleNotFoundError:
        return None
    width = f"{picture.width * 0.75:g}pt"  # a CSS pixel is three quarters of a point
    main = _MAIN.replace(b'sys.inputs.at("width")', width.encode())
    files: Any = {"main.typ": main, "bild.svg": picture.data}  # more than typst's types tell
    return typst.compile(files, format="png", ppi=PPI)
