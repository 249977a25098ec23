"""Personal numbers: every spelling is found, nothing else is, and none is ever printed."""

import hashlib
import random
from datetime import date, timedelta

import pytest

from samverkan_cli.rules import personal, run
from samverkan_cli.verdict import Outcome
from tests.support import case_of, example_world

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


SPELLINGS = [
    "{long}{four}",
    "{long}-{four}",
    "{short}{four}",
    "{short}-{four}",
    "{short}+{four}",
    "{short} {four}",
    "{short} - {four}",
    "{long} {four}",
    "{short}–{four}",
    "{short}−{four}",
    "{short}‑{four}",
    "{short}\u00a0{four}",
    "({short}-{four})",
    "pnr:{long}-{four},",
    "”{short}-{four}”",
]


@pytest.mark.parametrize("coordination", [False, True], ids=["personal", "coordination"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_found_and_never_printed(spelling: str, coordination: bool) -> None:
    """Personal and coordination numbers are found however they are spelt, and never repeated."""
    for _ in range(40):
        long, four = number(coordination=coordination)
        text = spelling.format(long=long, short=long[2:], four=four)
        remarks = list(personal.scan(f"metod: prov\nbakgrund: Åsa {text} fick plats\n", "a.yaml"))
        assert [(each.line, each.rule) for each in remarks] == [(2, "PER101")], text
        assert remarks[0].column == 15 + text.index(long[2:]) - (2 if long in text else 0)
        assert four not in f"{remarks[0].message}{remarks[0].hint}"


def test_wrong_check_digit_is_no_number() -> None:
    """Ten digits whose check digit is wrong are not a person."""
    for _ in range(500):
        long, four = number()
        wrong = f"{four[:3]}{(int(four[3]) + RANDOM.randrange(1, 10)) % 10}"
        assert not list(personal.scan(f"{long[2:]}-{wrong} {long}{wrong}", "a.yaml"))


def organisation() -> str:
    """Make a valid organisationsnummer: its third digit is at least two."""
    nine = f"{RANDOM.randrange(10, 100)}{RANDOM.randrange(20, 100)}{RANDOM.randrange(10**5):05d}"
    whole = f"{nine}{luhn(nine)}"
    return f"{whole[:6]}-{whole[6:]}"


def test_other_numbers_are_not_taken_for_people() -> None:
    """Organisation numbers, dates, case numbers, money, digests and phones are left alone."""
    start = date(1990, 1, 1)
    for index in range(3000):
        day = start + timedelta(days=index * 5)
        amount = RANDOM.randrange(1, 10**9)
        phone = f"{RANDOM.randrange(10**7):07d}"
        digest = hashlib.sha256(str(index).encode()).hexdigest()
        texts = (
            organisation(),
            organisation().replace("-", ""),
            f"{day}T09:00:00+01:00",
            f"{day}..{day + timedelta(days=364)}",
            f"{day.year}-{index % 1000:03d}",
            f"{amount} kr",
            f"{amount:,} kr".replace(",", " "),
            f"{day.year}={amount}",
            f"sha256:{digest}",
            f"070-{phone[:3]} {phone[3:5]} {phone[5:]}",
            f"+46 70 {phone[:3]} {phone[3:5]} {phone[5:]}",
            f"010-{phone[:3]} {phone[3:5]} {phone[5:]}",
        )
        for text in texts:
            assert not list(personal.scan(f"x: {text}", "a.yaml")), text


def test_columns_of_two_on_a_line() -> None:
    """Every number on a line is pointed at by its own column."""
    one, two = number(), number()
    text = f"{one[0]}-{one[1]}, {two[0]}-{two[1]}"
    assert [each.column for each in personal.scan(text, "a.yaml")] == [1, 16]


def test_stops_the_gate_wherever_it_stands() -> None:
    """A number in a comment, in a broken file or in an answer stops every gate."""
    long, four = number()
    secret = f"{long}-{four}"
    for path, text in (
        ("behovsanalys.yaml", f"metod: Prov # {secret}\n"),
        ("lagesrapporter/h9.yaml", f"sammanfattning: [{secret}\n"),
        ("svar/F1-9.yaml", f"motivering: {secret}\n"),
    ):
        made = example_world("2023")
        made.put(path, text)
        report = made.report
        assert not report.is_open
        verdict = next(each for each in report.blocking if each.subject == "PER101")
        assert verdict.outcome is Outcome.UNMET
        assert secret not in repr(report.verdicts)


def test_readable_in_bytes_that_are_not_utf8() -> None:
    """A file in another encoding is searched too."""
    long, four = number()
    case = case_of({"ansokan.yaml": f"syfte: Åsa {long}{four}\n".encode("latin-1")})
    assert [each.rule for each in run.personal_numbers(case)] == ["PER101"]
