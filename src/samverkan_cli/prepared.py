"""What costs much to make and is the same at every start: made once, then read from a file.

It lies beside the program's own compiled files and is trusted as they are: who can write there
can change the program itself. Where nobody may write, the user's own cache folder serves, if it is
the user's alone. The file says what it was made from: the versions, and the size and time of
every file behind it. Whatever does not agree is made anew, and nothing else depends on the file:
it may be taken away at any time.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, cast

from samverkan_cli import __version__, resources

T = TypeVar("T")

_FORMAT = 1
_OTHERS_WRITE = 0o022
_STATED: dict[str, list[tuple[str, int, int]]] = {}


def recall(name: str, sources: Sequence[str], make: Callable[[], T], version: str = "") -> T:
    """Give what was made from the sources (folders or files of the package), or make it."""
    key = _key(sources, version)
    places = [*_places(name)]
    for place in places:
        try:
            with open(place, "rb") as file:  # noqa: PTH123 - pathlib costs a start
                if file.read(len(key)) == key:
                    return cast("T", pickle.loads(file.read()))  # noqa: S301 - as our own .pyc
        except Exception:  # noqa: BLE001, S112 - a file that is of no use is as good as none
            continue
    made = make()
    for place in places:
        if _write(place, key, made):
            break
    return made


def _key(sources: Sequence[str], version: str) -> bytes:
    """Say what a file was made from: any change of a file, or of a version, changes the key."""
    import hashlib

    stated = [_STATED.get(each) or _STATED.setdefault(each, [*_state(each)]) for each in sources]
    about = [_FORMAT, __version__, version, sys.version, stated]
    return hashlib.sha256(repr(about).encode()).digest()


def _state(source: str) -> Iterator[tuple[str, int, int]]:
    whole = resources.package(source)
    if os.path.isdir(whole):  # noqa: PTH112 - pathlib costs a start
        for name in sorted(each.name for each in os.scandir(whole)):
            if name != "__pycache__":
                yield from _state(f"{source}/{name}")
    else:
        stat = os.stat(whole)  # noqa: PTH116 - pathlib costs a start
        yield source, stat.st_size, stat.st_mtime_ns


def _places(name: str) -> Iterator[str]:
    """Give the files where it may lie, the best first."""
    file = f"{name}.{sys.implementation.cache_tag}.prepared"
    if not sys.dont_write_bytecode and sys.pycache_prefix is None:
        yield resources.package("__pycache__", file)
    home = os.environ.get("XDG_CACHE_HOME") or f"{os.environ.get('HOME', '')}/.cache"
    folder = f"{home}/samverkan"
    if os.path.isabs(folder) and _is_own(folder):  # noqa: PTH117 - pathlib costs a start
        yield f"{folder}/{file}"


def _is_own(folder: str) -> bool:
    """Tell whether nobody but the user can put a file in a folder; it is made if need be."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - pathlib costs a start
        found = os.lstat(folder)
    except OSError:
        return False
    user = getattr(os, "getuid", lambda: None)()
    return found.st_uid == user and not found.st_mode & _OTHERS_WRITE


def _write(place: str, key: bytes, made: object) -> bool:
    """Write the whole file or none; several commands may do so at once."""
    beside = f"{place}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:  # noqa: PTH123 - pathlib costs a start
            file.write(key + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        os.replace(beside, place)  # noqa: PTH105
    except (OSError, pickle.PicklingError, TypeError, AttributeError):
        return False
    return True
