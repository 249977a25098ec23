"""texts: visible text, Swedish numbers, labels and order."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli import texts
from samverkan_cli.etiketter import ETIKETTER
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.models.grund import Modell

HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mröd", "\\x1b[31mröd"),
        ("a\x9bb\x7fc\x00", "a\\x9bb\\x7fc\\x00"),
        ("x\u202egnp.exe", "x\\u202egnp.exe"),
        ("a\u200bb\ufeffc\ud800", "a\\u200bb\\ufeffc\\ud800"),
        ("\U000e0041\U0001ffff", "\\U000e0041\\U0001ffff"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("Åäö – 2 625 000\u00a0kr ”citat” 🙂", "Åäö – 2 625 000\u00a0kr ”citat” 🙂"),
    ],
)
def test_what_cannot_be_seen_is_shown(raw: str, shown: str) -> None:
    """Nothing in a text is obeyed by a terminal, and ordinary text is left alone."""
    assert texts.visible(raw) == shown


def test_several_lines_keep_their_breaks() -> None:
    """Text on several lines keeps line breaks and tabs, and nothing else that is hidden."""
    assert texts.visible("a\r\nb\tc\rd\x1b", one_line=False) == "a\nb\tc\\rd\\x1b"


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_hides_anything(text: str) -> None:
    """Whatever the text, nothing hidden is left, and a second pass changes nothing."""
    shown = texts.visible(text)
    assert not [char for char in shown if unicodedata.category(char) in HIDDEN]
    assert texts.visible(shown) == shown


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (2_625_000, "2 625 000 kr"),
        (0, "0 kr"),
        (999, "999 kr"),
        (-20_000, "−20 000 kr"),
        (0.5, "1 kr"),
    ],
)
def test_money(amount: float, written: str) -> None:
    """Money is whole kronor with no-break spaces."""
    assert texts.kronor(amount) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("number", "places", "written"),
    [
        (0.5, None, "0,5"),
        (40.0, None, "40"),
        (1234.25, None, "1\u00a0234,25"),
        (12.25, 1, "12,3"),
        (-0.04, 1, "0,0"),
        (1e16, None, "10\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000"),
        (3, 2, "3,00"),
    ],
)
def test_numbers(number: float, places: int | None, written: str) -> None:
    """Numbers have a decimal comma and no superfluous decimals or signs."""
    assert texts.tal(number, places) == written


def test_percent_and_dates() -> None:
    """A percentage has a no-break space, a date its month in words."""
    assert texts.procent(62.5) == "62,5\u00a0%"
    assert texts.procent(7.41, 1) == "7,4\u00a0%"
    assert texts.datum("2026-03-03") == "3 mars 2026"
    assert texts.datum(date(2027, 12, 31)) == "31 december 2027"


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_lists(words: list[str], joined: str) -> None:
    """Words are joined as in Swedish prose."""
    assert texts.lista(words) == joined


def test_counts() -> None:
    """A count agrees with its word."""
    assert texts.antal(1, "insats", "insatser") == "1 insats"
    assert texts.antal(1200, "insats", "insatser") == "1\u00a0200 insatser"


def test_order() -> None:
    """Å, Ä and Ö come last in that order; accents and capitals weigh less than letters."""
    words = ["Ö", "ö", "zebra", "Ängel", "åka", "ädel", "Älg", "ek", "Éva", "eva", "Müller", "myra"]
    assert sorted(words, key=texts.sort_key) == [
        *("ek", "eva", "Éva", "Müller", "myra", "zebra", "åka", "ädel", "Älg", "Ängel", "Ö", "ö"),
    ]
    assert texts.sort_key("a\u030a")[0] == texts.sort_key("å")[0]


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (value for value in get_args(annotation) if isinstance(value, str))
        return
    if isinstance(annotation, type) and issubclass(annotation, Modell):
        for field in annotation.model_fields.values():
            yield from _literals(field.annotation)
    for part in get_args(annotation):
        yield from _literals(part)


def test_every_code_in_the_models_has_a_label() -> None:
    """No code from a file is shown to people as it is spelled in the file."""
    kinds = [*DOKUMENT.values(), SAMVERKAN]
    codes = {code for kind in kinds for code in _literals(kind.model)}
    assert {"kopt_tjanst", "e-signatur", "ej_matt"} <= codes
    assert sorted(codes - set(ETIKETTER)) == []


def test_labels() -> None:
    """A known code has its word; an unknown one is made readable."""
    assert texts.etikett("kopt_tjanst") == "Köpt tjänst"
    assert texts.etikett("forsakringskassan") == "Försäkringskassan"
    assert texts.etikett("ej_matt") == "Ej mätt"
    assert texts.etikett("eget_utfall") == "Eget utfall"
    assert texts.etikett("") == ""
