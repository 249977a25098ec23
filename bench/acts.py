"""What was done in a repository, act by act, read from its git history in one process."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CASES = "insatser"
PRINTED = "utskrifter"


@dataclass(frozen=True)
class Act:
    """One commit: who and when (as git writes it), the message, and what it wrote of one case.

    Paths are within the folder of the case. Renderings are left out: they are no documents, and
    a hundred thousand of them would be most of what git reads.
    """

    who: str
    message: str
    files: dict[str, bytes]

    @property
    def second(self) -> int:
        """When it was done, in seconds since 1970."""
        return int(self.who.split()[-2])


@dataclass
class Source:
    """A repository as told by its history: what the first commit wrote, and the acts by case."""

    first: Act
    cases: dict[str, list[Act]] = field(default_factory=dict)


def read(root: Path) -> Source:
    """Read the whole history of a branch `main` where each commit touches one case."""
    words = ["git", "-c", "core.quotePath=false", "fast-export", "--no-renames", "main"]
    done = subprocess.run(words, cwd=root, capture_output=True, check=True)
    acts = list(_commits(done.stdout))
    source = Source(acts[0])
    for act in acts[1:]:
        inside = {name.split("/", 2)[1]: None for name in act.files if name.startswith(CASES)}
        (case_id,) = inside
        source.cases.setdefault(case_id, []).append(_within(act, case_id))
    return source


def _within(act: Act, case_id: str) -> Act:
    top = f"{CASES}/{case_id}/"
    files = {name.removeprefix(top): raw for name, raw in act.files.items()}
    kept = {name: raw for name, raw in files.items() if not name.startswith(f"{PRINTED}/")}
    return Act(act.who, act.message, kept)


def _commits(stream: bytes) -> Iterator[Act]:
    """Take apart what `git fast-export` wrote: blobs with a mark, and commits that use them."""
    blobs: dict[str, bytes] = {}
    words: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for kind, rest, raw in _lines(stream):
        if kind in {"blob", "commit"}:
            if files:
                yield Act(words["committer"], words["message"], files)
            files, words = {}, {"": kind}
        elif kind == "data" and words[""] == "blob":
            blobs[words["mark"]] = raw
        elif kind == "data":
            words["message"] = raw.decode()
        elif kind == "M":
            _, blob, path = rest.split(" ", 2)
            files[path] = blobs[blob]
        elif kind == "D":
            raise ValueError(f"the history takes {rest} away, which no act of the tool does")
        else:
            words[kind] = rest
    yield Act(words["committer"], words["message"], files)


def _lines(stream: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Give each line as its first word and the rest, with the bytes that follow a `data`."""
    at = 0
    while at < len(stream):
        end = stream.index(b"\n", at)
        kind, _, rest = stream[at:end].decode().partition(" ")
        at = end + 1
        size = int(rest) if kind == "data" else 0
        yield kind, rest, stream[at : at + size]
        at += size
