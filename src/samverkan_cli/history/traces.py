"""Whether a write may have been interrupted here, told from files alone: cheap for readers."""

from pathlib import Path

from samverkan_cli.cached import JOURNAL as NAME
from samverkan_cli.cached import STATE

__all__ = ["NAME", "STATE", "left_behind"]


def left_behind(base: Path) -> bool:
    """Look for a journal in the git folder at or above a folder, without running git."""
    for folder in (base, *base.parents):
        entry = folder / ".git"
        if entry.is_dir():
            return (entry / STATE / NAME).exists()
        if entry.is_file():
            return (folder / _linked(entry) / STATE / NAME).exists()
    return False


def _linked(entry: Path) -> str:
    """Read where a linked work tree or a submodule keeps its git folder."""
    try:
        return entry.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
    except (OSError, UnicodeDecodeError):
        return ".git"
