"""What was read is known, and a change of it is never missed."""

import os
import time
from pathlib import Path

import pytest

from samverkan_cli import watched
from samverkan_cli.watched import note, settled, unchanged, watching

LONG_AGO = 10 * 10**9


def stamped(paths: list[str]) -> list[bytes]:
    """Give the stamps of some paths, in their order."""
    with watching() as seen:
        for each in paths:
            note(each)
    _, stamps = settled(seen, time.time_ns() + LONG_AGO)
    assert stamps is not None
    return [seen[each][0] for each in paths]


def test_who_watches_outside_hears_all() -> None:
    """Notes inside reach every watcher around, and nobody else."""
    note("ingen")
    with watching() as outer:
        note("a")
        with watching() as inner:
            note("b")
        assert {*inner} == {"b"}
    assert {*outer} == {"a", "b"}
    assert not watched._watchers


def test_every_kind_of_change_shows(tmp_path: Path) -> None:
    """An edit of the same length and time, a move, a removal and a coming are all seen."""
    file, gone, folder = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    file.write_text("ett", encoding="utf-8")
    folder.mkdir()
    paths = [str(each) for each in (file, gone, folder)]

    def kept() -> list[bytes]:
        return stamped(paths)

    before = kept()
    assert unchanged(paths, before)
    times = file.stat()
    time.sleep(0.02)
    file.write_text("två", encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not unchanged(paths, before)
    for change in (gone.touch, gone.unlink, (folder / "d").touch):
        before = kept()
        time.sleep(0.02)
        change()
        assert not unchanged(paths, before)


def test_what_moves_is_not_kept(tmp_path: Path) -> None:
    """A file that was changed just before, or after it began, gives no stamps."""
    file = tmp_path / "a"
    file.touch()
    with watching() as seen:
        note(str(file))
    assert settled(seen, time.time_ns()) == ([str(file)], None)
    assert settled(seen, time.time_ns() + LONG_AGO)[1] is not None


def test_the_stamp_is_from_before_the_reading(tmp_path: Path) -> None:
    """What changes after it was first noted is found out, however often it is noted again."""
    file = tmp_path / "a"
    file.write_text("ett", encoding="utf-8")
    with watching() as seen:
        note(str(file))
        file.write_text("två och", encoding="utf-8")
        note(str(file))
        with watching():
            note(str(file))
    paths, stamps = settled(seen, time.time_ns() + LONG_AGO)
    assert not unchanged(paths, stamps or [])


def test_many_are_looked_at_by_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change is found in either half, and no process is left behind."""
    monkeypatch.setattr(watched, "MANY", 2)
    files = [tmp_path / str(number) for number in range(4)]
    for each in files:
        each.touch()
    paths = [str(each) for each in files]
    before = stamped(paths)
    assert unchanged(paths, before)
    for each in (files[0], files[3]):
        each.unlink()
        assert not unchanged(paths, before)
        each.touch()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)
