"""EKO2: the year's budget and accounts: shares, balance, what each row is for, what came of it."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.ar import Arsredovisning, Bidrag, Budget, Verksamhetsplan
from samverkan_cli.models.forbund import Andelar, Samverkan
from samverkan_cli.records import Record
from samverkan_cli.rulebook.lag import Governing, InForce
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.wide import Weighed, wide_rule
from samverkan_cli.texts import kronor, procent, tal
from samverkan_cli.years import costs, income, sides

_SIDES = ("staten", "regioner", "kommuner")
_WHOLE = 100


@rule(
    "EKO201",
    "Bidragen följer sidornas andelar",
    kalla=("S003-014",),
    mend="Rätta beloppen under bidrag, eller skriv skälet under avvikande_andelar.",
)
def contributions_follow_shares(budget: Budget, lag: Governing) -> Findings:
    """Staten, regionerna och kommunerna bär var sin del; en avvikelse förklaras."""
    year, given = budget.budgetar, sides(budget)
    law = lag.on(date(year, 1, 1)) if year else None
    total = sum(given.values())
    if law is None or not total or budget.avvikande_andelar:
        return
    for side in _SIDES:
        share = _WHOLE * given[side] / total
        if abs(share - law.number(side)) > law.number("tolerans"):
            wanted = total * law.number(side) / _WHOLE
            says = f"{side.capitalize()} bidrar med {kronor(given[side])}, {procent(share, 1)}"
            says += f"; {procent(law.number(side))} vore {kronor(wanted)} ({law.place})."
            yield at("budget", "bidrag", says=says, severity=law.severity)


@wide_rule(
    "EKO202",
    "Förbundets andelar är lagens och blir tillsammans hundra",
    kalla=("S003-014",),
    mend="Rätta andelarna i samverkan.yaml, eller skriv skälet under forklaring.",
)
def shares_are_the_laws(
    record: Record, samverkan: Samverkan, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """Andelarna räknas om varje år, och ett gammalt tal följer med."""
    rows = [*enumerate(samverkan.andelar)]
    begun = [pair for pair in rows if pair[1].giltig_fran <= idag]
    newest = max(begun, key=lambda pair: pair[1].giltig_fran)[0] if begun else None
    for index, row in rows:
        law = lag.on(max(row.giltig_fran, idag) if index == newest else row.giltig_fran)
        if law is None:
            continue
        route, total = ("andelar", index), sum(getattr(row, side) for side in _SIDES)
        if total != _WHOLE:
            says = f"Andelarna är tillsammans {tal(total)} och inte {_WHOLE} procent."
            yield Weighed(record, route, says, Severity.ERROR)
        elif not row.forklaring and (says := _unlike(row, law)):
            yield Weighed(record, route, f"{says} ({law.place}).", law.severity)


def _unlike(row: Andelar, law: InForce) -> str:
    wrong = [
        f"{side} har {procent(getattr(row, side))} och inte {procent(law.number(side))}"
        for side in _SIDES
        if abs(getattr(row, side) - law.number(side)) > law.number("tolerans")
    ]
    return "; ".join(wrong).capitalize()


@rule(
    "EKO203",
    "Budgeten går ihop, eller säger vilka synnerliga skäl som finns",
    kalla=("S003-045",),
    mend="Minska kostnaderna, öka intäkterna, eller skriv skälen under synnerliga_skal.",
)
def budget_balances(budget: Budget, lag: Governing) -> Findings:
    """Ett underskott får finnas, men inte utan att styrelsen har sagt varför."""
    law = lag.on(date(budget.budgetar, 1, 1)) if budget.budgetar else None
    short = costs(budget) - income(budget)
    if law and budget.rader and budget.bidrag and short > 0 and not budget.synnerliga_skal:
        says = f"Kostnaderna är {kronor(costs(budget))} och intäkterna {kronor(income(budget))}"
        says += f", {kronor(short)} för lite ({law.place})."
        yield at("budget", "rader", says=says, severity=law.severity)


@rule(
    "EKO204",
    "Varje rad i budgeten pekar på en uppgift eller en insats",
    kalla=("S003-032",),
    mend="Fyll i uppgift eller insats på raden, men inte båda.",
)
def rows_point_somewhere(budget: Budget) -> Findings:
    """Budgeten säger vad som ska göras, inte bara vad det kostar."""
    for index, row in enumerate(budget.rader):
        if not row.uppgift and not row.insats:
            says = f"Raden {row.id} pekar varken på en uppgift eller en insats."
            yield at("budget", "rader", index, says=says)
        elif row.uppgift and row.insats:
            says = f"Raden {row.id} pekar både på en uppgift och en insats."
            yield at("budget", "rader", index, says=says)


@rule(
    "EKO205",
    "Budgetens bidrag är pengar",
    kalla=("S003-016",),
    mend="Ta bort raden; arbetstid redovisas i insatsens finansiering som natura.",
)
def budgeted_in_money(budget: Budget) -> Findings:
    """Personal som en part ställer till förfogande är ingen del av medlemmens bidrag."""
    for index, row in enumerate(budget.bidrag):
        if row.form == "natura":
            says = f"Bidraget från {row.medlem} är arbetstid och räknas inte."
            yield at("budget", "bidrag", index, "form", says=says)


@rule(
    "EKO206",
    "Inkomna bidrag är pengar",
    kalla=("S003-016",),
    mend="Ta bort raden; arbetstid redovisas i insatsens finansiering som natura.",
)
def received_in_money(bidrag: Bidrag) -> Findings:
    """Bara pengar kan föras över till förbundet."""
    for index, row in enumerate(bidrag.inbetalningar):
        if row.form == "natura":
            says = f"Det som {row.medlem} har lämnat är arbetstid och räknas inte."
            yield at("bidrag", "inbetalningar", index, "form", says=says)


@rule(
    "EKO207",
    "Årsredovisningen har en rad för varje rad i budgeten",
    kalla=("S003-033",),
    completeness=True,
    mend="Lägg till raden under ekonomi i arsredovisning.yaml.",
)
def every_row_accounted(budget: Budget, arsredovisning: Arsredovisning) -> Findings:
    """En rad som saknas i bokslutet går inte att pröva mot det styrelsen bestämde."""
    wanted, given = [row.id for row in budget.rader], [row.rad for row in arsredovisning.ekonomi]
    for row_id in wanted:
        if row_id not in given:
            says = f"Budgetens rad {row_id} har inget utfall."
            yield at("arsredovisning", "ekonomi", says=says)
    for index, row_id in enumerate(given):
        if row_id not in wanted:
            says = f"Budgeten har ingen rad {row_id}."
            yield at("arsredovisning", "ekonomi", index, "rad", says=says)


@rule(
    "EKO208",
    "Årsredovisningen har en rad för varje mål",
    kalla=("S003-033",),
    completeness=True,
    mend="Lägg till målet under maluppfyllelse i arsredovisning.yaml.",
)
def every_goal_accounted(
    verksamhetsplan: Verksamhetsplan, arsredovisning: Arsredovisning
) -> Findings:
    """Också ett mål som inte nåddes, eller inte mättes, ska synas."""
    given = {row.mal for row in arsredovisning.maluppfyllelse}
    for goal in verksamhetsplan.mal:
        if goal.id not in given:
            says = f"Målet {goal.id} saknas i årsredovisningen."
            yield at("arsredovisning", "maluppfyllelse", says=says)


@rule(
    "EKO209",
    "Eget kapital hänger ihop med årets resultat",
    kalla=("S003-015",),
    completeness=True,
    mend="Rätta beloppen: ut är in plus intäkter minus utfall.",
)
def capital_hangs_together(arsredovisning: Arsredovisning) -> Findings:
    """Medel som inte förbrukats är kvar hos förbundet och ska synas."""
    before, after = arsredovisning.eget_kapital_in, arsredovisning.eget_kapital_ut
    earned = arsredovisning.intakter
    if before is None or after is None or earned is None:
        return
    wanted = before + earned - sum(row.utfall or 0 for row in arsredovisning.ekonomi)
    if after != wanted:
        says = f"Eget kapital ut är {kronor(after)}, men in plus resultat är {kronor(wanted)}."
        yield at("arsredovisning", "eget_kapital_ut", says=says)
