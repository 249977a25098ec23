"""The demo builds a whole, sound repository by the commands themselves."""

import os
from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.errors import RefusedError
from samverkan_cli.manuscript import at
from tests.house import generated

from .box import IDENTITY, Box, under_git
from .conftest import Run

LAST = date(2026, 11, 26)
MAIN = "2006-001-gemensamt-vagledningsteam"


def test_demo(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One command gives seven insatser and three years; every step is an event and a commit.

    `examples/` is exactly that repository: made by real commands, and only by them.
    """
    (tmp_path / "kod").mkdir()
    (tmp_path / "kod" / "README").write_text("Kod.\n", encoding="utf-8")
    outer = under_git(tmp_path / "kod")  # as when the demo is built inside a checkout
    outer_tip = outer.tip()
    target = outer.root / "build" / "prov"
    for name in IDENTITY:  # a person whom git does not know yet can still see the demo
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    done = run("demo", str(target))
    assert (done.code, done.err) == (0, "")
    _tells(done.out, target)
    box = Box(target)
    assert box.status() == ""
    assert box.git("fsck", "--strict", "--no-dangling") == ""
    _moves(box)
    with at(LAST):  # what is due later is no fault of the demo's
        checked = run("check", "-C", str(target))
    assert (checked.code, checked.out.count("\n")) == (0, 1)
    assert checked.out.startswith("7 insatser, 3 egna ärenden, ")
    assert outer.tip() == outer_tip
    built = generated.files_of(target)
    assert list(generated.differing(generated.ROOT / "examples", built)) == []


def _tells(said: str, target: Path) -> None:
    assert "\x1b" not in said
    assert "$ samverkan advance" in said
    for name in ("ansokan.html", "slutrapport.html"):
        printed = target / "insatser" / MAIN / "utskrifter" / name
        assert str(printed) in said
        assert printed.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    for words in ("status", f"log {MAIN}", "check"):
        assert f"samverkan -C {target} {words}" in said


def _moves(box: Box) -> None:
    """Each event of the main case came with a commit of its own that says the same."""
    folder = f"insatser/{MAIN}/handelser"
    events = sorted(path.name for path in (box.root / folder).iterdir())
    assert len(events) >= 10
    for number, name in enumerate(events, start=1):
        assert name == f"{number:04d}.yaml"
        form = "--format=%(trailers:key=Insats,valueonly)%(trailers:key=Fas-till,valueonly)"
        found = box.git("log", "--diff-filter=A", form, "--", f"{folder}/{name}").split()
        assert found[0] == MAIN
        assert f"till: {found[1]}" in (box.root / folder / name).read_text(encoding="utf-8")
        assert len(found) == 2


def test_demo_leaves_a_full_folder_alone(small: Box, run: Run) -> None:
    """A folder that holds anything is refused, and stays as it was."""
    before = small.state(whole=True)
    done = run("demo", str(small.root))
    assert (done.code, done.out) == (2, "")
    assert "är inte tom" in done.err
    assert "samverkan demo MAPP" in done.err
    assert small.state(whole=True) == before


@pytest.mark.usefixtures("small")
def test_demo_on_a_file(run: Run) -> None:
    """A file where the folder should be is told in words."""
    done = run("demo", "README.md")
    assert (done.code, done.out) == (2, "")
    assert "README.md är ingen mapp" in done.err


@pytest.mark.parametrize("fails", ["raises", "returns"])
def test_demo_that_stops(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """A demo that stops says at which command, and gives back the person's own git."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL")
    monkeypatch.setattr("samverkan_cli.cli.demo.run", {"raises": _refuse, "returns": _one}[fails])
    before = dict(os.environ)
    done = run("demo", "ny")
    assert done.code == 2
    assert "Demon stannade vid" in done.err
    assert "samverkan new" in done.err
    assert dict(os.environ) == before


def _refuse(*_: object) -> int:
    raise RefusedError("Grinden är stängd.", "Öppna den.")


def _one(*_: object) -> int:
    return 1
