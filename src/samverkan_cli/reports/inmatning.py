"""The entry sheet of an insats and a year, in the order in which the follow-up system asks."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samverkan_cli import money
from samverkan_cli.case import Case
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports.followed import Followed, days, last_day
from samverkan_cli.reports.sheet import Sheet, source, value
from samverkan_cli.rulebook.katalog import Katalograd
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import datum, lista

FIELDS = "uppfoljningsfalt"
COLUMNS = tuple(map(Column, ("Fält", "I SUS", "Värde", "Kommer från", "Låst")))
SPARE = ("Kommer från",)
"""What a narrow terminal may leave out first; the other forms have it."""


def entry_sheet(
    case: Case, rulebook: Rulebook, samverkan: Samverkan, year: int | None = None
) -> Report:
    """Give the sheet of a year; without a year, of the last one with money or a report."""
    sheet = Sheet(case, rulebook, samverkan, year or _last_year(case))
    fields = rulebook.kataloger[FIELDS].rader
    locks = _locks(sheet)
    rows = [(row, _row(sheet, row, locks)) for row in fields]
    groups = dict.fromkeys(row.slag or "Uppgifter" for row in fields)
    sections = [
        Section(group, tables=[Table(group, COLUMNS, _of(group, rows), spare=SPARE)])
        for group in groups
    ]
    missing = [row.namn for row, cells in rows if cells[2] is None]
    sections.append(Section("Uppgifter som saknas", points=missing, empty="Inga."))
    sections.append(Section("Att tänka på", points=list(_notes(sheet))))
    title = f"Inmatning {sheet.year or ''}: {case.namn}".replace(" :", ":")
    body = {"insats": case.id, "ar": sheet.year, "falt": [_body(row, cells) for row, cells in rows]}
    return Report("uppfoljning", title, sections=sections, body=body)


def _last_year(case: Case) -> int | None:
    days_ = [last_day(report) for _, report in Followed(case).reports]
    years = [*money.granted(case), *money.used(case), *(day.year for day in days_ if day)]
    return max(years, default=None)


Row = list[Cell]


def _of(group: str, rows: list[tuple[Katalograd, Row]]) -> list[Row]:
    return [cells for row, cells in rows if (row.slag or "Uppgifter") == group]


def _row(sheet: Sheet, row: Katalograd, locks: Mapping[str, str]) -> Row:
    path = row.falt or ""
    old = lista(row.ersatter) or "–"
    return [row.namn, old, value(sheet, path), source(sheet, path), locks.get(path, "nej")]


def _locks(sheet: Sheet) -> dict[str, str]:
    """Tell which fields a grant has locked and when, and which it will lock."""
    process = sheet.rulebook.processes.get(sheet.case.insats.process if sheet.case.insats else "")
    gates = [fas.grind for fas in process.faser] if process else []
    coming = [path for gate in gates for outcome in gate.utfall for path in outcome.laser]
    found = dict.fromkeys(coming, "när medel beviljas")
    for _, decision in sheet.case.beslut:
        found |= {each.vag: f"sedan {datum(decision.datum)}" for each in decision.laser}
    return found


def _notes(sheet: Sheet) -> Iterator[str]:
    if sheet.counted and sheet.counted.row.matt:
        when = days(sheet.counted.period) or "okänd period"
        yield f"Antal deltagare är måttet {sheet.counted.row.matt}, {when}."
    if len(sheet.followed.under_way) > 1:
        yield (
            "Året har flera rapporter. Aktuella deltagare läggs inte ihop över perioder, eftersom "
            "samma person kan finnas i flera; hela årets antal behöver räknas för sig."
        )
    yield "Antal under fem visas inte här. De exakta talen står i rapporten och matas in därifrån."
    yield "Ett låst fält går inte att ändra efter beviljandet; är det fel behövs en ny insats."


def _body(row: Katalograd, cells: Row) -> dict[str, Any]:
    found = cells[2].isoformat() if isinstance(cells[2], date) else cells[2]
    return {
        "id": row.id,
        "namn": row.namn,
        "grupp": row.slag,
        "sus": list(row.ersatter),
        "varde": found,
        "kalla": cells[3],
        "last": cells[4],
    }
