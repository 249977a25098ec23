"""Puts the sound sources together in one set of tables, and keeps what is wrong with the others."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.export.definition import Tabell, tables
from samverkan_cli.export.duck import Analysis, UnreadableError
from samverkan_cli.masking import FEW
from samverkan_cli.nation.listing import Asked
from samverkan_cli.nation.verifying import (
    DAMAGED,
    MISSING,
    OLD,
    TWICE,
    Sound,
    WrongError,
    refused,
    verified,
)
from samverkan_cli.progress import steps
from samverkan_cli.repository import ROOT_FILE
from samverkan_cli.texts import visible

Export = Callable[[Path, Path], None]
"""Exports the repository in a folder to another folder."""

SOURCES = "kallor"
"""The table that tells which sources were asked for and what became of each."""


@dataclass(frozen=True)
class Result:
    """What became of a source: the export, or what is wrong."""

    asked: Asked
    sound: Sound | None = None
    status: str = "med"
    reason: str = ""


@dataclass
class Nation:
    """The tables of the sound sources, and every source that was asked for."""

    analysis: Analysis
    results: list[Result] = field(default_factory=list)

    @property
    def counted(self) -> list[Result]:
        """The sources that stand behind the answers."""
        return [each for each in self.results if each.sound]

    @property
    def wrong(self) -> list[Result]:
        """The sources that do not."""
        return [each for each in self.results if not each.sound]


@contextmanager
def gathered(wanted: list[Asked], export: Export) -> Iterator[Nation]:
    """Verify and read every source; afterwards nothing outside the tables is within reach."""
    analysis = Analysis.open()
    for table in tables().tabeller:
        analysis.make(table)
    nation = Nation(analysis)
    with tempfile.TemporaryDirectory(prefix="samverkan-nation-") as place:
        for number, each in enumerate(steps(wanted, "Prövar källa")):
            nation.results.append(_result(nation, each, Path(place) / str(number), export))
        nation.results = _loaded(nation)
        _tell(nation)
        analysis.shut()
        yield nation


def _result(nation: Nation, wanted: Asked, place: Path, export: Export) -> Result:
    try:
        sound = verified(wanted, _folder(wanted, place, export))
        _refuse_twin(nation, sound)
    except WrongError as wrong:
        return Result(wanted, None, wrong.status, wrong.reason)
    except OSError:
        return Result(wanted, None, DAMAGED, "källan går inte att läsa")
    return Result(wanted, sound)


def _refuse_twin(nation: Nation, sound: Sound) -> None:
    for each in nation.counted:
        if each.sound and each.sound.forbund == sound.forbund:
            raise WrongError(TWICE, f"{sound.forbund} är redan med, som {visible(each.asked.name)}")


def _folder(wanted: Asked, place: Path, export: Export) -> Path:
    """Give the folder of the export; a repository is exported first."""
    if not wanted.folder.is_dir():
        raise WrongError(MISSING, "mappen finns inte")
    if not (wanted.folder / ROOT_FILE).is_file():
        return wanted.folder
    try:
        export(wanted.folder, place)
    except SamverkanError as error:
        raise refused(error) from error
    return place


def _loaded(nation: Nation) -> list[Result]:
    """Read every verified source together; if that fails, one by one, to find which is wrong."""
    results = nation.results
    try:
        _load(nation.analysis, [each.sound for each in nation.counted if each.sound])
    except WrongError:
        results = [_alone(nation.analysis, each) for each in results]
    return [_of_year(nation.analysis, each) for each in results]


def _of_year(analysis: Analysis, result: Result) -> Result:
    """Take a source out again when it has nothing of the year that is asked for."""
    year = result.asked.ar
    if result.sound is None or year is None:
        return result
    own = f"forbund = '{result.sound.forbund}'"  # a key of letters and digits
    told = f"SELECT count(*) FROM insatsar WHERE {own} AND ar = {year:d}"  # noqa: S608
    if analysis.number(told):
        return result
    for table in tables().tabeller:
        analysis.run(f"DELETE FROM {table.id} WHERE {own}")  # noqa: S608
    return Result(result.asked, None, OLD, f"det finns inga insatser {year} i uppgifterna")


def _alone(analysis: Analysis, result: Result) -> Result:
    try:
        _load(analysis, [result.sound] if result.sound else [])
    except WrongError as wrong:
        return Result(result.asked, None, wrong.status, wrong.reason)
    return result


def _load(analysis: Analysis, sources: Sequence[Sound]) -> None:
    """Read sources whole, or nothing of them."""
    analysis.run("BEGIN")
    try:
        for table in tables().tabeller:
            _load_table(analysis, table, sources)
    except BaseException:
        analysis.run("ROLLBACK")
        raise
    analysis.run("COMMIT")


def _load_table(analysis: Analysis, table: Tabell, sources: Sequence[Sound]) -> None:
    loaded = 0
    try:
        for form, read in (("parquet", analysis.load_parquet), ("jsonl", analysis.load_json)):
            of_form = [each.files.get(table.id, []) for each in sources if each.form == form]
            if files := [file for part in of_form for file in part]:
                loaded += read(table, files)
    except UnreadableError as error:
        raise WrongError(DAMAGED, f"tabellen {table.id} går inte att läsa") from error
    few = [f"{each.namn} BETWEEN 0 AND {FEW - 1}" for each in table.falt if each.typ == "antal"]
    small = " OR ".join(few) or "false"
    asked = (
        f"SELECT forbund, count(*), count(*) FILTER (WHERE {small}) "  # noqa: S608 - words of ours
        f"FROM {table.id} GROUP BY forbund"
    )
    found = {str(row[0]): row[1:] for row in analysis.ask(asked).rows}
    for each in sources:
        count, kept = found.get(each.forbund, (0, 0))
        if count != each.rows[table.id]:
            raise WrongError(DAMAGED, f"raderna i tabellen {table.id} är inte de som exporterades")
        if kept:
            raise WrongError(DAMAGED, f"tabellen {table.id} har grupper med färre än fem personer")
    if loaded != sum(each.rows[table.id] for each in sources):
        raise WrongError(DAMAGED, f"tabellen {table.id} har rader från ett annat förbund")


def _tell(nation: Nation) -> None:
    """Make the table of sources, so that a question can ask which stand behind it."""
    names = ("kalla", "forbund", "status", "skal", "uppgifter_till", "versionen")
    nation.analysis.run(
        f"CREATE TABLE {SOURCES} ({', '.join(f'{each} VARCHAR' for each in names)})"
    )
    rows = [
        (
            each.asked.name,
            each.sound.forbund if each.sound else each.asked.forbund,
            each.status,
            each.reason or None,
            each.sound.until if each.sound else None,
            each.sound.commit if each.sound else None,
        )
        for each in nation.results
    ]
    nation.analysis.fill(SOURCES, rows, len(names))
