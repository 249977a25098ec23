"""A picture as dots, for forms that cannot hold a drawing of lines."""

from samverkan_cli.pictures.png import png
from samverkan_cli.report import Picture


def raster(picture: Picture) -> bytes | None:
    """Give a picture as PNG or JPEG; None when nothing here can draw it."""
    if picture.kind != "svg":
        return picture.data
    try:
        return png(picture)
    except ModuleNotFoundError:
        return None
