"""What a command wants to change: the values that go in and out of a transaction."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.files import blob_id
from samverkan_cli.history.journal import Step
from samverkan_cli.history.paths import listed, normal, within
from samverkan_cli.history.worktree import Worktree, differing


@dataclass(frozen=True, slots=True)
class Change:
    """New bytes for some paths (None deletes) and the message of their commit."""

    files: Mapping[str, bytes | None]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every file of a scope, read once, and the blobs that the tip has for it."""

    files: Mapping[str, bytes]
    tip: Mapping[str, str]


Prepare = Callable[[Snapshot], Change]
"""Judges a snapshot and builds the change; whatever it raises leaves everything as it was."""


class UnsavedError(SamverkanError):
    """Edits that have not been committed stand in the way."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = tuple(paths)
        super().__init__(
            f"Det finns ändringar som inte är sparade: {listed(paths)}.",
            "Spara dem först med `samverkan save INSATS`, eller ta bort dem (se `git status`).",
        )


class UnchangedError(SamverkanError):
    """The change would leave everything as it is."""

    def __init__(self) -> None:
        super().__init__("Det finns inget att spara.", "Se läget med `samverkan status`.")


@dataclass(frozen=True, slots=True)
class Basis:
    """The moment a change is judged on: branch, tip, and one reading of the scope.

    `index` is a fingerprint of the user's index; `clean` means that it equals the tip.
    """

    ref: str
    tip: str | None
    tree: Mapping[str, tuple[str, str]]
    snapshot: Snapshot
    index: bytes
    clean: bool


def look(worktree: Worktree, scope: str, *, unsaved_ok: bool) -> Basis:
    """Judge the state of the repository and read the scope, once."""
    index = worktree.index_print()
    stands = worktree.refuse_unready(scope)
    worktree.identity()
    ref, tip = stands.ref, stands.tip
    tree = worktree.tree_of(tip, scope)
    files = worktree.read_files(scope)
    if not unsaved_ok:
        unsaved = set(differing(files, tree))
        unsaved |= _staged_in(worktree, scope, stands.staged)
        if unsaved and worktree.head() != (ref, tip):
            return look(worktree, scope, unsaved_ok=unsaved_ok)
        if unsaved:
            raise UnsavedError(sorted(unsaved))
    snapshot = Snapshot(files, {path: blob for path, (_, blob) in tree.items()})
    return Basis(ref, tip, tree, snapshot, index, not stands.staged)


def _staged_in(worktree: Worktree, scope: str, staged: Iterable[str]) -> set[str]:
    """Name the staged paths of a scope as the case repository names them."""
    full = worktree.full(scope)
    return {path[len(worktree.prefix) :] for path in staged if within(path, full)}


def steps(worktree: Worktree, scope: str, basis: Basis, change: Change) -> tuple[Step, ...]:
    """Turn a change into steps, each inside the scope; refuse one that changes nothing."""
    scope = normal(scope)
    found = []
    for path, data in _deletions_first(change.files):
        if normal(path) != path or not within(path, scope):
            raise ValueError(f"{path!r} is outside the scope {scope!r}")
        mode, tip = basis.tree.get(path, ("100644", None))
        old = basis.snapshot.files.get(path)
        before = None if old is None else blob_id(old)
        after = None if data is None else blob_id(data)
        if not after == before == tip:
            kept = mode if mode == "100755" else "100644"
            found.append(Step(worktree.full(path), kept, tip, before, after))
    return tuple(found)


def _deletions_first(
    changed: Mapping[str, bytes | None],
) -> list[tuple[str, bytes | None]]:
    """Order a change so that a folder may take the place of a file."""
    return sorted(changed.items(), key=lambda each: (each[1] is not None, each[0]))
