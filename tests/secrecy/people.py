"""Made-up numbers that are right in every digit, and every way to spell one."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

RANDOM = random.Random(2026)  # noqa: S311 - the same numbers every time


def luhn(digits: str) -> int:
    """Give the check digit of nine digits."""
    total = 0
    for index, digit in enumerate(digits):
        product = int(digit) * (2 - index % 2)
        total += product // 10 + product % 10
    return -total % 10


def number(*, coordination: bool = False) -> tuple[str, str]:
    """Make a valid date part with century, and its last four digits."""
    born = date(1920, 1, 1) + timedelta(days=RANDOM.randrange(105 * 365))
    day = born.day + (60 if coordination else 0)
    plain = f"{born:%Y%m}{day:02d}"
    serial = f"{RANDOM.randrange(1, 1000):03d}"
    return plain, f"{serial}{luhn(plain[2:] + serial)}"


def organisation() -> str:
    """Make a valid organisationsnummer: its third digit is at least two."""
    nine = f"{RANDOM.randrange(10, 100)}{RANDOM.randrange(20, 100)}{RANDOM.randrange(10**5):05d}"
    whole = f"{nine}{luhn(nine)}"
    return f"{whole[:6]}-{whole[6:]}"


DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u058a\u2e3a\u301c\ufe58\ufe63\uff0d"
SPACES = " \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DIGITS = ["\u0660", "\u06f0", "\u0966", "\uff10", "\U0001d7ce", "\U0001d7f6"]
"""The noughts of other alphabets; the other nine follow each."""

JOINS = (
    *DASHES,
    *SPACES,
    *(f" {dash} " for dash in DASHES),
    *(f"{dash}{unseen}" for dash in "-\u2013" for unseen in UNSEEN),
    *UNSEEN,
    *("", "+", "\uff0b", ".", "/", "_", "  ", "   -   ", "\t", "\u00a0\u202f-\u2009", "\\-", "-**"),
    *("\n", "-\n", "-\n  ", " -\n      ", "\n  ", "-\n  # ", "\r\n", "-\r\n  "),
)
"""What may stand between the date and the last four digits."""

BETWEEN = ("-", ".", " ", "\u00a0", "/", "\u2013", ". ")


_LONG = "".join(chr(0xE000 + index) for index in range(8))
_FOUR = "".join(chr(0xE008 + index) for index in range(4))
"""Stand for the digits of a number, so that every spelling is made up once only."""


def _templates(long: str, four: str) -> Iterator[str]:
    year, month, day = long[:4], long[4:6], long[6:]
    for date_part in (long, long[2:]):
        yield from (f"{date_part}{join}{four}" for join in JOINS)
    for each in BETWEEN:
        for shown in (year, year[2:]):
            yield f"{shown}{each}{month}{each}{day}-{four}"
            yield f"{shown}{each}{month}{each}{day} {four}"
            yield f"{shown}{each}{month}{each}{day} – {four}"
    yield f"{year} {month}{day}-{four}"
    yield f"{year[:2]} {long[2:]}-{four}"
    yield f"{long[2:]} ({four})"
    yield f"SE{long[2:]}{four}01"
    yield " ".join(f"{long}{four}")
    yield " ".join(f"{long[2:]}-{four}")
    for before, after in (("(", ")"), ("pnr:", ","), ("”", "”"), ("pnr", ""), ("1. ", "x")):
        yield f"{before}{long[2:]}-{four}{after}"
        yield f"{before}{long}{four}{after}"


_PLAIN = list(_templates(_LONG, _FOUR))
EVERY = [(each, "0") for each in _PLAIN] + [
    (each, nought) for nought in DIGITS for each in (f"{_LONG}-{_FOUR}", f"{_LONG[2:]}{_FOUR}")
]
"""Every way to spell a number: a template, and the nought of the alphabet it is written in."""


def spelt(index: int, long: str, four: str) -> str:
    """Spell a number in one of the ways."""
    template, nought = EVERY[index]
    digits = (chr(ord(nought) + int(digit)) for digit in long + four)
    return template.translate({0xE000 + place: digit for place, digit in enumerate(digits)})
