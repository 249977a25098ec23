"""Only small regular files are read, and nothing makes the reader wait."""

import errno
import os
import socket
from pathlib import Path

import pytest

from samverkan_cli.diagnostics import Fault
from samverkan_cli.yamldoc import files
from samverkan_cli.yamldoc.files import read_bytes
from samverkan_cli.yamldoc.limits import MAX_BYTES


def refused(path: Path) -> Fault:
    """Read a path that must be refused."""
    fault = read_bytes(path)
    assert isinstance(fault, Fault)
    assert fault.message.endswith(".")
    return fault


def test_file_is_read(tmp_path: Path) -> None:
    """A regular file is read as it is, up to the very limit."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * MAX_BYTES)
    assert read_bytes(path) == b"x" * MAX_BYTES


@pytest.mark.parametrize(("size", "words"), [(MAX_BYTES + 1, "257 KiB"), (10**8, "95 MiB")])
def test_large_file_is_refused_unread(tmp_path: Path, size: int, words: str) -> None:
    """A large file is refused by its size."""
    path = tmp_path / "a.yaml"
    path.touch()
    os.truncate(path, size)
    fault = refused(path)
    assert fault.rule == "YML103"
    assert words in fault.message


def test_growing_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that grows while it is read is refused at the limit."""
    path = tmp_path / "a.yaml"
    path.touch()
    monkeypatch.setattr(os, "read", lambda _, left: b"x" * left)
    assert refused(path).rule == "YML103"


def test_links_are_refused(tmp_path: Path) -> None:
    """A symbolic link is refused, wherever it points."""
    (tmp_path / "mal.yaml").write_text("a: 1\n")
    link = tmp_path / "a.yaml"
    link.symlink_to(tmp_path / "mal.yaml")
    fault = refused(link)
    assert fault.rule == "YML101"
    assert "symbolisk länk" in fault.message


def test_links_are_refused_without_the_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system cannot refuse links by a flag, they are refused all the same."""
    monkeypatch.delattr(os, "O_NOFOLLOW")
    link = tmp_path / "a.yaml"
    link.symlink_to(tmp_path)
    assert refused(link).rule == "YML101"


def test_special_files_are_refused(tmp_path: Path) -> None:
    """A fifo, a folder, a socket and a device are refused, and at once."""
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "mapp").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        found = {name: refused(tmp_path / name) for name in ("fifo", "mapp", "s")}
    found["null"] = refused(Path("/dev/null"))
    assert {fault.rule for fault in found.values()} == {"YML101"}
    assert "fifo" in found["fifo"].message
    assert "en mapp" in found["mapp"].message
    assert "en enhet" in found["null"].message


@pytest.mark.parametrize(
    ("number", "rule", "words"),
    [
        (errno.EACCES, "YML102", "får inte läsas"),
        (errno.EMFILE, "YML102", "för många filer"),
        (errno.EIO, "YML102", "går inte att läsa"),
        (errno.EISDIR, "YML101", "en mapp"),
    ],
)
def test_system_errors_have_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, rule: str, words: str
) -> None:
    """What the system refuses is a fault with a sentence, not an exception."""

    def fail(*_: object) -> int:
        raise OSError(number, "x")

    monkeypatch.setattr(os, "open", fail)
    fault = refused(tmp_path / "a.yaml")
    assert fault.rule == rule
    assert words in fault.message


def test_error_while_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails while a file is read gives a fault, and the file is closed."""

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "x")

    (tmp_path / "a.yaml").touch()
    monkeypatch.setattr(os, "read", fail)
    assert refused(tmp_path / "a.yaml").rule == "YML102"


def test_missing_file_and_odd_names(tmp_path: Path) -> None:
    """A missing file is named, with what cannot be seen in its name written out."""
    fault = refused(tmp_path / "a\x1b.yaml")
    assert fault.rule == "YML102"
    assert "a\\x1b.yaml" in fault.message
    assert files.START.line == 1
