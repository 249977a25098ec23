"""PAR2: the förbund itself is whole: members, board, auditors, what its order says.

A section of `samverkan.yaml` is judged once it has rows; what nobody has written yet is told by
`report revision`, not by `check`.
"""

from collections.abc import Iterator
from datetime import date

from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.delar import Partstyp
from samverkan_cli.models.forbund import Ledamot, Part, Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rulebook.lag import Governing
from samverkan_cli.rules.wide import Remark, Weighed, wide_rule
from samverkan_cli.texts import etikett

_KINDS: tuple[Partstyp, ...] = ("forsakringskassan", "arbetsformedlingen", "region", "kommun")
_STATE = {"forsakringskassan", "arbetsformedlingen"}


def sitting(samverkan: Samverkan, day: date) -> list[Ledamot]:
    """List the ledamöter and ersättare whose mandate covers a day."""
    return [
        each
        for each in samverkan.styrelse
        if (each.mandat_fran or day) <= day <= (each.mandat_till or day)
    ]


@wide_rule(
    "PAR201",
    "Alla slags parter är medlemmar i förbundet",
    kalla=("S003-012",),
    mend="Lägg till medlemmen under parter i samverkan.yaml, eller rätta partstyper.",
)
def all_kinds_are_members(
    record: Record, samverkan: Samverkan, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """Försäkringskassa, Arbetsförmedling, region och kommun; Gotland är två slag på en gång."""
    law = lag.on(idag)
    kinds = {kind for part in samverkan.parter for kind in part.partstyper}
    for kind in _KINDS:
        if law and kind not in kinds:
            says = f"Ingen medlem är {etikett(kind)} ({law.place})."
            yield Weighed(record, ("parter",), says, law.severity)


@wide_rule(
    "PAR202",
    "Varje medlem har minst en ledamot i styrelsen",
    kalla=("S003-035",),
    mend="Lägg till medlemmens ledamot under styrelse i samverkan.yaml.",
)
def every_member_on_board(
    record: Record, samverkan: Samverkan, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """Varje medlem, och inte bara varje part, ska vara företrädd; två kommuner är två medlemmar."""
    law = lag.on(idag)
    if not law or not samverkan.styrelse:
        return
    seated = {each.medlem for each in sitting(samverkan, idag) if each.uppdrag != "ersattare"}
    for part in samverkan.parter:
        if part.id not in seated:
            says = f"{part.namn} har ingen ledamot i styrelsen ({law.place})."
            yield Weighed(record, ("styrelse",), says, law.severity)


@wide_rule(
    "PAR203",
    "Varje medlem har lika många ersättare som ledamöter",
    kalla=("S003-036",),
    mend="Lägg till ersättare under styrelse i samverkan.yaml, eller rätta uppdraget.",
)
def as_many_substitutes(
    record: Record, samverkan: Samverkan, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """En ledamot som är borta får inte lämna sin medlem utan röst."""
    law, board = lag.on(idag), sitting(samverkan, idag)
    for part in samverkan.parter:
        own = [each.uppdrag == "ersattare" for each in board if each.medlem == part.id]
        substitutes = sum(own)
        members = len(own) - substitutes
        if law and members and substitutes != members:
            says = f"{part.namn} har {members} ledamöter och {substitutes} ersättare"
            yield Weighed(record, ("styrelse",), f"{says} ({law.place}).", law.severity)


@wide_rule(
    "PAR204",
    "Styrelsen har en ordförande och en vice ordförande",
    severity=Severity.WARNING,
    kalla=("S003-043",),
    mend="Skriv uppdrag: ordforande och uppdrag: vice_ordforande på dem som styrelsen har valt.",
)
def chair_is_chosen(record: Record, samverkan: Samverkan, idag: date) -> Iterator[Remark]:
    """Styrelsen väljer själv, och utan ordförande finns ingen som kallar."""
    board = sitting(samverkan, idag)
    for uppdrag, word in (("ordforande", "ordförande"), ("vice_ordforande", "vice ordförande")):
        count = sum(each.uppdrag == uppdrag for each in board)
        if board and count != 1:
            says = f"Styrelsen har ingen {word}." if not count else f"Styrelsen har {count} {word}."
            yield record, ("styrelse",), says, ""


@wide_rule(
    "PAR205",
    "Varje ledamot och ersättare är utsedd av någon",
    severity=Severity.WARNING,
    kalla=("S003-041",),
    mend="Fyll i utsedd_av: fullmäktige, eller myndigheten som personen är anställd hos.",
)
def appointed_by_someone(record: Record, samverkan: Samverkan) -> Iterator[Remark]:
    """Uppdraget kommer från ett fullmäktige, eller från anställningen hos en statlig medlem."""
    for index, each in enumerate(samverkan.styrelse):
        if not each.utsedd_av:
            yield record, ("styrelse", index), f"{each.namn}: det står inte vem som utsett.", ""


@wide_rule(
    "PAR206",
    "De som företräder en medlem hör till en medlem som finns",
    kalla=("S003-035", "S003-147"),
    mend="Rätta id:t, eller lägg till medlemmen under parter i samverkan.yaml.",
)
def representatives_of_members(record: Record, samverkan: Samverkan) -> Iterator[Remark]:
    """Ett id som ingen medlem har räknas inte för någon."""
    known = {part.id for part in samverkan.parter}
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("styrelse", index, "medlem"), each.medlem)
        for index, each in enumerate(samverkan.styrelse)
    ]
    named += [
        (("beredningsgrupp", index, "part"), each.part)
        for index, each in enumerate(samverkan.beredningsgrupp)
    ]
    named += [
        (("revisorer", index, "medlemmar", number), part)
        for index, each in enumerate(samverkan.revisorer)
        for number, part in enumerate(each.medlemmar)
    ]
    for route, part in named:
        if part not in known:
            says = f"Medlemmen {part} finns inte under parter."
            yield record, route, says, f"Medlemmar där: {', '.join(sorted(known))}."


@wide_rule(
    "PAR207",
    "Varje medlem har en revisor",
    kalla=("S003-050",),
    mend="Lägg till medlemmens id under medlemmar hos en revisor i samverkan.yaml.",
)
def every_member_has_auditor(
    record: Record, samverkan: Samverkan, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """Kommuner och regioner får ha en gemensam revisor; staten har en för båda myndigheterna."""
    law = lag.on(idag)
    if not law or not samverkan.revisorer:
        return
    for part in samverkan.parter:
        if not auditors_of(samverkan, part):
            says = f"{part.namn} har ingen revisor ({law.place})."
            yield Weighed(record, ("revisorer",), says, law.severity)


def auditors_of(samverkan: Samverkan, part: Part) -> list[str]:
    """Name the auditors of a member; one of the state's is for both its authorities."""
    own = {part.id}
    if _STATE & set(part.partstyper):
        own |= {each.id for each in samverkan.parter if _STATE & set(each.partstyper)}
    return [each.namn for each in samverkan.revisorer if own & set(each.medlemmar)]


@wide_rule(
    "PAR208",
    "Organisationsnumren är riktiga",
    kalla=("S003-013",),
    mend="Rätta numret; den sista siffran räknas fram ur de andra.",
)
def organisation_numbers(record: Record, samverkan: Samverkan) -> Iterator[Remark]:
    """Ett felskrivet nummer hamnar i avtal och rekvisitioner."""
    named: list[tuple[tuple[str | int, ...], str | None]] = [
        (("forbund", "orgnr"), samverkan.forbund.orgnr)
    ]
    named += [
        (("parter", index, "orgnr"), part.orgnr) for index, part in enumerate(samverkan.parter)
    ]
    for route, number in named:
        if number and not _is_valid(number):
            yield record, route, f"Organisationsnumret {number} är inget riktigt nummer.", ""


def _is_valid(number: str) -> bool:
    from organisationsnummer import organisationsnummer

    return bool(organisationsnummer.valid(number))


_ORDER = {
    "beslutad": "när den beslutades",
    "sammansattning": "hur styrelsen är sammansatt",
    "beslutsformer": "hur styrelsen beslutar",
    "revision": "hur förbundet revideras",
    "upplosning": "hur förbundet upplöses",
}


@wide_rule(
    "PAR209",
    "Förbundsordningens punkter är ifyllda",
    severity=Severity.WARNING,
    kalla=("S003-034", "S003-049"),
    mend="Fyll i raderna under forbundsordning i samverkan.yaml.",
)
def order_is_whole(
    record: Record, samverkan: Samverkan, idag: date, lag: Governing
) -> Iterator[Weighed]:
    """Det medlemmarna har bestämt om förbundet ska gå att slå upp."""
    law, order = lag.on(idag), samverkan.forbundsordning
    given = order.model_dump(exclude_none=True) if order else {}
    for key, words in _ORDER.items():
        if law and given and key not in given:
            says = f"Förbundsordningen säger inte {words} ({law.place})."
            yield Weighed(record, ("forbundsordning",), says, law.severity)


@wide_rule(
    "PAR210",
    "Förbundets styrdokument finns",
    severity=Severity.WARNING,
    kalla=("S003-138", "S003-161", "S004-015", "S004-143"),
    mend="Lägg till en rad under styrdokument i samverkan.yaml, med var handlingen finns.",
)
def governing_documents(
    record: Record, samverkan: Samverkan, portfolio: Portfolio
) -> Iterator[Remark]:
    """Vilka de är står i katalogen styrdokument, som förbundet kan utöka."""
    missing = missing_documents(samverkan, portfolio) if samverkan.styrdokument else []
    for name in missing:
        yield record, ("styrdokument",), f"{name} saknas bland styrdokumenten.", ""


def missing_documents(samverkan: Samverkan, portfolio: Portfolio) -> list[str]:
    """Name the governing documents of the catalogue that the förbund does not list."""
    wanted = portfolio.rulebook.kataloger.get("styrdokument")
    held = {each.slag.casefold() for each in samverkan.styrdokument}
    return [
        row.namn
        for row in (wanted.rader if wanted else [])
        if not held & {word.casefold() for word in (row.id, row.namn, *row.ersatter)}
    ]
