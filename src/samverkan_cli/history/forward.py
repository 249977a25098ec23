"""The way forward after the commit point, and the way back before it; both can be repeated."""

import shutil
from contextlib import suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults, files, journal, objects
from samverkan_cli.history.index import Index
from samverkan_cli.history.journal import Journal, Step
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.system import in_words


def finish(worktree: Worktree, record: Journal) -> list[str]:
    """Go forward from a commit point just passed; what cannot be done now is done later."""
    try:
        return roll_forward(worktree, record)
    except (OSError, SamverkanError) as error:
        name = f"sparad som {record.new}" if record.new else "sparad"
        why = in_words(error) if isinstance(error, OSError) else error.message.rstrip(".")
        raise SamverkanError(
            f"Ändringen är {name}, men alla filer kunde inte skrivas: {why}.",
            "Åtgärda felet; nästa kommando som skriver slutför det som återstår.",
        ) from error


def roll_forward(worktree: Worktree, record: Journal) -> list[str]:
    """Bring files and index to the new state; gives the paths somebody else had changed."""
    left = [step.path for step in record.steps if not _bring(worktree, record, step)]
    for folder in {(worktree.top / step.path).parent for step in record.steps}:
        with suppress(FileNotFoundError):
            files.sync_folder(folder)
    if record.ref:
        _bring_index(worktree, record)
    clear(worktree, record)
    return left


def roll_back(worktree: Worktree, record: Journal) -> None:
    """Take away what is ours; no file of the user's has been touched yet."""
    lock = worktree.git_dir / "index.lock"
    if _same(lock, worktree.state_dir / record.work / "index"):
        lock.unlink()
    faults.checkpoint("index unlocked")
    clear(worktree, record)


def clear(worktree: Worktree, record: Journal) -> None:
    """End the change: first the journal, then the folder it speaks of."""
    journal.erase(worktree.state_dir)
    with suppress(OSError):  # what stays is swept by the next command
        faults.checkpoint("journal erased")
        shutil.rmtree(worktree.state_dir / record.work)
        faults.checkpoint("workspace gone")


def _bring(worktree: Worktree, record: Journal, step: Step) -> bool:
    """Bring one file to its new bytes, but only over the bytes that were judged."""
    target = worktree.top / step.path
    now = _name_of(worktree, step.path)
    if now != step.after and now == step.before:
        if step.after is None:
            files.remove(worktree.top, step.path)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            faults.checkpoint("folder made")
            files.replace(_finished(worktree, record, step), target)
        faults.checkpoint("file in place")
        now = step.after
    files.beside_of(target).unlink(missing_ok=True)
    return now == step.after


def _name_of(worktree: Worktree, path: str) -> str | None:
    """Name the bytes that stand at a path now; something strange equals nothing."""
    try:
        data = files.read_if_any(worktree.top, path)
    except (SamverkanError, IsADirectoryError):
        return "?"
    return None if data is None else files.blob_id(data)


def _finished(worktree: Worktree, record: Journal, step: Step) -> Path:
    """Find the new bytes on their own disk, or write them again from the stored blob."""
    work = worktree.state_dir / record.work
    blob = step.after or ""
    path = work / blob
    if not path.exists():
        work.mkdir(exist_ok=True)
        files.write_new(path, objects.read_blobs(worktree.git, [blob])[blob])
    return path


def _bring_index(worktree: Worktree, record: Journal) -> None:
    """Let the index that was made ready become the user's."""
    ready = worktree.state_dir / record.work / "index"
    index, lock = worktree.git_dir / "index", worktree.git_dir / "index.lock"
    if _same(lock, ready):
        lock.replace(index)
        faults.checkpoint("index in place")
    elif not _same(index, ready):
        _mend_index(worktree, record)


def _mend_index(worktree: Worktree, record: Journal) -> None:
    """Set our paths in an index that others have written since, where it still has the old."""
    index = Index(worktree.git)
    entries = index.entries([step.path for step in record.steps])
    blobs = {path: entry.blob for path, entry in entries.items()}
    behind = [step for step in record.steps if blobs.get(step.path) == step.tip != step.after]
    if behind:
        index.put((step.path, step.mode, step.after) for step in behind)


def _same(one: Path, other: Path) -> bool:
    """Tell whether two names are one file, or its copy in a repository restored from backup."""
    try:
        return one.samefile(other) or one.read_bytes() == other.read_bytes()
    except FileNotFoundError:
        return False
