"""The documents of a case as the diary knows them: each with a number that stays.

A number stands fast from the first event that counted the document; until then the order of days
decides it. So a day corrected afterwards moves nothing that somebody may have referred to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_cli.case import Case
from samverkan_cli.models.dokument import DOKUMENT, Dokumenttyp, of_path
from samverkan_cli.records import Record
from samverkan_cli.rulebook.handlings import CATALOGUE
from samverkan_cli.rulebook.katalog import Katalograd
from samverkan_cli.rulebook.rulebook import Rulebook

_APART = frozenset({"insats", "handelse", "svar", "underskrift"})
"""The header, the trail and what belongs to another document have no numbers of their own."""

_ORDER = {typ: number for number, typ in enumerate(DOKUMENT)}
_LAST = 1 << 30


@dataclass(frozen=True, slots=True)
class Registered:
    """A document in the diary. `record` is None when its file is no longer in the case."""

    nr: int
    file: str
    typ: Dokumenttyp
    record: Record | None
    day: date | None
    is_fast: bool
    """A transition has counted it, so its number does not change."""


def registered(case: Case) -> list[Registered]:
    """Number the documents of a case.

    What no transition has counted and has no day yet is begun and not registered.
    """
    kept = sorted((each for each in _entries(case) if each.counts), key=lambda each: each.key)
    return [
        Registered(nr, each.file, each.typ, each.record, each.day, each.event is not None)
        for nr, each in enumerate(kept, start=1)
    ]


def begun(case: Case) -> int:
    """Count the documents that are begun and have neither day nor number."""
    return sum(not each.counts for each in _entries(case))


def handling(rulebook: Rulebook, typ: str) -> Katalograd | None:
    """Find how a kind of document is registered, kept and weeded."""
    katalog = rulebook.kataloger.get(CATALOGUE)
    return next((row for row in katalog.rader if row.id == typ), None) if katalog else None


@dataclass(frozen=True, slots=True)
class _Entry:
    file: str
    typ: Dokumenttyp
    record: Record | None
    event: int | None
    signed: date | None

    @property
    def day(self) -> date | None:
        """The day of the document; of one without, the day when the last of them signed it."""
        value = getattr(self.record.model, "datum", None) if self.record else None
        return value if isinstance(value, date) else self.signed

    @property
    def counts(self) -> bool:
        return self.event is not None or self.day is not None

    @property
    def key(self) -> tuple[int, date, int, str]:
        """Order by event, and by day only where no event has counted the document."""
        day = date.min if self.event is not None else self.day or date.max
        return self.event if self.event is not None else _LAST, day, _ORDER[self.typ.typ], self.file


def _entries(case: Case) -> Iterator[_Entry]:
    """Give every file that has ever been a document of the case and may have a number."""
    first = _first_counted(case)
    here = {f"{name}.yaml": record for name, record in case.records.items()}
    signed: dict[str, date] = {}
    for _, each in case.underskrifter:
        file = f"{each.dokument}.yaml"
        signed[file] = max(each.datum, signed.get(file, each.datum))
    for file in sorted({*here, *first}):
        typ = of_path(file)
        if typ is not None and typ.typ not in _APART:
            yield _Entry(file, typ, here.get(file), first.get(file), signed.get(file))


def _first_counted(case: Case) -> dict[str, int]:
    """Give the first event that counted each file."""
    first: dict[str, int] = {}
    for _, event in case.handelser:
        for each in event.dokument:
            first.setdefault(each.fil, event.nr)
    return first
