"""Text for people: the door to rich. Words from files are shown, never obeyed."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.reporters.columns import laid_out
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

_MARK = {Severity.ERROR: ("fel", "bold red"), Severity.WARNING: ("varning", "yellow")}


_HEIGHT = 25
"""Lines of a pipe: rich takes no width for a dumb terminal unless it has both."""

_SYSTEMS: dict[bool | None, Literal["standard", "auto"] | None] = {
    True: "standard",
    False: None,
    None: "auto",
}


def _color(when: str) -> bool | None:
    """Decide on colour: the flag, then NO_COLOR and FORCE_COLOR, then the terminal."""
    if when == "never" or (when == "auto" and os.environ.get("NO_COLOR")):
        return False
    if when == "always" or os.environ.get("FORCE_COLOR"):
        return True
    return None


def safe(text: str) -> str:
    """Make a text fit to be seen: nothing hidden in it, and nothing told that must stay secret."""
    return visible(masked(text))


class _Console(Console):
    """A console that lets the end of a pipe be told by whoever runs the command."""

    def on_broken_pipe(self) -> None:
        """Leave it to the caller; rich itself would end the program with exit 1."""
        raise BrokenPipeError


@dataclass
class Page:
    """A place to write: stdout, or stderr for everything that is not data."""

    console: Console

    @classmethod
    def open(
        cls,
        color: str = "auto",
        *,
        err: bool = False,
        file: TextIO | None = None,
        width: int | None = None,
    ) -> "Page":
        """Open stdout, stderr or a file; nothing that is written is taken for markup.

        `width` (columns) makes a file the same whatever the screen and the surroundings.
        """
        wanted = _color(color)
        shown = not file and sys.stdout is not None and sys.stdout.isatty()
        return cls(
            _Console(
                file=file,
                stderr=err,
                markup=False,
                highlight=False,
                emoji=False,
                soft_wrap=False,
                width=None if shown else width or _piped_width(),
                height=None if shown else _HEIGHT,
                no_color=wanted is False,
                force_terminal=wanted or None,
                color_system=_SYSTEMS[wanted],
            )
        )

    def line(self, text: str = "", style: str = "", indent: int = 0, mark: str = "") -> None:
        """Write one paragraph, wrapped under its own indent, behind a mark such as `1.`."""
        lead = f"{' ' * indent}{mark}{' ' if mark else ''}"
        lines = textwrap.wrap(
            safe(text),
            max(self.console.width, len(lead) + 20),
            initial_indent=lead,
            subsequent_indent=" " * len(lead),
            break_on_hyphens=False,
            break_long_words=False,
        )
        for each in lines or [""]:
            self.console.print(Text(each, style=style), soft_wrap=True)

    def heading(self, text: str) -> None:
        """Write a heading with space above."""
        self.line()
        self.line(text, "bold")

    def verbatim(self, text: str) -> None:
        """Write lines as they are, without wrapping: diffs, JSON, commands to copy."""
        for each in masked(text).split("\n"):  # a number may run over two lines
            self.console.print(Text(visible(each)), soft_wrap=True)

    def command(self, text: str, indent: int = 0) -> None:
        """Write something to type, never broken over lines."""
        self.console.print(Text(" " * indent + safe(text), style="cyan"), soft_wrap=True)

    def table(
        self, columns: Sequence[str], rows: Iterable[Sequence[str]], spare: Sequence[str] = ()
    ) -> None:
        """Write a table without lines; `spare` columns go, in order, when it is narrow."""
        cells = [[safe(cell) for cell in row] for row in rows]
        for number, each in enumerate(laid_out(columns, cells, self.console.width, spare)):
            self.console.print(Text(each, style="" if number else "bold"), soft_wrap=True)

    def diagnostics(self, remarks: Iterable[Diagnostic], indent: int = 0) -> None:
        """Write remarks as `fil:rad:kolumn ID text`, each with its hint on the next line."""
        for remark in remarks:
            self._diagnostic(remark, indent)

    def _diagnostic(self, remark: Diagnostic, indent: int) -> None:
        word, style = _MARK.get(remark.severity, ("", ""))
        shown = Text(" " * indent)
        shown.append(safe(f"{remark.file}:{remark.line}:{remark.column}"), "bold")
        shown.append(f" {remark.rule} ", style or "cyan")
        shown.append(safe(f"{word}: {remark.message}" if word else remark.message))
        self.console.print(shown, soft_wrap=True)
        if remark.hint:
            hint = Text(f"{' ' * (indent + 4)}→ {safe(remark.hint)}", style="dim")
            self.console.print(hint, soft_wrap=True)


def _piped_width() -> int:
    """Be as wide as COLUMNS says; a pipe has no width of its own."""
    given = os.environ.get("COLUMNS", "")
    return max(int(given), 20) if given.isascii() and given.isdigit() else 100
