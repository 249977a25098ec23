"""Text that is measured: it keeps inside its room, and nothing is lost without a sign."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.pictures.measuring import cut, short_day, width, wrap
from samverkan_cli.texts import NBSP

LONG = "Arbetsmarknadsförvaltningssamordningsfunktionen"


@given(st.text(max_size=300), st.integers(60, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: int, most: int) -> None:
    """Whatever somebody writes, it stays in its box."""
    lines = wrap(text, room, 12, most)
    assert len(lines) <= most
    assert all(width(line, 12) <= room for line in lines)


@given(st.lists(st.text("abcåäö", min_size=1, max_size=8), min_size=1, max_size=12))
def test_words_that_have_room_are_all_there(words: list[str]) -> None:
    """Breaking lines changes nothing but the breaks."""
    assert " ".join(wrap(" ".join(words), 90, 12, 40)).split() == words


def test_a_long_word_is_broken_with_a_hyphen_and_can_be_put_together() -> None:
    """Swedish joins words without end."""
    lines = wrap(LONG, 100, 12, 9)
    assert len(lines) > 2
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines) == LONG


def test_what_is_cut_ends_with_a_sign() -> None:
    """A reader must see that more was written."""
    assert wrap("ett två tre fyra fem sex sju åtta nio", 60, 12, 2)[-1].endswith("…")
    assert cut("kort", 100, 12) == "kort"
    assert cut(LONG, 60, 12).endswith("…")


def test_an_amount_is_not_broken() -> None:
    """2 625 000 kr is one word: its spaces are no-break spaces."""
    amount = f"2{NBSP}625{NBSP}000{NBSP}kr"
    assert amount in wrap(f"Belopp {amount}", 110, 12, 3)


@pytest.mark.parametrize("wide", ["M", "漢", "W"])
def test_bold_and_wide_text_is_wider(wide: str) -> None:
    """The estimate knows the difference between an i and an M."""
    assert width(wide, 12) > 2 * width("i", 12)
    assert width(wide, 12, bold=True) > width(wide, 12)


def test_a_day_in_little_room() -> None:
    """Months are cut to three letters."""
    assert short_day(date(2026, 9, 3)) == "3 sep 2026"
