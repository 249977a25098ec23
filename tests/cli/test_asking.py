"""The question on a terminal: ja is yes, everything else is no."""

import io

import pytest

from samverkan_cli.cli import writes

from .box import OPEN, Box
from .conftest import Run


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("j\n", True), ("JA\n", True), ("\n", False), ("nej\n", False), ("", False)],
)
def test_question(
    examples: Box,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    saved: bool,
) -> None:
    """A person at a terminal is asked once whether the edits are to be saved first."""
    examples.edit(f"insatser/{OPEN}/insats.yaml", "namn: Lumena", "namn: Lumena två")
    monkeypatch.setattr("sys.stdin", _Terminal(typed))
    monkeypatch.setattr(writes, "_on_terminal", lambda: True)
    before = examples.count()
    done = run("answer", OPEN, "F1-9", "ja")
    assert "Ska" in done.err
    assert done.err.count("[j/N]") == 1
    assert done.code == (0 if saved else 2)
    assert examples.count() == before + (2 if saved else 0)


@pytest.mark.parametrize("gone", ["stdin", "stderr"])
def test_nobody_to_ask(monkeypatch: pytest.MonkeyPatch, gone: str) -> None:
    """Without a terminal on both sides nobody is asked."""
    monkeypatch.setattr("sys.stdin", _Terminal())
    monkeypatch.setattr("sys.stderr", _Terminal())
    assert writes.manner().ask is not None
    monkeypatch.setattr(f"sys.{gone}", None)
    assert writes.manner().ask is None
    monkeypatch.setattr(f"sys.{gone}", io.StringIO())
    assert writes.manner().ask is None
