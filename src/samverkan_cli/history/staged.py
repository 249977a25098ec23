"""What git has staged: read from the index, never from the working tree."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.case import UTSKRIFTER
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.index import Index
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.repository import CASES

_ASK = (
    *("diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative"),
    *("--no-ext-diff", "--ignore-submodules=none", "--"),
)
_ROW = re.compile(rb":\d{6} (\d{6}) [0-9a-f]{40} ([0-9a-f]{40}) [A-Z]\d*")
_GONE = "000000"
_FILE = "100"


@dataclass(frozen=True)
class Staged:
    """What the next commit changes, and the files that must be known to judge it.

    `touched` names every path, removed ones too; `changed` holds the new bytes of those that
    stay, and `around` what the index says of the folders that were asked for.
    """

    touched: tuple[str, ...]
    changed: Mapping[str, bytes]
    around: Mapping[str, bytes]


def calling_index() -> Path | None:
    """Give the index that a calling hook has named: `git commit FIL` uses one of its own."""
    named = os.environ.get("GIT_INDEX_FILE")
    return Path(named).absolute() if named else None


def staged(worktree: Worktree, around: Iterable[str], file: Path | None = None) -> Staged:
    """Read what is staged, and with it what the index holds around it.

    `around` names files and folders; an `insatser/ID` that is touched is always read whole.
    Links and submodules have no text and are given with nothing in them, as are the renderings
    that nobody has staged.
    """
    index = Index(worktree.git, file)
    rows = _changed(worktree, file)
    cases = {_case(path.removeprefix(worktree.prefix)) for path in rows}
    wanted = [worktree.full(path) for path in (*around, *sorted(cases - {""}))]
    held = {
        path: entry.blob if entry.mode.startswith(_FILE) and not _is_printed(path) else ""
        for path, entry in index.entries(wanted).items()
        if entry.stage == 0
    }
    new = {
        path: blob if mode.startswith(_FILE) else ""
        for path, (mode, blob) in rows.items()
        if mode != _GONE
    }
    blobs = worktree.read_blobs(each for each in (*held.values(), *new.values()) if each)
    cut = len(worktree.prefix)

    def inside(found: Mapping[str, str]) -> dict[str, bytes]:
        return {
            path[cut:] if path.startswith(worktree.prefix) else path: blobs.get(blob, b"")
            for path, blob in found.items()
        }

    return Staged(
        tuple(path.removeprefix(worktree.prefix) for path in rows), inside(new), inside(held)
    )


def _changed(worktree: Worktree, file: Path | None) -> dict[str, tuple[str, str]]:
    """Give mode and blob of every path that the index has otherwise than the last commit."""
    env = {"GIT_INDEX_FILE": str(file)} if file else {}
    parts = worktree.git.run(_ASK, env=env).split(b"\0")
    found: dict[str, tuple[str, str]] = {}
    for row, path in zip(parts[:-1:2], parts[1::2], strict=True):
        head = _ROW.fullmatch(row)
        if not head:
            raise SamverkanError("Git gav ett index som inte går att tyda.", "Kör `git status`.")
        found[path.decode("utf-8", "surrogateescape")] = (head[1].decode(), head[2].decode())
    return found


def _is_printed(path: str) -> bool:
    return f"/{UTSKRIFTER}/" in path


def _case(path: str) -> str:
    """Give the folder of the case that a path lies in."""
    top, _, rest = path.partition("/")
    name, inside, _ = rest.partition("/")
    return f"{top}/{name}" if top == CASES and inside else ""
