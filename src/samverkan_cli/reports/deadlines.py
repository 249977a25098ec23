"""Every deadline of the whole repository, soonest first, and the report that shows them."""

from collections.abc import Sequence
from datetime import date, timedelta

from samverkan_cli import texts
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports import meetings
from samverkan_cli.reports.deadline import Deadline
from samverkan_cli.reports.deadlines_forbund import awaited, of_forbund
from samverkan_cli.reports.deadlines_insats import of_cases

_COLUMNS = (Column("Dag"), Column("Vad"), Column("Gäller"), Column("Vem"), Column("Läge"))


def deadlines(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> list[Deadline]:
    """List every deadline, soonest first; the late ones therefore come first of all."""
    found = [*of_cases(portfolio, samverkan), *of_forbund(portfolio, samverkan, idag)]
    return sorted(found, key=lambda each: (each.dag, each.case or "", each.kind, each.key))


def within(found: Sequence[Deadline], idag: date, days: int | None) -> list[Deadline]:
    """Keep what is late or comes within some days; all of it when no number is given."""
    last = date.max if days is None else idag + timedelta(days=days)
    return [each for each in found if each.dag <= last]


def report(
    portfolio: Portfolio, samverkan: Samverkan, idag: date, days: int | None = None
) -> Report:
    """Show the deadlines: late ones first, then those that come, then what has no day."""
    found = within(deadlines(portfolio, samverkan, idag), idag, days)
    late = [each for each in found if each.dag < idag]
    coming = [each for each in found if each.dag >= idag]
    undated = _undated(portfolio, samverkan, idag)
    span = "" if days is None else f" inom {texts.antal(days, 'dag', 'dagar')}"
    sections = [
        Section("Försenade", tables=[_table("Försenade", late, idag)], empty="Inget är försenat."),
        Section(
            f"Kommande{span}",
            tables=[_table(f"Kommande{span}", coming, idag)],
            empty="Inga kända dagar.",
        ),
    ]
    if undated:
        sections.append(Section("Väntar på ett möte som inte är planerat", points=undated))
    body = {
        "idag": idag.isoformat(),
        "dagar": days,
        "frister": [each.plain(idag) for each in found],
        "utan_dag": undated,
    }
    title = f"Frister den {texts.datum(idag)}"
    return Report("frister", title, [_lead(len(late), len(coming), span)], sections, body)


def _lead(late: int, coming: int, span: str) -> str:
    first = f"{texts.antal(late, 'är försenad', 'är försenade')}" if late else "Inget är försenat"
    return f"{first}; {texts.antal(coming, 'kommer', 'kommer')}{span}."


def _table(caption: str, found: Sequence[Deadline], idag: date) -> Table:
    rows: list[list[Cell]] = [
        [
            each.dag.isoformat(),
            each.vad,
            each.namn or "Förbundet",
            each.vem,
            each.standing(idag),
        ]
        for each in found
    ]
    return Table(caption, _COLUMNS, rows, spare=("Vem",))


def _undated(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> list[str]:
    """Name what awaits an organ that has no planned meeting."""
    return [
        f"{each.case.id} {each.case.namn}: {each.fas.grind.namn} "
        f"({portfolio.rulebook.role_name(each.organ).lower()})"
        for each in awaited(portfolio, samverkan)
        if meetings.upcoming(samverkan, each.organ, idag) is None
    ]
