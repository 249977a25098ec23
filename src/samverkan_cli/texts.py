"""Text for people: nothing hidden, Swedish numbers and dates, labels, order."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

from samverkan_cli.etiketter import ETIKETTER

NBSP = "\u00a0"
MINUS = "\u2212"

MANADER = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

# A table of ranges and not unicodedata: the same text must look the same on every Python version.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(65536, 2**20 + 1, 65536)
    )
    + "]"
)
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


PENGAR = frozenset(
    {"belopp", "budget", "utfall", "varde", "kostnad", "kostnad_efter", "aterbetalning"}
)
"""Keys whose numbers are whole kronor (SEK)."""


def visible(text: str, one_line: bool = True) -> str:
    r"""Show what a terminal would obey or nobody would see as `\x1b` or `\u202e`.

    On several lines (`one_line=False`) line breaks and tabs stay, and CRLF counts as one break.
    """
    if not one_line:
        text = text.replace("\r\n", "\n")
    return _HIDDEN.sub(lambda found: _shown(found[0], one_line), text)


def hidden(text: str, write: Callable[[str], str]) -> str:
    """Write what nobody would see in another way."""
    return _HIDDEN.sub(lambda found: write(found[0]), text)


def _shown(char: str, one_line: bool) -> str:
    if char in _NAMED:
        return char if char in "\n\t" and not one_line else _NAMED[char]
    code = ord(char)
    return (
        f"\\x{code:02x}"
        if code < 1 << 8
        else f"\\u{code:04x}"
        if code < 1 << 16
        else f"\\U{code:08x}"
    )


def tal(number: float, decimaler: int | None = None) -> str:
    """Write a number with decimal comma and no-break spaces between thousands.

    Without `decimaler` the number keeps the decimals it has; with it, it is rounded half up.
    """
    from decimal import ROUND_HALF_UP, Decimal

    exact = Decimal(str(number))
    if decimaler is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimaler), ROUND_HALF_UP)
    whole, _, rest = f"{abs(exact):,f}".partition(".")
    rest = rest if decimaler is not None else rest.rstrip("0")
    digits = whole.replace(",", NBSP) + (f",{rest}" if rest else "")
    negative = exact < 0 and any(digit in "123456789" for digit in digits)
    return f"{MINUS}{digits}" if negative else digits


def kronor(amount: float) -> str:
    """Write an amount in SEK, to the whole krona: `2 625 000 kr` with no-break spaces."""
    return f"{tal(amount, 0)}{NBSP}kr"


def procent(number: float, decimaler: int | None = None) -> str:
    """Write a percentage (40 is forty per cent): `40 %` with a no-break space."""
    return f"{tal(number, decimaler)}{NBSP}%"


def datum(day: str | date) -> str:
    """Write a day (a date or ÅÅÅÅ-MM-DD): `3 mars 2026`."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {MANADER[day.month - 1]} {day.year}"


def antal(number: int, one: str, many: str) -> str:
    """Write a count with its word: `1 insats`, `2 insatser`."""
    return f"{tal(number)} {one if number == 1 else many}"


def lista(words: Iterable[str]) -> str:
    """Join words as Swedish prose does: `a, b och c`."""
    *rest, last = [*words] or [""]
    return f"{', '.join(rest)} och {last}" if rest else last


def etikett(code: str) -> str:
    """Give the label of a code; a code of the förbund's own is made readable as it stands."""
    if code in ETIKETTER:
        return ETIKETTER[code]
    plain = code.replace("_", " ")
    return plain[:1].upper() + plain[1:]


_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "ð": "d"})


def sort_key(text: str) -> tuple[str, str]:
    """Order as Swedish does: Å Ä Ö after Z, other accents and capitals only as a last resort."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_LAST)
    bare = unicodedata.normalize("NFD", letters)
    return "".join(char for char in bare if not unicodedata.combining(char)), text
