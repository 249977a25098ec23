"""EFF: a survey's answers add up, shares are of a hundred, and "vet ej" is an answer."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Finding, Route, Severity
from samverkan_cli.models.uppfoljning import Enkat, Enkatfraga, Enkatsvar
from samverkan_cli.rules.rule import at
from samverkan_cli.rules.twins import Report, twins
from samverkan_cli.texts import procent

WHOLE = 100
SLACK = 1
"""Percentage points that rounding may cost."""

UNKNOWN = frozenset({"vet ej", "vet inte", "vet_ej", "kan inte svara"})


@twins(
    "EFF137",
    "EFF138",
    "Svaren på varje fråga blir tillsammans antalet svar",
    kalla=("S003-123", "S003-126"),
    mend="Rätta talen. Vet ej är ett eget svar och räknas in.",
)
def answers_add_up(name: str, report: Report) -> Iterator[Finding]:
    """En bas som inte stämmer gör varje andel fel."""
    for number, survey in enumerate(report.enkater):
        yield from _survey(name, number, survey)
        for index, question in enumerate(survey.fragor):
            route: Route = ("enkater", number, "fragor", index)
            yield from _question(name, route, question, survey.antal_svar)


def _survey(name: str, number: int, survey: Enkat) -> Iterator[Finding]:
    sent, came, rate = survey.utskickade, survey.antal_svar, survey.svarsfrekvens
    if sent is None or came is None:
        return
    if came > sent:
        says = f"{came} svarade, men enkäten gick till {sent}."
        yield at(name, "enkater", number, "antal_svar", says=says)
    elif rate is not None and sent and abs(WHOLE * came / sent - rate) > SLACK:
        right = procent(WHOLE * came / sent, 0)
        says = f"{came} av {sent} är {right}, inte {procent(rate)}."
        yield at(name, "enkater", number, "svarsfrekvens", says=says)


def _question(name: str, route: Route, question: Enkatfraga, came: int | None) -> Iterator[Finding]:
    counts = [each.antal for each in question.svar if each.antal is not None]
    base, whole = question.antal_svar, len(counts) == len(question.svar) > 0
    if base is not None and whole and sum(counts) != base:
        says = f"Svaren blir {sum(counts)}, men {base} svarade på frågan."
        yield at(name, *route, "antal_svar", says=says)
    most = max(base or 0, sum(counts))
    if came is not None and most > came:
        says = f"{most} svarade på frågan, men bara {came} på enkäten."
        yield at(name, *route, says=says)


@twins(
    "EFF139",
    "EFF140",
    "Andelarna i en fråga blir hundra procent",
    kalla=("S003-123",),
    mend="Rätta andelarna efter källan. Skriv hellre antal, så räknas andelarna ut.",
)
def shares_make_a_whole(name: str, report: Report) -> Iterator[Finding]:
    """Andelar som inte blir hundra är avskrivna fel eller saknar ett svar."""
    for route, question in _questions(report):
        shares = [each.andel for each in question.svar if each.andel is not None]
        total = sum(shares)
        every = len(shares) == len(question.svar)
        if shares and (total > WHOLE + SLACK or (every and total < WHOLE - SLACK)):
            says = f"Andelarna blir tillsammans {procent(total)}."
            yield at(name, *route, "svar", says=says)


@twins(
    "EFF141",
    "EFF142",
    "Andelar räknas ut ur antal och skrivs inte",
    severity=Severity.WARNING,
    kalla=("S003-123",),
    mend="Ta bort andel; den räknas ut och visas i rapporten.",
)
def shares_are_computed(name: str, report: Report) -> Iterator[Finding]:
    """Två uppgifter om samma sak blir förr eller senare olika."""
    for route, index, answer in _answers(report):
        if answer.andel is not None and answer.antal is not None:
            says = f"{answer.svar}: både antal och andel är skrivna."
            yield at(name, *route, "svar", index, "andel", says=says)


@twins(
    "EFF143",
    "EFF144",
    "Svaret vet ej har en förklaring",
    severity=Severity.WARNING,
    kalla=("S003-126",),
    mend="Skriv under forklaring varför så många inte vet, eller att det inte är känt.",
)
def not_knowing_is_explained(name: str, report: Report) -> Iterator[Finding]:
    """Att inte veta är också ett svar; den som räknar bort det ändrar vad de andra säger."""
    for route, index, answer in _answers(report):
        unknown = answer.vet_ej or answer.svar.strip().casefold() in UNKNOWN
        if unknown and answer.forklaring is None:
            says = f"{answer.svar}: förklaringen saknas."
            yield at(name, *route, "svar", index, says=says)


def _questions(report: Report) -> Iterator[tuple[Route, Enkatfraga]]:
    for number, survey in enumerate(report.enkater):
        for index, question in enumerate(survey.fragor):
            yield ("enkater", number, "fragor", index), question


def _answers(report: Report) -> Iterator[tuple[Route, int, Enkatsvar]]:
    for route, question in _questions(report):
        for index, answer in enumerate(question.svar):
            yield route, index, answer
