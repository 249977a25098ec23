"""Results kept between runs, in our folder inside git's: what is wrong in any way is not used.

A cache may be deleted at any time and never decides anything by itself. It is read only when it
is whole, of this edition of the program, under the very key that is asked for, and written by
the same user. Nothing here fails: without a cache the work is done once more.
"""

import os
import stat
import zlib

from samverkan_cli import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST = 64 * 1024 * 1024
"""Bytes of one result; larger ones are neither kept nor read."""

ROOM = 48
"""Results kept; the oldest are removed first."""

STATE = "samverkan"
"""Our own folder inside git's."""

JOURNAL = "journal.json"
"""The file there of a write that is under way or was interrupted."""

_FOLDERS = (STATE, "cache")
_EDITION: list[str] = []
_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib is slow to load
_FOLLOW_NONE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_REFUSED = (OSError, ValueError, NotImplementedError, AttributeError)


def place(git_dir: str) -> str:
    """Give the folder of the cache; it is made when something is first stored."""
    return os.path.join(git_dir, *_FOLDERS)  # noqa: PTH118


def git_dir(root: str) -> str | None:
    """Find git's folder at or above a repository; a linked work tree keeps nothing."""
    folder = root
    while not os.path.lexists(f"{folder}/.git"):
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above
    return f"{folder}/.git" if os.path.isdir(f"{folder}/.git") else None  # noqa: PTH112


def edition() -> str:
    """Name this edition of the program: its version, and its very files where they can change."""
    if not _EDITION:
        _EDITION.append(_edition())
    return _EDITION[0]


def _edition() -> str:
    if os.path.isdir(os.path.join(_HERE, "_shared")):  # noqa: PTH112, PTH118 - from a wheel
        return __version__
    newest, count, waiting = 0, 0, [_HERE]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting += [entry.path] if entry.name != "__pycache__" else []
                else:
                    status = entry.stat()
                    newest, count = max(newest, status.st_mtime_ns), count + status.st_size
    return f"{__version__}+{newest:x}.{count:x}"


def load(folder: str, name: str, key: str) -> "dict[str, Any] | None":
    """Give what was stored under a name for exactly this key; None when there is no such thing."""
    import json

    data = load_raw(folder, name, key)
    try:
        body = None if data is None else json.loads(data)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def store(folder: str, name: str, key: str, body: "dict[str, Any]") -> None:
    """Keep a result under a name; what was kept there before is replaced."""
    import json

    store_raw(folder, name, key, json.dumps(body, separators=(",", ":")).encode())


def load_raw(folder: str, name: str, key: str) -> bytes | None:
    """Give the bytes that were stored under a name for exactly this key, or None."""
    try:
        top = _open(folder, make=False)
    except _REFUSED:
        return None
    try:
        data = _read(top, name)
    except _REFUSED:
        return None
    finally:
        os.close(top)
    head, _, body = data.partition(b"\n")
    return body if head == _head(key, body) else None


def store_raw(folder: str, name: str, key: str, body: bytes) -> None:
    """Keep bytes under a name, whole or not at all."""
    if len(body) > MOST or os.sep in name or name.startswith("."):
        return
    try:
        top = _open(folder, make=True)
    except _REFUSED:
        return
    try:
        _write(top, name, _head(key, body) + b"\n" + body)
        _tidy(top)
    except _REFUSED:
        return
    finally:
        os.close(top)


def _head(key: str, body: bytes) -> bytes:
    """Give the first line: the program's version, the checksum of the body, and the key."""
    line = f"samverkan-cache {__version__} {zlib.crc32(body):08x} {len(body)} {key}"
    return line.replace("\n", " ").encode("utf-8", "backslashreplace")


def _open(folder: str, *, make: bool) -> int:
    """Open the cache's folder step by step, so that no link leads out of git's own."""
    git_dir = folder
    for _ in _FOLDERS:
        git_dir = os.path.dirname(git_dir)  # noqa: PTH120
    here = os.open(git_dir, os.O_RDONLY | os.O_DIRECTORY)
    for part in _FOLDERS:
        try:
            if make and not _there(part, here):
                os.mkdir(part, 0o777 if part == _FOLDERS[0] else 0o700, dir_fd=here)
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | _FOLLOW_NONE, dir_fd=here)
        finally:
            os.close(here)
        here = inner
    return here


def _there(name: str, top: int) -> bool:
    try:
        os.stat(name, dir_fd=top, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _read(top: int, name: str) -> bytes:
    """Read a file that is ours alone; anything else holds nothing."""
    number = os.open(name, os.O_RDONLY | _FOLLOW_NONE, dir_fd=top)
    with os.fdopen(number, "rb") as stream:
        status = os.fstat(number)
        ours = stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()
        if not ours or status.st_mode & 0o022 or status.st_size > MOST + 4096:
            return b""
        return stream.read()


def _write(top: int, name: str, data: bytes) -> None:
    """Write a file beside, and move it into place in one step."""
    fresh = f".{name}.{os.getpid()}"
    number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FOLLOW_NONE, 0o600, dir_fd=top)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
        os.rename(fresh, name, src_dir_fd=top, dst_dir_fd=top)
    except OSError:
        os.unlink(fresh, dir_fd=top)
        raise


def _tidy(top: int) -> None:
    """Remove the oldest results when there are too many, and what a killed run left."""
    with os.scandir(top) as entries:
        found = [(entry.stat(follow_symlinks=False).st_mtime, entry.name) for entry in entries]
    latest = max(found)[0]
    old = [name for when, name in found if name.startswith(".") and when < latest - 3600]
    kept = sorted(each for each in found if not each[1].startswith("."))
    for name in [*old, *(name for _, name in kept[:-ROOM])]:
        os.unlink(name, dir_fd=top)
