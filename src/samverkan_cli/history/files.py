"""Files of the working tree: read once without following links, replaced whole or not at all."""

import errno
import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults
from samverkan_cli.history.text import visible

LARGEST = 64 * 1024 * 1024
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def blob_id(data: bytes) -> str:
    """Give the name git gives these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def read_all(top: Path, scope: str) -> dict[str, bytes]:
    """Read every file under a scope (relative to `top`); links and devices are refused."""
    start = top / scope
    if not _plain_way(top, scope):
        return {}
    if not start.is_dir():
        return {scope: read_file(start, scope)}
    found: dict[str, bytes] = {}
    _read_folder(start, f"{scope}/" if scope else "", found)
    return found


def read_file(path: Path, name: str) -> bytes:
    """Read one regular file, once; anything else is refused by name."""
    try:
        number = os.open(path, _READ)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _not_a_file(name) from error
        raise
    try:
        _refuse_odd(os.fstat(number), name)
        with os.fdopen(number, "rb", closefd=False) as stream:
            return stream.read()
    finally:
        os.close(number)


def read_if_any(top: Path, path: str) -> bytes | None:
    """Read one file; None when nothing stands there."""
    if not _plain_way(top, path):
        return None
    return read_file(top / path, path)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is nobody else's, down to the disk."""
    with path.open("wb") as stream:
        faults.checkpoint("file opened")
        stream.write(data)
        stream.flush()
        faults.checkpoint("file written")
        os.fsync(stream.fileno())
    faults.checkpoint("file on disk")


def bytes_of(path: Path) -> bytes:
    """Read a file of git's own; nothing when it is not there."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def copy_index(source: Path, target: Path) -> bytes:
    """Copy an index, if there is one, and give its bytes.

    The time goes with it: git compares it with each file's to see which of them could
    have changed after they were staged.
    """
    try:
        with source.open("rb") as stream:
            data, status = stream.read(), os.fstat(stream.fileno())
    except FileNotFoundError:
        return b""
    target.write_bytes(data)
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    faults.checkpoint("index copied")
    return data


def replace(source: Path, target: Path) -> None:
    """Move a finished file over another in one step, keeping the old one's permissions."""
    with suppress(FileNotFoundError):
        source.chmod(stat.S_IMODE(target.stat().st_mode))
    faults.checkpoint("file ready")
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The git directory lies on another disk: make the last step a rename there too.
        beside = beside_of(target)
        write_new(beside, source.read_bytes())
        beside.chmod(stat.S_IMODE(source.stat().st_mode))
        beside.replace(target)


def beside_of(target: Path) -> Path:
    """Name the temporary neighbour of a file, so that recovery can find it."""
    return target.with_name(f".{target.name}.samverkan-tmp")


def remove(top: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty, as git does."""
    target = top / path
    target.unlink()
    faults.checkpoint("file removed")
    for folder in target.parents:
        if folder == top:
            break
        try:
            folder.rmdir()
        except OSError:
            break


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
    faults.checkpoint("folder on disk")


def _plain_way(top: Path, path: str) -> bool:
    """Walk to a path without passing a link; False when something on the way is missing."""
    here = top
    for part in [part for part in path.split("/") if part]:
        here /= part
        try:
            mode = here.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return False
        if stat.S_ISLNK(mode):
            raise _not_a_file(here.relative_to(top).as_posix())
    return True


def _read_folder(folder: Path, prefix: str, found: dict[str, bytes]) -> None:
    """Read a folder and those below it; a repository's own `.git` is no part of a case."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            name = prefix + entry.name
            if entry.name == ".git":
                continue
            if entry.is_dir(follow_symlinks=False):
                _read_folder(Path(entry.path), f"{name}/", found)
            else:
                found[name] = read_file(Path(entry.path), name)


def _refuse_odd(status: os.stat_result, name: str) -> None:
    """Refuse what is not a regular file, or is too large to hold in memory."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    if not stat.S_ISREG(status.st_mode):
        raise _not_a_file(name)
    if status.st_size > LARGEST:
        raise SamverkanError(
            f"{visible(name)} är större än {LARGEST // 1024 // 1024} MiB.",
            "Flytta stora filer ut ur ärendeförrådet och hänvisa till dem i stället.",
        )


def _not_a_file(name: str) -> SamverkanError:
    """Say that a path is a link, a pipe or a device."""
    return SamverkanError(
        f"{visible(name)} är inte en vanlig fil.",
        "Ersätt länken (eller det som står där) med en vanlig fil, eller ta bort den.",
    )


def replace_all(wanted: dict[Path, bytes]) -> None:
    """Replace files after every new text is safely on disk, so that a full disk changes none."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in wanted.items():
            fresh = path.with_name(f".{path.name}.samverkan")
            ready.append((fresh, path))
            write_new(fresh, data)
        for fresh, path in ready:
            fresh.replace(path)
            faults.checkpoint("file in place")
    finally:
        for fresh, _ in ready:
            with suppress(FileNotFoundError):
                fresh.unlink()
