"""The figures of an insats: money by year, participants with small groups masked, goals, chain."""

from collections.abc import Iterator

from samverkan_cli import money
from samverkan_cli.case import Case
from samverkan_cli.chain import CHAINED, Chain, words
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.report import Cell, Column, Section, Table
from samverkan_cli.reports.followed import Followed, days
from samverkan_cli.reports.portfolj import COUNT_NOTE, JUDGED
from samverkan_cli.texts import etikett
from samverkan_cli.years import document


def sections(case: Case) -> Iterator[Section]:
    """Give the sections that have something to show."""
    found = (_money(case), _participants(case), _goals(case), chain(case))
    yield from (each for each in found if not each.is_empty)


def _money(case: Case) -> Section:
    granted, used, others = money.granted(case), money.used(case), money.others(case)
    years = sorted({*granted, *used}) if granted else []
    rows: list[list[Cell]] = [
        [str(year), granted.get(year), others.get(year), used.get(year)] for year in years
    ]
    total: list[Cell] = ["Summa", sum(granted.values()), None, None]
    if used:
        total[3] = sum(used.values())
    if others:
        total[2] = sum(others.values())
    columns = (
        Column("År"),
        Column("Beviljat", "kronor"),
        Column("Andra betalar", "kronor"),
        Column("Använt", "kronor"),
    )
    table = Table("Budget och utfall", columns, rows, total if rows else None)
    note = "Använt är hela insatsens kostnad enligt rapporterna."
    return Section("Budget och utfall", [note] if rows else [], tables=[table])


def _participants(case: Case) -> Section:
    followed = Followed(case)
    rows: list[list[Cell]] = [
        [days(counted.period), counted.row.matt, *counted.shown]
        for counted in followed.latest_counts
    ]
    counts = [Column(each, "tal") for each in ("Kvinnor", "Män", "Totalt")]
    table = Table(
        "Deltagare enligt den senaste rapporten", (Column("Period"), Column("Mått"), *counts), rows
    )
    return Section("Deltagare", [COUNT_NOTE] if rows else [], tables=[table])


def _goals(case: Case) -> Section:
    found = Followed(case).fulfilment
    rows: list[list[Cell]] = [
        [etikett(word), found.judged[word]] for word in JUDGED if found.judged[word]
    ]
    if rows and found.silent:
        rows.append(["Ej redovisat", len(found.silent)])
    table = Table("Måluppfyllelse", (Column("Bedömning"), Column("Antal mål", "tal")), rows)
    return Section("Måluppfyllelse", tables=[table])


def chain(case: Case) -> Section:
    """Show the effect chain of the application: one way from effect to resource a row."""
    record = case.record("ansokan")
    if document(case, "ansokan", Ansokan) is None or record is None or "ansokan" not in CHAINED:
        return Section("Effektkedja")
    found = Chain.of("ansokan", record.data)
    rows: list[list[Cell]] = [
        [words(each) if each else None for each in path] for path in found.paths()
    ]
    columns = [Column(level.title) for level in found.levels]
    table = Table("Effektkedja, från effekt till resurs", columns, rows)
    return Section("Effektkedja", tables=[table])
