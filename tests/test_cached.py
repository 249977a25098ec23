"""The cache's small files: used when whole and ours, otherwise as if they were not there."""

import os
import zlib
from pathlib import Path

import pytest

from samverkan_cli import __version__, cached

BODY = {"namn": "Åsa", "rader": [1, 2, None]}


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """The cache of a git folder that exists."""
    (tmp_path / "git").mkdir()
    return cached.place(str(tmp_path / "git"))


def test_what_was_stored_comes_back(folder: str) -> None:
    """A result comes back as it was, under its name and key alone."""
    assert cached.load(folder, "audit", "k") is None
    cached.store(folder, "audit", "k", BODY)
    assert cached.load(folder, "audit", "k") == BODY
    assert cached.load(folder, "audit", "annan") is None
    assert cached.load(folder, "list", "k") is None


def test_only_the_user_may_read_it(folder: str) -> None:
    """The file is for its owner alone, and no temporary one stays."""
    cached.store(folder, "audit", "k", BODY)
    assert [each.name for each in Path(folder).iterdir()] == ["audit"]
    assert Path(folder, "audit").stat().st_mode & 0o777 == 0o600
    assert Path(folder).stat().st_mode & 0o777 == 0o700


def test_every_damaged_byte_makes_it_unused(folder: str) -> None:
    """A file with any byte changed, or cut anywhere, is as if it were not there."""
    cached.store(folder, "audit", "k", BODY)
    file = Path(folder, "audit")
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cached.load(folder, "audit", "k") is None
        file.write_bytes(whole[:place])
        assert cached.load(folder, "audit", "k") is None
    file.write_bytes(whole)
    assert cached.load(folder, "audit", "k") == BODY


def test_another_version_is_not_trusted(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program stored is not used."""
    monkeypatch.setattr(cached, "__version__", "0.0.9")
    cached.store(folder, "audit", "k", BODY)
    monkeypatch.undo()
    assert cached.load(folder, "audit", "k") is None


@pytest.mark.parametrize("body", [b"[1]", b"inte json", b"\xff"])
def test_a_body_of_another_shape_is_not_used(folder: str, body: bytes) -> None:
    """A whole file that holds no object is as if it were not there."""
    cached.store_raw(folder, "audit", "k", body)
    assert cached.load_raw(folder, "audit", "k") == body
    assert cached.load(folder, "audit", "k") is None


def test_links_lead_nowhere(folder: str, tmp_path: Path) -> None:
    """A link in place of the file or the folder is neither read through nor written through."""
    cached.store(folder, "audit", "k", BODY)
    outside = tmp_path / "utanfor"
    Path(folder).rename(outside)
    Path(folder).symlink_to(outside)
    assert cached.load(folder, "audit", "k") is None
    cached.store(folder, "list", "k", BODY)
    assert not (outside / "list").exists()
    Path(folder).unlink()
    cached.store(folder, "list", "k", BODY)
    Path(folder, "audit").symlink_to(outside / "audit")
    assert cached.load(folder, "audit", "k") is None
    cached.store(folder, "audit", "k", {"ny": 1})
    assert b"namn" in (outside / "audit").read_bytes()


def test_a_file_that_others_may_write_is_not_trusted(folder: str) -> None:
    """Only what nobody else could have written is used."""
    cached.store(folder, "audit", "k", BODY)
    Path(folder, "audit").chmod(0o666)
    assert cached.load(folder, "audit", "k") is None


def test_a_place_that_cannot_be_written_is_silent(folder: str, tmp_path: Path) -> None:
    """Without a cache the work is done once more; nothing fails."""
    Path(folder).parent.write_bytes(b"ingen mapp")
    cached.store(folder, "audit", "k", BODY)
    assert cached.load(folder, "audit", "k") is None
    gone = cached.place(str(tmp_path / "borta"))
    cached.store(gone, "audit", "k", BODY)
    assert cached.load(gone, "audit", "k") is None


def test_a_pipe_does_not_stop_the_reader(folder: str) -> None:
    """Something that is no file is not waited for."""
    cached.store(folder, "audit", "k", BODY)
    os.mkfifo(Path(folder, "list"))
    assert cached.load(folder, "list", "k") is None


def test_the_oldest_go_first(folder: str) -> None:
    """There is never more than there is room for."""
    for number in range(cached.ROOM + 3):
        cached.store_raw(folder, f"r{number:03}", "k", b"x")
        os.utime(Path(folder, f"r{number:03}"), (number, number))
    names = sorted(each.name for each in Path(folder).iterdir())
    assert len(names) == cached.ROOM
    assert names[0] == "r003"


def test_what_is_too_large_is_not_kept(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result over the limit leaves what was there."""
    cached.store_raw(folder, "audit", "k", b"x")
    monkeypatch.setattr(cached, "MOST", 3)
    cached.store_raw(folder, "audit", "k", b"xxxx")
    assert cached.load_raw(folder, "audit", "k") == b"x"


def test_a_key_cannot_end_the_head(folder: str) -> None:
    """A key with a line break in it is one key."""
    cached.store_raw(folder, "audit", f"k\n{zlib.crc32(b'')}", b"x")
    assert cached.load_raw(folder, "audit", "k") is None


def test_the_edition_follows_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was changed is another edition; one that was not is the same."""
    (tmp_path / "a.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr(cached, "_HERE", str(tmp_path))

    def found() -> str:
        monkeypatch.setattr(cached, "_EDITION", [])
        return cached.edition()

    first = found()
    assert cached.edition() == found() == first
    (tmp_path / "a.py").write_text("x = 22\n", encoding="utf-8")
    assert cached.edition() == first, "a program asks once"
    assert found() != first
    (tmp_path / "_shared").mkdir()
    assert found() == __version__
