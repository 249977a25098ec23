"""The work tree of the case repository: where it is, what its tip holds, what is unsaved."""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import is_noise
from samverkan_cli.history import files, objects, operations
from samverkan_cli.history.disk import spoken
from samverkan_cli.history.identity import Identity, identity
from samverkan_cli.history.index import UNMERGED, Index, IndexEntry
from samverkan_cli.history.paths import normal
from samverkan_cli.history.runner import GitError, GitRunner
from samverkan_cli.history.text import visible

_SHA = re.compile(r"[0-9a-f]{40}")
_HEAD = re.compile(r"([0-9a-f]{40})\n(.+)\n")
_SETTINGS = r"^(commit\.gpgsign|core\.sparsecheckout|hook\..+)$"
_ASK = (
    *("--path-format=absolute", "--show-toplevel", "--absolute-git-dir", "--git-common-dir"),
    *("--git-path", "hooks", "--show-object-format", "--show-prefix"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a repository that is ready to be written in stands.

    `staged` names the paths, from the top of the work tree, that wait in the user's index.
    """

    ref: str
    tip: str | None
    staged: frozenset[str]


@dataclass(frozen=True)
class Worktree:
    """A case repository in a git work tree; every path given or got is relative to `base`.

    Who works here and which settings matter is asked once for each object.
    """

    base: Path
    top: Path
    prefix: str
    git_dir: Path
    common_dir: Path
    hooks_dir: Path
    git: GitRunner

    @classmethod
    def open(cls, base: Path) -> "Worktree":
        """Find the work tree that a folder stands in, or say why it cannot be used."""
        base = base.resolve()
        try:
            out = GitRunner(base).run(["rev-parse", *_ASK])
        except GitError as error:
            raise explained(error, base) from error
        lines = out.decode("utf-8", "surrogateescape").split("\n")
        if len(lines) != 7 or lines[6]:  # noqa: PLR2004 - six answers and the end
            raise SamverkanError(
                f"Git gav ett oväntat svar om {visible(str(base))}.",
                "Har någon mapp på vägen radbrytning i namnet? Byt i så fall namn på den.",
            )
        top, git_dir, common, hooks, kind, prefix = lines[:6]
        if kind != "sha1":
            raise SamverkanError(
                f"Ärendeförrådet använder objektformatet {visible(kind)}, som inte stöds.",
                "Skapa förrådet med `git init --object-format=sha1`.",
            )
        own, shared, program = (Path(each) for each in (git_dir, common, hooks))
        return cls(base, Path(top), prefix, own, shared, program, GitRunner(Path(top)))

    @property
    def state_dir(self) -> Path:
        """The folder of our lock, journal and unfinished work."""
        return self.git_dir / "samverkan"

    def full(self, path: str) -> str:
        """Turn a path of the case repository into a path from the top of the work tree."""
        return (self.prefix + normal(path)).removesuffix("/")

    def head_ref(self) -> str:
        """Give the full name of the branch; a detached HEAD is an error."""
        return self.head()[0]

    def tip(self) -> str | None:
        """Give the last commit; None before the first."""
        return self.head()[1]

    def head(self) -> tuple[str, str | None]:
        """Give branch and tip, read at one moment."""
        answer = self.git.answer(["rev-parse", "HEAD", "--symbolic-full-name", "HEAD"])
        found = _HEAD.fullmatch(answer.out.decode("utf-8", "surrogateescape"))
        if answer.status == 0 and found:
            ref, tip = found[2], found[1]
        else:
            ref, tip = self._unborn(), None
            # A git that was stopped has not said that there is no commit.
            there = self.git.answer(["show-ref", "--verify", "--quiet", ref])
            if there.status != 1 or not 0 < answer.status <= 128:  # noqa: PLR2004 - by a signal
                raise GitError(["rev-parse"], answer.status, answer.err)
        if not ref.startswith("refs/heads/"):
            raise SamverkanError(
                "Förrådet står inte på någon gren (detached HEAD).",
                "Byt till en gren först: `git switch main`.",
            )
        return ref, tip

    def at(self) -> tuple[str, str | None]:
        """Give the branch and the commit for a reader: a detached HEAD has no branch."""
        answer = self.git.answer(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
        found = answer.out.decode("ascii", "replace").strip()
        tip = found if answer.status == 0 and _SHA.fullmatch(found) else None
        named = self.git.answer(["symbolic-ref", "--quiet", "HEAD"])
        branch = named.out.decode("utf-8", "surrogateescape").strip()
        return branch.removeprefix("refs/heads/") if named.status == 0 else "", tip

    def tree(self, scope: str, rev: str = "HEAD") -> dict[str, tuple[str, str]]:
        """Give path → (mode, blob) for everything under a scope in a commit."""
        if rev == "HEAD" and self.tip() is None:
            return {}
        return self.tree_of(rev, scope)

    def tree_of(self, rev: str | None, scope: str) -> dict[str, tuple[str, str]]:
        """Give the tree of a commit already known; None is the time before the first."""
        return self.trees_of(rev, [scope]) if rev else {}

    def trees_of(self, rev: str, scopes: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Give the tree of a commit under some scopes; nothing when there are none."""
        full = [self.full(scope) for scope in scopes]
        named = full if all(full) else []
        return objects.tree(self.git, rev, named, len(self.prefix)) if scopes else {}

    def level(self, rev: str, folder: str) -> dict[str, tuple[str, str] | None]:
        """Give what stands in a folder of a commit: mode and name, None for a folder."""
        return objects.level(self.git, rev, self.full(folder))

    def version(self, rev: str) -> str:
        """Give the commit that a name means; HEAD itself also before the first commit."""
        if rev == "HEAD":
            return rev
        ask = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}"]
        answer = self.git.answer(ask)
        found = answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")
        if answer.status or not _SHA.fullmatch(found):
            raise SamverkanError(
                f"Versionen ”{visible(rev)}” finns inte i förrådet.",
                "Se vilka som finns: git log --oneline",
            )
        return found

    def read_blobs(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Read stored contents by name, all in one process."""
        return objects.read_blobs(self.git, blobs)

    def read_files(self, scope: str) -> dict[str, bytes]:
        """Read every file under a scope of the working tree, once."""
        with spoken():
            found = files.read_all(self.top, self.full(scope))
        return {path[len(self.prefix) :]: data for path, data in found.items()}

    def unsaved(self, scope: str) -> list[str]:
        """Name the paths whose bytes differ from the tip, and those added or deleted."""
        return differing(self.read_files(scope), self.tree(scope))

    def identity(self) -> Identity:
        """Say who works here; git must have been told, it may not guess."""
        return self._author

    def refuse_nameless(self) -> None:
        """Refuse when git does not know who commits, be it the author or another."""
        for role in ("AUTHOR", "COMMITTER"):
            identity(self.git, role)

    def refuse_unready(self, scope: str = "") -> Standing:
        """Refuse every state in which nothing may be written; gives where the work tree stands."""
        operations.refuse_half_done(self.git_dir)
        ref, tip = self.head()
        index = Index(self.git)
        staged = index.staged(tip)
        if UNMERGED in staged.values():
            raise SamverkanError(
                "Det finns olösta konflikter i ärendeförrådet.",
                "Lös dem, kör `git add` på filerna och gör en incheckning (se `git status`).",
            )
        if "core.sparsecheckout" in self.settings:
            self._refuse_sparse(index.entries([self.full(scope)]))
        return Standing(ref, tip, frozenset(staged))

    @cached_property
    def settings(self) -> frozenset[str]:
        """Name the settings that are made, among those that change how we write."""
        ask = ["config", "--null", "--name-only", "--get-regexp", _SETTINGS]
        answer = self.git.answer(ask)
        # An answer that could not be written is empty, and would read as no settings at all.
        if answer.status not in {0, 1} or bool(answer.out) is bool(answer.status):
            raise GitError(ask, answer.status, answer.err or "svaret kom inte fram")
        return frozenset(answer.out.decode("utf-8", "surrogateescape").split("\0")[:-1])

    def has_hook(self, name: str) -> bool:
        """Tell whether git might find a hook: a program, or in a newer git a setting."""
        return os.access(self.hooks_dir / name, os.X_OK) or any(
            each.startswith("hook.") for each in self.settings
        )

    def wants_signature(self) -> bool:
        """Tell whether commits are to be signed."""
        if "commit.gpgsign" not in self.settings:
            return False
        ask = ["config", "--type=bool", "--get", "commit.gpgsign"]
        out = self.git.run(ask)
        if out not in {b"true\n", b"false\n"}:
            raise GitError(ask, 0, "svaret kom inte fram")
        return out == b"true\n"

    def index_print(self) -> bytes:
        """Give a fingerprint of the user's index."""
        return fingerprint(files.bytes_of(self.git_dir / "index"))

    @staticmethod
    def _refuse_sparse(entries: Mapping[str, IndexEntry]) -> None:
        if any(entry.skipped for entry in entries.values()):
            raise SamverkanError(
                "Ärendet är inte utcheckat (sparse checkout).",
                "Hämta fram hela trädet: `git sparse-checkout disable`.",
            )

    @cached_property
    def _author(self) -> Identity:
        return identity(self.git, "AUTHOR")

    def _unborn(self) -> str:
        """Give the branch that the first commit will create."""
        out = self.git.run(["symbolic-ref", "HEAD"])
        return out.decode("utf-8", "surrogateescape").removesuffix("\n")


def fingerprint(data: bytes) -> bytes:
    """Tell contents apart without keeping them."""
    return hashlib.sha256(data).digest()


def differing(found: Mapping[str, bytes], tree: Mapping[str, tuple[str, str]]) -> list[str]:
    """Name the paths that differ; what a desktop or an editor left untracked is nobody's edit."""
    now = {
        path: files.blob_id(data)
        for path, data in found.items()
        if path in tree or not is_noise(path)
    }
    then = {path: blob for path, (mode, blob) in tree.items() if mode.startswith("100")}
    return sorted(
        path for path in now.keys() | tree.keys() if now.get(path, "") != then.get(path, "-")
    )


def explained(error: GitError, base: Path) -> SamverkanError:
    """Turn git's refusal to open a folder into a sentence with a way out."""
    where = visible(str(base))
    if "dubious ownership" in error.stderr:
        return SamverkanError(
            f"{where} ägs av någon annan än du, och git läser det därför inte.",
            f"Lita på det med `git config --global --add safe.directory '{where}'`.",
        )
    if "must be run in a work tree" in error.stderr or "bare repository" in error.stderr:
        return SamverkanError(
            f"{where} är ett bart git-förråd utan arbetsträd.",
            "Klona det (`git clone`) och arbeta i klonen.",
        )
    if "not a git repository" in error.stderr:
        return SamverkanError(
            f"{where} är inte ett git-repositorium.",
            "Skapa ett ärendeförråd med `samverkan init`, eller ange ett med `-C MAPP`.",
        )
    return error
