"""Participants per half-year over all insatser: a section a measure, never added together."""

from collections.abc import Iterator, Sequence
from typing import Any

from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports import halves
from samverkan_cli.reports.followed import Counted, Followed, days, is_measure, measures
from samverkan_cli.reports.portfolj import COUNT_NOTE, HALF_NOTE
from samverkan_cli.rulebook.katalog import Katalograd

_COUNTS = tuple(Column(each, "tal") for each in ("Kvinnor", "Män", "Totalt"))


def participants(portfolio: Portfolio, year: int | None) -> Report:
    """List the counts of every report, one measure at a time, and add up each by half-year."""
    insatser = [Followed(case, year) for case in portfolio.insatser]
    known = measures(portfolio.rulebook)
    sections = [each for measure in known if (each := _section(insatser, measure))]
    others = [row for each in insatser for row in _others(each, known)]
    if others:
        columns = (Column("Insats"), Column("Mått"), Column("Period"), *_COUNTS)
        tables = [Table("Andra mått", columns, others)]
        sections.append(Section("Andra mått", tables=tables))
    if not sections:
        sections = [Section("Deltagare", empty="Inga antal är redovisade.")]
    title = f"Deltagare {year}" if year else "Deltagare per halvår"
    body = {"ar": year, "matt": [_body(insatser, each) for each in known]}
    return Report("deltagare", title, [COUNT_NOTE], sections, body)


def _section(insatser: Sequence[Followed], measure: Katalograd) -> Section | None:
    rows = [row for each in insatser for row in _rows(each, measure)]
    if not rows:
        return None
    columns = (Column("Insats"), Column("Period"), *_COUNTS)
    summed = halves.halves(insatser, measure)
    tables = [Table(f"{measure.namn} per insats", columns, rows)]
    tables += [summed.table] if summed.by_half else []
    points = [f"{each}. Följer inte halvår och är inte med i summan." for each in summed.outside]
    notes = [HALF_NOTE] if summed.by_half else []
    return Section(measure.namn, notes, points, tables)


def _rows(insats: Followed, measure: Katalograd) -> Iterator[list[Cell]]:
    for counted in halves.counts(insats, measure):
        yield [insats.case.namn, days(counted.period), *counted.shown]


def _others(insats: Followed, known: Sequence[Katalograd]) -> Iterator[list[Cell]]:
    """Give the counts of measures that are in no catalogue, or count what is no participant."""
    for name, report in insats.under_way:
        for row in report.deltagare:
            if not any(is_measure(row, each) for each in known):
                shown = Counted(name, report.period, row).shown
                yield [insats.case.namn, row.matt, days(report.period), *shown]


def _body(insatser: Sequence[Followed], measure: Katalograd) -> dict[str, Any]:
    keys = ("insats", "period", "kvinnor", "man", "totalt")
    rows = [row for each in insatser for row in _rows(each, measure)]
    return {"matt": measure.id, "rader": [dict(zip(keys, row, strict=True)) for row in rows]}
