"""What the disk says no to is told in Swedish, and what stands in the way is left alone."""

from collections.abc import Callable

import pytest

from .box import Box
from .conftest import Run


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
