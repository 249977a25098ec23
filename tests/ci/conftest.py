"""The repositories of the command line's tests, and a place that looks like a runner."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ci.forge import TOKEN, Forge, running
from tests.cli.box import IDENTITY
from tests.cli.conftest import examples_template, fixed, run, small, small_template

__all__ = ["examples_template", "fixed", "forge", "run", "runner", "small", "small_template"]

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / ".ci" / "samverkan-ci.py"

Runner = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def forge() -> Iterator[Forge]:
    """A forge that answers over HTTP."""
    made = Forge()
    with running(made):
        yield made


@pytest.fixture
def runner(tmp_path: Path, forge: Forge) -> Runner:
    """Run the text of a step in a folder, with the environment that a runner gives it."""
    place = tmp_path / "runner"
    place.mkdir()
    (place / "samverkan-ci").symlink_to(SCRIPT)
    event = {"pull_request": {"number": 7, "title": "$(touch PWN) ${{ secrets.X }} `touch PWN`"}}
    (place / "event.json").write_text(json.dumps(event), encoding="utf-8")
    known = {
        "PATH": os.pathsep.join([str(place), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "HOME": str(place),
        "GITHUB_API_URL": forge.url,
        "GITHUB_TOKEN": TOKEN,
        "GITHUB_REPOSITORY": "forbundet/arenden",
        "GITHUB_EVENT_PATH": str(place / "event.json"),
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
        "GITHUB_BASE_REF": "main",
        "GITHUB_HEAD_REF": "x;touch${IFS}PWN",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main",
        "no_proxy": "127.0.0.1",
    }

    def go(step: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", step],
            cwd=folder,
            env=IDENTITY | known | more,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return go
