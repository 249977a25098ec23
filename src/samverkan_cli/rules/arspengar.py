"""EKO2: the year's money across insatser, and what is bought."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.ansokan import Ansokan, Upphandling
from samverkan_cli.models.ar import Budget
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rulebook.lag import Governing, InForce
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.wide import Remark, wide_rule
from samverkan_cli.texts import etikett, kronor
from samverkan_cli.years import document, spent, years

if TYPE_CHECKING:
    from samverkan_cli.diagnostics import Route


@wide_rule(
    "EKO210",
    "Beviljade medel ryms i årets budget",
    kalla=("S003-018", "S004-135"),
    mend="Ändra budgeten genom ett nytt beslut, eller se över beslutet om insatsen.",
)
def granted_within_budget(portfolio: Portfolio) -> Iterator[Remark]:
    """Budgeten för insatser är raderna som pekar på en insats eller på uppgiften att finansiera."""
    for year in years(portfolio):
        record, budget = year.case.record("budget"), year.budget
        if record is None or budget is None or year.approval("budget") is None:
            continue
        rows = [row for row in budget.rader if row.insats or row.uppgift == FINANCING]
        limit = sum(row.belopp for row in rows)
        granted = sum(each.granted for each in spent(portfolio, year.number))
        if granted > limit:
            says = f"{year.number}: beviljat är {kronor(granted)} men budgeten för insatser "
            yield record, ("rader",), f"{says}{kronor(limit)}.", ""


FINANCING = "finansiera"
"""The duty in the catalogue `plikter` whose budget rows pay for insatser."""


@wide_rule(
    "EKO211",
    "Insatserna håller sig inom det som betalar dem",
    severity=Severity.WARNING,
    kalla=("S004-135",),
    mend="Följ upp med insatsägaren; ett större belopp kräver ett nytt beslut.",
)
def used_within_granted(portfolio: Portfolio) -> Iterator[Remark]:
    """Ett överdrag som syns i tid går att göra något åt."""
    numbers = {row for case in portfolio.insatser for row in _years_of(case)}
    for number in sorted(numbers):
        for each in spent(portfolio, number):
            header = each.case.record("insats")
            if header and each.granted and each.left is not None and each.left < 0:
                paid = each.granted + each.others
                says = f"{number}: utfallet är {kronor(each.used or 0)} men insatsen har "
                yield header, (), f"{says}{kronor(paid)}.", ""


def _years_of(case: Case) -> set[int]:
    return {row.budgetar for _, decided in case.beslut for row in decided.belopp}


@rule(
    "EKO212",
    "Rehabilitering köps inte",
    severity=Severity.WARNING,
    kalla=("S003-160",),
    asked_by=("ansokan", "budget"),
    mend="Låt en part utföra insatsen; upphandla bara utvärdering och administrativa tjänster.",
)
def no_bought_rehabilitation(case: Case, lag: Governing) -> Findings:
    """Rehabiliteringen är parternas uppdrag; förbundet köper utvärdering och administration."""
    for name, route, bought, day in _purchases(case):
        law = lag.on(day)
        if law and bought.avser and bought.avser not in _TO_BUY:
            what = etikett(bought.avser).lower()
            says = f"Köpet avser {what}, inte utvärdering eller en administrativ tjänst."
            yield at(name, *route, "avser", says=says)


_TO_BUY = frozenset({"utvardering", "administrativ_tjanst"})
"""Words of the catalogue `upphandling` for what a förbund itself buys."""


@rule(
    "EKO213",
    "Köp ligger inom gränserna för direktupphandling",
    severity=Severity.WARNING,
    kalla=("S003-160", "S003-161"),
    asked_by=("ansokan", "budget"),
    mend="Upphandla med annonsering, eller dokumentera direktupphandlingen (dokumenterad: true).",
)
def purchases_within_limits(case: Case, lag: Governing) -> Findings:
    """Förbundet är en egen upphandlande enhet, hur litet det än är."""
    for name, route, bought, day in _purchases(case):
        law = lag.on(day)
        says = _over(bought, law) if law else ""
        if law and says:
            yield at(name, *route, says=f"{says} ({law.place}).", severity=law.severity)


def _over(bought: Upphandling, law: InForce) -> str:
    value = bought.varde or 0
    is_direct = "direkt" in (bought.form or "direkt").casefold()
    if is_direct and value >= law.number("direkt_under"):
        limit = kronor(law.number("direkt_under"))
        return f"Köpet är {kronor(value)}; en direktupphandling ligger under {limit}"
    if is_direct and value > law.number("dokumentera_over") and not bought.dokumenterad:
        limit = kronor(law.number("dokumentera_over"))
        return f"Köpet är {kronor(value)} och inte dokumenterat; det krävs över {limit}"
    return ""


def _purchases(case: Case) -> Iterator[tuple[str, "Route", Upphandling, date]]:
    """Give every purchase of a case with where it stands and the day it is judged by."""
    application = document(case, "ansokan", Ansokan)
    bought = application.upphandling if application else None
    day = (application.datum or application.start) if application else None
    if bought and bought.behovs is not False and day:
        yield "ansokan", ("upphandling",), bought, day
    budget = document(case, "budget", Budget)
    for index, row in enumerate(budget.rader if budget else ()):
        if row.upphandling and row.upphandling.behovs is not False and budget and budget.budgetar:
            where: Route = ("rader", index, "upphandling")
            yield "budget", where, row.upphandling, date(budget.budgetar, 1, 1)


@wide_rule(
    "EKO214",
    "Insatserna i budgeten finns",
    kalla=("S003-032",),
    mend="Rätta id:t i budget.yaml.",
)
def budgeted_cases_exist(portfolio: Portfolio) -> Iterator[Remark]:
    """En rad som pekar på något som inte finns går inte att följa upp."""
    for year in years(portfolio):
        record, budget = year.case.record("budget"), year.budget
        for index, row in enumerate(budget.rader if budget else ()):
            if record and row.insats and portfolio.get(row.insats) is None:
                says = f"Insatsen {row.insats} finns inte."
                yield record, ("rader", index, "insats"), says, ""


@wide_rule(
    "EKO215",
    "De fördjupade analyserna ryms i verksamhetsplanen",
    severity=Severity.WARNING,
    kalla=("S004-066",),
    mend="Vänta med analysen, eller ändra antal_analyser genom ett nytt beslut.",
)
def analyses_within_plan(portfolio: Portfolio) -> Iterator[Remark]:
    """Antalet är bestämt i planen; ett överskridande redovisas för styrelsen."""
    for year in years(portfolio):
        record, plan = year.case.record("verksamhetsplan"), year.plan
        limit = plan.antal_analyser if plan else None
        begun = [
            case.id
            for case in portfolio.insatser
            if case.record("fordjupad_analys") and _begun(case) == year.number
        ]
        if record and limit is not None and len(begun) > limit:
            says = f"{year.number} har {len(begun)} fördjupade analyser men planen {limit}"
            yield record, ("antal_analyser",), f"{says}: {', '.join(begun)}.", ""


def _begun(case: Case) -> int | None:
    return case.insats.skapad.year if case.insats and case.insats.skapad else None
