"""Reads the bytes of a regular file, and of nothing else."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.watched import note
from samverkan_cli.yamldoc.limits import MAX_BYTES
from samverkan_cli.yamldoc.wording import cited

# O_NONBLOCK: opening a fifo must not wait for a writer. Windows has neither flag.
FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
START: Final = Place()


def read_bytes(path: Path) -> bytes | Fault:
    """Read a small regular file; a link, a folder, a fifo or a large file is a fault."""
    note(str(path))
    try:
        if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
            return _link(path)
        handle = os.open(path, FLAGS)
    except OSError as error:
        return _unopened(path, error)
    try:
        return _read(path, handle)
    except OSError as error:
        return _unreadable(path, error)
    finally:
        os.close(handle)


def _read(path: Path, handle: int) -> bytes | Fault:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        return irregular(path.name, _kind(state.st_mode))
    if state.st_size > MAX_BYTES:
        return too_large(state.st_size)
    parts: list[bytes] = []
    left = MAX_BYTES + 1  # a file may grow while it is read
    while left and (part := os.read(handle, left)):
        parts.append(part)
        left -= len(part)
    raw = b"".join(parts)
    return raw if left else too_large(len(raw))


def too_large(size: int) -> Fault:
    """Say that a file is too large."""
    return Fault(
        "YML103",
        START,
        f"Filen är {_size(size)}, men ett dokument får vara högst {MAX_BYTES // 1024} KiB.",
        "Flytta bilagor och långa texter till egna filer.",
    )


def _size(size: int) -> str:
    large = 10 * 1024 * 1024
    return f"{size // (1024 * 1024)} MiB" if size >= large else f"{-(-size // 1024)} KiB"


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISDIR, "en mapp"),
        (stat.S_ISFIFO, "ett rör (fifo)"),
        (stat.S_ISCHR, "en enhet"),
        (stat.S_ISBLK, "en enhet"),
    )
    return next((name for test, name in kinds if test(mode)), "en specialfil")


def _unopened(path: Path, error: OSError) -> Fault:
    # ELOOP is the answer of Linux and macOS to O_NOFOLLOW; FreeBSD says EMLINK.
    if error.errno in {errno.ELOOP, errno.EMLINK}:
        return _link(path)
    if error.errno == errno.ENXIO:
        return irregular(path.name, "en specialfil")
    if error.errno == errno.EISDIR or path.is_dir():
        return irregular(path.name, "en mapp")
    return _unreadable(path, error)


def _link(path: Path) -> Fault:
    return irregular(path.name, "en symbolisk länk")


def irregular(name: str, kind: str) -> Fault:
    """Say that a file is a link, a folder or a device."""
    return Fault(
        "YML101",
        START,
        f"{cited(name)} är {kind}, inte en vanlig fil.",
        "Lägg en vanlig textfil på samma plats, och ta bort det som står där.",
    )


REASONS: Final = {
    errno.ENOENT: ("finns inte", "Kontrollera namnet och mappen."),
    errno.EACCES: ("får inte läsas", "Ge dig själv läsrättighet till filen."),
    errno.EPERM: ("får inte läsas", "Ge dig själv läsrättighet till filen."),
    errno.EMFILE: ("kan inte öppnas, för många filer är öppna", "Stäng program och försök igen."),
    errno.ENFILE: ("kan inte öppnas, för många filer är öppna", "Stäng program och försök igen."),
}


def _unreadable(path: Path, error: OSError) -> Fault:
    what, hint = REASONS.get(
        error.errno or 0, ("går inte att läsa", "Kontrollera disken och nätverket.")
    )
    return Fault("YML102", START, f"Filen {cited(path.name)} {what}.", hint)
