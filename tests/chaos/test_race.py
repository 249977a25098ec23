"""Many at once on one clone: one wins, and the others learn who did."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.crew import Crew, warmed
from tests.chaos.scene import template
from tests.cli.box import OPEN, Box, copied


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    """A warm interpreter for the whole module."""
    made = warmed(tmp_path_factory.mktemp("varm"))
    yield made
    made.close()


PEOPLE = [f"Person {number:02d}" for number in range(32)]


def _as(name: str) -> dict[str, str]:
    return {"GIT_AUTHOR_NAME": name, "GIT_COMMITTER_NAME": name}


def test_one_of_32_advances(crew: Crew, tmp_path: Path) -> None:
    """GIT-14 GIT-33: of 32 who advance one case at once one does, and 31 are told by whom."""
    root = template(tmp_path, "advance", crew.run)
    box = Box(root)
    before = box.count()
    words = ("advance", OPEN)
    ended = crew.race(root, [words] * len(PEOPLE), env=[_as(name) for name in PEOPLE])
    won = [name for name, each in zip(PEOPLE, ended, strict=True) if each.code == 0]
    assert len(won) == 1, ended
    event = f"insatser/{OPEN}/handelser/0008.yaml"
    for each in ended:
        if each.code:
            assert each.code == 2
            assert "Insatsen har redan flyttats till fas 9 (" in each.err
            assert f") av {won[0]} (2026-11-23T09:00:00+01:00, {event}); inget har ä" in each.err
            assert f"samverkan status {OPEN}" in each.err
            assert "Traceback" not in each.err
    assert box.count() == before + 1
    assert f"namn: {won[0]}" in (root / event).read_text(encoding="utf-8")
    assert box.status() == ""
    box.git("fsck", "--strict", "--no-dangling")


def test_different_cases_do_not_disturb_each_other(crew: Crew, tmp_path: Path) -> None:
    """GIT-32: writers of different things wait for each other, and nobody's change is lost."""
    box = copied(template(tmp_path, "answer", crew.run), tmp_path / "kopia")
    before = box.count()
    punkter = [f"R0-{number}" for number in range(1, 9)]
    many = [("answer", OPEN, punkt, "ja", "--motivering", "Ja.") for punkt in punkter]
    ended = crew.race(box.root, many)
    done = [punkt for punkt, each in zip(punkter, ended, strict=True) if each.code == 0]
    assert len(done) == len(punkter), [each.err for each in ended]
    assert box.count() == before + len(done)
    for punkt in done:
        assert list(box.case("svar", OPEN).glob(f"{punkt}*.yaml")), punkt
    assert box.status() == ""
