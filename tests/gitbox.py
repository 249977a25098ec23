"""A case repository in a git work tree of its own, for what must be tried with real git."""

import atexit
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from samverkan_cli.beginning import create
from samverkan_cli.desk import Desk, Manner
from samverkan_cli.ports import FixedClock
from samverkan_cli.transition import creation
from samverkan_cli.transition.creation import Start
from samverkan_cli.writing import start

from .support import CASE_ID, FOLDER, MOMENT

FIXED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Åsa Öberg",
    "GIT_AUTHOR_EMAIL": "asa@example.se",
    "GIT_AUTHOR_DATE": "2026-03-12T09:00:00+01:00",
    "GIT_COMMITTER_NAME": "Åsa Öberg",
    "GIT_COMMITTER_EMAIL": "asa@example.se",
    "GIT_COMMITTER_DATE": "2026-03-12T09:00:00+01:00",
}


def silent(_: str) -> None:
    """Hear nothing."""


def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the same person, time and git to what follows."""
    for name, value in FIXED.items():
        monkeypatch.setenv(name, value)


def git(root: Path, *args: str) -> str:
    """Run git as the person would."""
    done = subprocess.run(["git", *args], cwd=root, capture_output=True, check=True)
    return done.stdout.decode()


def log(root: Path) -> list[str]:
    """List the subjects of the commits, the last first."""
    return git(root, "log", "--format=%s").splitlines()


def desk(root: Path) -> Desk:
    """Sit down in a folder with a clock that stands still."""
    return Desk(root, FixedClock(MOMENT))


@cache
def _template() -> Path:
    top = mkdtemp(prefix="samverkan-prov-")
    atexit.register(shutil.rmtree, top, ignore_errors=True)
    root = Path(top) / "förråd"
    create(root, "Samordningsförbundet Prov", tell=silent)
    at = desk(root)
    given = Start("Ett prov", ("fk", "af"), inriktning="struktur")
    start(at, CASE_ID, creation.new(at.context, CASE_ID, given), Manner(), silent)
    return root


def repository(folder: Path) -> Path:
    """Copy a repository with one case in its first phase."""
    root = folder / "förråd"
    shutil.copytree(_template(), root, symlinks=True)
    return root


def fill_idea(root: Path) -> None:
    """Write what the first phase requires, by hand."""
    text = (
        "datum: 2026-03-01\nidegivare:\n  namn: Karin Ek\n  part: fk\nproblem: Många väntar.\n"
        "malgrupp: Unga.\nide: En väg in.\neffekter: Kortare väntan.\n"
    )
    (root / FOLDER / "idebeskrivning.yaml").write_text(text, "utf-8")
