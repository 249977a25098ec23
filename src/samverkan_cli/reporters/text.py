"""Text for people. Words from files are shown, never obeyed."""

import textwrap
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.cells import cell_len

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.reporters.columns import laid_out
from samverkan_cli.reporters.consoles import Output, output
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

_MARK = {Severity.ERROR: ("fel", "bold red"), Severity.WARNING: ("varning", "yellow")}


_BAR = 20


def safe(text: str) -> str:
    """Make a text fit to be seen: nothing hidden in it, and nothing told that must stay secret."""
    return visible(masked(text))


@dataclass
class Page:
    """A place to write: stdout, or stderr for everything that is not data."""

    console: Output
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
        return cls(*output(color, file, width, err=err))

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
            self.console.put([(each, style)])

    def heading(self, text: str) -> None:
        """Write a heading with space above."""
        self.line()
        self.line(text, "bold")

    def verbatim(self, text: str) -> None:
        """Write lines as they are, without wrapping: diffs, JSON, commands to copy."""
        for each in masked(text).split("\n"):  # a number may run over two lines
            self.console.put([(visible(each), "")])

    def command(self, text: str, indent: int = 0) -> None:
        """Write something to type, never broken over lines."""
        self.console.put([(" " * indent + safe(text), "cyan")])

    def field(self, title: str, text: str, indent: int = 0) -> None:
        """Write a value under its title: on the same line, or below it when it is a long text."""
        whole = f"{' ' * indent}{safe(title)}: {safe(text)}" if "\n" not in text else ""
        if 0 < cell_len(whole) <= self.console.width:
            until = indent + len(safe(title)) + 1
            lead = (whole[:indent], "")
            self.console.put([lead, (whole[indent:until], "bold"), (whole[until:], "")])
            return
        self.line(title, "bold", indent)
        for paragraph in text.rstrip("\n").split("\n"):
            self.line(paragraph, indent=indent + 2)

    def progress(self, text: str, done: int, whole: int) -> None:
        """Write how far something has come; a screen gets a bar too, which says nothing more."""
        shown = [(safe(text), "")]
        if self.folds and whole:
            filled = _BAR * done // whole
            shown += [("  ", ""), ("█" * filled, "green"), ("░" * (_BAR - filled), "dim")]
        self.console.put(shown)

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
            self.console.put([(" " * indent + each, "" if number else "bold")])

    def diagnostics(self, remarks: Iterable[Diagnostic], indent: int = 0) -> None:
        """Write remarks as `fil:rad:kolumn ID text`, each with its hint on the next line."""
        for remark in remarks:
            self._diagnostic(remark, indent)

    def _diagnostic(self, remark: Diagnostic, indent: int) -> None:
        word, style = _MARK.get(remark.severity, ("", ""))
        shown = [
            (safe(f"{remark.file}:{remark.line}:{remark.column}"), "bold"),
            (f" {remark.rule} ", style or "cyan"),
            (safe(f"{word}: {remark.message}" if word else remark.message), ""),
        ]
        self.console.put_wrapped(shown, indent, indent + 4)
        if remark.hint:
            self.console.put_wrapped([(f"→ {safe(remark.hint)}", "dim")], indent + 4, indent + 6)
