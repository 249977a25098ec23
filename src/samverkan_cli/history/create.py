"""A new git repository for a case repository that has none."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults
from samverkan_cli.history.runner import GitError, GitRunner, foreign
from samverkan_cli.history.worktree import Worktree, explained

_ASIDE = ".samverkan-init-"
_ENVIRONMENT = RLock()


@contextmanager
def beginning(folder: Path) -> Iterator[Worktree]:
    """Give a git work tree of its own; if its first commit fails, what was made is gone again."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    fresh = not (folder / ".git").exists()
    try:
        init_repository(folder)
        faults.checkpoint("repository made")
        yield Worktree.open(folder.resolve())
    except BaseException:
        if fresh and not _has_commit(folder):
            shutil.rmtree(folder / ".git", ignore_errors=True)
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise


def _has_commit(folder: Path) -> bool:
    """Tell whether there is something to keep; when nobody can tell, there may be."""
    try:
        return Worktree.open(folder.resolve()).tip() is not None
    except SamverkanError:
        return (folder / ".git" / "refs" / "heads" / "main").exists()


def init_repository(folder: Path) -> None:
    """Make a folder a git work tree of its own on the branch `main`, unless it already is one.

    A work tree further up is left alone: somebody else's history is no place for cases.
    """
    folder.mkdir(parents=True, exist_ok=True)
    faults.checkpoint("folder made")
    git = GitRunner(folder.resolve())
    answer = git.answer(["rev-parse", "--show-cdup", "--is-inside-work-tree"])
    if answer.status == 0 and answer.out == b"\ntrue\n":
        return
    if answer.status != 0 and "not a git repository" not in answer.err:
        error = GitError(["rev-parse"], answer.status, answer.err or "must be run in a work tree")
        raise explained(error, folder)
    if answer.out.endswith(b"false\n"):
        raise explained(GitError(["rev-parse"], 128, "must be run in a work tree"), folder)
    _init(folder)


def _init(folder: Path) -> None:
    """Let git make its folder aside and move it in: half of one would be in everybody's way."""
    for stray in folder.glob(f"{_ASIDE}*"):
        shutil.rmtree(stray, ignore_errors=True)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
    try:
        faults.checkpoint("before git init")
        _made(aside.resolve())
        faults.checkpoint("after git init")
        (aside / ".git").rename(folder / ".git")
        faults.checkpoint("repository in place")
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _made(folder: Path) -> None:
    """Make a repository without templates: nothing of the machine's own goes into it."""
    with _clean_environment():
        from git import Repo
        from git.exc import GitCommandError

        how: dict[str, Any] = {"initial_branch": "main", "template": "", "quiet": True}
        try:
            # A template of nothing is what makes it safe; GitPython warns of all templates.
            Repo.init(folder, mkdir=False, expand_vars=False, allow_unsafe_options=True, **how)
        except GitCommandError as error:
            status = error.status if isinstance(error.status, int) else 1
            raise GitError(["init"], status, str(error.stderr)) from error


@contextmanager
def _clean_environment() -> Iterator[None]:
    """Hide what could lead git astray while GitPython works: it copies all of os.environ."""
    with _ENVIRONMENT:
        hidden = {name: os.environ.pop(name) for name in list(os.environ) if foreign(name)}
        os.environ["GIT_PYTHON_REFRESH"] = "quiet"
        try:
            yield
        finally:
            del os.environ["GIT_PYTHON_REFRESH"]
            os.environ.update(hidden)
