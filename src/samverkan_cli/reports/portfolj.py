"""The whole portfolio: phase, parts, money, participants, goals, and what is missing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from samverkan_cli import money
from samverkan_cli.case import Case
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.pictures.economy import Amounts, Words, amounts
from samverkan_cli.pictures.participants import by_measure
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports import halves
from samverkan_cli.reports.followed import Followed, days, measures
from samverkan_cli.reports.gaps import gaps
from samverkan_cli.rulebook.rulebook import Words as Names
from samverkan_cli.texts import etikett, lista, sort_key

COUNT_NOTE = (
    "Varje rad är ett mått för sig. Olika mått läggs aldrig ihop: en anmälan är inte en deltagare, "
    "och samma person kan vara både ny och avslutad. Grupper under fem visas inte."
)
HALF_NOTE = (
    "Summan tar bara med insatser vars tal visas; Ej med säger hur många andra det finns. "
    "En person som är med i två insatser räknas två gånger."
)
MONEY_NOTE = (
    "Beviljat är det senaste beslutet. Använt är hela insatsens kostnad enligt rapporterna, därför "
    "står också det som andra än förbundet ska betala. Summan är av det som är känt."
)
JUDGED = ("uppnatt", "delvis", "ej_uppnatt", "ej_matt")


@dataclass(frozen=True)
class _Portfolj:
    """The insatser that the report is about, and what they are shown with."""

    portfolio: Portfolio
    samverkan: Samverkan
    year: int | None

    @cached_property
    def insatser(self) -> list[Followed]:
        """The insatser, without those that lie wholly outside the year."""
        found = [Followed(case, self.year) for case in self.portfolio.insatser]
        return [each for each in found if self.year is None or _runs(each, self.year)]

    def phase(self, case: Case) -> str:
        """Name the phase that a case stands in."""
        process = self.portfolio.process_of(case)
        return process.name_of(case.fas or "") if process else case.fas or "okänd"

    def is_running(self, case: Case) -> bool:
        """Tell whether a case has been granted money and not come to an end."""
        process = self.portfolio.process_of(case)
        ended = process is not None and process.is_end(case.fas or "")
        return money.grant(case) is not None and not ended

    def parts(self, case: Case) -> str | None:
        """Name the parts of a case."""
        names = {part.id: part.namn for part in self.samverkan.parter}
        ids = [part.id for part in case.insats.parter] if case.insats else []
        return lista(names.get(each, each) for each in ids) or None

    def total(self, amounts: Mapping[int, int]) -> int | None:
        """Sum amounts (SEK) of the year, or of all; None when there are none."""
        wanted = [sek for year, sek in amounts.items() if self.year in (None, year)]
        return sum(wanted) if wanted else None


def _runs(insats: Followed, year: int) -> bool:
    """Tell whether an insats may run in a year; one whose time is unknown may."""
    found = insats.application
    first, last = (found.start, found.slut) if found else (None, None)
    within = (first or date(year, 1, 1)).year <= year <= (last or date(year, 1, 1)).year
    return within or bool(insats.reports)


def portfolio_report(portfolio: Portfolio, samverkan: Samverkan, year: int | None) -> Report:
    """Tell how every insats stands; with a year, only what concerns it."""
    about = _Portfolj(portfolio, samverkan, year)
    tables = [halves.halves(about.insatser, each) for each in measures(portfolio.rulebook)]
    sections = [
        _overview(about),
        _kinds(about),
        _money(about),
        _participants(about),
        *_by_half(tables),
        _goals(about),
        Section("Det som saknas", points=list(_missing(about)), empty="Inget."),
        Section("Hinder i regelverk", points=list(_obstacles(about)), empty="Inga antecknade."),
    ]
    title = f"Portföljen {year}" if year else "Portföljen"
    body = {"ar": year, "insatser": [_body(about, each) for each in about.insatser]}
    body |= {"halvar": [_half_body(each) for each in tables]}
    return Report("portfolj", title, sections=sections, body=body)


def _overview(about: _Portfolj) -> Section:
    columns = ("Insats", "Fas", "Inriktning", "Parter")
    rows = [
        (case.namn, about.phase(case), _inriktning(case), about.parts(case))
        for case in (each.case for each in about.insatser)
    ]
    table = Table("Insatserna", [Column(each) for each in columns], rows, spare=("Parter",))
    return Section("Insatserna", tables=[table], empty="Inga insatser.")


def _inriktning(case: Case) -> str | None:
    found = case.insats.inriktning if case.insats else None
    return etikett(found) if found else None


def _kinds(about: _Portfolj) -> Section:
    """List the running insatser by kind (SEED 003)."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for case in (each.case for each in about.insatser if about.is_running(each.case)):
        for kind in _kind(case, about.portfolio.rulebook.words):
            kinds[kind].append(case.namn)
    rows = [
        (kind, len(names), lista(names)) for kind, names in sorted(kinds.items(), key=_in_swedish)
    ]
    columns = (Column("Slag"), Column("Antal", "tal"), Column("Insatser"))
    table = Table("Pågående insatser efter slag", columns, rows)
    return Section("Pågående insatser efter slag", tables=[table], empty="Inga pågår.")


def _in_swedish(row: tuple[str, list[str]]) -> tuple[str, str]:
    return sort_key(row[0])


def _kind(case: Case, words: Names) -> list[str]:
    """Name the kinds of an insats as the catalogue does; a word of one's own is made readable."""
    insats, named = case.insats, words.get("insatsslag", {})
    kinds = [*(insats.slag if insats else []), *([insats.typ] if insats and insats.typ else [])]
    return [named.get(each) or etikett(each) for each in kinds] or ["Slag är inte angivet"]


