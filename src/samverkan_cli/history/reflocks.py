"""The locks on a branch that a git of ours left when it was killed: nobody else can end them."""

import time

from samverkan_cli.history.files import bytes_of
from samverkan_cli.history.journal import Journal
from samverkan_cli.history.worktree import Worktree

PATIENCE = 1.5
"""Seconds after which an empty lock cannot be that of a git at work: it is written at once."""

_PAUSE = 0.05


def sweep(worktree: Worktree, record: Journal) -> None:
    """Remove the locks of an `update-ref` that is known to be dead.

    It held our own lock for as long as it lived, so whoever holds that now may look: a lock
    with the new commit's name in it is ours, and an empty one is, if it stays.
    """
    if not (record.ref and record.new):
        return
    end = time.monotonic() + PATIENCE
    for lock in (worktree.common_dir / f"{record.ref}.lock", worktree.git_dir / "HEAD.lock"):
        while lock.exists():
            holds = bytes_of(lock).strip()
            if holds not in {b"", record.new.encode()}:
                break
            if holds or time.monotonic() > end:
                lock.unlink(missing_ok=True)
            else:
                time.sleep(_PAUSE)
