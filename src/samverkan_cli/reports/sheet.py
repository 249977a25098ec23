"""An insats in a year: everything that a field of the entry sheet may ask of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from samverkan_cli import money
from samverkan_cli.case import Case
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import allowed_values, field_at
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.report import Cell
from samverkan_cli.reports.followed import Counted, Followed, is_measure, measures
from samverkan_cli.rulebook.conditions import lookup
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import etikett, kronor, lista

STRUCTURAL = "gäller inte"


@dataclass(frozen=True)
class Sheet:
    """An insats in a year, and everything that a field may ask of it."""

    case: Case
    rulebook: Rulebook
    samverkan: Samverkan
    year: int | None

    @cached_property
    def followed(self) -> Followed:
        """The reports that concern the year."""
        return Followed(self.case, self.year)

    @cached_property
    def counted(self) -> Counted | None:
        """The last count of current participants in the year, or else of new ones."""
        for measure in measures(self.rulebook):
            for name, report in reversed(self.followed.under_way):
                for row in report.deltagare:
                    if is_measure(row, measure):
                        return Counted(name, report.period, row)
        return None

    @property
    def nobody(self) -> str | None:
        """Say that a structural insats has no participants to count; else they are missing."""
        insats = self.case.insats
        return STRUCTURAL if insats and insats.inriktning == "struktur" else None

    def of_year(self, amounts: Mapping[int, int]) -> int | None:
        """Give an amount (SEK) of the year; None when there is none."""
        return amounts.get(self.year or 0)

    @property
    def parts(self) -> str | None:
        """Name the parts that take part."""
        names = {part.id: part.namn for part in self.samverkan.parter}
        ids = [part.id for part in self.case.insats.parter] if self.case.insats else []
        return lista(names.get(each, each) for each in ids) or None

    def funding(self, slag: str | None = None) -> dict[str, int]:
        """Sum what each kind of financier pays in the year (SEK), by its label."""
        found = self.followed.application
        rows = [row for row in found.finansiering if row.budgetar == self.year] if found else []
        sums: dict[str, int] = {}
        for row in rows:
            if slag in (None, row.slag):
                label = etikett(row.slag)
                sums[label] = sums.get(label, 0) + row.belopp
        return sums

    @property
    def planned(self) -> int | None:
        """How many participants the application plans for the year."""
        found = self.followed.application
        rows = found.deltagare_planerat if found else []
        return next((row.antal for row in rows if row.budgetar == self.year), None)


def _funding(sheet: Sheet) -> Cell:
    rows = [f"{label} {kronor(sek)}" for label, sek in sheet.funding().items()]
    return lista(rows) or None


def _esf(sheet: Sheet) -> Cell:
    return sum(sheet.funding("esf").values()) if sheet.funding() else None


def _shown(place: int) -> Callable[[Sheet], Cell]:
    """Give women, men or both of the year's count, masked."""
    return lambda sheet: sheet.counted.shown[place] if sheet.counted else sheet.nobody


COUNTED: dict[str, Callable[[Sheet], Cell]] = {
    "aret.ar": lambda sheet: str(sheet.year) if sheet.year else None,
    "aret.finansiarer": _funding,
    "aret.esf": _esf,
    "aret.beviljat": lambda sheet: sheet.of_year(money.granted(sheet.case)),
    "aret.anvant": lambda sheet: sheet.of_year(money.used(sheet.case)),
    "aret.parter": lambda sheet: sheet.parts,
    "aret.planerat": lambda sheet: sheet.planned or sheet.nobody,
    "aret.kvinnor": _shown(0),
    "aret.man": _shown(1),
    "aret.totalt": _shown(2),
}
"""What a field may ask for that is counted and not read from one place."""


def value(sheet: Sheet, path: str) -> Cell:
    """Find what a field asks for; a code by its label, nothing that is not there."""
    if path in COUNTED:
        return COUNTED[path](sheet)
    if path.startswith("forbund."):
        return _cell(lookup(sheet.samverkan.model_dump(mode="json"), path), path)
    return _cell(lookup(sheet.case.plain, path), path)


def _cell(found: Any, path: str) -> Cell:
    if isinstance(found, bool):
        return "ja" if found else "nej"
    typ, _, rest = path.partition(".")
    field = field_at(DOKUMENT[typ].model, tuple(rest.split("."))) if typ in DOKUMENT else None
    if field and (found in allowed_values(field.annotation) or _is_code(field.json_schema_extra)):
        return etikett(str(found)) if found is not None else None
    if field and date in _kinds(field.annotation) and isinstance(found, str):
        return date.fromisoformat(found)
    if isinstance(found, str):
        return " ".join(found.split())
    return found if isinstance(found, int | float) else None


def _is_code(extra: Any) -> bool:
    return isinstance(extra, dict) and "x-katalog" in extra


def _kinds(annotation: Any) -> tuple[Any, ...]:
    parts = getattr(annotation, "__args__", ())
    return (annotation, *(kind for part in parts for kind in _kinds(part)))


def source(sheet: Sheet, path: str) -> str:
    """Say where a value comes from."""
    if path in {"aret.kvinnor", "aret.man", "aret.totalt"} and sheet.counted:
        return sheet.counted.name
    return _SOURCES.get(path, path)


_SOURCES = {
    "aret.ar": "vald period",
    "aret.finansiarer": "ansokan.finansiering",
    "aret.esf": "ansokan.finansiering",
    "aret.beviljat": "beslutet om medel",
    "aret.anvant": "rapporternas ekonomi",
    "aret.parter": "insats.parter",
    "aret.planerat": "ansokan.deltagare_planerat",
}
"""Where what is counted comes from."""
