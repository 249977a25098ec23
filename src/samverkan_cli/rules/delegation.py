"""BES2: what the board has handed over, and the members' own judgement of the board."""

from collections.abc import Iterator

from samverkan_cli.models.ar import Ansvarsfrihet, Revisionsberattelse
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rulebook.lag import Governing
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.wide import Weighed, wide_rule
from samverkan_cli.texts import kronor

_BOARD, _CHIEF = "styrelse", "forbundschef"


@wide_rule(
    "BES201",
    "Beslut utanför styrelsen ryms i delegationen",
    kalla=("S003-037", "S003-038"),
    mend="Låt styrelsen besluta, eller skriv in delegationen i samverkan.yaml om den finns.",
)
def within_delegation(
    samverkan: Samverkan, portfolio: Portfolio, lag: Governing
) -> Iterator[Weighed]:
    """Allt går inte att lämna över, och det som lämnats över har en gräns.

    Prövas när delegationen är införd: beslut av förbundschefen, och av andra som ger pengar.
    Ändringar av en insats har sin egen gräns (BES105 och BES106).
    """
    for case in portfolio.cases if samverkan.delegation else ():
        for record, decided in case.beslut:
            law = lag.on(decided.datum)
            says = _outside(samverkan, decided)
            if law and says:
                where = f"{says} ({law.place})."
                yield Weighed(record, ("organ",), where, law.severity)


def _outside(samverkan: Samverkan, decided: Beslut) -> str:
    amount = sum(row.belopp for row in decided.belopp)
    if decided.organ == _BOARD or decided.sidobeslut or (decided.organ != _CHIEF and not amount):
        return ""
    own = [each for each in samverkan.delegation if each.delegat == decided.organ]
    if not own:
        return f"Rollen {decided.organ} har ingen delegation i samverkan.yaml"
    limits = [each.belopp_hogst for each in own]
    highest = max((limit for limit in limits if limit is not None), default=0)
    if None in limits or amount <= highest:
        return ""
    return f"Beslutet gäller {kronor(amount)}, men {decided.organ} får besluta om {kronor(highest)}"


@rule(
    "BES202",
    "Ansvarsfriheten prövas när revisionsberättelsen finns",
    kalla=("S003-050",),
    mend="Rätta datum, eller be medlemmen pröva frågan sedan berättelsen lämnats.",
)
def discharge_after_audit(
    ansvarsfrihet: dict[str, Ansvarsfrihet],
    revisionsberattelse: dict[str, Revisionsberattelse],
    lag: Governing,
) -> Findings:
    """Medlemmen ska ha en granskning att stå på."""
    for name, each in ansvarsfrihet.items():
        days = [
            audit.datum
            for audit in revisionsberattelse.values()
            if audit.datum and (not audit.medlemmar or each.part in audit.medlemmar)
        ]
        law = lag.on(each.datum) if each.datum else None
        if law and days and each.datum and each.datum < min(days):
            says = f"{each.part} prövade frågan {each.datum}, före berättelsen {min(days)}"
            yield at(name, "datum", says=f"{says} ({law.place}).", severity=law.severity)
