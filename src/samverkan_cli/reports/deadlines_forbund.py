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
from samverkan_cli.rulebook.lag import Governing
from samverkan_cli.years import Year, years


@dataclass(frozen=True)
class Yearly:
    """A document of the förbund's year with a day in law.

    `rule` is the rule whose rows in `lag.yaml` hold the day; `ahead` how many years the document
    lies after the day: a budget is decided the year before, accounts the year after.
    """

    typ: str
    rule: str
    ahead: int
    says: str

    def day(self, portfolio: Portfolio, number: int) -> date | None:
        """Give the day for the document of a year; None when no law asks for it."""
        year = number - self.ahead
        law = Governing.of(portfolio.rulebook.lag, self.rule).on(date(year, 1, 1))
        return law.day("manad_dag", year) if law else None


YEARLY = (
    Yearly("budget", "TID203", 1, "Budgeten för {} är fastställd"),
    Yearly("arsredovisning", "TID206", -1, "Årsredovisningen för {} är beslutad"),
)
"""The days of the year, by document."""


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
            event = each.case.entered
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
    """Give the next of each yearly day, and those of the förbund's years that are not decided."""
    known = {year.number: year for year in years(portfolio)}
    for each in YEARLY:
        done = {number for number, year in known.items() if year.approval(each.typ)}
        open_ = {number for number, year in known.items() if number not in done and _is_on(year)}
        first = idag.year + each.ahead
        coming = (
            number
            for number in (first, first + 1, first + 2)
            if number not in done and (each.day(portfolio, number) or date.min) >= idag
        )
        for number in sorted(open_ | {next(coming, first)}):
            day = each.day(portfolio, number)
            if day:
                vad, key = each.says.format(number), f"{each.typ}/{number}"
                yield _of_year(known.get(number), day, key, vad)


def _is_on(year: Year) -> bool:
    return year.process is not None and not year.process.is_end(year.case.fas or "")


def _of_year(year: Year | None, day: date, key: str, vad: str) -> Deadline:
    if year is None:
        return Deadline(day, "arsdag", key, vad)
    return Deadline.of(year.case, day, "arsdag", key, vad)
