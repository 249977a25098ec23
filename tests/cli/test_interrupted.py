"""A command killed half-way: readers say so, and the next writer brings the repository in order."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_cli.history.traces import left_behind

from .box import Box
from .conftest import Run

KILLED = """
import os, signal, sys
from samverkan_cli.history import faults
def die(name):
    if name == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)
faults.checkpoint = die
from samverkan_cli.cli.app import main
sys.exit(main(sys.argv[2:]))
"""
ANSWER = ("answer", "2026-001", "R0-12", "ja", "--motivering", "Det är klart.")


def _kill(box: Box, where: str) -> None:
    words = [sys.executable, "-c", KILLED, where, *ANSWER, "-C", str(box.root)]
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("where", "landed"), [("journal written", False), ("ref moved", True), ("file in place", True)]
)
def test_killed_command_is_told_and_mended(
    examples: Box, run: Run, where: str, *, landed: bool
) -> None:
    """`status` says that a write was interrupted; the next command leaves it whole or undone."""
    before = examples.count()
    _kill(examples, where)

    told = run("status", "2026-001")
    assert told.code == 0
    assert "avbröts" in told.err

    again = run("answer", "2026-001", "F1-7", "delvis", "--motivering", "Kanske.")
    assert again.code == 0
    assert examples.count() == before + 1 + landed
    assert examples.status() == ""
    assert examples.case("svar/R0-12.yaml", "2026-001-en-ingang").exists() is landed
    assert run("status", "2026-001").err == ""


def test_traces_are_read_without_git(examples: Box, tmp_path: Path) -> None:
    """A folder without git, a linked work tree and a broken link are all just looked at."""
    assert not left_behind(tmp_path / "utan")
    assert not left_behind(examples.root)
    examples.git("worktree", "add", "-q", str(tmp_path / "lank"))
    linked = tmp_path / "lank"
    assert not left_behind(linked)
    state = Path((linked / ".git").read_text(encoding="utf-8").removeprefix("gitdir:").strip())
    (state / "samverkan").mkdir()
    (state / "samverkan" / "journal.json").write_text("{}", encoding="utf-8")
    assert left_behind(linked)
    (linked / ".git").write_bytes(b"\xff\xfe")
    assert not left_behind(linked)


def test_new_case_killed_half_way_is_there(examples: Box, run: Run) -> None:
    """A `new` that landed before it was killed keeps its number; the next one gets the next."""
    words = ("new", "Andra idén", "--part", "fk", "--part", "af", "--datum", "2026-11-02")
    killed = [sys.executable, "-c", KILLED, "ref moved", *words, "-C", str(examples.root)]
    subprocess.run(killed, capture_output=True, check=False)

    assert run(*words).code == 0
    made = sorted(path.name for path in (examples.root / "insatser").glob("*-andra-iden"))
    assert made == ["2026-003-andra-iden", "2026-004-andra-iden"]
    assert examples.status() == ""
