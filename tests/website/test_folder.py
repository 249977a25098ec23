"""The folder of the site is wholly new or just as it was, and nobody else's files are touched."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.website.folder import MARKER, build

OLD = [("index.html", b"gammal"), ("borta.html", b"x")]
NEW = [("index.html", b"ny"), ("insatser/a/index.html", b"y")]


def held(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.name != MARKER
    }


def failing() -> Iterator[tuple[str, bytes]]:
    """Give a page, and then fail."""
    yield NEW[0]
    raise SamverkanError("Mallen är trasig.")


def test_built_anew(target: Path) -> None:
    """A build replaces all of an earlier one, counts what it wrote, and leaves nothing beside."""
    build(target, OLD)
    done = build(target, NEW)
    assert held(target) == dict(NEW)
    assert (done.files, done.size) == (2, 3)
    assert [each.name for each in target.parent.iterdir()] == ["webb"]


def test_a_failed_build_changes_nothing(target: Path) -> None:
    """When a page cannot be made the old site stands as it was."""
    build(target, OLD)
    with pytest.raises(SamverkanError):
        build(target, failing())
    assert held(target) == dict(OLD)
    assert [each.name for each in target.parent.iterdir()] == ["webb"]


def test_a_full_disk_changes_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new site cannot be put in place the old one comes back."""
    build(target, OLD)
    rename = Path.rename

    def refusing(self: Path, to: Path) -> Path:
        if self.name.endswith(".ny"):
            raise OSError(28, "full")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(SamverkanError, match="disken är full"):
        build(target, NEW)
    assert held(target) == dict(OLD)


def test_after_a_kill(target: Path) -> None:
    """A build that was killed at its worst moment is mended by the next one."""
    build(target, OLD)
    target.rename(target.parent / ".webb.forra")
    left = target.parent / ".webb.ny"
    left.mkdir()
    (left / MARKER).write_bytes(b"")
    (left / "halv.html").write_bytes(b"h")
    with pytest.raises(SamverkanError):
        build(target, failing())
    assert held(target) == dict(OLD)
    build(target, NEW)
    assert held(target) == dict(NEW)


@pytest.mark.parametrize("name", ["webb", ".webb.ny", ".webb.forra"])
def test_somebody_elses_folder(target: Path, name: str) -> None:
    """A folder with other things in it is refused, also where the build would do its work."""
    other = target.parent / name
    other.mkdir()
    (other / "viktig.txt").write_text("x", encoding="utf-8")
    with pytest.raises(SamverkanError, match="inte tom"):
        build(target, NEW)
    assert [each.name for each in other.iterdir()] == ["viktig.txt"]


def test_no_folder(target: Path, tmp_path: Path) -> None:
    """A file and a link are refused."""
    target.write_text("x", encoding="utf-8")
    link = tmp_path / "lank"
    link.symlink_to(tmp_path)
    for each in (target, link):
        with pytest.raises(SamverkanError, match="ingen vanlig mapp"):
            build(each, NEW)


def test_two_at_once(target: Path) -> None:
    """Two builds of the same folder do not mix: the second is told to wait."""
    fresh = target.parent / ".webb.ny"
    fresh.mkdir()
    with (fresh / MARKER).open("ab") as mine:
        fcntl.flock(mine, fcntl.LOCK_EX)
        with pytest.raises(SamverkanError, match="skriver redan"):
            build(target, NEW)
    build(target, NEW)
