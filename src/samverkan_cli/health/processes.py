"""Whether a lock of git's is dead, told only from what can be proven on this machine.

Git writes no owner in its locks, and closes them while a hook or an editor runs, so neither an old
date nor a closed file proves anything alone. Two proofs are accepted, and only on a local disk,
since a lock on a shared one may be held from another machine:

* the lock is older than the machine's last start: no process survives that;
* it is ours, it is old, every process that may be git's can be looked into, and none works in the
  repository or holds the lock open. In a container others may be hidden: there, old is a day.

Where neither can be had (no /proc: macOS), no lock is dead.
"""

import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

OLD = 600.0
OLD_IN_CONTAINER = 86_400.0
"""Seconds before the absence of a git process says something."""

_PROC = Path("/proc")
_HOST = "pid:[4026531836]"
"""The process namespace of the machine itself; the number is fixed in Linux."""

_FLAGS = ("--git-dir", "--work-tree")
_NAMED = re.compile(r"GIT_(DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY)=")
_LOCAL = frozenset(
    {"ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "jfs", "bcachefs"}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """Which processes use a repository's git folder, and whether all could be looked into."""

    users: tuple[int, ...]
    whole: bool


def proof(lock: Path, status: os.stat_result, seen: Seen) -> str | None:
    """Say why a lock is surely dead; None when it may be alive."""
    if not _is_local(lock):
        return None
    booted = _boot_time()
    if booted is not None and status.st_mtime < booted:
        return "den är äldre än datorns senaste start"
    patience = OLD if _sees_the_machine() else OLD_IN_CONTAINER
    old = time.time() - status.st_mtime > patience
    if old and seen.whole and not seen.users and status.st_uid == os.getuid():
        return "den är gammal, och ingen git-process arbetar i förrådet"
    return None


def look(folders: Sequence[Path]) -> Seen:
    """Look for git processes that work in some folders, and for any that holds a lock open."""
    if not _PROC.joinpath("self").exists():
        return Seen((), whole=False)
    users, whole = [], True
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            uses = _uses(entry, folders)
            whole = whole and uses is not None
            users += [int(entry.name)] if uses else []
    return Seen(tuple(users), whole)


def _uses(process: Path, folders: Sequence[Path]) -> bool | None:
    """Tell whether a process works in the folders; None when it may, and cannot be asked."""
    try:
        is_git = process.joinpath("comm").read_text("utf-8", "replace").startswith("git")
    except OSError:
        return False  # it has ended
    try:
        if is_git and any(_inside(each, folders) for each in _sent_to(process)):
            return True
        held = (Path(name) for name in _open_files(process))
        return any(each.suffix == ".lock" and _inside(each, folders) for each in held)
    except PermissionError:
        return None if is_git else False
    except OSError:
        return False


def _sent_to(process: Path) -> Iterator[Path]:
    """Give where a git works: where it stands, and the folders that it is told of."""
    stands = process.joinpath("cwd").readlink()
    yield stands
    words = _words(process / "cmdline")
    told = [word.partition("=")[2] for word in words if word.startswith(_FLAGS)]
    told += [after for word, after in pairwise(words) if word in _FLAGS]
    told += [word.partition("=")[2] for word in _words(process / "environ") if _NAMED.match(word)]
    yield from (Path(os.path.normpath(stands / each)) for each in told if each)


def _words(file: Path) -> list[str]:
    return [os.fsdecode(word) for word in file.read_bytes().split(b"\0")]


def _open_files(process: Path) -> Iterator[str]:
    for each in process.joinpath("fd").iterdir():
        with suppress(FileNotFoundError):
            yield os.fspath(each.readlink())


def _inside(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _boot_time() -> float | None:
    with suppress(OSError):
        found = re.search(r"^btime (\d+)$", _PROC.joinpath("stat").read_text("utf-8"), re.MULTILINE)
        return float(found[1]) if found else None
    return None


def _sees_the_machine() -> bool:
    with suppress(OSError):
        return os.fspath(_PROC.joinpath("self/ns/pid").readlink()) == _HOST
    return False


def _is_local(path: Path) -> bool:
    """Tell whether a file lies on a disk that no other machine writes to, as far as is known."""
    best, kind = "", ""
    with suppress(OSError):
        for line in _PROC.joinpath("self/mountinfo").read_text("utf-8", "replace").splitlines():
            mount, _, rest = line.partition(" - ")
            fields = mount.split(" ")
            point = fields[4].replace("\\040", " ")
            if path.is_relative_to(point) and len(point) >= len(best):
                best, kind = point, rest.split(" ")[0]
    return kind in _LOCAL
