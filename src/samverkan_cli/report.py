"""A report: a title, sections and tables, the same facts in every form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from samverkan_cli import texts

Kind = Literal["text", "kronor", "tal", "procent", "datum"]
"""What a column holds: words, whole kronor (SEK), a number, a percentage, a day."""

Cell = str | int | float | date | None
"""A value as it is known; None is a gap and is shown as one."""

GAP = "uppgift saknas"


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading and what its cells hold."""

    title: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """A table with a caption. The first cell of a row names the row; `total` is a last row."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    spare: Sequence[str] = ()
    """Titles of the columns that a narrow terminal may leave out, least important first."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ours, or an image of the förbund's own (its logotype).

    `width` and `height` are in CSS pixels (1/96 inch). `alt` says the conclusion, never only what
    kind of picture it is; `table` holds the same figures for who cannot see the drawing.
    """

    name: str
    kind: Literal["svg", "png", "jpeg"]
    data: bytes
    width: int
    height: int
    alt: str
    caption: str = ""
    table: Table | None = None
    drawn: bool = False
    """Drawn by us: an SVG that may stand in a page as it is. Any other image is only shown."""


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs, points, pictures and tables; `empty` is said for none.

    `commands` is what to type, shown whole in the terminal and nowhere else.
    """

    title: str
    paragraphs: Sequence[str] = ()
    points: Sequence[str] = ()
    tables: Sequence[Table] = ()
    pictures: Sequence[Picture] = ()
    empty: str = ""
    commands: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show but the heading."""
        return not (self.paragraphs or self.points or any(table.rows for table in self.tables))


@dataclass(frozen=True)
class Report:
    """A report over a case or over the whole förbund.

    `kind` is its name in commands, JSON and template files (`rapport_<kind>.html.j2`); `body` is
    what JSON carries, plain data. CSV carries the tables.
    """

    kind: str
    title: str
    lead: Sequence[str] = ()
    sections: Sequence[Section] = ()
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tables(self) -> list[Table]:
        """Every table, in reading order."""
        return [table for section in self.sections for table in section.tables]


def shown(cell: Cell, kind: Kind) -> str:
    """Write a cell as people read it."""
    if cell is None:
        return GAP
    if isinstance(cell, date):
        return texts.datum(cell)
    if isinstance(cell, str):
        return texts.datum(cell) if kind == "datum" else cell
    if kind == "kronor":
        return texts.kronor(cell)
    return texts.procent(cell) if kind == "procent" else texts.tal(cell)
