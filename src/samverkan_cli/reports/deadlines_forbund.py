"""The förbund's own days: meetings, decisions that await them, mandates, the days of the year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_cli import texts
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports import meetings
from samverkan_cli.reports.awaiting import ADVICE, TRIAL, Waiting, waiting
from samverkan_cli.reports.deadline import Deadline
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.trail import passed

DAYS = "arsdagar"
"""The catalogue of days that come every year."""


@dataclass(frozen=True)
class Yearly:
    """Something to be done by a day of each year; `id` names the phase that does it."""

    id: str
    namn: str
    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Give the day in a year."""
        return date(year, self.month, self.day)


def yearly(rulebook: Rulebook) -> list[Yearly]:
    """Read the days of the year from the rule book: the one place to change when they move."""
    catalogue = rulebook.kataloger.get(DAYS)
    rows = []
    for row in catalogue.rader if catalogue else []:
        month, _, day = (row.slag or "").partition("-")
        if month.isdecimal() and day.isdecimal():
            rows.append(Yearly(row.id, row.namn, int(month), int(day)))
    return rows


def of_forbund(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> Iterator[Deadline]:
    """Give the days of the förbund itself."""
    yield from decisions(portfolio, samverkan, idag)
    yield from _meetings(samverkan, idag)
    yield from days_of_year(portfolio, idag)
    for each in samverkan.styrelse:
        if each.mandat_till:
            vad = f"Mandatet går ut: {each.namn}, {texts.etikett(each.uppdrag).lower()}"
            key = f"{each.medlem}/{each.namn}"
            yield Deadline(each.mandat_till, "mandat", key, vad, each.utsedd_av or each.medlem)
    for row in samverkan.styrdokument:
        if row.giltig_till:
            yield Deadline(row.giltig_till, "styrdokument", row.slag, f"{row.slag} slutar gälla")


def awaited(portfolio: Portfolio, samverkan: Samverkan) -> list[Waiting]:
    """List what awaits a decision, and what awaits an organ that has planned meetings."""
    organs = {each.organ for each in samverkan.moten}
    return [each for each in waiting(portfolio) if each.slag != TRIAL or each.organ in organs]


def decisions(portfolio: Portfolio, samverkan: Samverkan, idag: date) -> Iterator[Deadline]:
    """Give what awaits an organ, on the day of its next planned meeting."""
    for each in awaited(portfolio, samverkan):
        meeting = meetings.upcoming(samverkan, each.organ, idag)
        if meeting:
            kind = "dialog" if each.slag == ADVICE else "beslut"
            who = portfolio.rulebook.role_name(each.organ)
            event = each.case.last_event
            key = f"{each.fas.id}/{event.nr if event else 0}"
            vad = each.fas.grind.namn
            yield Deadline.of(each.case, meeting.datum, kind, key, vad, vem=who)


def _meetings(samverkan: Samverkan, idag: date) -> Iterator[Deadline]:
    for each in samverkan.moten:
        if each.datum < idag:
            continue
        who = texts.etikett(each.organ)
        where = ", ".join(text for text in (each.tid, each.plats) if text)
        vad = f"{each.slag or 'Möte'} med {who.lower()}" + (f" ({where})" if where else "")
        key = f"{each.organ}/{each.datum}"
        yield Deadline(each.datum, "mote", key, vad, who)
        for lead in meetings.leads(samverkan, each.organ, each.datum):
            if lead.dag >= idag:
                vad = f"{lead.vad} inför {who.lower()} {each.datum}"
                yield Deadline(lead.dag, "handlingar", f"{key}/{lead.key}", vad)


def days_of_year(portfolio: Portfolio, idag: date) -> Iterator[Deadline]:
    """Give the next of each yearly day, and this year's when a case shows that it was missed."""
    for each in yearly(portfolio.rulebook):
        done, open_ = _done(portfolio, each.id)
        this = each.in_year(idag.year)
        years = [idag.year] if this >= idag or open_ else []
        years += [idag.year + 1] if this < idag or idag.year in done else []
        for year in years:
            if year not in done:
                yield Deadline(each.in_year(year), "arsdag", f"{each.id}/{year}", each.namn)


def _done(portfolio: Portfolio, phase: str) -> tuple[set[int], bool]:
    """Give the years in which a phase of the förbund's own cases was passed, and if one is left."""
    done: set[int] = set()
    left = False
    for case in portfolio.egna:
        process = portfolio.process_of(case)
        if process is None or process.phase(phase) is None:
            continue
        event = passed(case, process).get(phase)
        if event:
            done.add(event.datum.year)
        else:
            left = left or not process.is_end(case.fas or "")
    return done, left
