"""How the förbund is organised: from members over board and officials to the groups at work."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.models.delar import Kontakt
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.texts import etikett, lista


def organisation(samverkan: Samverkan, portfolio: Portfolio) -> Report:
    """Draw the förbund level by level, as its own file and the insatser say."""
    sections = [
        _members(samverkan),
        _board(samverkan),
        Section(
            "Tjänstemän och kansli",
            points=[_person(each) for each in samverkan.personer],
            empty="Inga är införda i samverkan.yaml.",
        ),
        _preparing(samverkan),
        _groups(portfolio),
    ]
    lead = ["Medlemmar → styrelse → tjänstemän → beredningsgrupp → styrgrupper och insatser."]
    body = {"nivaer": [{"niva": each.title, "innehall": _plain(each)} for each in sections]}
    title = f"Organisationen i {samverkan.forbund.namn}"
    return Report("organisation", title, lead, sections, body)


def _plain(section: Section) -> list[Any]:
    return [*section.points, *(list(row) for table in section.tables for row in table.rows)]


def _members(samverkan: Samverkan) -> Section:
    rows = [
        [part.namn, lista([etikett(kind) for kind in part.partstyper])] for part in samverkan.parter
    ]
    table = Table("Medlemmar", [Column("Medlem"), Column("Slag")], rows)
    return Section("Medlemmar", tables=[table], empty="Inga är införda i samverkan.yaml.")


def _board(samverkan: Samverkan) -> Section:
    names = {part.id: part.namn for part in samverkan.parter}
    rows = [
        [each.namn, etikett(each.uppdrag), names.get(each.medlem, each.medlem), each.mandat_till]
        for each in samverkan.styrelse
    ]
    columns = [Column("Namn"), Column("Uppdrag"), Column("Medlem"), Column("Mandat till", "datum")]
    table = Table("Styrelse", columns, rows, spare=("Mandat till",))
    return Section("Styrelse", tables=[table], empty="Inte införd i samverkan.yaml.")


def _person(person: Kontakt) -> str:
    return ", ".join(part for part in (person.namn, person.roll) if part) or "namn saknas"


def _preparing(samverkan: Samverkan) -> Section:
    names = {part.id: part.namn for part in samverkan.parter}
    points = [
        f"{each.namn}, {names.get(each.part, each.part)}: {each.mandat or 'mandat saknas'}"
        for each in samverkan.beredningsgrupp
    ]
    points += [f"{each.namn}: {each.omrade or 'lokal samverkansgrupp'}" for each in samverkan.lsg]
    title = "Beredningsgrupp och lokala samverkansgrupper"
    return Section(title, points=points, empty="Inte införda i samverkan.yaml.")


def _groups(portfolio: Portfolio) -> Section:
    return Section(
        "Styrgrupper och insatser",
        points=list(_of_cases(portfolio)),
        empty="Ingen insats pågår.",
    )


def _of_cases(portfolio: Portfolio) -> Iterator[str]:
    for case in portfolio.insatser:
        process, insats = portfolio.process_of(case), case.insats
        if insats is None or process is None or process.is_end(case.fas or ""):
            continue
        group = lista([each.namn for each in insats.styrgrupp if each.namn])
        leader = insats.insatsledare.namn if insats.insatsledare else None
        says = f"styrgrupp {group}" if group else "styrgrupp är inte bildad"
        yield f"{case.namn}: {says}; " + (
            f"leds av {leader}" if leader else "ledare är inte utsedd"
        )
