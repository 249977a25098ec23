"""The rule book: every process, item, role and rule row, the förbund's own before the built-in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from samverkan_cli.diagnostics import Diagnostic, Place, Route, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.grund import Modell
from samverkan_cli.models.insats import Insats
from samverkan_cli.rulebook.deltagare import Deltagaruppgifter
from samverkan_cli.rulebook.katalog import (
    Avvikelse,
    Fyllningsrad,
    Katalog,
    Kravrad,
    Punkt,
    Regelrad,
    Roll,
)
from samverkan_cli.rulebook.lag import Lagrad
from samverkan_cli.rulebook.leverans import Leveransrad
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rubriker import Headings
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
from samverkan_cli.rulebook.versions import applies, applying, clamped, order
from samverkan_cli.texts import visible
from samverkan_cli.yamldoc.document import YamlDocument

R = TypeVar("R", Punkt, Regelrad)

BUILT_IN = "inbyggd/"
"""What the paths of the tool's own files begin with."""

Origins = Mapping[Route, tuple[str, Route]]
"""Where each part of a process stands that was put together from several files."""


@dataclass(frozen=True)
class Placed:
    """A row of the rule book with the file and the place where it stands."""

    row: Modell
    file: str
    route: Route

    @property
    def is_own(self) -> bool:
        """Tell whether the förbund wrote the row."""
        return not self.file.startswith(BUILT_IN)


Words = Mapping[str, Mapping[str, str]]
"""The names of the words of every catalogue: catalogue, id, name."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """What the förbund has decided about how cases move, at one version of the rule book.

    `digest` is the SHA-256 of every file read; `sources` tells where a process or catalogue
    was read, as a path to show, and `documents` holds the texts by that path, for places.
    `processes` holds the highest version of each process and `versions` every one by id and
    number. `broken` holds the faults of a process that could not be read, by id and version
    (None when that could not be read either); `everything` has the rows of all versions.
    """

    version: str
    digest: str
    processes: Mapping[str, Process]
    punkter: Mapping[str, Punkt]
    roller: Mapping[str, Roll]
    kravsatser: Mapping[str, Mapping[str, tuple[Kravrad, ...]]]
    regelrader: tuple[Regelrad, ...]
    kataloger: Mapping[str, Katalog] = field(default_factory=dict)
    fyllning: tuple[Fyllningsrad, ...] = ()
    tvarsnitt: Mapping[str, Tvarsnitt] = field(default_factory=dict)
    checklistor: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lag: tuple[Lagrad, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: Mapping[str, YamlDocument] = field(default_factory=dict)
    rubriker: Mapping[str, Headings] = field(default_factory=dict)
    versions: Mapping[tuple[str, int], Process] = field(default_factory=dict)
    avvikelser: Mapping[str, Avvikelse] = field(default_factory=dict)
    broken: Mapping[tuple[str, int | None], tuple[Diagnostic, ...]] = field(default_factory=dict)
    origins: Mapping[tuple[str, int], Origins] = field(default_factory=dict)
    rows: tuple[Placed, ...] = ()
    deltagare: Deltagaruppgifter = field(default_factory=Deltagaruppgifter)
    leverans: Mapping[str, Leveransrad] = field(default_factory=dict)
    whole: "Rulebook | None" = None

    @property
    def everything(self) -> "Rulebook":
        """The rule book with the rows of every version, for judging the rule book itself."""
        return self.whole or self

    @property
    def blocking(self) -> list[Diagnostic]:
        """Faults that nobody can say what they concern: until mended, nothing is written."""
        of_one = {each for faults in self.broken.values() for each in faults}
        errors = (each for each in self.diagnostics if each.severity is Severity.ERROR)
        return [each for each in errors if each not in of_one]

    def at(self, version: str | None) -> "Rulebook":
        """Give the rule book as it applies at a version; None means the current one."""
        book = self.everything
        wanted = clamped(version, book.version)
        return self if self.whole and self.version == wanted else _view(book, wanted)

    def of(self, insats: Insats | None) -> "Rulebook":
        """Give the rule book that a case has pinned."""
        return self.at(insats.regelbok if insats else None)

    def process(self, process_id: str, version: int | None = None) -> Process:
        """Find a process in the version asked for, or the highest, or say which ones there are."""
        found = self.versions.get((process_id, version or 0)) or self.processes.get(process_id)
        if found is None:
            raise SamverkanError(
                f"Processen {visible(process_id)} finns inte.", _known(process_id, self.processes)
            )
        return found

    def process_of(self, insats: Insats | None) -> Process | None:
        """Give the process that a case follows, in the version it has pinned when that is here."""
        if insats is None or insats.process not in self.processes:
            return None
        return self.process(insats.process, insats.processversion)

    @property
    def all_processes(self) -> list[Process]:
        """Every process in every version, by id and version."""
        return [self.versions[key] for key in sorted(self.versions)]

    def source_of(self, process: Process) -> str:
        """Give the file where a version of a process stands; the last one that extended it."""
        name = f"{process.process}/{process.version}"
        return self.sources.get(name) or self.sources.get(process.process, process.process)

    def find(self, process: Process, route: Route) -> tuple[str, Place]:
        """Find the file and the place where a part of a process stands."""
        origins = self.origins.get((process.process, process.version), {})
        file, inside = self.source_of(process), route
        for end in range(len(route), -1, -1):
            if (found := origins.get(route[:end])) is not None:
                file, inside = found[0], (*found[1], *route[end:])
                break
        return file, self.place(file, inside)

    def place(self, file: str, route: Route) -> Place:
        """Find a place in one of the rule book's files."""
        document = self.documents.get(file)
        return document.locate(route) if document and route else Place()

    def placed(self, kind: type[Modell]) -> Iterator[Placed]:
        """Give every row of a kind with its place, in the order read."""
        return (each for each in self.rows if type(each.row) is kind)

    def punkt(self, punkt_id: str) -> Punkt:
        """Find a checklist item, or say which one is close."""
        found = self.punkter.get(punkt_id)
        if found is None:
            raise SamverkanError(
                f"Punkten {visible(punkt_id)} finns inte.", _known(punkt_id, self.punkter)
            )
        return found

    def items_of(self, checklist: str) -> list[Punkt]:
        """Give the items of a checklist, in order; an unknown checklist has none."""
        found = (self.punkter.get(each) for each in self.checklistor.get(checklist, ()))
        return [punkt for punkt in found if punkt is not None]  # some are of other versions

    def role_name(self, role_id: str) -> str:
        """Give a role's name; an unknown role is its own name."""
        role = self.roller.get(role_id)
        return role.namn if role else role_id

    @property
    def words(self) -> dict[str, dict[str, str]]:
        """Give the names of the words of every catalogue: catalogue, id, name."""
        return names(self.kataloger)

    def requirements(self, typ: str, name: str | None) -> tuple[Kravrad, ...]:
        """Give the rows of a set of required fields; no name means no rows."""
        return self.kravsatser.get(typ, {}).get(name or "", ())


