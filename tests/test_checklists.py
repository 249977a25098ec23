"""Checklist items: asked by name, answered by a person, weighed by the rule book."""

from typing import Any

import pytest

from samverkan_cli import checklists
from samverkan_cli.verdict import Outcome, Verdict, Weight
from tests.support import CASE_ID, File, answer, built_in, case_of, decision, header

RULEBOOK = built_in()
PROCESS = RULEBOOK.process("finsam-10")


def judged(phase: str, files: dict[str, File]) -> dict[str, Verdict]:
    """Judge the items of a phase, by id."""
    fas = PROCESS.phase(phase)
    assert fas is not None
    case = case_of({"insats.yaml": header()} | files)
    return {each.subject: each for each in checklists.judge(case, RULEBOOK, PROCESS, fas)}


def test_unanswered() -> None:
    """An item that nobody has answered is untried, with the command that answers it."""
    verdict = judged("forankras", {})["F1-1"]
    assert (verdict.outcome, verdict.weight) == (Outcome.UNTRIED, Weight.MUST)
    assert verdict.command == f"samverkan answer {CASE_ID} F1-1 ja --motivering TEXT"
    assert verdict.reason == "Punkten är inte besvarad."
    assert verdict.title == RULEBOOK.punkt("F1-1").fraga


@pytest.mark.parametrize(
    ("punkt", "svar", "reason", "outcome"),
    [
        ("F1-1", "ja", None, Outcome.MET),
        ("F1-1", "ja", "Skäl.", Outcome.MET),
        ("F1-1", "nej", "Skäl.", Outcome.UNMET),
        ("F1-1", "delvis", "Nästan allt.", Outcome.UNMET),
        ("F1-1", "ej_aktuellt", "Skäl.", Outcome.MET),
        ("F1-1", "ej_aktuellt", None, Outcome.UNMET),
        ("F1-7", "ja", None, Outcome.MET),
        ("F1-7", "nej", "Skäl.", Outcome.MET),
        ("F1-7", "delvis", "Skäl.", Outcome.MET),
        ("F1-7", "delvis", None, Outcome.UNMET),
        ("F1-7", "nej", None, Outcome.UNMET),
        ("F1-7", "ej_aktuellt", None, Outcome.UNMET),
    ],
)
def test_answers(punkt: str, svar: str, reason: str | None, outcome: Outcome) -> None:
    """A krav passes on ja or a reasoned ej_aktuellt, never on delvis; a bör on any reasons."""
    more: dict[str, Any] = {"motivering": reason} if reason else {}
    name = "svar/F1-7-forankras" if punkt == "F1-7" else f"svar/{punkt}"
    written = answer(RULEBOOK, punkt, svar, **more)
    verdict = judged("forankras", {f"{name}.yaml": written})[punkt]
    assert verdict.outcome is outcome
    assert verdict.reason.startswith(f"{svar}, Karin Ek 2026-03-01")
    assert bool(verdict.command) is (outcome is Outcome.UNMET)


def test_a_phase_may_soften_an_item() -> None:
    """An item that is a krav in its catalogue stops nobody in a phase that says so."""
    assert RULEBOOK.punkt("NYT-2").vikt == "krav"
    written = answer(RULEBOOK, "NYT-2", "nej", motivering="Inget är mätt.")
    softened = judged("utvecklas", {"svar/NYT-2.yaml": written})["NYT-2"]
    assert (softened.outcome, softened.weight) == (Outcome.MET, Weight.SHOULD)
    assert judged("utvecklas", {})["NYT-2"].weight is Weight.SHOULD
    assert judged("utvecklas", {})["BEH-1"].weight is Weight.MUST


def test_item_of_every_gate_is_answered_per_phase() -> None:
    """An answer given at another gate does not count at this one."""
    written = answer(RULEBOOK, "F1-7")
    assert judged("forankras", {"svar/F1-7-vacks.yaml": written})["F1-7"].outcome is Outcome.UNTRIED
    assert judged("forankras", {"svar/F1-7.yaml": written})["F1-7"].outcome is Outcome.UNTRIED


def test_changed_question_needs_a_new_answer() -> None:
    """An answer to a question that has been reworded no longer counts."""
    written = answer(RULEBOOK, "F1-1", fraga="Har alla fått säga sitt?")
    verdict = judged("forankras", {"svar/F1-1.yaml": written})["F1-1"]
    assert verdict.outcome is Outcome.UNMET
    assert [(each.rule, each.line) for each in verdict.diagnostics] == [("BOK104", 2)]


def test_unreadable_answer_is_untried() -> None:
    """An answer that cannot be read is no answer."""
    verdict = judged("forankras", {"svar/F1-1.yaml": "svar: kanske\n"})["F1-1"]
    assert verdict.outcome is Outcome.UNTRIED
    assert verdict.reason == "Svaret går inte att läsa."
    assert verdict.diagnostics


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({}, Outcome.WAIVED),
        ({"organ": "forbundschef"}, Outcome.WAIVED),
        ({"organ": "styrgrupp"}, Outcome.UNTRIED),
        ({"fas": "utvecklas"}, Outcome.UNTRIED),
    ],
)
def test_waiver(more: dict[str, Any], outcome: Outcome) -> None:
    """An item is passed by only by an organ that may, in the phase that it decided about."""
    waiver = {"utfall": "undantag", "undantag": [{"punkt": "F1-1", "motivering": "Brådska."}]}
    taken = decision(fas="forankras", handelse=2) | waiver | more
    verdict = judged("forankras", {"beslut/a.yaml": taken})["F1-1"]
    assert verdict.outcome is outcome
    if outcome is Outcome.WAIVED:
        assert verdict.reason.startswith("Undantag beslutat 2026-03-01 av ")
        assert verdict.reason.endswith("Brådska.")
        assert not verdict.is_open
