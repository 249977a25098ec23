"""Checks a document before any parser sees it: encoding, signs, brackets, foreign files."""

import re
import unicodedata
from functools import partial
from typing import Final, NamedTuple

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc.characters import faults_in
from samverkan_cli.yamldoc.encoding import decode
from samverkan_cli.yamldoc.faults import YamlFaults, place_at, refuse
from samverkan_cli.yamldoc.files import too_large
from samverkan_cli.yamldoc.limits import MAX_BRACKETS, MAX_BYTES, MAX_DEPTH

SIGNS: Final = "&*!%?+<\\"
"""ASCII signs that may mean something in YAML and are rare in prose."""
HARMLESS: Final = bytes([0x0A, *(byte for byte in range(0x20, 0x7F) if chr(byte) not in SIGNS)])
# Letters and punctuation of Western Europe: all visible, none composes with another.
VISIBLE: Final = "\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac"
HARD_SPACES: Final = "\u00a0\u202f"
CLEAN: Final = re.compile(f"[{VISIBLE}]*")
CLEAN_WITH_SIGNS: Final = re.compile(f"[{VISIBLE}{HARD_SPACES}{re.escape(SIGNS)}]*")
CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?:$| .*$)", re.MULTILINE)
LFS: Final = b"version https://git-lfs.github.com/spec/"


class Screened(NamedTuple):
    """A text fit for a parser, what was mended on the way, and the telling signs in it."""

    text: str
    notes: tuple[Fault, ...]
    signs: str


def screen(raw: bytes) -> Screened:
    """Refuse what no parser should see; mend what is innocent, with a note."""
    if len(raw) > MAX_BYTES:
        raise YamlFaults([too_large(len(raw))])
    text, mended, notes = decode(raw)
    # What is left when the ordinary ASCII is gone is short, and tells what to look for.
    rest = mended.translate(None, HARMLESS).decode()
    if CLEAN.fullmatch(rest):
        signs = ""
    else:
        signs = rest
        if not CLEAN_WITH_SIGNS.fullmatch(rest):
            text = _characters(text, notes)
        _conflict(text)
    _foreign(raw)
    _brackets(text)
    return Screened(text, tuple(notes), signs)


def _characters(text: str, notes: list[Fault]) -> str:
    """Refuse forbidden signs, and compose what is decomposed."""
    if faults := faults_in(text, partial(place_at, text)):
        raise YamlFaults(faults)
    if unicodedata.is_normalized("NFC", text):
        return text
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    index = next((at for at, (old, new) in pairs if old != new), 0)
    notes.append(
        Fault(
            "YML108",
            place_at(text, index),
            f"Tecknet {composed[index]} är skrivet som två tecken (bokstav och accent).",
            "Kör samverkan fmt, så blir det ett.",
        )
    )
    return composed


def _conflict(text: str) -> None:
    if "<<<<<<<" in text and (match := CONFLICT.search(text)):
        raise conflict(place_at(text, match.start()))


def conflict(place: Place) -> YamlFaults:
    """Refuse a text with the marks of an unfinished merge."""
    return refuse(
        "YML115",
        place,
        "Filen har märken från en sammanslagning som inte är klar.",
        "Behåll rätt rader, ta bort raderna med <<<<<<<, ======= och >>>>>>>, och spara.",
    )


def _foreign(raw: bytes) -> None:
    if raw.startswith(LFS):
        raise refuse(
            "YML114",
            Place(),
            "Filen är bara en pekare från Git LFS; innehållet är inte hämtat.",
            "Kör git lfs pull, och låt inte YAML-filer ligga i LFS.",
        )


def _brackets(text: str) -> None:
    """Refuse brackets so deep that libyaml would work for minutes or crash."""
    if text.count("[") + text.count("{") <= MAX_BRACKETS:
        return
    depth = 0
    for match in re.finditer(r"[\[{\]}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > MAX_BRACKETS:
            raise too_deep(place_at(text, match.start()))


def too_deep(place: Place) -> YamlFaults:
    """Refuse a text whose values lie too deep in each other."""
    return refuse(
        "YML302",
        place,
        f"Värdena ligger i varandra på fler än {MAX_DEPTH} nivåer.",
        "Kontrollera indraget, eller att varje [ och { stängs.",
    )
