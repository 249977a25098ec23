"""Stored objects: trees listed, blobs read and written, each in one git process."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.files import blob_id
from samverkan_cli.history.runner import GitRunner, Talk

_ROW = re.compile(rb"(\d{6}) (blob|commit|tree) ([0-9a-f]{40})\t")
_HEADER = re.compile(rb"([0-9a-f]{40}) blob (\d+)\n")
_AT_ONCE = 1000
"""Names asked for before any answer is read: they fit in a pipe, so that nobody waits in vain."""

Read = Callable[[Iterable[str]], Iterator[tuple[str, bytes]]]


def tree(git: GitRunner, rev: str, scopes: Sequence[str], skip: int) -> dict[str, tuple[str, str]]:
    """Give path → (mode, name) under some scopes; `skip` characters are cut from each path."""
    rows = _rows(git, rev, ["-r"], scopes)
    return {path[skip:]: (mode, name) for path, mode, _, name in rows}


def level(git: GitRunner, rev: str, folder: str) -> dict[str, tuple[str, str] | None]:
    """Give name → (mode, name of the object) of what stands in a folder; None for a folder."""
    rows = _rows(git, rev, [], [f"{folder}/"] if folder else [])
    cut = len(folder) + 1 if folder else 0
    return {path[cut:]: None if kind == "tree" else (mode, name) for path, mode, kind, name in rows}


def _rows(
    git: GitRunner, rev: str, options: Sequence[str], scopes: Sequence[str]
) -> Iterator[tuple[str, str, str, str]]:
    """Give path, mode, kind and name of what a commit has under some scopes, all if none is."""
    if not re.fullmatch(r"HEAD|refs/[^\0]+|[0-9a-f]{40}", rev):
        raise ValueError(f"not a full revision name: {rev!r}")
    out = git.run(["ls-tree", *options, "-z", rev, "--", *scopes])
    for row in out.split(b"\0")[:-1]:
        head = _ROW.match(row)
        if not head:
            raise _unreadable(rev)
        path = row[head.end() :].decode("utf-8", "surrogateescape")
        yield path, head[1].decode(), head[2].decode(), head[3].decode()


def read_blobs(git: GitRunner, blobs: Iterable[str]) -> dict[str, bytes]:
    """Read contents by name, and check that they have the name they were asked for by."""
    wanted = list(dict.fromkeys(blobs))
    if not wanted:
        return {}
    with reading(git) as read:
        return dict(read(wanted))


@contextmanager
def reading(git: GitRunner) -> Iterator[Read]:
    """Give a way to read contents by name, in one git process however often it is used."""
    with git.talking(["cat-file", "--batch"]) as talk:

        def read(wanted: Iterable[str]) -> Iterator[tuple[str, bytes]]:
            names = list(wanted)
            for start in range(0, len(names), _AT_ONCE):
                some = names[start : start + _AT_ONCE]
                with suppress(BrokenPipeError):  # what git answered before it died is read yet
                    talk.ask.write("".join(f"{blob}\n" for blob in some).encode())
                    talk.ask.flush()
                for blob in some:
                    yield blob, _content(talk, blob)

        yield read


def _content(talk: Talk, blob: str) -> bytes:
    head = _HEADER.fullmatch(talk.out.readline())
    data = talk.out.read(int(head[2])) if head else b""
    if not head or blob_id(data) != blob or talk.out.read(1) != b"\n":
        raise _unreadable(blob)
    return data


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
