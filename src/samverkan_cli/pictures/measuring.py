"""How wide text is, about: enough to wrap and cut it so that nothing runs out of its box.

The widths are those of Noto Sans, rounded up; the other fonts that a drawing may be shown in are
as wide or narrower. Lengths are in CSS pixels (1/96 inch).
"""

import re
from datetime import date

from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import MANADER, visible

_BY_WIDTH = {
    0.3: " !'(),.:;J`ijl\u00a0¡´·¸ìíîïı‘’",
    0.4: "-/I[\\]ft{}ª²³¹ºÌÍÎÏťţ“”•",
    0.5: '"?_crsz¯°¿çćčŕřśşšźżž–',
    0.6: "$*+0123456789<=>EFLSTVXYZ^aekvxy|~¢£¤¥¦§¨«¬±»ÈÉÊË×Ýàáâãäåèéêë÷ýÿāăąēęě→−€",
    0.7: "#ABCKPRbdghnopquµ¶ÀÁÂÃÄÅÇÞßðñòóôõöøùúûüþĆČďđğń",
    0.8: "&DGHNOQUw¼½¾ÐÑÒÓÔÕÖØÙÚÛÜĐ…",
    0.9: "%@©®Ææ",
    1.0: "MWmŒœ—",
}
_WIDTHS = {char: width for width, chars in _BY_WIDTH.items() for char in chars}
_ALPHABET, _SYLLABLE = 0.8, 1.1
_SYLLABLES = 0x1100
"""The first code point of the scripts whose signs are as wide as they are high."""
_MARKS = range(0x300, 0x370)
_BOLD = 1.1
_SPACE = re.compile(r"[ \t\r\n]+")
ELLIPSIS = "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide a text is, never much too narrow."""
    ems = sum(_WIDTHS.get(char) or _other(char) for char in text)
    return ems * size * (_BOLD if bold else 1)


def _other(char: str) -> float:
    code = ord(char)
    if code in _MARKS:
        return 0
    return _SYLLABLE if code >= _SYLLABLES else _ALPHABET


def one_line(text: str) -> str:
    """Lay a text on one line, with secrets hidden and what nobody would see made visible.

    Secrets are hidden here and not only in text that is written out: a picture also becomes PNG.
    """
    return masked(visible(_SPACE.sub(" ", text).strip()))


def short_day(day: date) -> str:
    """Write a day in little room: `3 mar 2026`."""
    return f"{day.day} {MANADER[day.month - 1][:3]} {day.year}"


def wrap(text: str, room: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """Break a text into at most so many lines, none wider than the room; the rest is cut off."""

    def fits(line: str) -> bool:
        return width(line, size, bold=bold) <= room

    lines = [""]
    words = one_line(text).split(" ")
    while words and len(lines) <= most:
        word = words.pop(0)
        longer = f"{lines[-1]} {word}".strip()
        if fits(longer):
            lines[-1] = longer
        elif lines[-1]:
            lines.append("")
            words.insert(0, word)
        else:
            head = _head(word, room, size, bold=bold)
            lines[-1] = f"{head}-" if head[-1].isalnum() else head
            words.insert(0, word[len(head) :])
            lines.append("")
    lines = [line for line in lines if line]
    if len(lines) > most or words:
        lines = [*lines[: most - 1], cut(lines[most - 1] + ELLIPSIS, room, size, bold=bold)]
    return lines


def _head(word: str, room: float, size: float, *, bold: bool) -> str:
    """Give as much of a word as a line holds with a hyphen after it, and at least one sign."""
    taken = 1
    while taken < len(word) - 1 and width(f"{word[: taken + 1]}-", size, bold=bold) <= room:
        taken += 1
    return word[:taken]


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Shorten a text that is too wide, and show that it is."""
    if width(text, size, bold=bold) <= room:
        return text
    text = text.removesuffix(ELLIPSIS)
    while text and width(f"{text}{ELLIPSIS}", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}{ELLIPSIS}"
