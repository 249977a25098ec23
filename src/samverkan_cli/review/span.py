"""What a review is about: the commits between a base and a head, and the trees they begin from."""

from collections.abc import Mapping
from dataclasses import dataclass

from samverkan_cli.audit.moments import Moment
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import CommitInfo, FileChange, history
from samverkan_cli.history.touched import commit_named, parted
from samverkan_cli.history.worktree import Worktree

_MAINS = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")


@dataclass(frozen=True)
class Span:
    """A base and a head by commit, the commits between, and the tree of every commit outside."""

    base: str
    head: str
    commits: tuple[CommitInfo, ...]
    before: Mapping[str, Moment]

    @property
    def first(self) -> Moment:
        """The tree of the base."""
        return self.before[self.base]


def between(worktree: Worktree, asked: str | None) -> Span:
    """Find what to review: `BAS..HUVUD`, `BAS` alone, or the branch against main."""
    given, _, last = (asked or "").partition("..")
    head = commit_named(worktree, last.lstrip(".") or "HEAD")
    start = commit_named(worktree, given) if given else _main(worktree)
    base = parted(worktree, start, head)
    commits = list(history(worktree, head, base))
    inside = {commit.sha for commit in commits}
    outside = {base} | {each for one in commits for each in one.parents if each not in inside}
    return Span(base, head, tuple(commits), {each: _tree(worktree, each) for each in outside})


def _main(worktree: Worktree) -> str:
    for name in _MAINS:
        found = worktree.git.answer(["rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"])
        if found.status == 0:
            return found.out.decode().strip()
    raise SamverkanError(
        "Det finns ingen gren main att jämföra med.", "Skriv vad som granskas: BAS..HUVUD"
    )


def _tree(worktree: Worktree, commit: str) -> Moment:
    rows = worktree.tree_of(commit, "")
    return Moment().after(FileChange(path, mode, blob) for path, (mode, blob) in rows.items())
