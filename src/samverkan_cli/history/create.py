"""A new git repository for a case repository that has none."""

from pathlib import Path

from samverkan_cli.history.runner import GitError, GitRunner
from samverkan_cli.history.worktree import explained


def init_repository(folder: Path) -> None:
    """Make a folder a git work tree on the branch `main`, unless it already is in one."""
    folder.mkdir(parents=True, exist_ok=True)
    git = GitRunner(folder.resolve())
    answer = git.answer(["rev-parse", "--is-inside-work-tree"])
    if answer.status == 0 and answer.out == b"true\n":
        return
    if "not a git repository" not in answer.err:
        error = GitError(["rev-parse"], answer.status, answer.err or "must be run in a work tree")
        raise explained(error, folder)
    git.run(["init", "-q", "-b", "main", "--template="])
