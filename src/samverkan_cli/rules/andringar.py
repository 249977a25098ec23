"""BES: changes under way are decided, at the right level, and what a grant locks stays locked."""

from collections.abc import Iterator

from samverkan_cli.case import Case, digest
from samverkan_cli.diagnostics import Finding
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.delar import Arsbelopp
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.genomforande import Andring
from samverkan_cli.rulebook.conditions import lookup
from samverkan_cli.rulebook.process import Sidobeslut
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.texts import kronor, tal


def allowed_organs(side: Sidobeslut, value: object, samverkan: Samverkan | None) -> list[str]:
    """List the roles that may decide on a change of a size; the förbund's own limits come first."""
    own = samverkan.andringsgrans if samverkan else None
    mine = {"mindre": own.mindre_beslutas_av, "storre": own.storre_beslutas_av} if own else {}
    return list(mine.get(str(value), ())) or side.organs(value)


@rule(
    "BES105",
    "Varje ändring är beslutad",
    kalla=("S004-141", "S004-142"),
    completeness=True,
    mend="Anteckna det: samverkan decide INSATS godkann --handling andringar/NAMN --organ ORGAN.",
)
def changes_are_decided(case: Case, andring: dict[str, Andring]) -> Findings:
    """En ändring som ingen beslutat är en avvikelse som blivit en vana."""
    decided = {each.dokument: each.innehall for _, each in case.beslut if each.sidobeslut}
    for name in andring:
        if name not in decided:
            yield at(name, says="Ändringen är inte beslutad.")
        elif decided[name] != digest(case.records[name]):
            yield at(name, says="Ändringen säger något annat än när den beslutades.")


@rule(
    "BES106",
    "En ändring över förbundets gräns är en större ändring",
    kalla=("S004-142",),
    mend="Skriv storlek: storre, eller rätta beloppet. Gränsen står i samverkan.yaml.",
)
def size_follows_limit(
    case: Case, andring: dict[str, Andring], samverkan: Samverkan
) -> Iterator[Finding]:
    """Gränsen skyddar styrelsens rätt att besluta om det som ändrar insatsen."""
    limit = samverkan.andringsgrans
    granted = sum(row.belopp for row in _last_grant(case)) or None
    for name, change in andring.items():
        if limit is None or change.belopp is None or change.storlek != "mindre":
            continue  # nothing to compare
        if limit.belopp is not None and change.belopp > limit.belopp:
            yield at(name, "storlek", says=_over(change.belopp, kronor(limit.belopp)))
        elif granted and change.belopp * 100 > granted * (limit.andel_procent or 100):
            share = f"{tal(limit.andel_procent or 100)} procent av beviljade {kronor(granted)}"
            yield at(name, "storlek", says=_over(change.belopp, share))


def _over(amount: int, limit: str) -> str:
    return f"Ändringen är på {kronor(amount)}, mer än förbundets gräns {limit}."


def _last_grant(case: Case) -> list[Arsbelopp]:
    grants = [decision.belopp for _, decision in case.beslut if decision.belopp]
    return grants[-1] if grants else []


@rule(
    "HIS107",
    "Det som beslutet låste är oförändrat",
    kalla=("S004-013",),
    mend="Återställ fältet. Är uppgiften fel behövs en ny insats.",
)
def locked_fields_stay(case: Case, beslut: dict[str, Beslut]) -> Findings:
    """Uppföljningen tar inte emot en insats som bytt inriktning, metod eller ESF."""
    for name, decision in beslut.items():
        for each in decision.laser:
            document, _, path = each.vag.partition(".")
            now = lookup(case.plain, each.vag)
            if document in case.records and now != each.varde:
                says = f"{each.vag} är {_said(now)}, men {name} låste det till {_said(each.varde)}."
                yield at(document, *path.split("."), says=says)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return "tomt" if value is None else str(value)
