"""An export as a whole: every row in the form that was asked for, in a folder of its own."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli import workshop
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.export import describing
from samverkan_cli.export.definition import Tabeller, tables
from samverkan_cli.export.forms import FORMS
from samverkan_cli.export.rows import Gathering, forbund_key
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible
from samverkan_cli.website.provenance import Source

FOLDER = workshop.Kept(
    ".samverkan-export",
    b"Skriven av samverkan export. Mappen skrivs om helt varje g\xc3\xa5ng.\n",
    "en export som samverkan skrivit",
    "samverkan export --format FORMAT --output MAPP",
)


@dataclass(frozen=True)
class Wanted:
    """What is to be exported, and how."""

    samverkan: Samverkan
    rulebook: Rulebook
    form: str
    source: Source
    publik: bool = False
    licens: str | None = None


@dataclass(frozen=True)
class Exported:
    """What an export held: the rows of each table, and how many cases were left out."""

    rows: Counter[str]
    left_out: int
    definition: Tabeller


def planned(wanted: Wanted, cases: Iterable[Case]) -> Exported:
    """Count what an export would hold, and write nothing."""
    definition = tables()
    gathering = Gathering(wanted.samverkan, wanted.rulebook, definition, wanted.publik)
    counts = Counter[str]()
    for table, rows in gathering.rows(cases):
        counts[table.id] += len(rows)
    return Exported(counts, gathering.left_out, definition)


def export(target: Path, wanted: Wanted, cases: Iterable[Case]) -> Exported:
    """Write an export in a folder, wholly or not at all."""
    try:
        with workshop.workshop(FOLDER, target) as fresh:
            return _write(fresh, wanted, cases)
    except OSError as error:
        raise SamverkanError(
            f"Exporten gick inte att skriva: {in_words(error)}.",
            f"Det som fanns i {visible(str(target))} är orört. Se över utrymme och rättigheter.",
        ) from error


def _write(fresh: Path, wanted: Wanted, cases: Iterable[Case]) -> Exported:
    definition, forbund = tables(), forbund_key(wanted.samverkan)
    gathering = Gathering(wanted.samverkan, wanted.rulebook, definition, wanted.publik)
    form = FORMS[wanted.form](fresh, definition, forbund)
    counts = Counter({table.id: 0 for table in definition.tabeller})
    for table, rows in gathering.rows(cases):
        form.write(table, rows)
        counts[table.id] += len(rows)
    form.end()
    told = describing.Told(
        wanted.samverkan,
        forbund,
        wanted.form,
        wanted.source,
        gathering.latest,
        gathering.left_out,
        wanted.publik,
        wanted.licens,
        counts,
    )
    text = describing.package(fresh, definition, told)
    (fresh / describing.PACKAGE).write_text(text, encoding="utf-8", newline="\n")
    return Exported(counts, gathering.left_out, definition)
