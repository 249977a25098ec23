"""The diary: every registered document of every case, in order of day, with number and sender."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan_cli.approvals import part_name
from samverkan_cli.case import Case
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.reports.registered import Registered, begun, handling, registered
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import antal, datum, etikett, lista

_COLUMNS = (
    Column("Löpnummer"),
    Column("Datum", "datum"),
    Column("Riktning"),
    Column("Handling"),
    Column("Avsändare eller part"),
    Column("Paragraf"),
    Column("Ärende"),
    Column("Fil"),
)
_SPARE = ("Fil", "Ärende", "Riktning", "Paragraf")


@dataclass(frozen=True, slots=True)
class Diaryline:
    """A document as the diary shows it; None is what the document does not say."""

    number: str
    entry: Registered
    case: Case
    direction: str
    title: str
    sender: str | None
    paragraph: str

    @property
    def row(self) -> tuple[Any, ...]:
        """The cells of the table."""
        where = f"{self.case.folder}/{self.entry.file}" if self.entry.record else "finns inte kvar"
        first = (self.number, self.entry.day, etikett(self.direction), self.title)
        return (*first, self.sender, self.paragraph, self.case.namn, where)

    @property
    def body(self) -> dict[str, Any]:
        """The same for JSON."""
        return {
            "lopnummer": self.number,
            "datum": self.entry.day.isoformat() if self.entry.day else None,
            "riktning": self.direction,
            "handling": self.title,
            "typ": self.entry.typ.typ,
            "avsandare": self.sender,
            "paragraf": self.paragraph or None,
            "insats": self.case.id,
            "dnr": self.case.insats.dnr if self.case.insats else None,
            "fil": f"{self.case.folder}/{self.entry.file}",
            "finns": self.entry.record is not None,
            "fast": self.entry.is_fast,
        }


def diary(portfolio: Portfolio, samverkan: Samverkan, year: int | None = None) -> Report:
    """List the registered documents of every case, of one year or of all."""
    every = [
        line for case in portfolio.cases for line in lines(case, portfolio.rulebook, samverkan)
    ]
    dated = [each for each in every if _is_of(each.entry.day, year)]
    shown = sorted(dated, key=_in_time)
    waiting = sum(begun(case) for case in portfolio.cases)
    title = f"Diarium {year}" if year else "Diarium"
    about = [f"{antal(len(shown), 'registrerad handling', 'registrerade handlingar')}."]
    if waiting:
        words = antal(waiting, "påbörjad handling", "påbörjade handlingar")
        about.append(f"{words} utan datum är ännu inte med.")
    section = Section(
        "Handlingar",
        tables=[Table("Handlingar", _COLUMNS, [each.row for each in shown], spare=_SPARE)],
        empty="Inga handlingar är registrerade.",
    )
    body = {"ar": year, "handlingar": [each.body for each in shown], "paborjade": waiting}
    return Report("diarium", title, about, [section, _gaps(portfolio, every)], body)


def lines(case: Case, rulebook: Rulebook, samverkan: Samverkan | None) -> Iterator[Diaryline]:
    """Give the documents of one case as the diary shows them, in order of number."""
    dnr = (case.insats.dnr if case.insats else None) or case.id
    for each in registered(case):
        way = handling(rulebook, each.typ.typ)
        direction = (way.riktning if way else None) or "upprattad"
        model = each.record.model if each.record else None
        yield Diaryline(
            f"{dnr}-{each.nr}",
            each,
            case,
            direction,
            _title(each, samverkan),
            _sender(each, case, rulebook, samverkan, direction),
            (model.paragraf if isinstance(model, Beslut) else None) or "",
        )


def _in_time(line: Diaryline) -> tuple[date, str, int]:
    return line.entry.day or date.max, line.case.id, line.entry.nr


def _is_of(day: date | None, year: int | None) -> bool:
    return year is None or (day is not None and day.year == year)


def _title(entry: Registered, samverkan: Samverkan | None) -> str:
    if not entry.typ.folder:
        return entry.typ.namn
    stem = entry.file.rpartition("/")[2].removesuffix(".yaml")
    return f"{entry.typ.namn}, {part_name(samverkan, stem) if entry.typ.per_part else stem}"


def _sender(
    entry: Registered, case: Case, rulebook: Rulebook, samverkan: Samverkan | None, direction: str
) -> str | None:
    """Name who a document comes from: who decided, wrote or signed it.

    Otherwise what came in comes from the owner of the insats, and the rest is the förbund's own.
    """
    model = entry.record.model if entry.record else None
    if isinstance(model, Beslut):
        return rulebook.role_name(model.organ)
    named = [_part_of(model, key) for key in ("sokande", "idegivare")]
    own = getattr(model, "part", None)
    signed = [each.part for _, each in case.underskrifter if f"{each.dokument}.yaml" == entry.file]
    found = [own, *named] if own or any(named) else signed
    if not found and direction == "inkommen" and case.insats:
        found = [case.insats.insatsagare]
    parts = dict.fromkeys(part_name(samverkan, each) for each in found if each)
    own_work = samverkan.forbund.namn if samverkan and direction == "upprattad" else None
    return getattr(model, "revisor", None) or lista(parts) or own_work


def _part_of(model: Any, key: str) -> str | None:
    part = getattr(getattr(model, key, None), "part", None)
    return part if isinstance(part, str) else None


def _gaps(portfolio: Portfolio, every: list[Diaryline]) -> Section:
    """Say what the diary lacks: case numbers, days, and files that are gone."""
    said = [
        f"{case.id} har inget diarienummer; löpnumren börjar med insatsens id."
        for case in portfolio.cases
        if not (case.insats and case.insats.dnr)
    ]
    said += [
        f"{each.number} {each.title} har inget datum."
        for each in every
        if each.entry.record and each.entry.day is None
    ]
    said += [
        f"{each.number} {each.title} finns inte kvar i insatsens mapp."
        for each in every
        if each.entry.record is None
    ]
    return Section("Luckor", points=said, empty="Inga.")


def own_register(case: Case, rulebook: Rulebook, samverkan: Samverkan) -> Report:
    """List the documents of one case, with what becomes of each."""
    found = [*lines(case, rulebook, samverkan)]
    title = f"Handlingar i {case.namn}"
    own = Table("Handlingar i löpnummerordning", _COLUMNS[:6], [each.row[:6] for each in found])
    rows = [(each.number, each.entry.day, each.title, *_fate(rulebook, each)) for each in found]
    columns = (
        Column("Löpnummer"),
        Column("Datum", "datum"),
        Column("Handling"),
        Column("Bevaras eller gallras"),
        Column("Grund"),
    )
    note = (
        "Bevara och gallra är verktygets förslag (katalogen dokumenthantering) så länge förbundet "
        "inte har skrivit sin egen. Förbundets dokumenthanteringsplan går före."
    )
    sections = [
        Section("Handlingar", tables=[own], empty="Inga handlingar är registrerade."),
        Section("Bevara och gallra", [note], tables=[Table("Bevara och gallra", columns, rows)]),
    ]
    opened = case.handelser[0][1].datum if case.handelser else None
    lead = [f"Insats {case.id}, upplagd {datum(opened)}."] if opened else []
    body: Mapping[str, Any] = {"insats": case.id, "handlingar": [each.body for each in found]}
    return Report("arendelista", title, lead, sections, body)


def _fate(rulebook: Rulebook, line: Diaryline) -> tuple[str | None, str | None]:
    row = handling(rulebook, line.entry.typ.typ)
    if row is None or row.slag is None:
        return None, None
    after = f" efter {antal(row.gallras_efter or 0, 'år', 'år')}" if row.slag == "gallras" else ""
    return f"{etikett(row.slag)}{after}", row.beskrivning
