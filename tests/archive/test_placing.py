"""A package lands whole or not at all, and never on what is there."""

import errno
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from samverkan_cli.archive import placing
from samverkan_cli.archive.item import Item
from samverkan_cli.errors import SamverkanError

ITEMS = [Item("a/å.txt", b"ett", "Ett"), Item("LÄS MIG.txt", b"tva", "Läs")]
WHEN = datetime.fromisoformat("2026-05-04T12:30:00+02:00")


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_what_is_there_stays(tmp_path: Path, name: str) -> None:
    """Nothing is written over, and the refusal says what to do."""
    target = tmp_path / name
    target.write_text("mitt", encoding="utf-8")
    with pytest.raises(SamverkanError, match="finns redan") as told:
        placing.place(target, ITEMS, WHEN)
    assert "-o" in told.value.hint
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert target.read_text(encoding="utf-8") == "mitt"


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_full_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """When a file cannot be written, what was begun is gone and the reason is told."""
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "LÄS MIG.txt":
            raise OSError(errno.ENOSPC, "full")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SamverkanError, match="disken är full"):
        placing.place(tmp_path / name, ITEMS, WHEN)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_nothing(tmp_path: Path) -> None:
    """Somebody who changes their mind halfway has no half package."""

    def stop(_top: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        placing.place(tmp_path / "paket", ITEMS, WHEN, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_zip_has_one_folder_fixed_times_and_swedish_names(tmp_path: Path) -> None:
    """The same files give the same bytes, and every program reads the names."""
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        placing.place(tmp_path / name / "paket.zip", ITEMS, WHEN)
    one, other = ((tmp_path / name / "paket.zip").read_bytes() for name in ("x", "y"))
    assert one == other
    with zipfile.ZipFile(tmp_path / "x" / "paket.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["paket/LÄS MIG.txt", "paket/a/å.txt"]
        assert {info.date_time for info in packed.infolist()} == {(2026, 5, 4, 12, 30, 0)}
        assert all(info.flag_bits & 0x800 for info in packed.infolist())


def test_a_place_among_the_cases_is_refused(tmp_path: Path) -> None:
    """A package among the insatser would be read as one."""
    (tmp_path / "insatser").mkdir()
    with pytest.raises(SamverkanError, match="bland insatserna"):
        placing.refuse(tmp_path / "insatser" / "paket", tmp_path)


@pytest.mark.parametrize("name", [".zip", "a\x1bb", "a\0b"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    """A package has a name that people can read and type."""
    with pytest.raises(SamverkanError, match="inget namn"):
        placing.refuse(tmp_path / name, tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A way that leads nowhere is said in words."""
    with pytest.raises(SamverkanError, match="mappen finns inte"):
        placing.place(tmp_path / "borta" / "paket", ITEMS, WHEN)
