"""The only door to typst: source text to a PDF that is both archived (A-2a) and accessible."""

import re
import unicodedata
from functools import cache

import typst

from samverkan_cli import resources

_UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


class GlyphError(ValueError):
    """Characters that none of the shipped fonts has; `characters` in order of appearance."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


class ImageError(ValueError):
    """An image that cannot be read."""


@cache
def _fonts() -> typst.Fonts:
    """Read the shipped fonts once, and none of the machine's: bytes must not differ."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources.data("typsnitt"))],
    )


def compiled(source: str) -> bytes:
    """Set a document. Raises GlyphError and ImageError for what the content is to blame for."""
    compiler = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)
    try:
        # A fixed time for what the source does not date itself: never the clock.
        found = compiler.compile(
            source.encode(), format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0
        )
    except typst.TypstError as error:
        said = f"{error.message}\n{error.diagnostic}"
        if unshown := _UNSHOWN.findall(said):
            raise GlyphError(_once(map(_unescaped, unshown))) from error
        if "failed to" in said and ("image" in said or "SVG" in said):
            raise ImageError(error.message) from error
        raise  # the source is ours: anything else in it is a bug
    if not isinstance(found, bytes):  # pragma: no cover - a PDF is one file
        raise TypeError("typst gave no PDF")
    return found


def _unescaped(written: str) -> str:
    """Read a string as Rust's debug form writes it."""
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _PLAIN.get(found[2], found[2]),
        written,
    )


def _once(texts: "map[str]") -> str:
    """Give each character once; marks that only change another one are blamed with it."""
    characters = list(dict.fromkeys("".join(texts)))
    bare = [each for each in characters if not unicodedata.category(each).startswith("M")]
    return "".join(bare or characters)
