"""Finds the tables in the sheets of a file, and reads their rows; every fault with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from samverkan_cli.folding import nearest
from samverkan_cli.kalkyl.cells import CellError, place
from samverkan_cli.kalkyl.reading import Blad
from samverkan_cli.kalkyl.tables import TABLES, Kolumn, Tabell
from samverkan_cli.masking import FEWER, HIDDEN
from samverkan_cli.secrecy.hit import Hit
from samverkan_cli.secrecy.mask import hits, masked
from samverkan_cli.texts import visible

_SEARCHED = 30
"""Rows at the top of a sheet among which the headings are looked for."""
UNSHOWN = frozenset({FEWER, HIDDEN})
"""What a small group says in a sheet of ours: the figure that stands in the repository stays."""


@dataclass(frozen=True)
class Trouble:
    """Something in a file that cannot be taken in, with its place."""

    where: str
    says: str


@dataclass(frozen=True)
class Rad:
    """A row as read: the table, its values by key, and where it stands."""

    table: Tabell
    values: dict[str, Any]
    where: str

    @property
    def hidden(self) -> set[str]:
        """Name the values that stand in the sheet as words for a small group."""
        return {key for key, value in self.values.items() if value in UNSHOWN}


def secrets(sheets: Sequence[Blad]) -> Iterator[tuple[str, Hit]]:
    """Find what must never enter git in any cell, used or not, and in the names of the sheets."""
    for sheet in sheets:
        for each in hits(sheet.name):
            yield "ett blads namn", each
        for at, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                for each in hits(_plain(cell)):
                    yield f"{_named(sheet)}, {place(at, column)}", each


def _plain(cell: Any) -> str:
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if whole else str(cell)


def _named(sheet: Blad) -> str:
    return visible(masked(sheet.name))


def gather(sheets: Sequence[Blad]) -> tuple[list[Rad], list[Trouble]]:
    """Read every table of a file; a sheet that has none is left alone."""
    rows: list[Rad] = []
    troubles: list[Trouble] = []
    found = [(sheet, *head) for sheet in sheets if (head := _head(sheet))]
    for sheet, table, at in found:
        columns = _columns(sheet, table, at, troubles)
        for number, cells in enumerate(sheet.rows[at + 1 :], at + 1):
            if any(cells[column] not in ("", None) for column in columns if column < len(cells)):
                rows += _row(sheet, table, columns, number, cells, troubles)
    if not found:
        told = "; ".join(", ".join(each.title for each in t.columns if each.needed) for t in TABLES)
        troubles.append(Trouble("Filen", f"inget blad har de rubriker som behövs: {told}"))
    return rows, troubles + list(_doubles(rows))


def _head(sheet: Blad) -> tuple[Tabell, int] | None:
    """Find the row of headings: the one that fits a table best, with at least two of its own."""
    best: tuple[int, Tabell, int] | None = None
    for at, row in enumerate(sheet.rows[:_SEARCHED]):
        for table in TABLES:
            known = {column.key for cell in row if (column := table.column(cell))}
            fits = len(known) + (table.name.casefold() == sheet.name.casefold())
            if len(known) > 1 and (best is None or fits > best[0]):
                best = fits, table, at
    return best[1:] if best else None


def _columns(sheet: Blad, table: Tabell, at: int, troubles: list[Trouble]) -> dict[int, Kolumn]:
    found: dict[int, Kolumn] = {}
    for place_, cell in enumerate(sheet.rows[at]):
        if cell in ("", None):
            continue
        column = table.column(cell)
        where = f"{_named(sheet)}, {place(at, place_)}"
        if column is None:
            close = nearest(str(cell), [each.title for each in table.columns])
            hint = f"menade du {close}?" if close else "ta bort kolumnen"
            troubles.append(Trouble(where, f"rubriken ”{_quoted(cell)}” är okänd; {hint}"))
        elif column in found.values():
            troubles.append(Trouble(where, f"rubriken {column.title} står två gånger"))
        else:
            found[place_] = column
    for column in table.columns:
        if column.needed and column not in found.values():
            says = f"kolumnen {column.title} saknas"
            troubles.append(Trouble(f"{_named(sheet)}, rad {at + 1}", says))
    return found


def _quoted(cell: Any) -> str:
    return visible(masked(str(cell)))[:60]


def _row(
    sheet: Blad,
    table: Tabell,
    columns: dict[int, Kolumn],
    at: int,
    cells: list[Any],
    troubles: list[Trouble],
) -> Iterator[Rad]:
    """Read a row; one with a fault is told and left out. A last row of sums is none."""
    if any(str(each).strip().casefold().startswith(("summa", "totalt")) for each in cells[:1]):
        return
    values: dict[str, Any] = {}
    before = len(troubles)
    for place_, column in columns.items():
        cell = cells[place_] if place_ < len(cells) else ""
        where = f"{_named(sheet)}, {place(at, place_)}"
        if cell is None or str(cell).strip() == "":
            if column.needed:
                troubles.append(Trouble(where, f"{column.title} saknas"))
        elif cell in UNSHOWN:
            values[column.key] = cell
        else:
            try:
                values[column.key] = column.read(cell)
            except CellError as error:
                troubles.append(Trouble(where, f"{column.title}: {error}"))
    if len(troubles) == before:
        yield Rad(table, values, f"{_named(sheet)}, rad {at + 1}")


def _doubles(rows: Sequence[Rad]) -> Iterator[Trouble]:
    seen: dict[Any, str] = {}
    for row in rows:
        said = [str(row.values.get(key, "")).casefold() for key in row.table.keys]
        if not said[0]:
            continue  # its column is missing, which has been told
        key = (row.table.name, *said)
        if key in seen:
            yield Trouble(row.where, f"samma rad som {seen[key]}")
        seen.setdefault(key, row.where)
