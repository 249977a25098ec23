"""TID: dates of one case against each other, and against today."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli import texts
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.genomforande import Overenskommelse
from samverkan_cli.models.insats import Beslutsgang, Insats
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rules.rapportering import (
    agreement,
    asks_for,
    missing,
    months_later,
    occasions,
    standing,
)
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.wide import Remark, wide_rule

START_WITHIN = 6
"""Months from grant to start when the förbund has no number of its own in `ledtider`."""


@wide_rule(
    "TID110",
    "Rapporterna har lämnats i tid",
    severity=Severity.WARNING,
    kalla=("S001-38",),
    mend="Lägg till rapporten med samverkan add INSATS lagesrapport, eller rätta avtalets dagar.",
)
def reports_in_time(portfolio: Portfolio, idag: date) -> Iterator[Remark]:
    """Styrelsen ska se avvikelser medan de går att göra något åt."""
    for case in portfolio.cases:
        found = agreement(case)
        fas = standing(case, portfolio.process_of(case))
        if found is None or not asks_for(fas, "lagesrapport"):
            continue
        for each in missing(occasions(case), idag):
            says = f"Rapport {each.nr} skulle ha lämnats {each.dag} och saknas."
            yield found[0], ("redovisning",), says, ""


@rule(
    "TID111",
    "Parternas egna beslut kommer i tid",
    severity=Severity.WARNING,
    kalla=("S000-19", "S000-20"),
    mend="Tidigarelägg partens beslut, eller flytta starten så att beslutsgångarna går ihop.",
    asked_by=("ansokan", "overenskommelse"),
)
def own_decisions_in_time(insats: Insats, case: Case) -> Findings:
    """En part som inte hunnit besluta kan inte binda sig, och de andra får vänta."""
    start, granted = _start(case), _granted(case)
    for index, part in enumerate(insats.parter):
        day = _own_day(part.beslutsgang)
        route = ("parter", index, "beslutsgang")
        if day and start and day > start:
            says = f"Parten {part.id} beslutar {day}, efter insatsens start {start}."
            yield at("insats", *route, says=says)
        elif day and granted and day > granted:
            says = f"Parten {part.id} beslutar {day}, efter beslutet om medel {granted}."
            yield at("insats", *route, says=says)


def _own_day(own: Beslutsgang | None) -> date | None:
    return (own.beslutat or own.planerat) if own else None


def _start(case: Case) -> date | None:
    """Give the first day: the agreement's, or else the application's."""
    for name in ("overenskommelse", "ansokan"):
        record = case.record(name)
        start: date | None = getattr(record.model, "start", None) if record else None
        if start:
            return start
    return None


def _granted(case: Case) -> date | None:
    """Give the day of the latest decision that grants money."""
    days = [decided.datum for _, decided in case.beslut if decided.belopp]
    return max(days, default=None)


@rule(
    "TID112",
    "Insatsen startar utan långt glapp efter beslutet",
    severity=Severity.WARNING,
    kalla=("S004-121",),
    mend="Stäm av att behovet och bemanningen är som när medlen beviljades, eller starta tidigare.",
)
def start_follows_grant(
    overenskommelse: Overenskommelse, beslut: dict[str, Beslut], samverkan: Samverkan
) -> Findings:
    """Ett beslut som blir liggande tappar folk och förankring.

    Förbundet anger sitt eget antal månader i samverkan.yaml (ledtider.start_inom_manader);
    annars gäller sex månader.
    """
    days = [decided.datum for decided in beslut.values() if decided.belopp]
    own = samverkan.ledtider.start_inom_manader if samverkan.ledtider else None
    limit = START_WITHIN if own is None else own
    start = overenskommelse.start
    if days and start and start > months_later(max(days), limit):
        span = texts.antal(limit, "månad", "månader")
        says = f"Starten {start} ligger mer än {span} efter beslutet om medel {max(days)}."
        yield at("overenskommelse", "start", says=says)