def names(kataloger: Mapping[str, Katalog]) -> dict[str, dict[str, str]]:
    """Give the names of words: catalogue, id, name."""
    return {key: {row.id: row.namn for row in each.rader} for key, each in kataloger.items()}


def _known(wanted: str, known: Mapping[str, object]) -> str:
    close = nearest(wanted, list(known))
    return f"Menade du {close}?" if close else f"Det finns: {', '.join(known)}."


@lru_cache(maxsize=8)
def _view(book: Rulebook, version: str) -> Rulebook:
    """Keep what applies at a version.

    Of rows with one id the förbund's own comes before the built-in, the one that began last
    before an older, and the last read before the one read first.
    """
    punkter = {each.id: each for each in _rows(book, Punkt, version)}
    rules = {each.id: each for each in _rows(book, Regelrad, version)}
    gone = book.punkter.keys() - punkter.keys()
    versions = {key: _process(each, version, gone) for key, each in book.versions.items()}
    return replace(
        book,
        version=version,
        punkter=punkter,
        regelrader=tuple(rules.values()),
        kravsatser={
            typ: {name: tuple(applying(rows, version)) for name, rows in sets.items()}
            for typ, sets in book.kravsatser.items()
        },
        processes={key: versions[key, each.version] for key, each in book.processes.items()},
        versions=versions,
        whole=book,
    )


def _rows(book: Rulebook, kind: type[R], version: str) -> list[R]:
    found: list[tuple[bool, tuple[int, int], R]] = []
    for each in book.placed(kind):
        row = each.row
        if isinstance(row, kind) and applies(row, version):
            found.append((each.is_own, order(row.fran_regelbok or "") or (0, 0), row))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def _process(process: Process, version: str, gone: set[str]) -> Process:
    """Leave out what a version does not ask for; most processes stay the very same object."""
    faser = [_phase(fas, version, gone) for fas in process.faser]
    everywhere = [each for each in process.genomgaende if each not in gone]
    same = all(one is other for one, other in zip(faser, process.faser, strict=True))
    if same and everywhere == process.genomgaende:
        return process
    return process.model_copy(update={"faser": faser, "genomgaende": everywhere})


def _phase(fas: Fas, version: str, gone: set[str]) -> Fas:
    documents = applying(fas.dokument, version)
    items = [each for each in fas.checklista if each not in gone]
    signed = applying(fas.grind.underskrifter, version)
    if (documents, items, signed) == (fas.dokument, fas.checklista, fas.grind.underskrifter):
        return fas
    grind = fas.grind.model_copy(update={"underskrifter": signed})
    changed = {"dokument": documents, "checklista": items, "grind": grind}
    return fas.model_copy(update=changed)
