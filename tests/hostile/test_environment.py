"""Whatever environment a command is started in, the answer is right and in words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.box import CASE, IDENTITY, OPEN, Box, copied
from tests.cli.conftest import Command

from .promises import harmless

PROGRAM = Path(sys.executable).parent / "samverkan"


def _shell(script: str, box: Box, **env: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of shell where $S is the installed command."""
    return subprocess.run(
        ["bash", "-c", script],
        cwd=box.root,
        env=os.environ | IDENTITY | {"S": str(PROGRAM)} | env,
        capture_output=True,
        check=False,
        timeout=60,
    )


PIPES = {
    "ENV-05 closed stdout": ('"$S" list >&-', 2),
    "ENV-06 head": ('"$S" show 2023 ansokan | head -1; exit ${PIPESTATUS[0]}', 0),
    "ENV-06 head json": ('"$S" process show finsam-10 -f json | head -1; exit ${PIPESTATUS[0]}', 0),
    "ENV-07 full disk": ('"$S" list >/dev/full', 2),
    "ENV-07 full disk, help": ('"$S" --help >/dev/full', 2),
    "ENV-07 full disk, help of one": ('"$S" list --help >/dev/full', 2),
    "stderr closed": ('"$S" show x 2>&-', 2),
    "stdin closed": ('"$S" check <&-', 0),
    "all closed": ('"$S" list <&- >&- 2>&-', 2),
}


@pytest.mark.parametrize("name", PIPES)
def test_pipes(examples: Box, name: str) -> None:
    """A reader that stops early is fine; an output that cannot be written is exit 2 in words."""
    script, code = PIPES[name]
    done = _shell(script, examples)
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert "Traceback" not in said
    assert "Exception" not in said
    assert "rror" not in said
    if code and "2>&-" not in script:
        assert said.startswith("samverkan: Det gick inte att läsa eller skriva")


@pytest.fixture(scope="session")
def ready_template(examples_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples with one case whose gate is open, made once."""
    box = copied(examples_template, tmp_path_factory.mktemp("mall") / "exempel")
    done = _shell(f'"$S" answer {OPEN} F1-9 ja', box)
    assert done.returncode == 0, done.stderr
    return box.root


@pytest.fixture
def ready(ready_template: Path, tmp_path: Path) -> Box:
    """A repository in which one case can move."""
    return copied(ready_template, tmp_path / "exempel")


ENV: dict[str, dict[str, str | None]] = {
    "ENV-03": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""},
    "ENV-04": {"PYTHONIOENCODING": "cp1252"},
    "ENV-08": {"HOME": None},
    "ENV-09": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc", "XDG_CONFIG_HOME": "/proc"},
    "ENV-10": {"TERM": "dumb", "NO_COLOR": "1"},
    "ENV-11": {"COLUMNS": "1"},
    "columns that are none": {"COLUMNS": "många"},
}


@pytest.mark.parametrize("name", ENV)
def test_environments(ready: Box, name: str) -> None:
    """Reading and writing work whatever terminal, home and width the person has."""
    gone = "".join(f"unset {key}; " for key, value in ENV[name].items() if value is None)
    env = {key: value for key, value in ENV[name].items() if value is not None}
    done = _shell(f'{gone}"$S" status {OPEN} && "$S" advance {OPEN}', ready, **env)
    said = harmless(done.stdout.decode("utf-8") + done.stderr.decode("utf-8"))
    assert done.returncode == 0, said
    words = " ".join(said.split())
    assert "Grind g8" in words
    assert "Insatsen står nu i fas 9" in words
    assert ready.status() == ""


def _git(box: Box, script: str) -> str:
    """Put a git of our own in a folder that is the whole PATH, and give the folder."""
    folder = box.root.parent / "bin"
    folder.mkdir()
    if script:
        (folder / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "git").chmod(0o755)
    return str(folder)


GITS = {
    "ENV-01": ("", "Git finns inte på den här datorn"),
    "ENV-02": ("echo git version 2.20.1", "Git är för gammalt: git version 2.20.1"),
    "ENV-02 nonsense": ("echo hej", "Git går inte att starta: "),
    "ENV-02 broken": ("echo avtalet saknas >&2; exit 69", "Git går inte att starta: "),
}


@pytest.mark.parametrize("row", GITS)
def test_no_usable_git(small: Box, installed: Command, row: str) -> None:
    """Without a git that will do, writing is refused with where to get one; reading works."""
    script, word = GITS[row]
    env = {"PATH": _git(small, script)}
    before = small.state(whole=True)
    done = installed("-C", str(small.root), "answer", CASE, "F1-7", "ja", env=env)
    assert (done.returncode, done.stdout) == (2, b"")
    assert word in done.stderr.decode()
    assert "2.36 eller nyare" in done.stderr.decode()
    if row == "ENV-01":
        assert installed("-C", str(small.root), "check", env=env).returncode == 0
    assert small.state(whole=True) == before


FILES = {
    "ENV-18": (f'"$S" advance {CASE}', 8, 2),
    "ENV-18 fewer": (f'"$S" answer {CASE} F1-7 ja', 5, 2),
    "ENV-18 check": ('"$S" check', 8, 0),  # a deviation: eight are enough to read, so it reads
}


@pytest.mark.parametrize("row", FILES)
def test_few_open_files(small: Box, row: str) -> None:
    """With too few files to open, a command is refused in words and has done nothing."""
    script, most, code = FILES[row]
    before = small.state(whole=True)
    done = _shell(f"ulimit -n {most}; {script}", small)
    said = harmless(done.stdout.decode() + done.stderr.decode())
    assert (done.returncode, "samverkan: " in said) == (code, bool(code)), said
    assert "för många öppna filer" in said or not code
    assert small.state(whole=True) == before
