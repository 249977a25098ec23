"""Which paths differ: between the working tree and the last commit, and between two commits."""

import re

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.texts import visible

_SHA = re.compile(r"[0-9a-f]{40}")
_FILTER = re.compile(r"(filter\..+)\.[^.]+", re.DOTALL)
_ALIKE = ("--no-renames", "--ignore-submodules=dirty")
_RAW = ("diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv")


def commit_named(worktree: Worktree, name: str) -> str:
    """Give the commit that a name means; one that a shallow clone lacks is told how to fetch."""
    ask = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    found = worktree.git.answer(ask).out.decode("ascii", "replace").strip()
    if not _SHA.fullmatch(found):
        raise SamverkanError(
            f"Versionen ”{visible(name)}” finns inte i förrådet.",
            "Hämta den: git fetch origin. Se vilka som finns: git branch --all",
        )
    return found


def parted(worktree: Worktree, one: str, other: str) -> str:
    """Give the commit where two branches parted; a shallow clone may not have it."""
    found = worktree.git.answer(["merge-base", one, other]).out.decode("ascii", "replace").strip()
    if not _SHA.fullmatch(found):
        raise SamverkanError(
            "Det går inte att se var grenarna skildes åt; klonen är kanske grund.",
            "Hämta mer historik: git fetch --deepen=200 origin, eller git fetch --unshallow",
        )
    return found


def unsaved(worktree: Worktree) -> list[str]:
    """Name every path of the repository that is not as the last commit has it, new ones too.

    Git compares times and sizes first, so that it opens only the files that look changed.
    """
    ask = ["status", "--porcelain=v1", "-z", "--untracked-files=all", *_ALIKE]
    out = worktree.git.run([*ask, *_scope(worktree)], env=_unfiltered(worktree))
    rows = out.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return [row[3 + len(worktree.prefix) :] for row in rows]


def between(worktree: Worktree, one: str, other: str) -> list[str]:
    """Name every path of the repository that differs between two commits."""
    out = worktree.git.run([*_RAW, *_ALIKE, one, other, *_scope(worktree)])
    words = out.decode("utf-8", "surrogateescape").split("\0")
    return [path[len(worktree.prefix) :] for path in words[1::2]]


def _scope(worktree: Worktree) -> list[str]:
    return ["--", *([worktree.prefix] if worktree.prefix else [])]


def _unfiltered(worktree: Worktree) -> dict[str, str]:
    """Switch off every filter that is set: to compare a file is no reason to start a program."""
    ask = ["config", "--null", "--name-only", "--get-regexp", r"^filter\."]
    names = worktree.git.run(ask, ok=(0, 1)).decode("utf-8", "surrogateescape").split("\0")
    found = {match[1] for name in names if (match := _FILTER.fullmatch(name))}
    off = {"clean": "", "smudge": "", "process": "", "required": "false"}
    rows = [(f"{each}.{key}", value) for each in sorted(found) for key, value in off.items()]
    env = {"GIT_CONFIG_COUNT": str(len(rows))}
    for number, (key, value) in enumerate(rows):
        env |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return env
