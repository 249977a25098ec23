"""The only writer: a change is judged, committed and put in place wholly, or not at all."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults, files, hooks, journal, lock, objects, recovery
from samverkan_cli.history.change import (
    Basis,
    Change,
    Prepare,
    Snapshot,
    UnchangedError,
    UnsavedError,
    look,
    steps,
)
from samverkan_cli.history.disk import spoken
from samverkan_cli.history.forward import finish
from samverkan_cli.history.index import Index, object_id
from samverkan_cli.history.journal import Journal, Step
from samverkan_cli.history.landing import Landing, LostRaceError, land
from samverkan_cli.history.paths import listed
from samverkan_cli.history.runner import PATIENT, TIMEOUT, GitError
from samverkan_cli.history.worktree import Worktree, fingerprint

__all__ = [
    "Change",
    "Prepare",
    "Snapshot",
    "UnchangedError",
    "UnsavedError",
    "commit",
    "leave_in_tree",
    "preview",
    "rewrite",
]

TRIES = 10
Tell = Callable[[str], None]
Rewriting = tuple[bytes, bytes]
"""What a file holds, and what it is to hold."""


def _silent(_sentence: str) -> None:
    """Tell nobody."""


def commit(
    worktree: Worktree,
    scope: str,
    prepare: Prepare,
    *,
    unsaved_ok: bool = False,
    tell: Tell = _silent,
) -> str:
    """Commit what `prepare` makes of the scope, and give the commit's name.

    `prepare` is called again on fresh bytes when somebody else moved the branch.
    `tell` gets a sentence for what was recovered, left alone, or said by post-commit.
    """
    with _writing(worktree, tell) as held:
        for _ in range(TRIES):
            basis = look(worktree, scope, unsaved_ok=unsaved_ok)
            change = prepare(basis.snapshot)
            try:
                new = _attempt(worktree, scope, basis, change, held, tell)
                break
            except LostRaceError:
                continue
        else:
            raise SamverkanError(
                "Någon annan ändrar förrådet hela tiden; inget sparades.",
                "Vänta tills den är klar och försök igen.",
            )
    hooks.after_commit(worktree, tell)
    return new


def leave_in_tree(
    worktree: Worktree,
    scope: str,
    prepare: Prepare,
    *,
    unsaved_ok: bool = False,
    tell: Tell = _silent,
) -> Change:
    """Write what `prepare` makes of the scope to the working tree, without a commit."""
    with _writing(worktree, tell) as _:
        basis = look(worktree, scope, unsaved_ok=unsaved_ok)
        change = prepare(basis.snapshot)
        with _workspace(worktree, tell) as work:
            found = steps(worktree, scope, basis, change)
            _put_in_tree(worktree, _store(worktree, found, change.files.values(), work), tell)
    return change


def rewrite(worktree: Worktree, wanted: Mapping[str, Rewriting], tell: Tell = _silent) -> None:
    """Replace files of the working tree, all or none, whatever state the repository is in.

    A file that no longer holds the bytes that were read is left alone and told.
    """
    found = tuple(
        Step(worktree.full(path), "100644", None, files.blob_id(old), files.blob_id(new))
        for path, (old, new) in wanted.items()
    )
    with _writing(worktree, tell) as _, _workspace(worktree, tell) as work:
        record = _store(worktree, found, [new for _, new in wanted.values()], work)
        _put_in_tree(worktree, record, tell)


def _put_in_tree(worktree: Worktree, record: Journal, tell: Tell) -> None:
    """Bring files alone to their new bytes: with no ref to move, the journal decides."""
    files.sync_folder(worktree.state_dir / record.work)
    journal.write(worktree.state_dir, record)
    faults.checkpoint("journal written")
    _tell_left(finish(worktree, record), tell)


def preview(
    worktree: Worktree, scope: str, prepare: Prepare, *, unsaved_ok: bool = False
) -> Change:
    """Judge and build as `commit` would, writing nothing at all."""
    waiting = recovery.pending(worktree)
    if waiting:
        raise SamverkanError(waiting, "Försök igen, eller kör om utan `--dry-run`.")
    basis = look(worktree, scope, unsaved_ok=unsaved_ok)
    change = prepare(basis.snapshot)
    if all(step.after == step.tip for step in steps(worktree, scope, basis, change)):
        raise UnchangedError
    return change


def _attempt(
    worktree: Worktree, scope: str, basis: Basis, change: Change, held: int, tell: Tell
) -> str:
    """Build the commit on one basis and land it."""
    if not change.message.strip():
        raise ValueError("a commit needs a message")
    with _workspace(worktree, tell) as work:
        found = steps(worktree, scope, basis, change)
        record = _store(worktree, found, change.files.values(), work)
        rows = [(step.path, step.mode, step.after) for step in record.steps]
        if all(step.after == step.tip for step in record.steps):
            raise UnchangedError
        index, shared = _private_index(worktree, basis, work)
        index.put(rows)
        tree = index.write_tree()
        _refuse_other(index, basis.tip, tree, record)
        if shared:  # kept apart from what a hook may do to the private one
            files.copy_index(work / "private", work / "index")
        words = hooks.before_commit(worktree, work / "private", change.message)
        new = _commit_object(worktree, tree, basis.tip, words)
        record = Journal(basis.ref, basis.tip, new, record.work, record.steps)
        subject = words.split("\n", 1)[0]
        landing = Landing(record, held, subject, basis.index if shared else None)
        _tell_left(land(worktree, landing), tell)
        return new


def _refuse_other(index: Index, tip: str | None, tree: str, record: Journal) -> None:
    """Refuse a tree that holds anything but the change: nobody else's work goes with it."""
    wanted = {step.path for step in record.steps if step.after != step.tip}
    if index.differing(tip, tree) != wanted:
        raise SamverkanError(
            "Git byggde något annat än det som skulle sparas; inget har ändrats.",
            "Försök igen. Kontrollera disken och kör `git fsck` om det händer igen.",
        )


