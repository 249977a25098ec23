"""The history of a scope, read by one `git log`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.trailers import split
from samverkan_cli.history.worktree import Worktree

_FORMAT = "tformat:%H%x00%P%x00%an%x00%ae%x00%aI%x00%s%x00%(trailers:unfold,only)"
_FIELDS = 7
_SHA = re.compile(r"[0-9a-f]{40}")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
_CHANGE = re.compile(
    r":[0-7]{6} (?P<mode>[0-7]{6}) [0-9a-f]{40} (?P<blob>[0-9a-f]{40}) [A-Z][0-9]*"
)
_QUIET = ("--no-show-signature", "--no-notes", "--no-color", "--no-mailmap", "--no-decorate")
_RAW = ("--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv")


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a commit did to a path: mode and blob after it; both None where it took it away."""

    path: str
    mode: str | None
    blob: str | None


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """One commit, as git tells it; foreign text, to be made visible before it is shown.

    A trailer that stands several times has its values on lines of their own.
    """

    sha: str
    parents: tuple[str, ...]
    author: str
    email: str
    date: str
    subject: str
    trailers: dict[str, str]
    changes: tuple[FileChange, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that the commit touched."""
        return tuple(change.path for change in self.changes)


def commits(
    worktree: Worktree,
    scope: str,
    *,
    limit: int | None = None,
    paths: bool = False,
    rev: str = "HEAD",
) -> list[CommitInfo]:
    """Give the commits that touched a scope, newest first; `paths` names what each changed."""
    if rev == "HEAD" and worktree.tip() is None:
        return []
    full = worktree.full(scope)
    args = ["log", "-z", f"--format={_FORMAT}", "--topo-order", "--full-history", *_QUIET]
    args += _RAW if paths else ["--no-patch"]
    args += [f"--max-count={limit:d}"] if limit is not None else []
    args += ["--end-of-options", rev, "--", *([full] if full else [])]
    with worktree.git.talking(args) as talk:
        return list(_read(talk.chunks(), worktree.prefix))


def history(
    worktree: Worktree, tip: str, since: str = "", *, first_parent: bool = False
) -> Iterator[CommitInfo]:
    """Give every commit behind one and not behind another, parents first, with what each changed.

    They come as git tells them, so that no more than one is held. A merge is compared with its
    first parent; paths outside the case repository are left out.
    """
    args = ["log", "-z", f"--format={_FORMAT}", "--topo-order", "--reverse", *_QUIET, *_RAW]
    args += ["--diff-merges=first-parent", *(["--first-parent"] if first_parent else [])]
    args += ["--end-of-options", tip, *([f"^{since}"] if since else []), "--"]
    with worktree.git.talking(args) as talk:
        yield from _read(talk.chunks(), worktree.prefix)


def named(worktree: Worktree, shas: Iterable[str]) -> dict[str, CommitInfo]:
    """Give some commits by name, without what they changed."""
    wanted = sorted({*shas})
    if not wanted:
        return {}
    args = ["log", "--no-walk=unsorted", "--stdin", "-z", f"--format={_FORMAT}", *_QUIET]
    out = worktree.git.run(
        [*args, "--no-patch"], stdin="".join(f"{each}\n" for each in wanted).encode()
    )
    return {each.sha: each for each in _read([out], worktree.prefix)}


def holds(worktree: Worktree, tip: str, commit: str) -> bool:
    """Tell whether a commit is another or stands behind it; one that is gone does not."""
    return worktree.git.answer(["merge-base", "--is-ancestor", commit, tip]).status == 0


def parents(worktree: Worktree, tip: str, since: str = "") -> Iterator[tuple[str, list[str]]]:
    """Give the name and the parents of every commit that `history` gives, in the same order."""
    args = ["rev-list", "--parents", "--topo-order", "--reverse", "--end-of-options", tip]
    with worktree.git.talking([*args, *([f"^{since}"] if since else []), "--"]) as talk:
        for row in _cut(talk.chunks(), b"\n"):
            name, *rest = row.split(" ")
            if not _SHA.fullmatch(name):
                raise _unreadable()
            yield name, rest


def _cut(pieces: Iterable[bytes], end: bytes) -> Iterator[str]:
    """Cut what comes in pieces into words, each with the given end; a last one without is wrong."""
    rest = b""
    for piece in pieces:
        words = (rest + piece).split(end)
        rest = words.pop()
        for word in words:
            yield word.decode("utf-8", "surrogateescape")
    if rest:
        raise _unreadable()


def _read(pieces: Iterable[bytes], prefix: str) -> Iterator[CommitInfo]:
    """Read the answer field by field; what does not fit the pattern is an error."""
    fields: list[str] = []
    touched: list[FileChange] = []
    row = ""
    for word in _cut(pieces, b"\0"):
        if row:  # after the fields, `--raw -z` gives pairs: what happened, and to which path
            if word.startswith(prefix):
                touched.append(_change(row, word[len(prefix) :]))
            row = ""
        elif len(fields) == _FIELDS and word.lstrip("\n").startswith(":"):
            row = word
        else:
            if len(fields) == _FIELDS:
                yield _commit(fields, tuple(touched))
                fields, touched = [], []
            fields.append(word)
    if row or len(fields) not in {0, _FIELDS}:
        raise _unreadable()
    if fields:
        yield _commit(fields, tuple(touched))


def _change(row: str, path: str) -> FileChange:
    """Read `:mode mode blob blob letter`, as `--raw` writes it."""
    found = _CHANGE.fullmatch(row.lstrip("\n"))
    if found is None:
        raise _unreadable()
    gone = found["mode"] == "000000"
    return FileChange(path, *((None, None) if gone else (intern(found["mode"]), found["blob"])))


def _commit(fields: list[str], touched: tuple[FileChange, ...]) -> CommitInfo:
    """Build one commit from its fields."""
    sha, parents, author, email, date, subject, trailers = fields
    if not _SHA.fullmatch(sha) or not _DATE.fullmatch(date):
        raise _unreadable()
    values: dict[str, str] = {}
    for key, value in split(trailers):
        values[key] = f"{values[key]}\n{value}" if key in values else value
    return CommitInfo(sha, tuple(parents.split()), author, email, date, subject, values, touched)


def _unreadable() -> SamverkanError:
    """Say that git's answer is not what was asked for."""
    return SamverkanError("Git gav en historik som inte går att tyda.", "Kör `git fsck`.")
