"""Numbers of persons: every spelling is found, and nothing else is."""

import hashlib
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan_cli.secrecy import numbers as finding
from samverkan_cli.secrecy import spellings
from samverkan_cli.secrecy.mask import hits, masked
from samverkan_cli.secrecy.numbers import numbers

from .people import EVERY, RANDOM, luhn, number, organisation, spelt

PEOPLE = [number(coordination=index % 4 == 0) for index in range(10_000)]
GAP = "\n;\n"
"""What parts two texts so that no number can run from one into the next."""


def missed(texts: list[str]) -> list[str]:
    """Give the texts in which no number is found, all searched at once."""
    whole, ends, place = GAP.join(texts), [], 0
    for text in texts:
        place += len(text) + len(GAP)
        ends.append(place)
    starts = iter([*(each.start for each in numbers(whole)), len(whole)])
    start = next(starts)
    found: list[str] = []
    for text, end in zip(texts, ends, strict=True):
        if start >= end:
            found.append(text)
        while start < end and start < len(whole):
            start = next(starts)
    return found


ALL = os.environ.get("HYPOTHESIS_PROFILE") == "slump"
EACH = len(EVERY) if ALL else 14
"""How many spellings of each number: all of them only when somebody has a minute."""


def test_every_spelling_of_ten_thousand_is_found() -> None:
    """No dash, space, digit or line break of any alphabet hides a number."""
    for begin in range(0, len(PEOPLE), 500):
        some = enumerate(PEOPLE[begin : begin + 500], begin * 7)
        texts = [
            spelt((index * EACH + step) % len(EVERY), *each)
            for index, each in some
            for step in range(EACH)
        ]
        assert not missed(texts)


def test_the_column_is_where_it_begins() -> None:
    """What nobody sees does not move the place that is pointed at, nor what is hidden."""
    long, four = PEOPLE[0]
    text = f"Å\u200b\u00adsa {long}\u200b-{four}, och {long[2:]}{four}."
    assert [text[each.start : each.end] for each in numbers(text)] == [
        f"{long}\u200b-{four}",
        f"{long[2:]}{four}",
    ]
    assert masked(text) == "Å\u200b\u00adsa [dolt personnummer], och [dolt personnummer]."


def test_digits_above_and_below_the_line() -> None:
    """Small and ringed digits are digits too, in a short text and in a long one."""
    long, four = PEOPLE[0]
    for nought in "⁰₀":
        digits = "⁰¹²³⁴⁵⁶⁷⁸⁹" if nought == "⁰" else "₀₁₂₃₄₅₆₇₈₉"
        text = "".join(digits[int(sign)] for sign in f"{long}{four}")
        assert len(list(numbers(text))) == len(list(numbers(f"{text}{' ' * 500}"))) == 1


def test_wrong_check_digit_is_no_number() -> None:
    """Ten digits whose check digit is wrong are not a person."""
    for long, four in PEOPLE[:500]:
        wrong = f"{four[:3]}{(int(four[3]) + RANDOM.randrange(1, 10)) % 10}"
        assert not list(numbers(f"{long[2:]}-{wrong} {long}{wrong}"))


def test_who_is_not_born_has_no_number() -> None:
    """A date to come makes no person, but without a century it may be a hundred years ago."""
    later = f"{datetime.now(UTC).date() + timedelta(days=400):%Y%m%d}"
    four = f"123{luhn(f'{later[2:]}123')}"
    assert not list(numbers(f"{later}-{four} {later}{four}"))
    assert len(list(numbers(f"{later[2:]}+{four}"))) == 1


def _day(index: int) -> date:
    return date(1990, 1, 1) + timedelta(days=index % 14_000)


def _phone() -> str:
    return f"{RANDOM.randrange(10**7):07d}"


def _grouped(amount: int, space: str = " ") -> str:
    return f"{amount:,}".replace(",", space)


