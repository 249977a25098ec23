"""Everything an examination looks at, read once: the files, and what git says of them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.repository import CASES, ROOT_FILE
from samverkan_cli.yamldoc.files import read_bytes

_READ = (CASES, "processer", "kataloger", "schemas")
"""The folders whose files are ours to look at; everything else is somebody else's."""


@dataclass(frozen=True)
class Patient:
    """A repository as it lies on the disk; nothing here writes.

    `files` holds what can be read, by path from the root, `litter` the temporary neighbours that an
    interrupted write left. `tree` is path → blob of the last commit. Without git, `worktree` is
    None and `no_git` says why.
    """

    root: Path
    files: Mapping[str, bytes]
    litter: tuple[str, ...]
    worktree: Worktree | None
    no_git: SamverkanError | None
    tree: Mapping[str, str]

    @classmethod
    def admit(cls, root: Path) -> "Patient":
        """Read a repository."""
        worktree, why = _worktree(root)
        tree: Mapping[str, str] = {}
        if worktree is not None:
            tree, why = _last_commit(worktree)
        paths = sorted(_paths(root))
        kept = (path for path in paths if not is_litter(path))
        read = ((path, read_bytes(root / path)) for path in kept)
        files = {path: raw for path, raw in read if isinstance(raw, bytes)}
        return cls(root, files, tuple(filter(is_litter, paths)), worktree, why, tree)

    def has(self, path: str) -> bool:
        """Tell whether anything stands at a path, readable or not."""
        return path in self.files or os.path.lexists(self.root / path)

    def is_plain(self, path: str) -> bool:
        """Tell whether a path is free, or holds a file that could be read."""
        return path in self.files or not self.has(path)

    @property
    def cases(self) -> dict[str, dict[str, bytes]]:
        """The files of each case folder, by path inside it."""
        sorted_out: dict[str, dict[str, bytes]] = {}
        for path, raw in self.files.items():
            top, _, rest = path.partition("/")
            case_id, _, inside = rest.partition("/")
            if top == CASES and inside:
                sorted_out.setdefault(case_id, {})[inside] = raw
        return sorted_out


def _last_commit(worktree: Worktree) -> tuple[Mapping[str, str], SamverkanError | None]:
    """Read path → blob of the last commit; on no branch it is read all the same, and told."""
    rev, why = "HEAD", None
    try:
        rev = worktree.tip() or ""
    except SamverkanError as error:
        why = error
    try:
        found = worktree.tree_of(rev or None, "")
    except SamverkanError as error:
        return {}, why or error
    return {path: blob for path, (_, blob) in found.items()}, why


def is_litter(path: str) -> bool:
    """Tell whether a file is the temporary neighbour that our writing of another one made."""
    name = path.rpartition("/")[2]
    return name.startswith(".") and name.endswith((".samverkan-tmp", ".samverkan"))


def _worktree(root: Path) -> tuple[Worktree | None, SamverkanError | None]:
    try:
        return Worktree.open(root), None
    except SamverkanError as error:
        return None, error


def _paths(root: Path) -> Iterator[str]:
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name in _READ:
                    yield from _below(Path(entry.path), entry.name)
            elif entry.name in {ROOT_FILE, ".gitattributes"} or is_litter(entry.name):
                yield entry.name


def _below(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{prefix}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in {".git", "utskrifter"}:
                    yield from _below(Path(entry.path), name)
            elif entry.name.endswith((".yaml", ".json")) or is_litter(entry.name):
                yield name
