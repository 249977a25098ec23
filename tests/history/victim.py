"""A process to be killed: run the same change in many repositories, dying at one point in each.

`victim.py KIND FIRST BASE…`: the first BASE is killed at checkpoint FIRST, the second at
the one after, and so on; with FIRST 0 the checkpoints are only named. One interpreter
forks a child for each, which costs a tenth of starting a new one.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from samverkan_cli.history import faults, transaction
from samverkan_cli.history.recovery import recover
from samverkan_cli.history.worktree import Worktree
from tests.history.sandbox import CASE, advance


def _commit(worktree: Worktree) -> None:
    """Make the change as a commit."""
    transaction.commit(worktree, CASE, advance)


def _leave(worktree: Worktree) -> None:
    """Make the change in the working tree only."""
    transaction.leave_in_tree(worktree, CASE, advance)


def _recover(worktree: Worktree) -> None:
    """Finish or undo what an earlier victim left."""
    recover(worktree)


KINDS: dict[str, Callable[[Worktree], None]] = {
    "commit": _commit,
    "leave": _leave,
    "recover": _recover,
}


def _killer(fatal: int) -> Callable[[str], None]:
    """Make a checkpoint that kills this process the n:th time; 0 only names them."""
    seen: list[str] = []

    def checkpoint(name: str) -> None:
        seen.append(name)
        if not fatal:
            os.write(1, f"{name}\n".encode())
        if len(seen) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    return checkpoint


def main() -> None:
    """Fork, work, die."""
    kind = sys.argv[1]
    for number, base in enumerate(sys.argv[3:], int(sys.argv[2])):
        worktree = Worktree.open(Path(base))
        child = os.fork()
        if child == 0:
            faults.checkpoint = _killer(number)
            KINDS[kind](worktree)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
