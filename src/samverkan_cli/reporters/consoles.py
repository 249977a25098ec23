"""Where a page goes: plain lines to a pipe or a file, rich where there may be colour or a screen.

Both write the same words; a test compares them. rich is loaded for those who see it.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any, Literal, Protocol, TextIO

Words = Sequence[tuple[str, str]]
"""Texts of one line, each with its style."""

_HEIGHT = 25
"""Lines of a pipe: rich takes no width for a dumb terminal unless it has both."""

_SYSTEMS: dict[bool | None, Literal["standard", "auto"] | None] = {
    True: "standard",
    False: None,
    None: "auto",
}


class Output(Protocol):
    """A place to write, so many columns wide."""

    width: int

    def put(self, words: Words) -> None:
        """Write one line, as wide as it is."""

    def put_wrapped(self, words: Words, first: int, rest: int) -> None:
        """Write one line broken between words, with indents for the first and the others."""


class Plain:
    """Lines without colour, for a pipe or a file."""

    def __init__(self, file: TextIO | None, width: int, *, err: bool) -> None:
        self.width = width
        self._file, self._err = file, err

    def put(self, words: Words) -> None:
        """Write one line."""
        where = self._file or (sys.stderr if self._err else sys.stdout)
        if where is not None:
            where.write("".join(text for text, _ in words) + "\n")
            where.flush()

    def put_wrapped(self, words: Words, first: int, rest: int) -> None:
        """Write one line: in a pipe a remark is never broken, to search."""
        del rest
        whole = "".join(text for text, _ in words).rstrip()
        self.put([(f"{' ' * first}{whole}", "")])


class Coloured:
    """Lines by rich; `folds` on a screen, where a long remark is broken."""

    def __init__(
        self, file: TextIO | None, width: int | None, wanted: bool | None, *, err: bool, folds: bool
    ) -> None:
        from rich.console import Console

        class Ours(Console):
            """A console that lets the end of a pipe be told by whoever runs the command."""

            def on_broken_pipe(self) -> None:
                """Leave it to the caller; rich itself would end the program with exit 1."""
                raise BrokenPipeError

        self._folds = folds
        self._console = Ours(
            file=file,
            stderr=err,
            markup=False,
            highlight=False,
            emoji=False,
            soft_wrap=False,
            width=width,
            height=None if width is None else _HEIGHT,
            no_color=wanted is False,
            force_terminal=wanted or None,
            color_system=_SYSTEMS[wanted],
        )

    @property
    def width(self) -> int:
        """The columns of the screen."""
        return self._console.width

    @width.setter
    def width(self, columns: int) -> None:
        self._console.width = columns

    def put(self, words: Words) -> None:
        """Write one line."""
        self._console.print(self._text(words), soft_wrap=True)

    def put_wrapped(self, words: Words, first: int, rest: int) -> None:
        """Write one line, on a screen broken between words."""
        text = self._text(words)
        lines = [text]
        if self._folds:
            lines = [*text.wrap(self._console, max(self.width - rest, 20))]
        for number, each in enumerate(lines):
            each.rstrip()
            lead = self._text([(" " * (rest if number else first), "")])
            self._console.print(lead + each, soft_wrap=True)

    def _text(self, words: Words) -> Any:
        from rich.text import Text

        if len(words) == 1:  # the style of the whole line
            return Text(words[0][0], style=words[0][1])
        return Text.assemble(*words)


def color_wanted(when: str) -> bool | None:
    """Decide on colour: the flag, then NO_COLOR and FORCE_COLOR, then the terminal."""
    if when == "never" or (when == "auto" and os.environ.get("NO_COLOR")):
        return False
    if when == "always" or os.environ.get("FORCE_COLOR"):
        return True
    return None


def output(color: str, file: TextIO | None, width: int | None, *, err: bool) -> tuple[Output, bool]:
    """Choose where and how to write, and tell whether a person's screen folds what is long."""
    wanted = color_wanted(color)
    folds = not file and sys.stdout is not None and sys.stdout.isatty()
    columns = None if folds else width or _piped_width()
    if columns is None or wanted or _may_be_a_screen(file, err=err):
        return Coloured(file, columns, wanted, err=err, folds=folds), folds
    return Plain(file, columns, err=err), folds


def _may_be_a_screen(file: TextIO | None, *, err: bool) -> bool:
    """Tell whether rich might see a screen where it is to write."""
    where = file or (sys.stderr if err else sys.stdout)
    return "TTY_COMPATIBLE" in os.environ or (where is not None and where.isatty())


def _piped_width() -> int:
    """Be as wide as COLUMNS says; a pipe has no width of its own."""
    given = os.environ.get("COLUMNS", "")
    return max(int(given), 20) if given.isascii() and given.isdigit() else 100
