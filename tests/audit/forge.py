"""Rewrites a real history: every commit with its whole tree, to change and to write back."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

Blob = str | bytes
"""The name of a stored blob, or new bytes."""

_FILE = re.compile(rb"M ([0-7]{6}) ([0-9a-f]{40}) (.+)")


@dataclass(frozen=True)
class Made:
    """One commit: message, the lines of author and committer, and every file by path."""

    message: bytes
    author: bytes
    committer: bytes
    tree: dict[str, tuple[str, Blob]] = field(default_factory=dict)

    def put(self, path: str, data: Blob, mode: str = "100644") -> "Made":
        """Give the commit with a file more, or with other bytes."""
        return replace(self, tree=self.tree | {path: (mode, data)})

    def without(self, *paths: str) -> "Made":
        """Give the commit without some files."""
        kept = {key: each for key, each in self.tree.items() if key not in paths}
        return replace(self, tree=kept)

    def saying(self, message: bytes) -> "Made":
        """Give the commit with another message."""
        return replace(self, message=message)


def load(root: Path, rev: str = "HEAD") -> list[Made]:
    """Read a straight history, the first commit first."""
    words = ["git", "fast-export", "--no-data", "--full-tree", "--reencode=yes", rev]
    out = subprocess.run(words, cwd=root, capture_output=True, check=True).stdout
    return list(_commits(out))


def _commits(out: bytes) -> Iterator[Made]:
    here = 0
    while (start := out.find(b"\ncommit ", here)) >= 0 or (
        here == 0 and out.startswith(b"commit ")
    ):
        at = max(start, 0)
        author = _line(out, b"author ", at)
        committer = _line(out, b"committer ", at)
        size_at = out.index(b"\ndata ", at)
        end = out.index(b"\n", size_at + 1)
        size = int(out[size_at + 6 : end])
        message = out[end + 1 : end + 1 + size]
        stop = out.find(b"\ncommit ", end + size)
        body = out[end + 1 + size : stop if stop >= 0 else len(out)]
        tree: dict[str, tuple[str, Blob]] = {
            found[3].decode(): (found[1].decode(), found[2].decode())
            for found in _FILE.finditer(body)
        }
        yield Made(message, author, committer, tree)
        here = end + size
        if stop < 0:
            return


def _line(out: bytes, key: bytes, at: int) -> bytes:
    start = out.index(b"\n" + key, at) + 1
    return out[start : out.index(b"\n", start)]


def write(root: Path, commits: Iterable[Made], branch: str = "main") -> list[str]:
    """Write a straight history as a branch, and give the names of its commits."""
    made = list(commits)
    parts: list[bytes] = [f"reset refs/heads/{branch}\n".encode()]
    for number, each in enumerate(made, start=1):
        parts.append(f"commit refs/heads/{branch}\nmark :{number}\n".encode())
        parts.append(each.author + b"\n" + each.committer + b"\n")
        parts.append(b"data %d\n" % len(each.message) + each.message + b"\n")
        parts.append(b"from :%d\n" % (number - 1) if number > 1 else b"")
        parts.append(b"deleteall\n")
        for path, (mode, blob) in each.tree.items():
            parts.append(_file(path, mode, blob))
        parts.append(b"\n")
    marks = root / ".git" / "marks"
    words = ["git", "fast-import", "--quiet", "--force", f"--export-marks={marks}"]
    subprocess.run(words, cwd=root, input=b"".join(parts), capture_output=True, check=True)
    names = dict(line.split() for line in marks.read_text().splitlines())
    return [names[f":{number}"] for number in range(1, len(made) + 1)]


def _file(path: str, mode: str, blob: Blob) -> bytes:
    if isinstance(blob, str):
        return f"M {mode} {blob} {path}\n".encode()
    return f"M {mode} inline {path}\ndata {len(blob)}\n".encode() + blob + b"\n"


def from_here(commits: list[Made], at: int, path: str, data: Blob) -> list[Made]:
    """Change a file in one commit and in all after it that have the same bytes."""
    old = commits[at].tree[path]
    return [
        each.put(path, data, old[0]) if number >= at and each.tree.get(path) == old else each
        for number, each in enumerate(commits)
    ]
