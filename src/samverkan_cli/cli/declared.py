"""How a command declares what it takes: words that cost nothing until somebody has to read them.

`reader.py` reads the usual lines by them; `run.py` hands them to typer for help and the unusual.
"""

from collections.abc import Callable
from typing import Any


class Argument:
    """A word that stands in its place on the line."""

    def __init__(self, **more: Any) -> None:
        self.flags: tuple[str, ...] = ()
        self.more = more
        self.envvar: str | None = None
        self.callback: Callable[[Any], Any] | None = None


class Option:
    """A flag, with a value unless its type is bool."""

    def __init__(
        self,
        *flags: str,
        envvar: str | None = None,
        callback: Callable[[Any], Any] | None = None,
        **more: Any,
    ) -> None:
        self.flags = flags
        self.more = more
        self.envvar = envvar
        self.callback = callback
