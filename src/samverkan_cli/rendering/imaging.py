"""What an image file is, read from its first bytes: nothing of the picture itself is decoded."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_PIXELS = 4000
"""Of a side; a logotype that is larger is a photograph that somebody forgot to scale."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SIZED = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The segments of a JPEG that tell its size."""

_ACTIVE = re.compile(
    r"(?i)script|foreignobject|iframe|object|embed|audio|video|animate|set|handler"
)
_INSIDE = re.compile(r"#.*|data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]*")
_OUTSIDE = re.compile(r"(?i)@import|url\(\s*['\"]?\s*(?!#|['\"\s])|javascript:")
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in|)\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels (1/96 inch) of a unit."""


class BadImageError(ValueError):
    """An image that is not used: what is wrong, in Swedish, and what to do."""

    def __init__(self, says: str, hint: str) -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Kind:
    """What an image is; its size in CSS pixels (1/96 inch)."""

    name: Literal["svg", "png", "jpeg"]
    width: int
    height: int


_SAVE = "Spara om bilden som SVG, PNG eller JPEG i ett bildprogram."


def kind_of(raw: bytes) -> Kind:
    """Tell what an image is. Raises BadImageError for what cannot be, or must not be, shown."""
    if raw.startswith(_PNG):
        return _raster("png", *_png(raw))
    if raw.startswith(_JPEG):
        return _raster("jpeg", *_jpeg(raw))
    return _svg(raw)


def _raster(name: Literal["png", "jpeg"], width: int, height: int) -> Kind:
    if not (0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS):
        raise BadImageError(
            f"bilden är {width} × {height} punkter, och högst {MAX_PIXELS} åt varje håll tas.",
            "Spara den mindre.",
        )
    return Kind(name, width, height)


def _broken(name: str) -> BadImageError:
    return BadImageError(f"bilden ser ut som {name} men är trasig.", _SAVE)


def _png(raw: bytes) -> tuple[int, int]:
    """Read the size, and follow the chunks to the end so that a cut file is found."""
    at, kinds = len(_PNG), []
    while at + 12 <= len(raw):
        (length,) = struct.unpack_from(">I", raw, at)
        body = raw[at + 4 : at + 8 + length]
        if raw[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(body)):
            break
        kinds.append(body[:4])
        at += 12 + length
    if kinds[:1] != [b"IHDR"] or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise _broken("PNG")
    width, height = struct.unpack_from(">II", raw, 16)
    return width, height


def _jpeg(raw: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(raw) and raw[at] == 0xFF:  # noqa: PLR2004 - a marker begins so
        if raw[at + 1] in _SIZED and raw.rstrip(b"\0").endswith(b"\xff\xd9"):
            height, width = struct.unpack_from(">HH", raw, at + 5)
            return width, height
        (length,) = struct.unpack_from(">H", raw, at + 2)
        at += 2 + max(length, 2)
    raise _broken("JPEG")


def _svg(raw: bytes) -> Kind:
    root = _root(raw)
    for element in root.iter():
        _judge(element)
    width, height = _size(root)
    return _raster_like(width, height)


def _root(raw: bytes) -> "Element":
    """Read the tree of an SVG; a document type is refused before any parser sees it."""
    from xml.etree import ElementTree as ET

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadImageError("filen är varken SVG (UTF-8), PNG eller JPEG.", _SAVE) from error
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise BadImageError(
            "SVG-bilden har en dokumenttyp (<!DOCTYPE …>), som inte tas.",
            "Ta bort raden, eller spara om bilden som vanlig SVG.",
        )
    try:
        root = ET.fromstring(text)  # noqa: S314 - no document type, so no entities
    except (ET.ParseError, ValueError) as error:
        raise BadImageError("filen är varken SVG, PNG eller JPEG.", _SAVE) from error
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        raise BadImageError("filen är varken SVG, PNG eller JPEG.", _SAVE)
    return root


def _judge(element: "Element") -> None:
    """Refuse what could run, move or be fetched from elsewhere."""
    name = str(element.tag).rpartition("}")[2]
    if _ACTIVE.match(name):
        raise BadImageError(
            f"SVG-bilden har <{name}>, som inte tas.", "Spara om den utan skript och rörelse."
        )
    for key, value in element.attrib.items():
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on"):
            raise BadImageError(
                f"SVG-bilden har {bare}, som kan köra skript.", "Spara om den utan skript."
            )
        if bare in {"href", "src"} and name != "a" and not _INSIDE.fullmatch(value.strip()):
            raise _fetches()
        if _OUTSIDE.search(value):
            raise _fetches()
    if _OUTSIDE.search(element.text or "") and name == "style":
        raise _fetches()


def _fetches() -> BadImageError:
    return BadImageError(
        "SVG-bilden hämtar något utifrån.", "Bädda in det i bilden, eller gör om text till kurvor."
    )


def _size(root: "Element") -> tuple[float, float]:
    """Take the size from width and height, otherwise from the view box."""
    given = list(_lengths(root))
    if len(given) == 2:  # noqa: PLR2004 - width and height
        return given[0], given[1]
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        width, height = float(box[2]), float(box[3])
    except (IndexError, ValueError) as error:
        raise BadImageError(
            "SVG-bilden säger inte hur stor den är.", "Ge den width och height, eller viewBox."
        ) from error
    return width, height


def _lengths(root: "Element") -> Iterator[float]:
    for name in ("width", "height"):
        if found := _LENGTH.fullmatch(root.get(name, "")):
            yield float(found[1]) * _UNITS[found[2]]


def _raster_like(width: float, height: float) -> Kind:
    """Round to whole pixels; a drawing can be any size, so only the shape is judged."""
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise BadImageError("SVG-bilden har ingen storlek.", "Ge den width och height.")
    scale = min(1.0, MAX_PIXELS / width, MAX_PIXELS / height)
    return Kind("svg", max(1, round(width * scale)), max(1, round(height * scale)))
