"""Words of catalogues: every place of every document, the nearest word, and the day."""

from dataclasses import replace

import pytest

from samverkan_cli import gate
from samverkan_cli.checking import check_case
from samverkan_cli.diagnostics import Severity
from samverkan_cli.rules.ord import rules_of
from samverkan_cli.rules.run import verdicts
from samverkan_cli.verdict import Outcome
from tests.support import SAMVERKAN, World, built_in, case_of, header, world_in

from .row import says

DEEP = """\
malgrupp:
  behov: [psykiska, arbete]
risker:
  - grans: juridisk
  - {text: Annat, hinder: skilda_budgetar, grans: fysisk}
"""


def test_every_place_is_found() -> None:
    """Words in lists, in groups and in rows of lists are all judged, each with its place."""
    assert says("DOK301", {"ansokan.yaml": DEEP}) == [
        "2:21 Ordet ”arbete” finns inte i katalogen Behov hos målgruppen.",
        "5:44 Ordet ”fysisk” finns inte i katalogen Gränser.",
    ]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("revirtanke", "Menade du revirtankande?"),
        ("zzz", "Välj: administrativa_granser, skilda_budgetar, "),
    ],
)
def test_hint(word: str, hint: str) -> None:
    """The nearest word is named, otherwise all of them, and where they are explained."""
    case = case_of({"lagesrapporter/a.yaml": f"risker: [{{hinder: {word}}}]\n"})
    (found,) = [
        each.diagnostics[0]
        for each in verdicts(case, rules_of(built_in().kataloger), SAMVERKAN)
        if each.diagnostics
    ]
    assert hint in found.hint
    assert found.hint.endswith("Alla ord: samverkan process show hinder")


def test_day_of_the_first_event() -> None:
    """A header that does not say when the case began lets its first event say it."""
    made = World({"insats.yaml": b""})
    made.put("insats.yaml", header(uppfoljningsmetod="sus"))
    made.step("skapa", "vacks", None)
    assert [each.split(" ", 1)[1] for each in says("DOK302", made.files)] == [
        "SUS gällde till och med 30 april 2023. Insatsen lades upp 12 mars 2026."
    ]


def test_without_the_catalogue_nothing_is_said() -> None:
    """A field whose catalogue is missing is told by the rule book's own check, not here."""
    case = case_of({"ansokan.yaml": DEEP})
    outcomes = [each.outcome for each in verdicts(case, rules_of({}), SAMVERKAN)]
    assert outcomes == [Outcome.MET, Outcome.MET]


def test_the_gate_stops_and_the_check_says_error() -> None:
    """A word that does not exist stops the gate, and is an error in a draft too."""
    made = world_in("ansokan")
    made.put("behovsanalys.yaml", made.files["behovsanalys.yaml"] + b"samverkansbrister: [fel]\n")
    report = gate.judge(made.case, made.around.rulebook, made.around.samverkan)
    assert "DOK301" in {each.subject for each in report.blocking}
    found = check_case(made.case, made.around.rulebook, made.around.samverkan).diagnostics
    (remark,) = [each for each in found if each.rule == "DOK301"]
    assert remark.severity is Severity.ERROR
    assert remark.file.endswith("/behovsanalys.yaml")


def test_own_words_are_words() -> None:
    """A word that the förbund's own catalogue adds is a word like any other."""
    book = built_in()
    hinder = book.kataloger["hinder"]
    row = hinder.rader[0].model_copy(update={"id": "avstand", "namn": "Långa avstånd"})
    own = hinder.model_copy(update={"rader": [*hinder.rader, row]})
    wider = replace(book, kataloger={**book.kataloger, "hinder": own})
    case = case_of({"ansokan.yaml": "risker: [{hinder: avstand}]\n"})
    judged = [each.outcome for each in verdicts(case, rules_of(wider.kataloger), SAMVERKAN)]
    assert judged == [Outcome.MET, Outcome.MET]
