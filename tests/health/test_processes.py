"""When a lock of git's is dead: proven, never guessed."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samverkan_cli.health import processes
from samverkan_cli.health.processes import OLD, Seen, look, proof

NOBODY = Seen((), whole=True)
LONG_AGO = 10 * 365 * 86_400


def lock(folder: Path, age: float) -> tuple[Path, os.stat_result]:
    """Leave a lock of some age."""
    path = folder / "index.lock"
    path.touch()
    then = time.time() - age
    os.utime(path, (then, then))
    return path, path.lstat()


@contextmanager
def running(command: list[str], folder: Path, stdin: Path | None = None) -> Iterator[int]:
    """Let a process run for as long as the block."""
    held = stdin.open("rb") if stdin else subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdin=held, stdout=subprocess.PIPE) as process:
        if process.stdin and process.stdout:  # it has found its way when it answers
            process.stdin.write(b"HEAD\n")
            process.stdin.flush()
            process.stdout.readline()
        yield process.pid
        process.kill()
    if stdin and not isinstance(held, int):
        held.close()


def test_older_than_the_machine(tmp_path: Path) -> None:
    """No process survives a restart, whatever else cannot be seen."""
    path, status = lock(tmp_path, LONG_AGO)
    assert proof(path, status, Seen((), whole=False)) == "den är äldre än datorns senaste start"


def test_old_and_nobody_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Since the start it takes age, sight of every process, nobody at work, and our own file."""
    monkeypatch.setattr(processes, "OLD_IN_CONTAINER", OLD)
    monkeypatch.setattr(processes, "_boot_time", lambda: None)
    path, status = lock(tmp_path, OLD + 5)
    assert proof(path, status, NOBODY) == "den är gammal, och ingen git-process arbetar i förrådet"
    assert proof(path, status, Seen((), whole=False)) is None
    assert proof(path, status, Seen((7,), whole=True)) is None
    other = os.stat_result([*status[:4], status.st_uid + 1, *status[5:10]])
    assert proof(path, other, NOBODY) is None
    assert proof(*lock(tmp_path, OLD - 60), NOBODY) is None


def test_a_shared_disk_proves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock on a disk that other machines write to may be theirs, however old."""
    path, status = lock(tmp_path, LONG_AGO)
    monkeypatch.setattr(processes, "_LOCAL", frozenset())
    assert proof(path, status, NOBODY) is None


def test_where_processes_cannot_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without /proc nothing is seen, no start is known, and no lock is dead."""
    path, status = lock(tmp_path, LONG_AGO)
    monkeypatch.setattr(processes, "_PROC", tmp_path / "finns-inte")
    assert look([tmp_path]) == Seen((), whole=False)
    assert proof(path, status, NOBODY) is None


def test_git_at_work_is_seen(tmp_path: Path) -> None:
    """A git that stands in the folder is seen, one that is told of it too, and no other."""
    here, there = tmp_path / "här", tmp_path / "där"
    for folder in (here, there):
        folder.mkdir()
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
    with running(["git", "cat-file", "--batch"], here) as pid:
        assert pid in look([here]).users
        assert pid not in look([there]).users
    with running(["git", "--git-dir=där/.git", "cat-file", "--batch"], tmp_path) as pid:
        assert pid in look([there]).users
    with running(["git", "-C", str(there), "cat-file", "--batch"], here) as pid:
        assert pid in look([there]).users
    assert look([here, there]).users == ()


def test_any_program_that_holds_the_lock_is_seen(tmp_path: Path) -> None:
    """A program that is not git may write with a library of its own: it holds the file open."""
    path, _ = lock(tmp_path, 0)
    with running(["sleep", "30"], Path("/"), path) as pid:
        assert look([tmp_path]).users == (pid,)
