"""Versions of the rule book: one line, and which rows apply where."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli import gate
from samverkan_cli.rulebook.katalog import Kravrad
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.versions import FIRST, applies, clamped, is_later, overlap
from samverkan_cli.rules.rule import REGISTER
from samverkan_cli.rules.run import all_rules
from samverkan_cli.transition.events import Move
from samverkan_cli.transition.events import write as event
from tests.support import answer, case_of, context, header, raw

from .own import ITEM, fas, process, write


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2026.10", "2026.9", True),
        ("2027.1", "2026.12", True),
        ("2026.1", "2026.1", False),
        ("2026.1", "2026.2", False),
        ("x", "2026.1", False),
        ("2026.1", "x", True),
    ],
)
def test_order(one: str, other: str, later: bool) -> None:
    """Versions compare as year and number, not as text; what is no version comes first."""
    assert is_later(one, other) is later


@pytest.mark.parametrize(
    ("pinned", "judged_by"),
    [
        (None, "2027.1"),
        ("2026.2", "2026.2"),
        ("2027.1", "2027.1"),
        ("2099.1", "2027.1"),
        ("skräp", "2027.1"),
        ("1999.1", FIRST),
    ],
)
def test_odd_pins_never_turn_rules_off(pinned: str | None, judged_by: str) -> None:
    """A pin that is missing, odd or too new means the newest; none is older than the first."""
    assert clamped(pinned, "2027.1") == judged_by


def row(**span: str) -> Kravrad:
    """Make a row that applies for some time."""
    return Kravrad.model_validate({"falt": ["syfte"], **span})


@pytest.mark.parametrize(
    ("span", "at"),
    [
        ({}, [True, True, True]),
        ({"fran_regelbok": "2026.2"}, [False, True, True]),
        ({"till_regelbok": "2026.2"}, [True, False, False]),
        ({"fran_regelbok": "2026.2", "till_regelbok": "2026.3"}, [False, True, False]),
    ],
)
def test_applies(span: dict[str, str], at: list[bool]) -> None:
    """The first version of a row counts, the last does not."""
    assert [applies(row(**span), each) for each in ("2026.1", "2026.2", "2026.3")] == at


def test_overlap() -> None:
    """Rows overlap when there is a version where both apply."""
    early, late = row(till_regelbok="2026.2"), row(fran_regelbok="2026.2")
    assert overlap(early, early)
    assert not overlap(early, late)
    assert not overlap(late, early)


def reworded(root: Path) -> Rulebook:
    """Give a rule book where a question is put anew, and other rows come and go."""
    early = ITEM | {"fraga": "Går det?"}
    late = ITEM | {"fraga": "Går det verkligen?", "fran_regelbok": "2026.3"}
    never = ITEM | {"id": "EGEN-2", "till_regelbok": "2026.2"}
    items = {"checklista": "e", "namn": "E", "punkter": [late, early, never]}
    write(root, "kataloger/checklistor/e.yaml", items)
    documents = [
        {"typ": "ansokan", "krav": "kort"},
        {"typ": "andring", "fran_regelbok": "2026.3"},
        {"typ": "slutrapport", "till_regelbok": "2026.2"},
    ]
    signed = [{"dokument": "ansokan", "av": "parter", "fran_regelbok": "2026.2"}]
    more: dict[str, Any] = {"grind": {"underskrifter": signed}, "dokument": documents}
    first = fas("ett", 1, "tva", checklista=["EGEN-1", "EGEN-2"], **more)
    made = process(first, fas("tva", 2, "slut"), genomgaende=["EGEN-2"])
    write(root, "processer/egen.yaml", made)
    sets = [{"falt": ["syfte"]}, {"falt": ["mal"], "fran_regelbok": "2026.2"}]
    write(root, "kataloger/dokument.yaml", {"kravsatser": {"ansokan": {"kort": sets}}})
    write(root, "kataloger/regler.yaml", {"version": "2026.3", "regler": []})
    return load(root)


def seen(book: Rulebook) -> list[Any]:
    """Give what a version asks for."""
    first = book.process("egen").faser[0]
    return [
        book.punkt("EGEN-1").fraga,
        first.checklista,
        book.process("egen").genomgaende,
        [each.typ for each in first.dokument],
        len(first.grind.underskrifter),
        len(book.requirements("ansokan", "kort")),
    ]


def test_views(tmp_path: Path) -> None:
    """Each version asks for its own rows; the newest is what is read; a view is made once."""
    book = reworded(tmp_path)
    both = ["EGEN-1", "EGEN-2"]
    old = ["Går det?", both, ["EGEN-2"], ["ansokan", "slutrapport"], 0, 1]
    middle = ["Går det?", ["EGEN-1"], [], ["ansokan"], 1, 2]
    new = ["Går det verkligen?", ["EGEN-1"], [], ["ansokan", "andring"], 1, 2]
    assert [seen(book.at(each)) for each in ("2026.1", "2026.2", "2026.3")] == [old, middle, new]
    assert book.version == "2026.3"
    assert book.at(None) is book
    assert book.at("2026.1") is book.at("2026.2").at("2026.1")
    assert book.process("finsam-10") is book.at("2026.1").process("finsam-10")


def test_rules_have_a_birthday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that is a function applies from the version it came with, as a row does."""
    write(tmp_path, "kataloger/regler.yaml", {"version": "2027.1", "regler": []})
    book = load(tmp_path)
    monkeypatch.setitem(REGISTER, "EKO101", replace(REGISTER["EKO101"], since="2027.1"))
    assert "EKO101" in all_rules(book)
    assert "EKO101" not in all_rules(book.at("2026.1"))


def test_case_is_asked_the_question_of_its_version(tmp_path: Path) -> None:
    """An answer to the question as it was put then is not stale in a case that is pinned there."""
    book = reworded(tmp_path)
    pinned = header(process="egen", regelbok="2026.1")
    files = {
        "insats.yaml": raw(pinned),
        "svar/EGEN-1.yaml": raw(answer(book.at("2026.1"), "EGEN-1")),
    }
    case = case_of(files)
    path, written = event(context(book), case, book.process("egen"), Move("skapa", "ett"), [])
    assert b'regelbok: "2026.1"' in written
    case = case_of(files | {"handelser/0001.yaml": written})
    assert path.endswith("handelser/0001.yaml")
    verdicts = {each.subject: each for each in gate.judge(case, book, None).verdicts}
    assert not verdicts["EGEN-1"].is_open
    assert "EGEN-2" in verdicts
