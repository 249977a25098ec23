"""Tables fit the width without breaking what must be read as one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.reporters.columns import GAP, laid_out

HEAD = ("Insats", "Namn", "Senast")
ROWS = [
    ("2026-014-unga-vuxna", "Samlad väg för unga vuxna", "2026-03-12"),
    ("2026-015-x", "Å", ""),
]


def test_wide() -> None:
    """With room for everything each row is one line, columns aligned, no space at the end."""
    assert list(laid_out(HEAD, ROWS, 80)) == [
        "Insats               Namn                       Senast",
        "2026-014-unga-vuxna  Samlad väg för unga vuxna  2026-03-12",
        "2026-015-x           Å",
    ]


def test_narrower() -> None:
    """The widest column gives way first, between words; ids and dates stay whole."""
    assert list(laid_out(HEAD, ROWS, 45)) == [
        "Insats               Namn          Senast",
        "2026-014-unga-vuxna  Samlad väg    2026-03-12",
        "                     för unga",
        "                     vuxna",
        "2026-015-x           Å",
    ]


def test_spare_columns_go() -> None:
    """A column that may be spared goes when words would otherwise be broken."""
    lines = list(laid_out(HEAD, ROWS, 32, ("Senast", "Namn")))
    assert lines[0].split() == ["Insats", "Namn"]
    assert list(laid_out(HEAD, ROWS, 22, ("Senast", "Namn"))) == [
        "Insats",
        "2026-014-unga-vuxna",
        "2026-015-x",
    ]
    assert next(laid_out(HEAD, ROWS, 80, ("Senast",))).split() == list(HEAD)


@pytest.mark.parametrize("width", [1, 5, 12, 20])
def test_too_narrow(width: int) -> None:
    """However narrow, every sign of every cell is there."""
    shown = "".join(laid_out(HEAD, ROWS, width)).replace(" ", "")
    assert sorted(shown) == sorted("".join(HEAD + ROWS[0] + ROWS[1]).replace(" ", ""))


def test_wide_signs() -> None:
    """Signs that take two cells are counted as two."""
    lines = list(laid_out(("A", "B"), [("漢字", "x"), ("abcd", "y")], 40))
    assert lines == ["A     B", "漢字  x", "abcd  y"]


CELLS = st.text("abcåäö -", max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.integers(30, 120))
def test_never_wider_than_the_width(rows: list[tuple[str, str, str]], width: int) -> None:
    """No line is wider than the width, and no line ends in a space."""
    for line in laid_out(HEAD, rows, width, ("Senast",)):
        assert len(line) <= width + GAP
        assert line == line.rstrip()
