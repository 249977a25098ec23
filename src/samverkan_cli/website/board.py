"""The board's page: deadlines, what waits for whom and since when, and the meetings to come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from samverkan_cli import texts
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports import agenda_report, deadlines, meetings
from samverkan_cli.reports.agenda import ORGANS, build
from samverkan_cli.reports.awaiting import gaps, judged, waiting
from samverkan_cli.reports.matters import Sitting

SOON = 60
"""Days within which a deadline stands at the top of the page."""


def sections(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> list[Section]:
    """Show deadlines first, then what waits, then the next meeting of each organ."""
    soon = deadlines.report(portfolio, samverkan, idag, SOON)
    every = deadlines.report(portfolio, samverkan, idag)
    title = "Alla kommande frister"
    tables = [replace(each, caption=title) for each in every.sections[1].tables]
    return [
        *soon.sections,
        _waiting(portfolio, samverkan),
        *_meetings(portfolio, samverkan, idag),
        replace(every.sections[1], title=title, tables=tables),
    ]


def lead(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> list[str]:
    """Say in a sentence how the deadlines stand."""
    due: Report = deadlines.report(portfolio, samverkan, idag)
    return list(due.lead)


def _waiting(portfolio: Portfolio, samverkan: Samverkan) -> Section:
    rows: list[list[Cell]] = []
    for each in waiting(portfolio):
        event = each.case.entered
        left = gaps(judged(each.case, portfolio, samverkan))
        rows.append(
            [
                each.case.namn,
                portfolio.rulebook.role_name(each.organ),
                each.fas.grind.namn,
                event.datum if event else None,
                f"{len(left)}: {left[0]}" if left else "inget",
            ]
        )
    rows.sort(key=lambda row: (str(row[1]), str(row[3]), texts.sort_key(str(row[0]))))
    columns = (
        Column("Ärende"),
        Column("Väntar på"),
        Column("Grind"),
        Column("Sedan", "datum"),
        Column("Saknas"),
    )
    table = Table("Det som väntar, och på vem", columns, rows)
    return Section("Det som väntar, och på vem", tables=[table], empty="Inget ärende väntar.")


def _meetings(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> Iterator[Section]:
    for organ in ORGANS:
        meeting = meetings.upcoming(samverkan, organ, idag)
        if meeting is None:
            continue
        found = agenda_report.report(
            build(Sitting(organ, meeting.datum, idag, portfolio, samverkan))
        )
        title = f"{texts.etikett(organ)} {texts.datum(meeting.datum)}"
        listed = [
            replace(each, caption=f"Dagordning: {title}") for each in found.sections[0].tables
        ]
        yield Section(f"Nästa möte: {title}", [*found.lead], tables=listed)


def public_sections(samverkan: Samverkan, idag: date) -> list[Section]:
    """Show who sits in the board, and when it meets: what all may know."""
    rows: list[list[Cell]] = [
        [each.namn, texts.etikett(each.uppdrag), _member(samverkan, each.medlem), each.mandat_till]
        for each in samverkan.styrelse
    ]
    columns = (
        Column("Namn"),
        Column("Uppdrag"),
        Column("Utsedd av medlemmen"),
        Column("Mandat till", "datum"),
    )
    planned: list[list[Cell]] = [
        [each.datum, texts.etikett(each.organ), each.slag or "Möte"]
        for each in sorted(samverkan.moten, key=lambda each: each.datum)
        if each.datum >= idag
    ]
    days = (Column("Dag", "datum"), Column("Organ"), Column("Möte"))
    return [
        Section("Styrelsen", tables=[Table("Styrelsen", columns, rows)], empty="Inga uppgifter."),
        Section(
            "Planerade möten", tables=[Table("Planerade möten", days, planned)], empty="Inga möten."
        ),
    ]


def _member(samverkan: Samverkan, part: str) -> str:
    return next((each.namn for each in samverkan.parter if each.id == part), part)
