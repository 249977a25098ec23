"""Cases checked over several cores: the very answer of one core, whatever happens to a process."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.case import Case
from samverkan_cli.checking import check_case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.extent import abreast
from samverkan_cli.repository import Repository
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
    found = abreast.check_all(IDS, read, BOOK, REPOSITORY.samverkan)
    return {each.case.id: [str(one) for one in each.diagnostics] for each in found}


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
    """Order, remarks and gates are those of a check one case at a time."""
    alone = [check_case(read(each), BOOK, REPOSITORY.samverkan) for each in IDS]
    together = abreast.check_all(IDS, read, BOOK, REPOSITORY.samverkan)
    assert [each.case.id for each in together] == IDS
    for one, other in zip(together, alone, strict=True):
        assert [(each.name, each.raw, each.model) for each in one.case.records.values()] == [
            (each.name, each.raw, each.model) for each in other.case.records.values()
        ]
    assert [each.diagnostics for each in together] == [each.diagnostics for each in alone]
    verdicts = [
        [each.report.verdicts if each.report else None for each in checks]
        for checks in (together, alone)
    ]
    assert verdicts[0] == verdicts[1]


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
