"""Text for people: the door to rich. Words from files are shown, never obeyed."""

import os
import sys
import textwrap
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.reporters.columns import laid_out
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

_MARK = {Severity.ERROR: ("fel", "bold red"), Severity.WARNING: ("varning", "yellow")}


_BAR = 20
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
    folds: bool = False
    """Whether remarks too are broken at the width: on a screen, never in a pipe or a file."""

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
            ),
            folds=bool(shown),
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

    def field(self, title: str, text: str, indent: int = 0) -> None:
        """Write a value under its title: on the same line, or below it when it is a long text."""
        whole = f"{' ' * indent}{safe(title)}: {safe(text)}" if "\n" not in text else ""
        if 0 < cell_len(whole) <= self.console.width:
            shown = Text(whole)
            shown.stylize("bold", indent, indent + len(safe(title)) + 1)
            self.console.print(shown, soft_wrap=True)
            return
        self.line(title, "bold", indent)
        for paragraph in text.rstrip("\n").split("\n"):
            self.line(paragraph, indent=indent + 2)

    def progress(self, text: str, done: int, whole: int) -> None:
        """Write how far something has come; a screen gets a bar too, which says nothing more."""
        shown = Text(safe(text))
        if self.folds and whole:
            filled = _BAR * done // whole
            shown.append("  ")
            shown.append("█" * filled, "green")
            shown.append("░" * (_BAR - filled), "dim")
        self.console.print(shown, soft_wrap=True)

    def facts(self, facts: Iterable[str], indent: int = 0) -> None:
        """Write short facts after each other, broken between them rather than inside one."""
        lines: list[str] = []
        for fact in facts:
            longer = f"{lines[-1]} · {fact}" if lines else ""
            if longer and indent + cell_len(safe(longer)) <= self.console.width:
                lines[-1] = longer
            else:
                lines.append(fact)
        for each in lines:
            self.line(each, "dim", indent)

    def table(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        spare: Sequence[str] = (),
        *,
        right: Collection[str] = (),
        indent: int = 0,
    ) -> None:
        """Write a table without lines; `spare` columns go, in order, when it is narrow.

        The columns named in `right` hold numbers: they end in line.
        """
        cells = [[safe(cell) for cell in row] for row in rows]
        width = self.console.width - indent
        for number, each in enumerate(laid_out(columns, cells, width, spare, right)):
            shown = Text(" " * indent + each, style="" if number else "bold")
            self.console.print(shown, soft_wrap=True)

    def diagnostics(self, remarks: Iterable[Diagnostic], indent: int = 0) -> None:
        """Write remarks as `fil:rad:kolumn ID text`, each with its hint on the next line."""
        for remark in remarks:
            self._diagnostic(remark, indent)

    def _diagnostic(self, remark: Diagnostic, indent: int) -> None:
        word, style = _MARK.get(remark.severity, ("", ""))
        shown = Text()
        shown.append(safe(f"{remark.file}:{remark.line}:{remark.column}"), "bold")
        shown.append(f" {remark.rule} ", style or "cyan")
        shown.append(safe(f"{word}: {remark.message}" if word else remark.message))
        self._wrapped(shown, indent, indent + 4)
        if remark.hint:
            self._wrapped(Text(f"→ {safe(remark.hint)}", style="dim"), indent + 4, indent + 6)

    def _wrapped(self, text: Text, first: int, rest: int) -> None:
        """Break between words for a person's screen; in a pipe a remark is one line, to search."""
        if not self.folds:
            lines = [text]
        else:
            lines = list(text.wrap(self.console, max(self.console.width - rest, 20)))
        for number, each in enumerate(lines):
            each.rstrip()
            lead = Text(" " * (rest if number else first))
            self.console.print(lead + each, soft_wrap=True)


def _piped_width() -> int:
    """Be as wide as COLUMNS says; a pipe has no width of its own."""
    given = os.environ.get("COLUMNS", "")
    return max(int(given), 20) if given.isascii() and given.isdigit() else 100
