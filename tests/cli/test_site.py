"""`samverkan site`: where it builds, what it refuses, and how it ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .box import Box
from .conftest import Run


def test_build_beside(examples: Box, run: Run) -> None:
    """Without a folder the site lies beside the repository, never in it, with its version."""
    result = run("site", "build")
    assert result.code == 0, result.err
    assert "Webbplatsen är byggd" in result.out
    target = examples.root.parent / "webb"
    assert (target / "index.html").is_file()
    head = examples.git("rev-parse", "HEAD").strip()
    assert head in (target / "om.html").read_text(encoding="utf-8")
    assert examples.git("status", "--porcelain") == ""


def test_refusals(examples: Box, run: Run, tmp_path: Path) -> None:
    """Other people's folders, the cases' own, unknown forms and other computers are refused."""
    other = tmp_path / "annat"
    other.mkdir()
    (other / "x").write_text("x", encoding="utf-8")
    for words, said in (
        (["build", str(other)], "inte tom"),
        (["build", str(examples.root)], "bland ärendena"),
        (["build", str(examples.root / "insatser" / "webb")], "bland ärendena"),
        (["build", "--former", "html,pdg"], "pdg"),
        (["build", "--datum", "i går"], "inget datum"),
        (["serve", "--adress", "0.0.0.0"], "bara sidorna för den här datorn"),  # noqa: S104
        (["serve", "--port", "70000"], "0–65535"),
    ):
        result = run("site", *words)
        assert result.code == 2, words
        assert said in result.err, (words, result.err)


def test_default_inside_another_repository(examples: Box, run: Run) -> None:
    """Where the repository is a part of a larger one, the folder must be said."""
    inner = examples.root / "inre"
    inner.mkdir()
    (inner / "samverkan.yaml").write_bytes((examples.root / "samverkan.yaml").read_bytes())
    result = run("site", "build", "-C", str(inner))
    assert result.code == 2
    assert "Säg var" in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_serve_follows_and_ends_calmly(small: Box) -> None:
    """The site is built again when a case changes, and Ctrl-C ends it with 0 and one word."""
    program = [sys.executable, "-m", "samverkan_cli", "site", "serve", "--port", "0"]
    with subprocess.Popen(
        program, cwd=small.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert "http://127.0.0.1:" in process.stdout.readline()
        time.sleep(0.5)  # until the system has begun to watch
        file = next((small.root / "insatser").glob("*/idebeskrivning.yaml"))
        file.write_text(file.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
        assert process.stdout.readline() == "Byggd igen.\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert process.stdout.read() == "Avslutad.\n"
        assert process.stderr.read() == ""