def _money(about: _Portfolj) -> Section:
    rows = [(each.case.namn, *_sums(about, each.case)) for each in about.insatser]
    rows = [row for row in rows if any(each is not None for each in row[1:])]
    sums = [_known_sum([row[place] for row in rows]) for place in _AMOUNTS]
    columns = [Column(each, "kronor") for each in ("Beviljat", "Andra betalar", "Använt", "Kvar")]
    table = Table("Medel", (Column("Insats"), *columns), rows, ("Summa", *sums) if rows else None)
    title = "Beviljade och använda medel"
    drawn = amounts("medel", "Finansiering och utfall per insats", list(_funding(rows)), _FUNDED)
    told, pictures = [MONEY_NOTE] if rows else [], [drawn] if drawn else []
    return Section(title, told, tables=[table], pictures=pictures, empty="Inga belopp.")


_FUNDED = Words(("Finansiering", "Använt"), "finansieringen", "Det använda")


def _funding(rows: "Sequence[tuple[str, *Sums]]") -> Iterator[Amounts]:
    """Give what pays for each insats, the förbund and others together, and what it has used."""
    for name, granted, others, used, _ in rows:
        yield name, None if granted is None else granted + (others or 0), used


def _known_sum(amounts: Sequence[Cell]) -> int | None:
    """Sum the amounts that are known (SEK); when none is, so is not the sum."""
    known = [sek for sek in amounts if isinstance(sek, int)]
    return sum(known) if known else None


_AMOUNTS = range(1, 5)
"""The columns of amounts: granted, paid by others, used, left."""

Sums = tuple[int | None, int | None, int | None, int | None]


def _sums(about: _Portfolj, case: Case) -> Sums:
    """Give granted, paid by others, used and left (SEK); nothing of what nobody has granted."""
    if money.grant(case) is None:
        return None, None, None, None
    granted, used = about.total(money.granted(case)), about.total(money.used(case))
    others = about.total(money.others(case)) or 0
    left = None if granted is None or used is None else granted + others - used
    return granted, others, used, left


def _participants(about: _Portfolj) -> Section:
    rows = [
        (each.case.namn, counted.row.matt, *counted.shown, days(counted.period))
        for each in about.insatser
        for counted in each.latest_counts
    ]
    counts = [Column(each, "tal") for each in ("Kvinnor", "Män", "Totalt")]
    columns = (Column("Insats"), Column("Mått"), *counts, Column("Period"))
    table = Table("Deltagare enligt den senaste rapporten", columns, rows, spare=("Period",))
    return Section("Deltagare", [COUNT_NOTE], tables=[table], empty="Inga antal är redovisade.")


def _by_half(tables: Sequence[halves.Halves]) -> Iterator[Section]:
    found = [each.table for each in tables if each.by_half]
    outside = sorted({each for table in tables for each in table.outside})
    if found or outside:
        points = [f"{each}. Följer inte halvår och är inte med i tabellerna." for each in outside]
        rows = {each.measure.namn: each.rows for each in tables if each.by_half}
        drawn = by_measure("halvar", "Deltagare per halvår", rows)
        pictures = [drawn] if drawn else []
        yield Section("Deltagare per halvår", [HALF_NOTE], points, found, pictures)


def _goals(about: _Portfolj) -> Section:
    rows: list[list[Cell]] = []
    for each in about.insatser:
        found = each.fulfilment
        judged = [found.judged[word] for word in JUDGED]
        if found.goals and money.grant(each.case) is not None:
            rows.append([each.case.namn, found.goals, *judged, len(found.silent)])
    words = ("Mål", *(etikett(each) for each in JUDGED), "Ej redovisat")
    columns = (Column("Insats"), *(Column(each, "tal") for each in words))
    table = Table("Måluppfyllelse", columns, rows)
    return Section("Måluppfyllelse", tables=[table], empty="Inga mål är redovisade.")


def _missing(about: _Portfolj) -> Iterator[str]:
    """Say openly what the report cannot tell."""
    for each in about.insatser:
        for gap in gaps(each):
            yield f"{each.case.namn}: {gap}"


def _obstacles(about: _Portfolj) -> Iterator[str]:
    for each in about.insatser:
        for name, report in each.under_way:
            if report.regelhinder:
                said = " ".join(report.regelhinder.split())
                yield f"{each.case.namn} ({name}): {said}"


def _body(about: _Portfolj, insats: Followed) -> dict[str, Any]:
    case, found = insats.case, insats.fulfilment
    granted, others, used, left = _sums(about, case)
    return {
        "insats": case.id,
        "namn": case.namn,
        "fas": case.fas,
        "pagar": about.is_running(case),
        "inriktning": case.insats.inriktning if case.insats else None,
        "typ": case.insats.typ if case.insats else None,
        "parter": [part.id for part in case.insats.parter] if case.insats else [],
        "beviljat": granted,
        "andra_betalar": others,
        "anvant": used,
        "kvar": left,
        "deltagare": [
            {"handling": each.name, "matt": each.row.matt, "period": days(each.period)}
            | dict(zip(("kvinnor", "man", "totalt"), each.shown, strict=True))
            for each in insats.latest_counts
        ],
        "mal": {"antal": found.goals, "ej_redovisade": found.silent}
        | {word: found.judged[word] for word in JUDGED},
        "saknas": list(gaps(insats)),
    }


def _half_body(found: halves.Halves) -> dict[str, Any]:
    keys = ("halvar", "insatser", "kvinnor", "man", "totalt", "ej_med")
    rows = [dict(zip(keys, row, strict=True)) for row in found.table.rows]
    return {"matt": found.measure.id, "rader": rows, "utanfor": found.outside}
