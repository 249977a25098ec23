"""The only wiring: built when it is first used, refused when something is broken."""

from pathlib import Path

import pytest

from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.ports import SystemClock

from . import gitbox
from .rulebook.own import process, write
from .support import CASE_ID, MOMENT


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with one case."""
    gitbox.fixed(monkeypatch)
    return gitbox.repository(tmp_path)


def test_found_from_within(root: Path) -> None:
    """A desk works from any folder in the repository."""
    desk = gitbox.desk(root / "insatser" / CASE_ID)
    assert desk.repository.root == root.resolve()
    assert desk.open("2026").id == CASE_ID
    assert desk.samverkan is not None


def test_context(root: Path) -> None:
    """Plans know the person that git knows, the clock and the förbund."""
    context = gitbox.desk(root).context
    assert (context.person.name, context.person.email) == ("Åsa Öberg", "asa@example.se")
    assert context.clock.now() == MOMENT
    assert context.samverkan.forbund.namn == "Samordningsförbundet Prov"
    assert gitbox.desk(root).reading_context.person.name == ""


def test_clock_of_the_machine(root: Path) -> None:
    """Without another clock the machine's own is read."""
    assert isinstance(Desk(root).clock, SystemClock)


def test_own_rule_book(root: Path) -> None:
    """The förbund's own processes are found in its repository; broken ones stop writing."""
    write(root, "processer/egen.yaml", process())
    assert "egen" in gitbox.desk(root).rulebook.processes
    write(root, "processer/egen.yaml", "process: [\n")
    with pytest.raises(SamverkanError, match="Regelboken går inte att läsa") as caught:
        gitbox.desk(root).context  # noqa: B018 - reading it is the test
    assert "processer/egen.yaml" in caught.value.message
    assert caught.value.hint == "Se vad som är fel: samverkan process check"


def test_broken_forbund(root: Path) -> None:
    """A broken file of the förbund's own stops writing and printing."""
    write(root, "samverkan.yaml", "formatversion: 2\n")
    with pytest.raises(SamverkanError, match=r"samverkan.yaml går inte att läsa"):
        gitbox.desk(root).context  # noqa: B018 - reading it is the test
    with pytest.raises(SamverkanError, match=r"samverkan.yaml går inte att läsa"):
        gitbox.desk(root).reading_context  # noqa: B018 - reading it is the test
