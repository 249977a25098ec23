"""A new git repository for a case repository that has none."""

from pathlib import Path

from samverkan_cli.history.runner import GitError, GitRunner
from samverkan_cli.history.worktree import explained


def init_repository(folder: Path) -> None:
    """Make a folder a git work tree of its own on the branch `main`, unless it already is one.

    A work tree further up is left alone: somebody else's history is no place for cases.
    """
    folder.mkdir(parents=True, exist_ok=True)
    git = GitRunner(folder.resolve())
    answer = git.answer(["rev-parse", "--show-cdup", "--is-inside-work-tree"])
    if answer.status == 0 and answer.out == b"\ntrue\n":
        return
    if answer.status != 0 and "not a git repository" not in answer.err:
        error = GitError(["rev-parse"], answer.status, answer.err or "must be run in a work tree")
        raise explained(error, folder)
    if answer.out.endswith(b"false\n"):
        raise explained(GitError(["rev-parse"], 128, "must be run in a work tree"), folder)
    git.run(["init", "-q", "-b", "main", "--template="])
