"""The eight phases and nine areas of mus-8 as data: what the sources promise is there."""

from collections import Counter

import pytest

from samverkan_cli.rulebook.process import Fas
from tests.support import built_in

RULEBOOK = built_in()
PROCESS = RULEBOOK.process("mus-8")
AREAS = [
    "arkitektur",
    "forutsattningar",
    "ratt",
    "behov",
    "forvaltning",
    "kommunikation",
    "finansiering",
    "infosak",
    "nytta",
]


def test_nine_areas() -> None:
    """Every area has its own questions, and every question of an area says which stage it is of."""
    found = {punkt.omrade for punkt in RULEBOOK.punkter.values() if punkt.omrade}
    assert found >= set(AREAS)
    for punkt in RULEBOOK.punkter.values():
        if punkt.omrade:
            assert punkt.skeden, punkt.id
            assert punkt.perspektiv, punkt.id


def test_every_question_has_its_own_reason() -> None:
    """No two questions of the areas share their reason, so that a reason says something."""
    reasons = Counter(punkt.varfor for punkt in RULEBOOK.punkter.values() if punkt.omrade)
    assert [reason for reason, times in reasons.items() if times > 1] == []


@pytest.mark.parametrize("fas", PROCESS.faser, ids=lambda fas: fas.id)
def test_questions_are_asked_in_their_stage(fas: Fas) -> None:
    """A question that a phase asks is said to be of the stage that the phase belongs to."""
    for punkt_id in fas.checklista:
        assert fas.skede in RULEBOOK.punkt(punkt_id).skeden, punkt_id


def test_framework_covers_three_perspectives() -> None:
    """The framework's questions are of every perspective: the source does not divide them."""
    for punkt_id in ("R0-1", "R0-8", "R0-12"):
        assert RULEBOOK.punkt(punkt_id).perspektiv == ["strategi", "verksamhet", "it"]
        assert RULEBOOK.punkt(punkt_id).skeden