def _telephones() -> list[str]:
    seven = _phone()
    end = f"{seven[:3]} {seven[3:5]} {seven[5:]}"
    return [
        f"070-{end}",
        f"+46 70 {end}",
        f"+4670{seven}",
        f"004670{seven}",
        f"010-{end}",
        f"08-{seven[:3]} {seven[3:]}",
        f"telefon: 070{seven}",
        f"tel. 070{seven}",
    ]


def _days(index: int) -> list[str]:
    day, other = _day(index), _day(index + 400)
    return [
        f"{day}..{other}",
        f"{day}–{other}",
        f"{day} – {other}",
        f"{day} - {other}",
        f"{day}/{other}",
        f"{day:%Y%m%d}-{other:%Y%m%d}",
        f"{day:%y%m%d}-{other:%y%m%d}",
        f"{day}T09:00:00+01:00",
        f"{day} 09:15–16:30",
        f"{day} 09.15-16.30",
        f"{day:%Y%m%d}T091500Z",
        f"{day:%d.%m.%Y}",
        f"datum: {day}\n  2027: 40",
        f"{day} 2500 kr",
        f"{day} {other.year}-0123",
    ]


def _references(index: int) -> list[str]:
    year = 1990 + index % 37
    return [
        f"{year}-{index % 10**4:04d}",
        f"SN {year}/{index % 10**4:04d} § {index % 40}",
        f"FK {year}/{index:06d}",
        f"Af-{year}/{index % 10**4:04d} {RANDOM.randrange(10**4):04d}",
        f"Dnr {year}-{index:05d}-{index % 9}",
        f"§ {index % 90}",
        f"{1000 + index % 9000} {RANDOM.randrange(10**4):04d}",
        f"{RANDOM.randrange(100, 1000)} {RANDOM.randrange(100):02d} Norrby",
        f"sha256:{hashlib.sha256(str(index).encode()).hexdigest()}",
        hashlib.sha1(str(index).encode(), usedforsecurity=False).hexdigest(),
    ]


def _money() -> list[str]:
    amount = RANDOM.randrange(1, 10**9)
    return [
        f"{amount} kr",
        f"{_grouped(amount)} kr",
        f"{_grouped(amount, chr(160))} kr",
        f"{_grouped(amount)}–{_grouped(amount + 10**6)}",
        f"{amount / 10**10:.10f}",
        f"2027: {amount}",
    ]


def test_what_every_spelling_has_is_in_every_spelling() -> None:
    """The one look that most texts pass lets no candidate by, whatever stands around it."""
    signs = "00112233445566778899" + "0189" * 4 + "--  ./()\n#>_*\\SE+a,"
    for _ in range(60_000):
        text = "".join(RANDOM.choices(signs, k=RANDOM.randrange(10, 26)))
        if any(True for _ in finding._candidates(text)):
            assert spellings.MAYBE.search(text), text


def _organisations() -> list[str]:
    one = organisation()
    plain = one.replace("-", "")
    return [one, plain, f"16{plain}", f"SE{plain}01", f"{plain[:6]} {plain[6:]}", f"16{one}"]


KINDS: dict[str, tuple[int, Callable[[int], list[str]]]] = {
    "organisationsnummer": (100_000 // 6 + 1, lambda _: _organisations()),
    "dates": (7_000, _days),
    "diarienummer": (10_000, _references),
    "money": (17_000, lambda _: _money()),
    "telephones": (12_500, lambda _: _telephones()),
}


@pytest.mark.rad("PII-11")
@pytest.mark.parametrize("kind", KINDS)
def test_a_hundred_thousand_others_are_left_alone(kind: str) -> None:
    """What a case is full of is never taken for a person: one false alarm teaches to look away."""
    count, made = KINDS[kind]
    texts = [text for index in range(count) for text in made(index)]
    assert len(texts) >= 100_000
    whole = GAP.join(texts)
    assert [whole[each.start - 20 : each.end + 20] for each in hits(whole)] == []