def _store(
    worktree: Worktree, found: tuple[Step, ...], contents: Iterable[bytes | None], work: Path
) -> Journal:
    """Write the new bytes: as files ready to move into place, and as git objects."""
    if not found:
        raise UnchangedError
    fresh = {files.blob_id(data): data for data in contents if data is not None}
    wanted = {step.after for step in found}
    ready = [work / blob for blob in fresh if blob in wanted]
    for path in ready:
        files.write_new(path, fresh[path.name])
        faults.checkpoint("bytes written")
    objects.store_blobs(worktree.git, ready)
    return Journal(None, None, None, work.name, found)


def _private_index(worktree: Worktree, basis: Basis, work: Path) -> tuple[Index, bool]:
    """Make an index that equals the tip; True when it is the user's, who has staged nothing."""
    index = Index(worktree.git, work / "private")
    if basis.tip is None:
        return index, False
    copied = files.copy_index(worktree.git_dir / "index", work / "private")
    shared = basis.clean and fingerprint(copied) == basis.index
    if not shared:
        index.fill(basis.tip)
    return index, shared


def _commit_object(worktree: Worktree, tree: str, tip: str | None, words: str) -> str:
    """Store the commit, signed if the user's configuration asks for it."""
    signed = worktree.wants_signature()
    args = ["commit-tree", tree, *(["-p", tip] if tip else []), *(["-S"] if signed else [])]
    try:
        out = worktree.git.run(args, stdin=words.encode(), timeout=PATIENT if signed else TIMEOUT)
    except GitError as error:
        worktree.refuse_nameless()
        if not signed:
            raise
        raise SamverkanError(
            f"Incheckningen gick inte att signera; inget har ändrats. {error.stderr}",
            "Kontrollera `git config user.signingkey` och att nyckeln är tillgänglig.",
        ) from error
    return object_id(out)


@contextmanager
def _writing(worktree: Worktree, tell: Tell) -> Iterator[int]:
    """Hold the lock, with everything interrupted earlier finished or undone."""
    with spoken(), lock.held(worktree.state_dir) as number:
        faults.checkpoint("locked")
        said = recovery.settle(worktree)
        if said:
            tell(said)
        yield number


@contextmanager
def _workspace(worktree: Worktree, tell: Tell) -> Iterator[Path]:
    """Give a folder of our own; however we leave, nothing half-done stays if we can help it."""
    try:
        yield Path(tempfile.mkdtemp(prefix="work-", dir=worktree.state_dir))
    finally:
        # What cannot be settled now (a full disk) is settled by the next command.
        with suppress(SamverkanError, OSError):
            said = recovery.settle(worktree, "Skrivningen")
            if said:
                tell(said)


def _tell_left(paths: list[str], tell: Tell) -> None:
    """Tell which files somebody changed at the very moment of the commit."""
    if paths:
        tell(f"Ändrade av någon annan under tiden, och därför orörda: {listed(paths)}.")
