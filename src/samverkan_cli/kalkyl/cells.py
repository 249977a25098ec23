"""Reads one cell: whole kronor, counts and years as Swedish people write them."""

import re
import unicodedata
from datetime import date
from typing import Any

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_MONEY = re.compile(r"(?:kr|kronor|sek)\.?$|:-$", re.IGNORECASE)
_NUMBER = re.compile(r"(-?)(\d+|\d{1,3}(?:[ .']\d{3})+)(?:,(\d+|-))?")
_ENGLISH = re.compile(r"-?\d+\.\d{1,2}")


class CellError(ValueError):
    """A cell that cannot be read; says what is wrong in Swedish, without showing the cell."""


def whole(cell: Any, what: str = "tal", *, money: bool = False) -> int:
    """Read a whole number, in SEK when it is `money`; öre and texts are refused."""
    if isinstance(cell, bool | date):
        raise CellError(f"här ska stå ett {what}, men cellen är något annat")
    if isinstance(cell, int | float):
        return _exact(float(cell), money=money)
    text = _SPACES.sub(" ", unicodedata.normalize("NFKC", str(cell)).replace("\u2212", "-")).strip()
    if text.casefold().endswith(("tkr", "mkr", "mnkr")):
        raise CellError("beloppet står i tusental eller miljoner; skriv hela kronor")
    if money:
        text = _MONEY.sub("", text).strip()
    found = _NUMBER.fullmatch(text)
    if found is None:
        if _ENGLISH.fullmatch(text):
            raise CellError(_fraction(money))
        raise CellError(f"här ska stå ett {what}, men cellen är en text")
    sign, digits, rest = found.groups()
    if rest and rest.strip("0-"):
        raise CellError(_fraction(money))
    return _positive(int(sign + re.sub(r"\D", "", digits)))


def _exact(number: float, *, money: bool) -> int:
    if number != number or number in {float("inf"), float("-inf")}:  # noqa: PLR0124 - no number
        raise CellError("cellen är inget tal")
    if not number.is_integer():
        raise CellError(_fraction(money))
    return _positive(int(number))


def _positive(number: int) -> int:
    if number < 0:
        raise CellError("talet är mindre än noll")
    return number


def _fraction(money: bool) -> str:
    return (
        "beloppet har ören; skriv hela kronor" if money else "talet har decimaler; skriv ett heltal"
    )


def place(row: int, column: int) -> str:
    """Name a cell by row and column, both counted from 0: `rad 7, kolumn C`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"rad {row + 1}, kolumn {letters}"
