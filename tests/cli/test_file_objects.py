"""What is no plain file in a case folder is told, never followed, never waited for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .box import CASE, OPEN, Box
from .conftest import Run

HEADER = f"insatser/{CASE}/insats.yaml"


def _instead(box: Box, path: str) -> Path:
    (box.root / path).unlink()
    return box.root / path


def _link_out(box: Box) -> None:
    _instead(box, HEADER).symlink_to("/etc/passwd")


def _link_inside(box: Box) -> None:
    _instead(box, HEADER).symlink_to("idebeskrivning.yaml")


def _fifo(box: Box) -> None:
    os.mkfifo(box.case("ansokan.yaml"))


def _loop(box: Box) -> None:
    box.case("slinga").symlink_to("../../insatser")


def _case_is_a_link(box: Box) -> None:
    (box.root / "insatser" / "2026-009-lank").symlink_to(box.root.parent)


def _folder_for_file(box: Box) -> None:
    _instead(box, HEADER).mkdir()


def _wrong_ending(box: Box) -> None:
    box.case("ansokan.yml").touch()


FS: dict[str, tuple[Callable[[Box], None], str, str]] = {
    "FS-01": (_link_out, HEADER, "länk"),
    "FS-02": (_link_inside, HEADER, "länk"),
    "FS-04": (_fifo, f"insatser/{CASE}/ansokan.yaml", "inte en vanlig fil"),
    "FS-06": (_case_is_a_link, "insatser/2026-009-lank", "ingen insatsmapp"),
    "FS-07": (_folder_for_file, HEADER, "mapp"),
    "FS-12": (_wrong_ending, f"insatser/{CASE}/ansokan.yml", ".yaml"),
}


@pytest.mark.parametrize("row", FS)
def test_check_tells(small: Box, run: Run, row: str) -> None:
    """Check names the path and says what it is, quickly and without following it."""
    make, path, word = FS[row]
    make(small)
    before = small.state(whole=True)
    done = run("check")
    assert done.code == 1
    assert path in done.out
    assert word in done.out
    assert "root:" not in done.out
    assert small.state(whole=True) == before


@pytest.mark.parametrize("row", ["FS-01", "FS-02", "FS-04", "FS-07"])
def test_nothing_moves_past_it(small: Box, run: Run, row: str) -> None:
    """A case that holds such a thing is neither saved nor moved."""
    FS[row][0](small)
    before = small.state()
    for words in (["save", CASE], ["advance", CASE, "--yes"], ["advance", CASE]):
        done = run(*words)
        assert done.code in {1, 2}, done
        assert "Traceback" not in done.err
        assert done.err.startswith("samverkan: ")
    assert small.state() == before


def test_loop_of_folders(small: Box, run: Run) -> None:
    """A link to a folder above is not walked into."""
    _loop(small)
    done = run("check")
    assert done.code in {0, 1}
    assert "slinga" in done.out
    assert done.out.count("slinga") < 4


def test_unreadable_file(examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is told with its name and what to look at, exit 2."""
    target = examples.case("insats.yaml", OPEN)

    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr("samverkan_cli.repository.read_bytes", refuse)
    done = run("list")
    assert (done.code, done.out) == (2, "")
    assert str(target) in done.err
    assert "åtkomst nekas" in done.err
    assert "rättigheter" in done.err
    assert "Permission" not in done.err


def test_unknown_system_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the system that has no word of its own is told by its number, in Swedish."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(71, "Protocol error")

    monkeypatch.setattr("samverkan_cli.cli.list_.command", refuse)
    monkeypatch.setattr("samverkan_cli.cli.run.build", lambda _: _Now(refuse))
    done = run("list")
    assert done.code == 2
    assert "systemfel 71" in done.err


class _Now:
    """A command that is called at once."""

    def __init__(self, call: Callable[..., None]) -> None:
        self.main = call


def test_new_beside_a_folder_of_the_same_name(small: Box, run: Run) -> None:
    """A folder that stands where the new case should be is left alone."""
    small.write("insatser/2026-002-ny/anteckning.txt", "min\n")
    before = small.state()
    done = run("new", "Ny", "--part", "fk", "--id", "2026-002-ny")
    assert done.code == 2
    assert "finns redan" in done.err
    assert small.state() == before
