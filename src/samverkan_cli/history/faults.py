"""The seam of the crash tests: a named place where a process may be killed."""

from collections.abc import Callable


def _live_on(_name: str) -> None:
    """Do nothing."""


checkpoint: Callable[[str], None] = _live_on
"""Called with a name at every place worth dying at; the tests put a killer here."""
