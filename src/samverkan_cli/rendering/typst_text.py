"""Texts and pictures as literals of Typst: nothing in them can ever be markup."""

import re
from collections.abc import Iterator

from samverkan_cli.report import Picture

_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": " "})
_WORD = re.compile(r"[^ \u00a0]+")
# An address or a very long string may break after these; a word is hyphenated by its language.
_PUNCTUATED = re.compile(r"(?<=[/.@_=&?:;,+-])(?=[^/.@_=&?:;,+ -])")
_ENDLESS = re.compile(r"[^ \u00a0]{40,}")
_FORMATS = {"png": "png", "jpeg": "jpg"}


def quoted(text: str) -> str:
    """Write a text as a string literal of Typst."""
    return f'"{text.translate(_QUOTED)}"'


def broken(text: str, address: int, together: int) -> Iterator[str]:
    """Give a text as literals that may break inside long words, so that none leaves its column.

    An address of `address` characters breaks after its signs; a word longer than `together` is
    hyphenated. (An empty box breaks a line without leaving a character in the text.)
    """
    end = 0
    for word in _WORD.finditer(text):
        if written := _long(word[0], address, together):
            if end < word.start():
                yield quoted(text[end : word.start()])
            yield written
            end = word.end()
    if text[end:]:
        yield quoted(text[end:])


def _long(word: str, address: int, together: int) -> str:
    """Write a word that may break, or must not break where it would; nothing for any other."""
    pieces = list(_pieces(word)) if len(word) >= address else [word]
    if len(pieces) == 1 and "://" in word:
        return f"box({quoted(word)})"  # or it would break after its slashes
    if len(pieces) == 1 and len(word) <= together:
        return ""
    return "\nbox()\n".join(
        quoted(each) if len(each) <= together else f"avstavas({quoted(each)})" for each in pieces
    )


def _pieces(word: str) -> Iterator[str]:
    for piece in _PUNCTUATED.split(word):
        if _ENDLESS.fullmatch(piece):
            yield from (piece[at : at + 8] for at in range(0, len(piece), 8))
        elif piece:
            yield piece


def image_data(picture: Picture) -> str:
    """Write the content of a picture: an SVG is text, any other is its bytes one by one."""
    if picture.kind == "svg":
        return f'bytes({quoted(picture.data.decode("utf-8-sig"))}), format: "svg"'
    numbers = ",".join(map(str, picture.data))
    return f'bytes(({numbers},)), format: "{_FORMATS[picture.kind]}"'
