"""The forms of an export. Each takes rows as they come and writes them as it goes."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol, TextIO

from samverkan_cli.export.definition import Tabell, Tabeller
from samverkan_cli.export.questions import questions
from samverkan_cli.export.rows import FORBUND, Row
from samverkan_cli.reporters.tables import harmless

STAGE = ".rader"
"""The folder of rows on their way to Parquet; gone before the export is done."""

DATABASE = "samverkan.sqlite"


class Form(Protocol):
    """Something that writes the rows of tables in a folder."""

    def write(self, table: Tabell, rows: Sequence[Row]) -> None:
        """Write some rows of a table."""

    def end(self) -> None:
        """Finish the files."""


class Lines:
    """JSON, one row a line."""

    def __init__(self, folder: Path, definition: Tabeller, _forbund: str) -> None:
        self._files = ExitStack()
        folder.mkdir(exist_ok=True)
        self._out = {
            each.id: self._open(folder / f"{each.id}.jsonl") for each in definition.tabeller
        }

    def _open(self, path: Path) -> TextIO:
        return self._files.enter_context(path.open("w", encoding="utf-8", newline="\n"))

    def write(self, table: Tabell, rows: Sequence[Row]) -> None:
        """Write some rows of a table."""
        for row in rows:
            self._out[table.id].write(_line(dict(zip(table.names, row, strict=True))))

    def end(self) -> None:
        """Finish the files."""
        self._files.close()


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


class Csv:
    """CSV by RFC 4180: commas, a point in numbers, and no cell that a spreadsheet would compute."""

    def __init__(self, folder: Path, definition: Tabeller, _forbund: str) -> None:
        self._files = ExitStack()
        self._out = {}
        for each in definition.tabeller:
            path = folder / f"{each.id}.csv"
            file = self._files.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._out[each.id] = csv.writer(file)
            self._out[each.id].writerow(each.names)

    def write(self, table: Tabell, rows: Sequence[Row]) -> None:
        """Write some rows of a table."""
        self._out[table.id].writerows([_csv_cell(each) for each in row] for row in rows)

    def end(self) -> None:
        """Finish the files."""
        self._files.close()


def _csv_cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if isinstance(value, str) else "" if value is None else repr(value)


class Sqlite:
    """One SQLite file: every table with its keys, and the catalogue's questions as views."""

    def __init__(self, folder: Path, definition: Tabeller, _forbund: str) -> None:
        self._door = sqlite3.connect(folder / DATABASE, isolation_level=None)
        for each in ("page_size=4096", "journal_mode=OFF", "synchronous=OFF", "foreign_keys=ON"):
            self._door.execute(f"PRAGMA {each}")
        for table in definition.tabeller:
            self._door.execute(_created(table))
        for question in questions().fragor:
            self._door.execute(f'CREATE VIEW "fraga_{question.id}" AS {question.sql}')
        self._door.execute("BEGIN")

    def write(self, table: Tabell, rows: Sequence[Row]) -> None:
        """Write some rows of a table."""
        marks = ", ".join("?" * len(table.falt))
        self._door.executemany(f'INSERT INTO "{table.id}" VALUES ({marks})', rows)  # noqa: S608

    def end(self) -> None:
        """Finish the file, packed so that the same rows are the same bytes."""
        self._door.execute("COMMIT")
        self._door.execute("VACUUM")
        self._door.close()


_SQLITE = {"heltal": "INTEGER", "kronor": "INTEGER", "antal": "INTEGER", "ar": "INTEGER"} | {
    "ja_nej": "INTEGER",
    "tal": "REAL",
    "matvarde": "REAL",
}


def _created(table: Tabell) -> str:
    rows = [
        f'"{each.namn}" {_SQLITE.get(each.typ, "TEXT")}'
        + (" NOT NULL" if each.namn in table.nyckel else "")
        for each in table.falt
    ]
    rows.append(f"PRIMARY KEY ({_names(table.nyckel)})")
    for own, other in references(table):
        rows.append(f'FOREIGN KEY ({_names(own)}) REFERENCES "{other}" ({_names(own)})')
    return f'CREATE TABLE "{table.id}" ({", ".join(rows)})'


def references(table: Tabell) -> list[tuple[list[str], str]]:
    """Give the fields of a table that name a row of another, and which."""
    found: list[tuple[list[str], str]] = []
    if table.id != FORBUND:
        found.append(([FORBUND], FORBUND))
    if table.is_of_insatser:
        found.append(([FORBUND, "insats"], "insatser"))
    return found


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{each}"' for each in names)


class Parquet:
    """Parquet in folders by förbund, and by year where a table is divided so.

    `insatsar/forbund=222000-0000/ar=2026/data_0.parquet`: the same parts of many förbund may lie
    in one folder.
    """

    def __init__(self, folder: Path, definition: Tabeller, forbund: str) -> None:
        from samverkan_cli.export import duck

        self._duck, self._folder, self._tables, self._forbund = (
            duck,
            folder,
            definition.tabeller,
            forbund,
        )
        self._lines = Lines(folder / STAGE, definition, forbund)

    def write(self, table: Tabell, rows: Sequence[Row]) -> None:
        """Write some rows of a table."""
        self._lines.write(table, rows)

    def end(self) -> None:
        """Turn the rows into Parquet, a table at a time."""
        self._lines.end()
        for table in self._tables:
            staged = self._folder / STAGE / f"{table.id}.jsonl"
            if not table.uppdelad or staged.stat().st_size:
                self._table(table, staged)
        shutil.rmtree(self._folder / STAGE)

    def _table(self, table: Tabell, staged: Path) -> None:
        kinds = self._duck.columns(table)
        del kinds[FORBUND]
        folder = self._folder / table.id / f"{FORBUND}={self._forbund}"
        folder.mkdir(parents=True)
        if table.uppdelad:
            self._duck.write_parquet(staged, kinds, folder, "ar")
        else:
            self._duck.write_parquet(staged, kinds, folder / "data_0.parquet")


FORMS: dict[str, Callable[[Path, Tabeller, str], Form]] = {
    "parquet": Parquet,
    "jsonl": Lines,
    "csv": Csv,
    "sqlite": Sqlite,
}
