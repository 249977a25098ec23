"""The door to DuckDB: writes Parquet files, and answers questions over tables in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from samverkan_cli.errors import SamverkanError
from samverkan_cli.export.definition import Tabell
from samverkan_cli.texts import visible

TYPES = {
    "text": "VARCHAR",
    "kod": "VARCHAR",
    "koder": "VARCHAR",
    "heltal": "BIGINT",
    "tal": "DOUBLE",
    "kronor": "BIGINT",
    "antal": "BIGINT",
    "matvarde": "DOUBLE",
    "ar": "INTEGER",
    "datum": "DATE",
    "ja_nej": "BOOLEAN",
}
"""The type of a column in Parquet, by the type of its field."""

_PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000"
_SAME_BYTES = ("SET threads=1", "SET preserve_insertion_order=true")
_MEMORY = "512MB"
_ALONE = (
    "SET autoinstall_known_extensions=false",
    "SET autoload_known_extensions=false",
    "SET allow_community_extensions=false",
)
"""Nothing is fetched: what we need comes with the library."""

_SHUT = ("SET enable_external_access=false", "SET lock_configuration=true")

Cell = str | int | float | bool | date | None


class UnreadableError(Exception):
    """Files that are not what they say: DuckDB cannot read them as the table they should be."""


class Answer(NamedTuple):
    """What a question gave: the names of its columns, and its rows."""

    columns: list[str]
    rows: list[tuple[Cell, ...]]


def columns(table: Tabell) -> dict[str, str]:
    """Give the type of each column of a table."""
    return {each.namn: TYPES[each.typ] for each in table.falt}


def write_parquet(staged: Path, kinds: Mapping[str, str], to: Path, split: str = "") -> None:
    """Write rows that stand as JSON, one a line, as Parquet; `split` names folders by a column.

    The rows keep their order, and the same rows give the same bytes.
    """
    kind = ", ".join(f"{_quoted(name)}: {_text(typ)}" for name, typ in kinds.items())
    rows = f"read_json({_text(staged)}, format='newline_delimited', columns={{{kind}}})"
    how = f"{_PARQUET}, PARTITION_BY ({_quoted(split)})" if split else _PARQUET
    with duckdb.connect() as door:
        place = f"SET temp_directory={_text(staged.parent)}"  # else it would be where one stands
        for each in (*_ALONE, *_SAME_BYTES, place, f"SET memory_limit='{_MEMORY}'"):
            door.execute(each)
        door.execute(f"COPY (SELECT * FROM {rows}) TO {_text(to)} ({how})")  # noqa: S608


@dataclass
class Analysis:
    """Tables in memory. Once `shut`, no question reaches a file, the net or a setting."""

    door: "duckdb.DuckDBPyConnection"

    @classmethod
    def open(cls) -> "Analysis":
        """Begin with no tables."""
        door = duckdb.connect()
        for each in (*_ALONE, "SET preserve_insertion_order=true", "SET temp_directory=''"):
            door.execute(each)
        return cls(door)

    def make(self, table: Tabell) -> None:
        """Make an empty table."""
        kinds = ", ".join(f"{_quoted(name)} {typ}" for name, typ in columns(table).items())
        self.door.execute(f"CREATE TABLE {_quoted(table.id)} ({kinds})")

    def fill(self, name: str, rows: Iterable[Sequence[Cell]], marks: int) -> None:
        """Put rows of our own in a table."""
        given = [list(row) for row in rows]
        if given:
            values = ", ".join("?" * marks)
            self.door.executemany(f"INSERT INTO {_quoted(name)} VALUES ({values})", given)  # noqa: S608

    def load_parquet(self, table: Tabell, files: Sequence[Path]) -> int:
        """Read Parquet files whose folders tell what stands in no file, and count the rows."""
        kinds = columns(table)
        hive = ", ".join(f"{_quoted(name)}: {_text(kinds[name])}" for name in table.partitions)
        how = f"hive_partitioning=true, hive_types={{{hive}}}"
        return self._load(table, f"read_parquet({_listed(files)}, {how})")

    def load_json(self, table: Tabell, files: Sequence[Path]) -> int:
        """Read files of JSON, one row a line, and count the rows."""
        kind = ", ".join(f"{_quoted(name)}: {_text(typ)}" for name, typ in columns(table).items())
        how = f"format='newline_delimited', columns={{{kind}}}"
        return self._load(table, f"read_json({_listed(files)}, {how})")

    def _load(self, table: Tabell, read: str) -> int:
        names = ", ".join(_quoted(name) for name in table.names)
        try:
            return self.number(f"INSERT INTO {_quoted(table.id)} SELECT {names} FROM {read}")  # noqa: S608
        except duckdb.Error as error:
            raise UnreadableError(str(error).partition("\n")[0]) from error

    def number(self, sql: str) -> int:
        """Give the single whole number that a question of our own asks for."""
        found = self.door.execute(sql).fetchone()
        return int(found[0] or 0) if found else 0

    def run(self, sql: str) -> None:
        """Do something of our own."""
        self.door.execute(sql)

    def shut(self) -> None:
        """Shut the way to files, net, extensions and settings, for good."""
        for each in _SHUT:
            self.door.execute(each)

    def ask(self, sql: str) -> Answer:
        """Answer one question; what is none, or cannot be read, is refused in words."""
        try:
            found = duckdb.extract_statements(sql)
            if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
                raise SamverkanError(
                    "En fråga är en enda SELECT och ändrar ingenting.",
                    "Skriv till exempel: SELECT forbund, count(*) FROM insatser GROUP BY forbund",
                )
            done = self.door.execute(found[0])
            names = [str(each[0]) for each in done.description or []]
            return Answer(names, [tuple(_cell(each) for each in row) for row in done.fetchall()])
        except duckdb.Error as error:
            said = visible(str(error).partition("\n")[0])
            raise SamverkanError(f"Frågan går inte att besvara: {said}", _TABLES) from error


_TABLES = (
    "Tabeller och fält står i källornas datapackage.json. Filer och nät går inte att nå härifrån."
)


def _cell(found: Any) -> Cell:
    """Give a value as plain data: DuckDB has kinds of numbers that nothing else has."""
    if found is None or isinstance(found, str | bool | int | float | date):
        return found
    try:
        return float(found)
    except (TypeError, ValueError):
        return str(found)


def _listed(files: Sequence[Path]) -> str:
    return f"[{', '.join(_text(each) for each in files)}]"


def _text(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
