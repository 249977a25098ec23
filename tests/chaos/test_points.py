"""At every fault point of the real commands: wholly done or wholly undone, and it is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.crew import Crew, warmed
from tests.chaos.stage import KINDS, Stage


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    """A warm interpreter for the whole module."""
    made = warmed(tmp_path_factory.mktemp("varm"))
    yield made
    made.close()


SPREAD = {
    "answer": (1, True),
    "advance": (6, False),
    "fmt": (3, True),
    "init": (23, False),
    "answer --yes": (9, False),
}
"""Every n:th fault point, and whether the person has work of their own under way."""


@pytest.mark.rad("ENV-12", "ENV-13", "ENV-14")
@pytest.mark.parametrize("name", SPREAD, ids=lambda name: f"ENV-12 ENV-13 ENV-14 {name}")
def test_faults(crew: Crew, tmp_path: Path, name: str) -> None:
    """Killed, ended, interrupted or refused by the disk, one kind after the other.

    Every kind at every point of every command is what `make chaos` tries.
    """
    step, busy = SPREAD[name]
    stage = Stage(crew, tmp_path, name, busy=busy)
    points = range(1, len(stage.points) + 1, step)
    wrong = [
        each
        for number, point in enumerate(points)
        for each in stage.fault(KINDS[number % len(KINDS)], point)
    ]
    assert not wrong, "\n".join(wrong)
