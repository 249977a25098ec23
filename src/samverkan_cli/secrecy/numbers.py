"""Finds personnummer and samordningsnummer. Finding one is ours; judging it is the library's."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from samverkan_cli.ports import SystemClock, today
from samverkan_cli.secrecy import spellings
from samverkan_cli.secrecy.hit import Hit
from samverkan_cli.secrecy.signs import plain
from samverkan_cli.secrecy.spellings import BY_LENGTH, MAYBE, NUMBER, RUN

RULE = "PER101"
_DIGEST = 20
"""Hexadecimal digits in a row: with this many it is a digest, and no person."""

_TEN = 10
_SHORT = 400
_DIGITS = re.compile(r"[\d\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff\u2776-\u2793]")


def numbers(text: str) -> Iterator[Hit]:
    """Find every number of a person in a text, in order and however it is spelt."""
    # Most texts are short and hold few digits: a cell of a table, a sentence on the screen.
    if len(text) < _SHORT and len(_DIGITS.findall(text)) < _TEN:
        return
    signs, places = plain(text)
    if not MAYBE.search(signs):
        return
    until = 0
    for start, end in _candidates(signs):
        digits = "".join(sign for sign in signs[start:end] if sign in "0123456789")
        if start >= until and is_person(digits):
            until = end
            first, last = (places[start], places[end - 1]) if places else (start, end - 1)
            yield Hit(first, last + 1, RULE, digits[-_TEN:])


def _candidates(signs: str) -> Iterator[tuple[int, int]]:
    for run in RUN.finditer(signs):
        start = run.start()
        for spelling in BY_LENGTH.get(run.end() - start, ()):
            found = spelling.match(signs, start)
            if found and not (spelling is NUMBER and _is_other(signs, found)):
                yield start, found.end("last")


def _is_other(signs: str, found: re.Match[str]) -> bool:
    """Tell whether what stands around shows that the digits are something else."""
    start, end = found.start("date"), found.end("last")
    join, whole = found["join"], found["whole"] is not None
    if not join:
        return whole and _is_part(signs, start, end)
    if spellings.PERIOD.match(signs, end):
        return True
    loose = not join.strip()
    if found["half"] and loose:
        return True
    if loose and "\n" in join and not whole:
        return True
    return (loose or not whole) and bool(spellings.GOES_ON.match(signs, end))


def _is_part(signs: str, start: int, end: int) -> bool:
    """Tell whether digits in one row belong to a fraction, a digest or a telephone."""
    before = signs[max(0, start - 80) : start]
    if spellings.FRACTION.search(before):
        return True
    if signs[start] == "0" and spellings.TELEPHONE.search(before):
        return True
    if before.endswith("SE") and signs[end - 2 : end] == "01":
        return True  # a tax number; TAXED looks at the ten digits within
    ahead = spellings.HEX_AHEAD.match(signs, end, end + 80)
    behind = spellings.HEX.search(before)
    around = len(behind[0] if behind else "") + len(ahead[0] if ahead else "")
    return around + end - start >= _DIGEST


def is_person(digits: str) -> bool:
    """Tell whether ten or twelve digits are the number of somebody already born."""
    short = digits[-_TEN:]
    # Our own sum comes first: the library is twenty times as slow, and most candidates fall here.
    if len(digits) not in {_TEN, _TEN + 2} or not _sum_is_right(short):
        return False
    centuries = (digits[:2],) if len(digits) > _TEN else ("20", "19")
    return any(_is_valid(f"{century}{short}") for century in centuries)


_DOUBLED = [2 * digit // 10 + 2 * digit % 10 for digit in range(10)]


def _sum_is_right(ten: str) -> bool:
    odd = sum(int(digit) for digit in ten[1::2])
    return (sum(_DOUBLED[int(digit)] for digit in ten[::2]) + odd) % 10 == 0


def _is_valid(digits: str) -> bool:
    from personnummer.personnummer import Personnummer, PersonnummerException

    try:
        born: date = Personnummer(digits).get_date()
    except (PersonnummerException, ValueError):
        return False
    # A day of grace: a child born today has its number where it is already tomorrow.
    return born <= today(SystemClock()) + timedelta(days=1)
