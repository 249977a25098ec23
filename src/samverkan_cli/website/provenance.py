"""Where the pages come from: the last commit, the tool, the rule book. Never the clock."""

from dataclasses import dataclass
from datetime import date

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import commits
from samverkan_cli.history.worktree import Worktree


@dataclass(frozen=True)
class Source:
    """The version that the pages show; without git there is none, and it is said.

    `unsaved` counts files that differ from the version.
    """

    commit: str | None = None
    dag: date | None = None
    unsaved: int = 0


def source(worktree: Worktree | None) -> Source:
    """Ask git for the last commit that touched the repository, and what is not saved."""
    if worktree is None:
        return Source()
    try:
        found = commits(worktree, "", limit=1)
        unsaved = len(worktree.unsaved("insatser")) + len(worktree.unsaved("samverkan.yaml"))
    except SamverkanError:
        return Source()
    if not found:
        return Source(unsaved=unsaved)
    return Source(found[0].sha, date.fromisoformat(found[0].date[:10]), unsaved)
