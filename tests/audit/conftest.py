"""A sound history of two cases, made by the commands themselves and copied for each test."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.beginning import create
from samverkan_cli.cli import demo
from samverkan_cli.manuscript import at, own_files, scripts
from tests.cli.box import Box, Result, copied
from tests.cli.conftest import (
    examples,
    examples_template,
    fixed,
    run,
    small,
    small_template,
)

__all__ = ["examples", "examples_template", "fixed", "run", "small", "small_template"]

IRIS = "2020-001-iris"
INGANG = "2026-001-en-ingang"


def _silent(_: str) -> None:
    """Hear nothing."""


def _build(root: Path) -> None:
    chosen = [each for each in scripts() if each.manus.id in {IRIS, INGANG}]
    with at(chosen[0].manus.steg[0].datum):
        create(root, demo.FORBUND, own_files(), tell=_silent)
    for script in chosen:
        demo._quietly(root, script)
    Box(root).git("gc", "-q")


@pytest.fixture(scope="session")
def sound_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound repository, made once for all the workers."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    root = shared / "granskat"
    with (shared / "granskat.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "granskat.klart").exists():
            _build(root)
            (shared / "granskat.klart").touch()
    return root


@pytest.fixture
def sound(sound_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Box:
    """A copy of the sound repository; the test stands in it."""
    box = copied(sound_template, tmp_path / "forrad")
    monkeypatch.chdir(box.root)
    return box


Audit = Callable[..., Result]


@pytest.fixture
def audit(run: Callable[..., Result]) -> Audit:
    """Run the audit in this process."""

    def go(*words: str) -> Result:
        return run("audit", *words)

    return go
