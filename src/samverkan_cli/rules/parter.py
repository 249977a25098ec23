"""PAR: who takes part, and whether they are who they must be."""

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Route, Severity
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.ide import Behovsanalys, Forankring, Idebeskrivning
from samverkan_cli.models.insats import Insats
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rules.rule import Findings, at, rule

_NUMBERS = {1: "en", 2: "två", 3: "tre", 4: "fyra"}


def distinct_types(samverkan: Samverkan, parts: list[str]) -> int:
    """Count how many different partstyper the parts can stand for, one type each.

    Two municipalities are one; a part of two kinds (Gotland) stands for one at a time, so that
    it cannot collaborate with itself.
    """
    types = {part.id: part.partstyper for part in samverkan.parter}
    stood: set[frozenset[str]] = {frozenset()}
    for part in dict.fromkeys(parts):
        stood |= {each | {typ} for each in stood for typ in types.get(part, ())}
    return max(len(each) for each in stood)


@rule(
    "PAR101",
    "Så många parter av olika slag som processen kräver står bakom insatsen",
    kalla=("S003-059", "S003-012"),
    mend="Lägg till en part av ett annat slag under parter i insats.yaml.",
    completeness=True,
    asked_by=("ansokan", "overenskommelse"),
)
def enough_kinds_of_parts(
    case: Case, insats: Insats, samverkan: Samverkan, process: Process
) -> Findings:
    """Finansiell samordning kräver minst två parter; flera kommuner räknas som en.

    En process som inte säger något om antalet nöjer sig med en enda organisation.
    """
    least = process.minst_partstyper or 0
    if insats.parter and distinct_types(samverkan, case.sokande) < least:
        says = f"De sökande är inte minst {_NUMBERS.get(least, least)} parter av olika slag."
        yield at("insats", "parter", says=f"{says} Flera kommuner är en part.")


@rule(
    "PAR102",
    "Parterna finns i samverkan.yaml",
    kalla=("S003-012",),
    mend="Rätta id:t, eller lägg till parten i samverkan.yaml.",
)
def parts_are_members(insats: Insats, samverkan: Samverkan) -> Findings:
    """En part som inte är medlem är en övrig aktör."""
    members = {part.id for part in samverkan.parter}
    named: list[tuple[Route, str]] = [
        (("parter", index, "id"), part.id) for index, part in enumerate(insats.parter)
    ]
    if insats.insatsagare:
        named.append((("insatsagare",), insats.insatsagare))
    for route, part_id in named:
        if part_id not in members:
            says = f"Parten {part_id} finns inte i samverkan.yaml."
            yield at("insats", *route, says=says, hint=f"Parter där: {', '.join(sorted(members))}.")


@rule(
    "PAR111",
    "Varje part står en gång",
    kalla=("S003-059",),
    mend="Ta bort den ena raden under parter i insats.yaml.",
)
def parts_named_once(insats: Insats) -> Findings:
    """En part som står två gånger räknas två gånger av den som läser."""
    seen: set[str] = set()
    for index, part in enumerate(insats.parter):
        if part.id in seen:
            yield at("insats", "parter", index, "id", says=f"Parten {part.id} står redan.")
        seen.add(part.id)


@rule(
    "PAR103",
    "Insatsägaren är en av insatsens parter",
    kalla=("S001-34", "S004-094"),
    mend="Skriv id:t på en av parterna som insatsagare.",
)
def owner_is_part(insats: Insats) -> Findings:
    """Den som äger insatsen genomför och rapporterar den."""
    parts = {part.id for part in insats.parter}
    if insats.insatsagare and parts and insats.insatsagare not in parts:
        says = f"Insatsägaren {insats.insatsagare} är ingen av insatsens parter."
        yield at("insats", "insatsagare", says=says)


@rule(
    "PAR104",
    "Behovsanalysen har ett avsnitt för varje sökande part",
    kalla=("S001-12", "S003-022"),
    completeness=True,
    mend="Lägg till parten under per_part i behovsanalys.yaml.",
)
def needs_per_part(case: Case, behovsanalys: Behovsanalys) -> Findings:
    """Ett behov som bara en part ser är inte gemensamt."""
    if not behovsanalys.per_part:
        return
    covered = {row.part for row in behovsanalys.per_part}
    for part in case.sokande:
        if part not in covered:
            yield at("behovsanalys", "per_part", says=f"Behovet hos parten {part} saknas.")


@rule(
    "PAR107",
    "Ansökan visar behovet hos varje sökande part",
    kalla=("S001-20", "S003-071"),
    completeness=True,
    mend="Lägg till parten under behov_per_part i ansokan.yaml.",
)
def application_needs_per_part(case: Case, ansokan: Ansokan) -> Findings:
    """Svag behovsanalys hos parterna är ett av de vanligaste skälen till konflikter senare."""
    if not ansokan.behov_per_part:
        return
    covered = {row.part for row in ansokan.behov_per_part}
    for part in case.sokande:
        if part not in covered:
            yield at("ansokan", "behov_per_part", says=f"Behovet hos parten {part} saknas.")


@rule(
    "PAR108",
    "Ingen part har sagt nej i förankringen",
    severity=Severity.WARNING,
    kalla=("S001-07", "S001-20"),
    mend="Ta upp frågan med parten, eller ta bort den ur insatsen.",
)
def nobody_said_no(forankring: dict[str, Forankring]) -> Findings:
    """Ett nej i tid är värt mer än ett avhopp."""
    for name, entry in forankring.items():
        if entry.stallning == "nej":
            yield at(name, "stallning", says=f"Parten {entry.part} har sagt nej.")


@rule(
    "PAR109",
    "Förbundschefen ingår i arbetsgrupp och styrgrupp",
    severity=Severity.WARNING,
    kalla=("S001-10", "S001-32"),
    mend="Lägg till en person med roll: Förbundschef i gruppen.",
)
def chief_takes_part(insats: Insats) -> Findings:
    """Förbundschefen är processtöd genom hela insatsen."""
    for key, group in (("arbetsgrupp", insats.arbetsgrupp), ("styrgrupp", insats.styrgrupp)):
        roles = [(person.roll or "").lower() for person in group]
        if group and not any("förbundschef" in role or role == "forbundschef" for role in roles):
            yield at("insats", key, says=f"Ingen i {key} har rollen förbundschef.")


@rule(
    "PAR110",
    "Idégivarens part är en part i förbundet",
    severity=Severity.WARNING,
    kalla=("S001-02",),
    mend="Rätta id:t under idegivare.part, eller utelämna det.",
)
def idea_from_member(idebeskrivning: Idebeskrivning, samverkan: Samverkan) -> Findings:
    """Var en idé kommer från säger vem som kan bära den."""
    giver = idebeskrivning.idegivare
    members = {part.id for part in samverkan.parter}
    if giver and giver.part and giver.part not in members:
        says = f"Parten {giver.part} finns inte i samverkan.yaml."
        yield at("idebeskrivning", "idegivare", "part", says=says)
