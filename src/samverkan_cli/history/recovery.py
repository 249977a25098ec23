"""What an interrupted command left: finished if its commit exists, otherwise undone."""

import shutil

from samverkan_cli.history import journal, lock, reflocks
from samverkan_cli.history.disk import spoken
from samverkan_cli.history.forward import roll_back, roll_forward
from samverkan_cli.history.journal import Journal
from samverkan_cli.history.paths import listed
from samverkan_cli.history.worktree import Worktree


def recover(worktree: Worktree) -> str | None:
    """Finish or undo an interrupted change, and say which; first in every writing command."""
    if not worktree.state_dir.is_dir():
        return None
    with spoken(), lock.held(worktree.state_dir):
        return settle(worktree)


def pending(worktree: Worktree) -> str | None:
    """Say, for a command that only reads, that a change is under way or was interrupted."""
    if not journal.exists(worktree.state_dir):
        return None
    who = lock.holder(worktree.state_dir)
    if who:
        return f"En annan samverkan skriver just nu ({who}); det som visas kan vara halvfärdigt."
    return (
        "En tidigare skrivning avbröts. Nästa kommando som skriver slutför eller ångrar den; "
        "tills dess kan det som visas vara halvfärdigt."
    )


def settle(worktree: Worktree, what: str = "En tidigare skrivning") -> str | None:
    """Do the work of `recover` while the lock is held."""
    said = None
    if journal.exists(worktree.state_dir):
        said = _settle(worktree, journal.read(worktree.state_dir), what)
    for stray in worktree.state_dir.glob("work-*"):
        shutil.rmtree(stray, ignore_errors=True)
    return said


def contains(worktree: Worktree, ref: str, commit: str) -> bool:
    """Tell whether a branch holds a commit, asking the branch and not an exit status."""
    known = worktree.git.answer(["rev-parse", "--verify", "-q", f"{ref}^{{commit}}"])
    if known.status:
        return False
    tip = known.out.decode().strip()
    return tip == commit or (
        worktree.git.answer(["merge-base", "--is-ancestor", commit, tip]).status == 0
    )


def _settle(worktree: Worktree, record: Journal, what: str) -> str:
    """Go the one way that is left."""
    reflocks.sweep(worktree, record)
    if record.ref and record.new and not contains(worktree, "HEAD", record.new):
        stored = contains(worktree, record.ref, record.new)
        roll_back(worktree, record)
        if not stored:
            return f"{what} avbröts innan den sparades; inget av den finns kvar."
        return (
            f"{what} sparades som {record.new} på {record.ref}, men förrådet står "
            "nu på en annan gren; filerna är orörda."
        )
    left = roll_forward(worktree, record)
    said = f"{what} avbröts och är nu slutförd."
    return f"{said} Orörda, för att någon ändrat dem: {listed(left)}." if left else said
