"""One git index: the user's own, or a private file that only we see."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.runner import GitError, GitRunner

NOTHING = "0" * 40
UNMERGED = "U"
"""The letter of a path that waits for its conflict to be solved."""

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""The tree before the first commit; git knows it without having it stored."""

_MISSING = ("invalid object", "promisor")
_ENTRY = re.compile(rb"(?P<tag>[A-Za-z?]) (?P<mode>\d{6}) (?P<blob>[0-9a-f]{40}) (?P<stage>\d)\t")
_ID = re.compile(rb"[0-9a-f]{40}\n")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index says of one path."""

    mode: str
    blob: str
    stage: int
    skipped: bool


@dataclass(frozen=True, slots=True)
class Index:
    """An index file of the work tree that `git` stands in; None is the user's own."""

    git: GitRunner
    file: Path | None = None

    def entries(self, paths: Iterable[str] = ()) -> dict[str, IndexEntry]:
        """Give the entries under some paths (all when none are named)."""
        chosen = [path for path in paths if path]
        out = self.git.run(["ls-files", "-s", "-t", "-z", "--", *chosen], env=self._env())
        return dict(_entry(row) for row in out.split(b"\0")[:-1])

    def staged(self, tip: str | None) -> dict[str, str]:
        """Give path → letter for every path of the index that differs from a commit."""
        ask = ["diff-index", "--cached", "--name-status", "-z", "--no-renames", "--no-ext-diff"]
        ask += ["--exit-code", "--ignore-submodules=none", tip or EMPTY_TREE, "--"]
        answer = self.git.answer(ask, env=self._env())
        # Git ends well even when its answer could not be written: its status says what it held.
        if answer.status not in {0, 1} or bool(answer.out) is not bool(answer.status):
            raise GitError(ask, answer.status, answer.err or "svaret kom inte fram")
        words = answer.out.decode("utf-8", "surrogateescape").split("\0")
        return dict(zip(words[1::2], words[0::2], strict=False))

    def fill(self, tip: str) -> None:
        """Make the index equal a commit, keeping what it knows of unchanged files."""
        self.git.run(["read-tree", "-i", "-m", tip], env=self._env())

    def put(self, rows: Iterable[tuple[str, str, str | None]]) -> None:
        """Set (path, mode, blob) rows; a blob of None removes the path."""
        lines = [
            f"{mode} {blob}\t{path}\0" if blob else f"0 {NOTHING}\t{path}\0"
            for path, mode, blob in rows
        ]
        data = "".join(lines).encode("utf-8", "surrogateescape")
        self.git.run(["update-index", "-z", "--index-info"], stdin=data, env=self._env())

    def write_tree(self) -> str:
        """Store the index as a tree and give its name."""
        try:
            return object_id(self.git.run(["write-tree"], env=self._env()))
        except GitError as error:
            if not any(word in error.stderr for word in _MISSING):
                raise
            raise SamverkanError(
                f"Något som git ska ha lagrat saknas här: {error.stderr.splitlines()[-1]}",
                "Är klonen ofullständig (partial clone)? Hämta allt: git fetch --refetch",
            ) from error

    def differing(self, tip: str | None, tree: str) -> set[str]:
        """Name the paths that differ between a commit and a tree."""
        ask = ["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff"]
        out = self.git.run([*ask, tip or EMPTY_TREE, tree, "--"])
        return set(out.decode("utf-8", "surrogateescape").split("\0")) - {""}

    def _env(self) -> dict[str, str]:
        """Point git at this file."""
        return {"GIT_INDEX_FILE": str(self.file)} if self.file else {}


def object_id(out: bytes) -> str:
    """Read an answer that must be exactly one object name."""
    if not _ID.fullmatch(out):
        raise SamverkanError("Git gav ett svar som inte går att tyda.", "Kör `git fsck`.")
    return out.strip().decode()


def _entry(row: bytes) -> tuple[str, IndexEntry]:
    """Read one row of `ls-files -s -t`."""
    found = _ENTRY.match(row)
    if not found:
        raise SamverkanError("Git gav ett index som inte går att tyda.", "Kör `git status`.")
    entry = IndexEntry(
        found["mode"].decode(), found["blob"].decode(), int(found["stage"]), found["tag"] in b"Ss"
    )
    return row[found.end() :].decode("utf-8", "surrogateescape"), entry
