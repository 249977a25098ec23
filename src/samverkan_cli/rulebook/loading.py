"""Gives the rule book: the built-in one as it was once read, a förbund's own from its files."""

from functools import cache
from pathlib import Path

from samverkan_cli import prepared
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.watched import note


def load(root: Path | None = None) -> Rulebook:
    """Read the built-in rule book, and the förbund's own on top when `root` is its repository.

    A repository with no rule book of its own shares the built-in one, which is read once.
    """
    if root is None or not any(_is_there(root / folder) for folder in ("processer", "kataloger")):
        return _built_in()
    from samverkan_cli.rulebook.reading import read_own

    return read_own(root)


def _is_there(folder: Path) -> bool:
    note(str(folder))
    return folder.is_dir()


@cache
def _built_in() -> Rulebook:
    """Give the built-in rule book as it was read once; a change of any file behind it tells."""
    sources = ("models", "rulebook", "yamldoc", "data/processer", "data/kataloger")
    return prepared.recall("regelbok", sources, _read)


def is_built_in(rulebook: Rulebook) -> bool:
    """Tell whether a rule book is the built-in one, as it is read for every repository."""
    return rulebook is _built_in()


def _read() -> Rulebook:
    from samverkan_cli.rulebook.reading import read_built_in

    return read_built_in()
