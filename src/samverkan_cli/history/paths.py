"""Paths of the case repository: POSIX, relative, and never out of their folder."""

from samverkan_cli.history.text import visible


def normal(path: str) -> str:
    """Check a path relative to the base; `.` and the empty path mean the base itself."""
    path = path.removesuffix("/")
    if path in {"", "."}:
        return ""
    parts = path.split("/")
    if any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts) or "\0" in path:
        raise ValueError(f"not a path inside the case repository: {visible(path)}")
    return path


def within(path: str, scope: str) -> bool:
    """Tell whether a normal path is the scope or lies under it."""
    return not scope or path == scope or path.startswith(f"{scope}/")


def listed(paths: list[str], most: int = 5) -> str:
    """Name some paths for a sentence, and how many more there are."""
    shown = ", ".join(visible(path) for path in paths[:most])
    return shown if len(paths) <= most else f"{shown} och {len(paths) - most} till"
