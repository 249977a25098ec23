"""A number in a cell is read as Swedish people write it, or refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli import texts
from samverkan_cli.kalkyl.cells import CellError, place, whole


@pytest.mark.parametrize(
    "text",
    ["1250000", "1 250 000 kr", "1.250.000", "1 250 000,00", "1\u00a0250\u00a0000:-", 1250000.0],
)
def test_whole_kronor(text: object) -> None:
    """Every usual way of writing an amount gives the same amount."""
    assert whole(text, money=True) == 1_250_000


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("12,50", "ören"),
        (12.5, "ören"),
        ("12.50", "ören"),
        ("åtta", "text"),
        ("1,250,000", "text"),
        ("12 50", "text"),
        ("-5", "mindre än noll"),
        ("12 tkr", "tusental"),
        (float("nan"), "inget tal"),
        (True, "något annat"),
    ],
)
def test_what_is_refused(cell: object, why: str) -> None:
    """What is no whole amount is refused with the reason."""
    with pytest.raises(CellError, match=why):
        whole(cell, money=True)


@given(st.integers(0, 10**12))
def test_shown_amounts_come_back(amount: int) -> None:
    """An amount as we show it, as a number or as text, is read as itself."""
    for cell in (amount, str(amount), texts.kronor(amount), f"{amount:,}".replace(",", ".")):
        assert whole(cell, money=True) == amount


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text gives anything but a whole number or a refusal in words."""
    try:
        found = whole(text, money=True)
    except CellError:
        found = 0
    assert found >= 0


def test_places() -> None:
    """Cells are named as the spreadsheet names them."""
    assert place(6, 2) == "rad 7, kolumn C"
    assert place(0, 27) == "rad 1, kolumn AB"
