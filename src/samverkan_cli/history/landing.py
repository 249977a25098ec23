"""The commit point: journal, the user's index locked and ready, and one moved branch."""

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults, files, journal, recovery, reflocks
from samverkan_cli.history.forward import finish, roll_back
from samverkan_cli.history.index import NOTHING, Index
from samverkan_cli.history.journal import Journal
from samverkan_cli.history.text import one_line
from samverkan_cli.history.worktree import Worktree, fingerprint

INDEX_PATIENCE = 1.5
"""Seconds to wait for another git that holds `index.lock`: an editor's `git status` is brief."""

_PAUSE = 0.05
_KILLED = 128
"""Above this a shell between us and git tells the signal that git died of."""


class LostRaceError(Exception):
    """Somebody else moved the branch, the index or a file: judge again from the start."""


@dataclass(frozen=True, slots=True)
class Landing:
    """A finished commit on its way in: its journal, our lock's descriptor, a reflog line.

    `index` is the fingerprint of the user's index that the ready one was made from, if it is made.
    """

    record: Journal
    lock: int
    subject: str
    index: bytes | None = None


def land(worktree: Worktree, landing: Landing) -> list[str]:
    """Let the commit become the branch's tip, then bring files and index along.

    Gives the paths left alone because somebody changed them at that very moment.
    """
    record = landing.record
    remembered = _ready_index(worktree, landing)
    journal.write(worktree.state_dir, record)
    faults.checkpoint("journal written")
    try:
        _lock_index(worktree, record)
        faults.checkpoint("index locked")
        _refuse_moved(worktree, record, remembered)
    except BaseException:
        roll_back(worktree, record)
        raise
    _move_ref(worktree, landing)
    faults.checkpoint("ref moved")
    return finish(worktree, record)


def _ready_index(worktree: Worktree, landing: Landing) -> bytes:
    """Make the index that the user will have: theirs, with our paths; remember theirs."""
    record = landing.record
    own = worktree.git_dir / "index"
    ready = worktree.state_dir / record.work / "index"
    remembered = worktree.index_print()
    if remembered != landing.index:
        remembered = fingerprint(files.copy_index(own, ready))
        rows = [(step.path, step.mode, step.after) for step in record.steps]
        Index(worktree.git, ready).put(rows)
    with suppress(FileNotFoundError):
        ready.chmod(own.stat().st_mode & 0o777)
    return remembered


def _lock_index(worktree: Worktree, record: Journal) -> None:
    """Take git's own lock in one step, with the finished index already in it."""
    lock = worktree.git_dir / "index.lock"
    end = time.monotonic() + INDEX_PATIENCE
    while True:
        try:
            lock.hardlink_to(worktree.state_dir / record.work / "index")
        except FileExistsError as error:
            if time.monotonic() > end:
                raise SamverkanError(
                    f"Git är upptaget: {lock} finns redan; inget har ändrats.",
                    "Vänta tills det andra git-kommandot är klart. Om inget pågår är filen ett "
                    f"spår av ett avbrott: ta bort den med `rm '{lock}'`.",
                ) from error
            time.sleep(_PAUSE)
        else:
            return


def _refuse_moved(worktree: Worktree, record: Journal, remembered: bytes) -> None:
    """See that index, branch and files still are those that were judged."""
    now = worktree.index_print()
    same_files = all(_before(worktree.top, step.path) == step.before for step in record.steps)
    if now != remembered or not same_files or not _on_branch(worktree, record):
        raise LostRaceError


def _on_branch(worktree: Worktree, record: Journal) -> bool:
    """Tell whether HEAD still is the branch; that it has not moved, `update-ref` itself sees to."""
    head = files.bytes_of(worktree.git_dir / "HEAD")
    return head == f"ref: {record.ref}\n".encode() or worktree.head_ref() == record.ref


def _before(top: Path, path: str) -> str | None:
    """Name the bytes that stand at a path now; a folder may give way to a file."""
    try:
        data = files.read_if_any(top, path)
    except IsADirectoryError:
        return None
    return None if data is None else files.blob_id(data)


def _move_ref(worktree: Worktree, landing: Landing) -> None:
    """Move the branch if it still stands where it stood, and believe the branch alone."""
    record = landing.record
    ref, new = record.ref or "", record.new or ""
    args = ["update-ref", "-m", f"samverkan: {one_line(landing.subject)}"]
    # A child that outlives us keeps our lock, so that recovery never reads a moving branch.
    answer = worktree.git.answer(
        [*args, ref, new, record.old or NOTHING], keep_open=(landing.lock,)
    )
    if answer.status < 0 or answer.status > _KILLED:
        reflocks.sweep(worktree, record)
    if answer.status == 0 or recovery.contains(worktree, ref, new):
        return
    moved = worktree.head() != (ref, record.old)
    roll_back(worktree, record)
    if moved:
        raise LostRaceError
    raise SamverkanError(
        f"Git flyttade inte grenen; inget har ändrats. {one_line(answer.err)}",
        "Kontrollera kroken reference-transaction, ledigt utrymme och låsfiler under .git/refs.",
    )
