"""What a history has ever held."""

from samverkan_cli.history.worktree import Worktree


def is_shallow(worktree: Worktree) -> bool:
    """Tell whether the history is cut off; told from a file, without git."""
    return (worktree.common_dir / "shallow").exists()


def ever_added(worktree: Worktree, scope: str) -> set[str] | None:
    """Give every path under a scope that any commit on any branch has added; None when cut off."""
    if is_shallow(worktree):
        return None
    ask = ["log", "--all", "--full-history", "-m", "-z", "--format=", "--name-only"]
    ask += ["--diff-filter=A", "--no-renames", "--no-ext-diff", "--no-textconv"]
    out = worktree.git.run([*ask, "--", worktree.full(scope)])
    names = out.decode("utf-8", "surrogateescape").split("\0")
    return {name.strip("\n")[len(worktree.prefix) :] for name in names if name}
