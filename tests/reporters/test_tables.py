"""Spreadsheet cells are text, whatever they begin with."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.reporters.tables import csv_text

FORMULAS = [
    "=1+1",
    "+46701740635",
    "-5",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "－1",
    "＠x",
    "＋1",
    " =1",
]
STARTS = tuple("=+-@＝＋－＠")


def _read(said: str) -> list[list[str]]:
    assert said.startswith("\ufeff")
    return list(csv.reader(io.StringIO(said[1:], newline=""), delimiter=";"))


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_text(text: str) -> None:
    """A cell that a spreadsheet would compute gets an apostrophe first."""
    assert _read(csv_text([{"namn": text}])) == [["namn"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["Lumena", "a;b", -5, 'sagt "så"', "två\nrader", ""])
def test_other_text_is_itself(text: str | int) -> None:
    """Numbers, semicolons, quotes and line breaks come back as they went in."""
    assert _read(csv_text([{"namn": text, "annat": None}])) == [["namn", "annat"], [str(text), ""]]


@settings(max_examples=300)
@given(st.text("=+-@＝＋－＠;, a1\u00a0'\"\n", max_size=12))
def test_no_cell_computes(text: str) -> None:
    """Read with its quotes or torn apart at every semicolon, no piece begins a formula."""
    cell = _read(csv_text([{"namn": text}]))[1][0]
    assert not [piece for piece in cell.split(";") if piece.lstrip(" \u00a0")[:1] in STARTS]
    assert cell.replace("'", "") == text.replace("'", "")


def test_lists_are_joined() -> None:
    """A list is one cell."""
    assert _read(csv_text([{"parter": ["fk", "af"]}]))[1] == ["fk, af"]


def test_nothing() -> None:
    """No cases give an empty sheet."""
    assert csv_text([]) == "\ufeff"
