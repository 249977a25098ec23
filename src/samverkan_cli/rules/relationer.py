"""REL: what cases say of each other hangs together."""

from collections import Counter
from collections.abc import Iterator

from samverkan_cli.diagnostics import Severity
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rules.wide import Remark, wide_rule


@wide_rule(
    "REL101",
    "Insatsens namn är unikt i förbundet",
    kalla=("S004-013",),
    mend="Ge den ena insatsen ett annat namn i insats.yaml.",
)
def names_are_unique(portfolio: Portfolio) -> Iterator[Remark]:
    """Uppföljningen skiljer insatser åt på namnet."""
    count = Counter(case.namn for case in portfolio.insatser)
    for case in portfolio.insatser:
        record = case.record("insats")
        if record and count[case.namn] > 1:
            yield record, ("namn",), f"Namnet {case.namn} används av flera insatser.", ""


@wide_rule(
    "REL102",
    "Insatserna som en insats pekar på finns",
    kalla=("S004-067",),
    mend="Rätta id:t i insats.yaml.",
)
def ties_lead_somewhere(portfolio: Portfolio) -> Iterator[Remark]:
    """Den som läser ska kunna gå till den insats som en annan kommer ur."""
    for case in portfolio.cases:
        record, insats = case.record("insats"), case.insats
        if record is None or insats is None:
            continue
        origin = insats.ursprung.insats if insats.ursprung else None
        ties = {"foregaende": insats.foregaende, "delad_med": insats.delad_med, "ursprung": origin}
        for key, wanted in ties.items():
            if wanted and portfolio.get(wanted) is None:
                yield record, (key,), f"Insatsen {wanted} finns inte i förrådet.", ""


@wide_rule(
    "REL103",
    "Området som insatsen kommer ur finns i inventeringen",
    kalla=("S004-037", "S004-067"),
    mend="Rätta området i insats.yaml, eller lägg till det i inventeringen.",
)
def areas_exist(portfolio: Portfolio) -> Iterator[Remark]:
    """Inventeringen ska visa vart varje område tog vägen."""
    for case in portfolio.cases:
        record, insats = case.record("insats"), case.insats
        origin = insats.ursprung if insats else None
        source = portfolio.get(origin.insats) if origin else None
        inventory = source.record("probleminventering") if source else None
        if record is None or origin is None or inventory is None or inventory.model is None:
            continue
        known = [str(row.get("id")) for row in inventory.data.get("omraden") or []]
        if origin.omrade and origin.omrade not in known:
            says = f"Inventeringen {origin.insats} har inget område {origin.omrade}."
            yield record, ("ursprung", "omrade"), says, f"Områden: {', '.join(known) or 'inga'}."


@wide_rule(
    "REL104",
    "De två halvorna av en delad insats pekar på varandra",
    severity=Severity.WARNING,
    kalla=("S003-021",),
    mend="Skriv delad_med i båda, och ge den ena inriktningen individ och den andra struktur.",
)
def halves_meet(portfolio: Portfolio) -> Iterator[Remark]:
    """En blandad insats är två: en för individer och en för struktur, som hör ihop."""
    for case in portfolio.insatser:
        record, insats = case.record("insats"), case.insats
        other = portfolio.get(insats.delad_med) if insats and insats.delad_med else None
        if record is None or insats is None or other is None or other.insats is None:
            continue
        if other.insats.delad_med != case.id:
            says = f"{other.id} pekar inte tillbaka på {case.id}."
            yield record, ("delad_med",), says, f"Skriv delad_med: {case.id} i {other.folder}."
        elif other.insats.inriktning == insats.inriktning:
            says = f"Båda halvorna har inriktningen {insats.inriktning or 'okänd'}."
            yield record, ("inriktning",), says, ""


@wide_rule(
    "REL105",
    "Förbundens andelar blir högst hela insatsen",
    kalla=("S003-014",),
    mend="Rätta andelarna under forbund i insats.yaml.",
)
def shares_are_possible(portfolio: Portfolio) -> Iterator[Remark]:
    """Andelar som blir mer än hundra procent betalas av ingen."""
    for case in portfolio.insatser:
        record, insats = case.record("insats"), case.insats
        shares = [each.andel_procent or 0 for each in insats.forbund] if insats else []
        if record and sum(shares) > 100:  # noqa: PLR2004 - the whole is a hundred per cent
            says = f"De andra förbundens andelar blir {sum(shares)} procent."
            yield record, ("forbund",), says, ""
