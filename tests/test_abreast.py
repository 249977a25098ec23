"""Cases checked over several cores: the very answer of one core, whatever happens to a process."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck, check_case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.extent import abreast
from samverkan_cli.repository import Repository
from samverkan_cli.watched import watching
from tests.support import EXAMPLES, built_in

BOOK = built_in()
REPOSITORY = Repository(EXAMPLES)
IDS = REPOSITORY.case_ids()


@pytest.fixture(autouse=True)
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deal even a few cases out over three cores."""
    monkeypatch.setattr(abreast, "FEW", 2)
    monkeypatch.setattr(abreast, "_cores", lambda: 3)


def remarks(read: Callable[[str], Case] = REPOSITORY.open) -> dict[str, list[str]]:
    """Check over several cores and give what was said of each case."""
    found, _ = abreast.check_all(IDS, checks(read), lambda: None)
    return {each.id: [str(one) for one in each.diagnostics] for each in found}


def checks(read: Callable[[str], Case]) -> Callable[[str], CaseCheck]:
    """Check cases as the command does, from where `read` finds them."""
    return lambda case_id: check_case(read(case_id), BOOK, REPOSITORY.samverkan).light


def broken(case_id: str) -> Case:
    """Read a case with something wrong in every document that people write."""
    case = REPOSITORY.open(case_id)
    raw = {
        f"{name}.yaml": each.raw.replace(b"datum: 20", b"datum: 30")
        for name, each in case.records.items()
    }
    return Case.build(case_id, case.folder, raw)


@pytest.mark.parametrize("read", [REPOSITORY.open, broken])
def test_the_same_answer_as_one_core(read: Callable[[str], Case]) -> None:
    """Order, counts and remarks are those of a check one case at a time."""
    alone = [checks(read)(each) for each in IDS]
    heard: list[int] = []
    together, other = abreast.check_all(IDS, checks(read), lambda: "annat", heard.append)
    assert together == alone
    assert other == "annat"
    assert heard == sorted(heard)
    assert heard[-1] == len(IDS)


def test_who_watches_hears_what_others_read() -> None:
    """What is read in another process is noted here, so that a kept answer knows of it."""
    with watching() as seen:
        abreast.say_all(IDS, lambda each: REPOSITORY.open(each).namn)
    assert {str(EXAMPLES / "insatser" / each / "insats.yaml") for each in IDS} <= seen.keys()


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_a_process_that_ends_badly_costs_only_time(end: Callable[[], object]) -> None:
    """What another process could not check is checked here, and the answer is whole."""
    here = os.getpid()

    def read(case_id: str) -> Case:
        if os.getpid() != here:
            end()
        return REPOSITORY.open(case_id)

    assert remarks(read) == remarks()


def test_what_cannot_be_done_is_told_here() -> None:
    """A refusal in another process is the refusal that the command gives."""

    def read(case_id: str) -> Case:
        if case_id == IDS[1]:
            raise SamverkanError("Går inte att läsa.", "Rätta den.")
        return REPOSITORY.open(case_id)

    with pytest.raises(SamverkanError, match="Går inte att läsa"):
        remarks(read)


def test_nobody_is_left_behind(tmp_path: Path) -> None:
    """An interrupt in the middle ends the other processes too."""
    here = os.getpid()

    def read(case_id: str) -> Case:
        if os.getpid() == here:
            raise KeyboardInterrupt
        (tmp_path / str(os.getpid())).touch()
        signal.pause()
        return REPOSITORY.open(case_id)

    with pytest.raises(KeyboardInterrupt):
        remarks(read)
    for started in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(started.name), 0)
