"""Decisions: numbers of conditions, and the level of a change."""

from .row import beslut, says


def test_answer_to_a_condition_nobody_set() -> None:
    """An answer to a number that no decision has used is pointed at."""
    files = {
        "ansokan.yaml": "svar_pa_villkor: [{villkor: 7, svar: Visat}]\n",
        "beslut/a.yaml": beslut(),
    }
    assert says("BES102", files) == ["1:20 Det finns inget villkor 7."]


def test_same_condition_twice_in_one_decision() -> None:
    """A number is used once in the insats, also within one decision."""
    text = beslut() + "villkor: [{nr: 1, text: A}, {nr: 1, text: B}]\n"
    assert says("BES103", {"beslut/a.yaml": text}) == ["6:30 Villkor 1 finns redan i beslut/a."]
