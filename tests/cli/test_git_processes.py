"""How many git processes a command starts has nothing to do with how much there is to read."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run

WRAPPER = '#!/bin/sh\nprintf "%s\\n" "$*" >>"{log}"\nexec "{git}" "$@"\n'
READS = (("list",), ("log", SHUT), ("status", SHUT), ("audit", "--no-cache"), ("review", "HEAD~3"))


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that gets a line for every git process that is started."""
    real, log = shutil.which("git"), tmp_path / "anrop"
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "git").write_text(WRAPPER.format(log=log, git=real), encoding="utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return log


def started(run: Run, calls: Path, *words: str) -> Counter[str]:
    """Run a command and count the git processes that it starts, by git's own command."""
    calls.write_bytes(b"")
    assert run(*words).code in {0, 1}, words
    rows = calls.read_text("utf-8").splitlines()
    return Counter(row.rpartition(" trailer.separators=: ")[2].split()[0] for row in rows)


def _grow(box: Box, first: int, last: int) -> None:
    """Add cases, each with a commit of its own and one that changes it."""
    for number in range(first, last):
        folder = box.root / "insatser" / f"{SHUT}-{number}"
        shutil.copytree(box.root / "insatser" / SHUT, folder)
        box.commit("Ny")
        (folder / "ansokan.yaml").write_text(f"# {number}\n", encoding="utf-8")
        box.commit("Ändrad")


def test_reading(examples: Box, run: Run, calls: Path) -> None:
    """A larger repository with a longer history is read by just as many processes."""
    _grow(examples, 0, 2)
    before = {words: started(run, calls, *words) for words in READS}
    _grow(examples, 2, 12)
    for words in READS:
        asked = ("review", "HEAD~20") if words[0] == "review" else words
        assert started(run, calls, *asked) - Counter(version=1) == before[words] - Counter(
            version=1
        )
    assert before["log", SHUT]["log"] == before["audit", "--no-cache"]["log"] - 1 == 1
    assert before["audit", "--no-cache"]["cat-file"] == 1


def test_going_on(examples: Box, run: Run, calls: Path) -> None:
    """An audit that goes on from an earlier one asks as much after many commits as after few."""
    run("audit")
    _grow(examples, 0, 1)
    few = started(run, calls, "audit")
    _grow(examples, 1, 9)
    assert started(run, calls, "audit") == few


def test_writing(examples: Box, run: Run, calls: Path) -> None:
    """A transition starts as many processes in a large repository, and asks nothing needlessly."""
    assert run("answer", OPEN, "F1-9", "ja", "--motivering", "Enligt plan.").code == 0
    first = started(run, calls, "advance", OPEN)
    examples.git("reset", "-q", "--hard", "HEAD~1")
    _grow(examples, 0, 8)
    assert started(run, calls, "advance", OPEN) == first - Counter(version=1)
    assert {name for name, count in first.items() if count > 1} == {"rev-parse"}
    assert first.total() <= 13
