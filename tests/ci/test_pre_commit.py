"""The hooks, asked by the real pre-commit: the ones that `init` lays out and the ones we ship."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_cli.yamldoc.document import YamlDocument
from tests.cli.box import CASE, IDENTITY, Box

from .conftest import ROOT

NUMBER = "19121212-1212"
IDEA = f"insatser/{CASE}/idebeskrivning.yaml"
BIN = Path(sys.executable).parent
SHIPPED = """\
repos:
  - repo: {where}
    rev: {rev}
    hooks:
      - {{id: samverkan-check, language: system}}
      - {{id: samverkan-message, language: system}}
      - {{id: samverkan-fmt, language: system}}
"""
"""The environment that pre-commit would build for us with pip is the one that we stand in."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Keep pre-commit's own files inside the test."""
    path = os.pathsep.join([str(BIN), os.environ["PATH"]])
    return IDENTITY | {"PATH": path, "HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "pc")}


def ask(box: Box, environment: dict[str, str], *words: str) -> tuple[int, str]:
    """Run a command as the person would; gives its exit code and what it said."""
    done = subprocess.run(
        words, cwd=box.root, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def installed(box: Box, environment: dict[str, str]) -> None:
    """Let pre-commit be the only one that is asked."""
    for name in ("pre-commit", "commit-msg"):
        (box.root / ".git" / "hooks" / name).unlink()
    types = ("--hook-type", "pre-commit", "--hook-type", "commit-msg")
    code, said = ask(box, environment, "pre-commit", "install", *types)
    assert code == 0, said


def _shipped(box: Box, place: Path) -> None:
    """Publish our hooks as a repository of their own, as pre-commit wants them."""
    place.mkdir()
    ours = Box(place)
    ours.git("init", "-q", "-b", "main")
    ours.write(".pre-commit-hooks.yaml", (ROOT / ".pre-commit-hooks.yaml").read_bytes())
    config = SHIPPED.format(where=place, rev=ours.commit("Krokar"))
    box.write(".pre-commit-config.yaml", config)


@pytest.mark.parametrize("whose", ["init", "shipped"])
def test_a_commit_by_hand(
    small: Box, environment: dict[str, str], tmp_path: Path, whose: str
) -> None:
    """A number in a file, or in the message, never gets into git; the rest is let through."""
    if whose == "shipped":
        _shipped(small, tmp_path / "krokar")
    installed(small, environment)
    tip = small.tip()
    small.write("brev.txt", f"Åsa {NUMBER}\n")
    small.git("add", "-A")
    code, said = ask(small, environment, "git", "commit", "-m", "Brev")
    assert (code, "brev.txt:1:5 PER101" in said, "1212" in said) == (1, True, False), said
    small.write("brev.txt", "Åsa\n")
    code, said = ask(small, environment, "git", "commit", "-am", f"Brev till {NUMBER}")
    assert (code, "PER101" in said, "1212" in said) == (1, True, False), said
    assert small.tip() == tip
    code, said = ask(small, environment, "git", "commit", "-am", "Brev till Åsa")
    assert code == 0, said
    assert small.tip() != tip


def test_what_pre_commit_builds() -> None:
    """For others each hook is built by pip, and sees what is staged or the message alone."""
    rows = YamlDocument.parse(b"krokar:\n" + (ROOT / ".pre-commit-hooks.yaml").read_bytes()).data
    assert {row["id"]: row["entry"] for row in rows["krokar"]} == {
        "samverkan-check": "samverkan check --staged",
        "samverkan-message": "samverkan check --message",
        "samverkan-fmt": "samverkan fmt --check",
    }
    assert {row["language"] for row in rows["krokar"]} == {"python"}


def test_the_form(small: Box, environment: dict[str, str], tmp_path: Path) -> None:
    """A document that is not written canonically is named, and left as it is."""
    _shipped(small, tmp_path / "krokar")
    small.write(IDEA, "ide: En väg in.\ndatum:    2026-11-20\n")
    small.git("add", "-A")
    code, said = ask(small, environment, "pre-commit", "run", "samverkan-fmt")
    assert (code, f"{IDEA} är inte enhetlig" in said) == (1, True), said
    assert "datum:    2026" in (small.root / IDEA).read_text(encoding="utf-8")
