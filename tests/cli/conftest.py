"""A fixed person, a fixed day, and two repositories: the examples and a small one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.ports import CLOCK, FixedClock

from .box import CASE, EXAMPLES, IDENTITY, Box, Result, copied, under_git

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
_LOOSE = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SAMVERKAN_REPO", "TERM")

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def fixed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give every test the same person, day, git and width."""
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    for name in _LOOSE:
        monkeypatch.delenv(name, raising=False)
    token = CLOCK.set(FixedClock(NOW))
    yield
    CLOCK.reset(token)


@pytest.fixture(scope="session")
def examples_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example repository under git, made once."""
    root = tmp_path_factory.mktemp("mall") / "exempel"
    copied(EXAMPLES, root)
    return under_git(root).root


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository made by `samverkan init` and `samverkan new`, made once."""
    root = tmp_path_factory.mktemp("mall") / "litet"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        token = CLOCK.set(FixedClock(NOW))
        assert main(["init", str(root), "--namn", "Samordningsförbundet Prov"]) == 0
        words = ["new", "Egen idé", "--part", "fk", "--part", "kommun", "-C", str(root)]
        assert main(words) == 0
        CLOCK.reset(token)
    Box(root).git("gc", "-q")
    return root


@pytest.fixture
def examples(examples_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Box:
    """The example repository, to do anything with; the test stands in it."""
    box = copied(examples_template, tmp_path / "exempel")
    monkeypatch.chdir(box.root)
    return box


@pytest.fixture
def small(small_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Box:
    """A repository with one case in its first phase; the test stands in it."""
    box = copied(small_template, tmp_path / "litet")
    assert box.case().is_dir(), CASE
    monkeypatch.chdir(box.root)
    return box


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, as `samverkan` would."""

    def go(*words: str) -> Result:
        capsys.readouterr()
        code = main(list(words))
        said = capsys.readouterr()
        return Result(code, said.out, said.err)

    return go


Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def installed() -> Command:
    """Run the installed command as a process of its own."""
    program = Path(sys.executable).parent / "samverkan"

    def go(*words: str, **kept: object) -> "subprocess.CompletedProcess[bytes]":
        extra = dict(kept.pop("env", None) or {})  # type: ignore[call-overload]
        return subprocess.run(
            [program, *words],
            capture_output=True,
            check=False,
            env=os.environ | extra,
            timeout=60,
        )

    return go
