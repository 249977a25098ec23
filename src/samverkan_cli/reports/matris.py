"""A cross-cut as a grid: each cell filled, open or not relevant, and what is left to answer."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from samverkan_cli.crosscuts import Cell, Grid, State
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.pictures.grids import matrix_picture, word
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.rulebook.tvarsnitt import Axel

if TYPE_CHECKING:
    from samverkan_cli.rulebook.katalog import Punkt


_LEGEND = "Ett tal visar en öppen ruta: så många av dess frågor är klara."


def matrix(grid: Grid) -> Report:
    """Lay a grid out as a report."""
    cut = grid.tvarsnitt
    met, total = grid.counts()
    lead = [f"{grid.case.namn} ({grid.case.id})", *([cut.beskrivning] if cut.beskrivning else [])]
    lead += [f"Upphov: {cut.upphov}."] if cut.upphov else []
    drawn = matrix_picture(grid)
    told = [f"{met} av {total} rutor är klara. {_LEGEND}"]
    sections = [
        Section("Rutorna", told, tables=[_table(grid)], pictures=[drawn] if drawn else []),
        _open(grid),
        Section("Ej aktuella rutor", points=list(_aside(grid)), empty="Inga."),
        *_contents(grid),
    ]
    return Report("matris", cut.namn, lead, sections, _body(grid))


def _table(grid: Grid) -> Table:
    cut = grid.tvarsnitt
    columns = [Column(cut.radnamn or "Rad"), *(Column(each.namn) for each in cut.kolumner)]
    rows = [[row[0].row.namn, *(word(cell) for cell in row)] for row in grid.cells if any(row)]
    return Table(cut.namn, columns, rows)


def _places(rows: dict[str, list[str]]) -> Iterator[str]:
    for row, columns in rows.items():
        yield row if columns == [_ALONE] else f"{row}: {', '.join(columns)}"


_ALONE = "Läge"
"""The name of a column that stands alone, and so says nothing."""


def _where(cell: Cell) -> str:
    return cell.row.namn if cell.column.namn == _ALONE else f"{cell.row.namn} – {cell.column.namn}"


def _open(grid: Grid) -> Section:
    """List what is left to answer, each question once with the cells that it leaves open."""
    where: dict[str, dict[str, list[str]]] = {}
    questions: dict[str, Punkt] = {}
    for cell in grid.open:
        for each in cell.asked:
            if not each.is_met:
                questions[each.punkt.id] = each.punkt
                rows = where.setdefault(each.punkt.id, {})
                rows.setdefault(cell.row.namn, []).append(cell.column.namn)
    points = [
        f"{name} {questions[name].fraga} ({'; '.join(_places(rows))})"
        for name, rows in where.items()
    ]
    per_column = any(each.per_perspektiv for each in questions.values())
    flag = " [--perspektiv PERSPEKTIV]" if per_column else ""
    hint = f"Svara med: samverkan answer {grid.case.id} PUNKT ja{flag} --motivering TEXT"
    return Section("Öppna frågor", [hint] if points else [], points, empty="Inga.")


def _aside(grid: Grid) -> Iterator[str]:
    for row in grid.cells:
        for cell in row:
            if cell.state is State.NOT_RELEVANT:
                yield f"{_where(cell)}: {cell.reason}"


def _contents(grid: Grid) -> Iterator[Section]:
    """Say what each row holds whatever the column, and which of its documents are there."""
    points = [
        f"{row.namn}: {row.innehall or ''} {_documents(grid, row)}".strip()
        for row in grid.tvarsnitt.rader
        if row.innehall or row.handlingar
    ]
    if points:
        yield Section("Innehåll och handlingar", points=points)


def _documents(grid: Grid, row: Axel) -> str:
    """Name the documents of a row as they stand in the case."""
    there = {record.typ.typ for record in grid.case.records.values()}
    known = [DOKUMENT[each] for each in row.handlingar if each in DOKUMENT]
    found = [each.namn for each in known if each.typ in there]
    missing = [each.namn for each in known if each.typ not in there]
    words = f"Finns: {', '.join(found)}." if found else ""
    return f"{words} Saknas: {', '.join(missing)}.".strip() if missing else words


def _body(grid: Grid) -> dict[str, Any]:
    return {
        "insats": grid.case.id,
        "tvarsnitt": grid.tvarsnitt.tvarsnitt,
        "rutor": [
            {
                "rad": cell.row.id,
                "kolumn": cell.column.id,
                "lage": cell.state.value,
                "varfor": cell.reason or None,
                "punkter": [
                    {
                        "punkt": each.punkt.id,
                        "perspektiv": each.perspektiv,
                        "svar": each.svar.svar if each.svar else None,
                        "klar": each.is_met,
                    }
                    for each in cell.asked
                ],
            }
            for row in grid.cells
            for cell in row
        ],
    }
