"""Stored objects: trees listed, blobs read and written, each in one git process."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.files import blob_id
from samverkan_cli.history.runner import GitRunner

_ROW = re.compile(rb"(\d{6}) (?:blob|commit) ([0-9a-f]{40})\t")
_HEADER = re.compile(rb"([0-9a-f]{40}) blob (\d+)")


def tree(git: GitRunner, rev: str, scope: str, skip: int) -> dict[str, tuple[str, str]]:
    """Give path → (mode, name) under a scope; `skip` characters are cut from each path."""
    if not re.fullmatch(r"HEAD|refs/[^\0]+|[0-9a-f]{40}", rev):
        raise ValueError(f"not a full revision name: {rev!r}")
    out = git.run(["ls-tree", "-r", "-z", rev, "--", *([scope] if scope else [])])
    found: dict[str, tuple[str, str]] = {}
    for row in out.split(b"\0")[:-1]:
        head = _ROW.match(row)
        if not head:
            raise _unreadable(rev)
        path = row[head.end() :].decode("utf-8", "surrogateescape")
        found[path[skip:]] = (head[1].decode(), head[2].decode())
    return found


def read_blobs(git: GitRunner, blobs: Iterable[str]) -> dict[str, bytes]:
    """Read contents by name, and check that they have the name they were asked for by."""
    wanted = list(dict.fromkeys(blobs))
    if not wanted:
        return {}
    request = "".join(f"{blob}\n" for blob in wanted).encode()
    out = git.run(["cat-file", "--batch"], stdin=request)
    found: dict[str, bytes] = {}
    start = 0
    for blob in wanted:
        end = out.find(b"\n", start)
        head = _HEADER.fullmatch(out[start:end])
        size = int(head[2]) if head else 0
        data = out[end + 1 : end + 1 + size]
        if not head or blob_id(data) != blob:
            raise _unreadable(blob)
        found[blob] = data
        start = end + 2 + size
    return found


def store_blobs(git: GitRunner, sources: Sequence[Path]) -> None:
    """Store files as they are, byte for byte, without filters."""
    if sources:
        request = "".join(f"{source}\n" for source in sources).encode("utf-8", "surrogateescape")
        git.run(["hash-object", "-w", "--no-filters", "--stdin-paths"], stdin=request)


def _unreadable(name: str) -> SamverkanError:
    """Say that an object is missing or damaged."""
    return SamverkanError(
        f"Git-objektet {name} saknas eller är skadat.",
        "Kör `git fsck`, och hämta det som saknas från en annan klon (`git fetch`).",
    )
