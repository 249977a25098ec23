"""TID2: the year keeps its days: consultation, open meeting, budget, accounts, a common meeting."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.ar import Arsredovisning, Budget
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rulebook.lag import Governing, InForce
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.wide import Weighed, wide_rule
from samverkan_cli.years import Year, years


@wide_rule(
    "TID203",
    "Budgeten för nästa år är beslutad i tid",
    kalla=("S003-048",),
    mend="Lägg upp året och besluta budgeten: samverkan new NAMN --process verksamhetsar",
)
def budget_in_time(
    record: Record, portfolio: Portfolio, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """Medlemmarna och insatserna behöver veta vad som gäller innan året börjar.

    Den som har lagt upp ett år påminns om nästa från den dag som lagraden säger.
    """
    law, known = lag.on(idag), years(portfolio)
    if law is None or not known:
        return
    for year in known:
        yield from _late_budget(year, law, idag)
    following = idag.year + 1
    first, last = law.day("varning_fran", idag.year), law.day("manad_dag", idag.year)
    if idag >= first and following not in {year.number for year in known}:
        says = f"Ingen budget för {following} är påbörjad; den beslutas senast {last}"
        severity = Severity.WARNING if idag <= last else law.severity
        yield Weighed(record, ("forbund",), f"{says} ({law.place}).", severity)


def _late_budget(year: Year, law: InForce, idag: date) -> Iterator[Weighed]:
    approved, document = year.approval("budget"), year.case.record("budget")
    last = law.day("manad_dag", year.number - 1)
    if document is None:
        return
    if approved is None and idag >= law.day("varning_fran", year.number - 1):
        says = f"Budgeten för {year.number} är inte beslutad; den beslutas senast {last}"
        hint = f"Se vad som återstår: samverkan status {year.case.id}"
        severity = Severity.WARNING if idag <= last else law.severity
        yield Weighed(document, ("budgetar",), f"{says} ({law.place}).", severity, hint)
    elif approved is not None and approved[1].datum > last:
        says = f"Budgeten för {year.number} beslutades {approved[1].datum}, efter {last}"
        hint = "Det går inte att göra om; se till att nästa års budget kommer i tid."
        record, severity = approved[0], Severity.WARNING
        yield Weighed(record, ("datum",), f"{says} ({law.place}).", severity, hint)


@rule(
    "TID204",
    "Samråd hålls innan budgeten beslutas",
    kalla=("S003-046",),
    mend="Håll samrådet först, och skriv dagen under samrad i budget.yaml.",
)
def consulted_first(budget: Budget, beslut: dict[str, Beslut], lag: Governing) -> Findings:
    """Ett samråd efteråt är en information."""
    days = [each.datum for each in budget.samrad if each.datum]
    for name, decided in _on_budget(beslut):
        law = lag.on(decided.datum)
        if law and days and min(days) > decided.datum:
            says = f"Samrådet hölls {min(days)}, efter beslutet {decided.datum} ({law.place})."
            yield at("budget", "samrad", says=says, severity=law.severity)
        elif law and not days:
            says = f"{name} fattades utan antecknat samråd ({law.place})."
            yield at("budget", "samrad", says=says, severity=law.severity)


@rule(
    "TID205",
    "Budgeten beslutas på ett öppet möte",
    kalla=("S003-047",),
    mend="Rätta budgetmote i budget.yaml: dagen för beslutet, och oppet: true.",
)
def open_meeting(budget: Budget, beslut: dict[str, Beslut], lag: Governing) -> Findings:
    """Allmänheten får höra hur medlen fördelas."""
    meeting = budget.budgetmote
    for _, decided in _on_budget(beslut):
        law = lag.on(decided.datum)
        if law is None or meeting is None:
            continue
        if meeting.oppet is False:
            says = f"Budgetmötet var inte öppet ({law.place})."
            yield at("budget", "budgetmote", "oppet", says=says, severity=law.severity)
        if meeting.datum and meeting.datum != decided.datum:
            says = f"Budgetmötet är {meeting.datum} men beslutet {decided.datum} ({law.place})."
            yield at("budget", "budgetmote", "datum", says=says, severity=law.severity)


def _on_budget(beslut: dict[str, Beslut]) -> Iterator[tuple[str, Beslut]]:
    """Give the decisions that let the budget through; one that sends it back comes before."""
    found = {name: each for name, each in beslut.items() if each.dokument == "budget"}
    last = max(found, key=lambda name: (found[name].handelse, name), default=None)
    if last is not None:
        yield last, found[last]


@wide_rule(
    "TID206",
    "Årsredovisningen är beslutad i tid",
    kalla=("S003-031", "S003-033"),
    mend="Besluta årsredovisningen: samverkan decide ÅRET godkann --organ styrelse",
)
def accounts_in_time(portfolio: Portfolio, idag: date, lag: Governing) -> Iterator[Weighed]:
    """Revisorer och medlemmar prövar året medan det är färskt."""
    for year in years(portfolio):
        law, header = lag.on(date(year.number + 1, 1, 1)), year.case.record("insats")
        if law is None or header is None:
            continue
        last, approved = law.day("manad_dag", year.number + 1), year.approval("arsredovisning")
        if approved is None and idag > last:
            says = (
                f"Årsredovisningen för {year.number} är inte beslutad; den skulle vara det {last}"
            )
            yield Weighed(header, (), f"{says} ({law.place}).", law.severity)
        elif approved is not None and approved[1].datum > last:
            says = (
                f"Årsredovisningen för {year.number} beslutades {approved[1].datum}, efter {last}"
            )
            hint = "Det går inte att göra om; se till att nästa kommer i tid."
            where = f"{says} ({law.place})."
            yield Weighed(approved[0], ("datum",), where, Severity.WARNING, hint)


@rule(
    "TID207",
    "Styrelse och beredningsgrupp har mötts under året",
    severity=Severity.WARNING,
    kalla=("S004-148", "S004-152"),
    completeness=True,
    mend="Skriv dagen under gemensamt_mote i arsredovisning.yaml, eller håll mötet.",
)
def met_together(arsredovisning: Arsredovisning) -> Findings:
    """De som beslutar och de som bereder behöver tala om vardag, lärande och utveckling."""
    meeting, year = arsredovisning.gemensamt_mote, arsredovisning.budgetar
    day = meeting.datum if meeting else None
    if day is None:
        yield at(
            "arsredovisning", "gemensamt_mote", says="Årets gemensamma möte är inte antecknat."
        )
    elif year and day.year != year:
        says = f"Det gemensamma mötet hölls {day}, inte under {year}."
        yield at("arsredovisning", "gemensamt_mote", "datum", says=says)
