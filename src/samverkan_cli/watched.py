"""Which files and folders an answer was read from, and whether they are as they were.

A file is as it was when its size, its times and its number on the disk are: what git's own index
trusts. The time of change (ctime) cannot be set back, so a later edit is never missed; an answer
about something that was changed just now is not kept at all, since a clock may stand still. A
stamp is taken just before a file is read, so that what changes meanwhile is found out next time.
"""

import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FRESH = 2 * 10**9
"""Nanoseconds: two edits this close may bear the same time on a coarse disk."""

MANY = 3000
"""Paths that are worth a process of their own to look at."""

Seen = dict[str, tuple[bytes, int]]
"""What was read: each path with its stamp just before it was read, and when it was last changed."""

_watchers: list[Seen] = []


def note(path: str) -> None:
    """Say that a file or folder is about to be read; also one that is not there."""
    if _watchers and path not in _watchers[-1]:
        _watchers[-1][path] = _stamp(path)


def noted(seen: Seen) -> None:
    """Say that what another has noted was read for us too."""
    for path, stamp in seen.items() if _watchers else ():
        _watchers[-1].setdefault(path, stamp)


class watching:  # noqa: N801 - used as a function is: `with watching() as seen:`
    """Gather what is read inside; who watches outside hears of it too."""

    def __enter__(self) -> Seen:
        """Begin to gather."""
        self._seen: Seen = {}
        _watchers.append(self._seen)
        return self._seen

    def __exit__(self, *_: object) -> None:
        """Gather no more."""
        _watchers.pop()
        noted(self._seen)


def settled(seen: Seen, began: int) -> tuple[list[str], list[bytes] | None]:
    """Give the paths and their stamps; no stamps when one may have changed since a moment (ns)."""
    is_moving = any(changed > began - FRESH for _, changed in seen.values())
    paths = sorted(seen)
    return paths, None if is_moving else [seen[path][0] for path in paths]


def libraries() -> list[int]:
    """Tell when each folder of libraries was last changed (ns): an upgrade shows there."""
    return [os.stat(each).st_mtime_ns for each in sys.path if each.endswith("-packages")]  # noqa: PTH116


def unchanged(paths: "Sequence[str]", before: "Sequence[bytes]") -> bool:
    """Tell whether everything is as it was; very many are looked at by two processes."""
    if len(paths) != len(before):
        return False
    half = len(paths) // 2
    if len(paths) < MANY or not hasattr(os, "fork"):
        return _same(paths, before)
    child = os.fork()
    if child == 0:
        os._exit(0 if _same(paths[half:], before[half:]) else 1)
    try:
        here = _same(paths[:half], before[:half])
    finally:
        there = os.waitpid(child, 0)[1]
    return here and there == 0


def _same(paths: "Sequence[str]", before: "Sequence[bytes]") -> bool:
    return all(_stamp(path)[0] == was for path, was in zip(paths, before, strict=True))


def _stamp(path: str) -> tuple[bytes, int]:
    """Give the stamp of a path and when it was last changed (ns); nothing there is a stamp too."""
    try:
        found = os.lstat(path)
    except OSError as error:
        return marshal.dumps(error.errno), 0
    changed = found.st_mtime_ns, found.st_ctime_ns
    return marshal.dumps((*changed, found.st_size, found.st_ino, found.st_mode)), max(changed)
