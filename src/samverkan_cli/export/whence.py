"""Which version an export is of: the last commit, and how much of what is read stands in none."""

from collections import defaultdict
from datetime import date

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import commits
from samverkan_cli.history.worktree import Worktree, differing
from samverkan_cli.repository import CASES, ROOT_FILE, Repository
from samverkan_cli.website.provenance import Source


def source(worktree: Worktree | None, repository: Repository) -> Source:
    """Ask git for the last commit, and compare the files with it a case at a time."""
    if worktree is None:
        return Source()
    try:
        found = commits(worktree, "", limit=1)
        unsaved = _unsaved(worktree, repository)
    except SamverkanError:
        return Source()
    if not found:
        return Source(unsaved=unsaved)
    return Source(found[0].sha, date.fromisoformat(found[0].date[:10]), unsaved)


def _unsaved(worktree: Worktree, repository: Repository) -> int:
    saved: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for path, entry in worktree.tree(CASES).items():
        saved["/".join(path.split("/")[:2])][path] = entry
    count = len(worktree.unsaved(ROOT_FILE))
    for folder in sorted({*map(repository.folder, repository.case_ids()), *saved}):
        count += len(differing(worktree.read_files(folder), saved.pop(folder, {})))
    return count
