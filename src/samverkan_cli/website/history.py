"""What has happened in a case, day by day, in words: moves, decisions and signatures."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from samverkan_cli import texts
from samverkan_cli.case import Case
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.spar import Handelse
from samverkan_cli.report import Cell, Column, Section, Table
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook

_KINDS = {
    "skapa": "Ärendet lades upp",
    "framat": "Gick vidare",
    "tillbaka": "Skickades tillbaka",
    "stang": "Stängdes utan grind",
    "ateroppna": "Öppnades igen",
    "migrera": "Fick en ny version av processen",
}


class Happening(NamedTuple):
    """One thing that happened; `order` tells things of the same day apart."""

    dag: date
    order: int
    vad: str
    vem: str


def timeline(case: Case, process: Process | None, rulebook: Rulebook, named: bool) -> Section:
    """Show everything that happened, oldest first. `named` tells who as well as in which role."""
    found = sorted(_happenings(case, process, rulebook, named))
    rows: list[list[Cell]] = [[each.dag, each.vad, each.vem] for each in found]
    columns = (Column("Dag", "datum"), Column("Vad"), Column("Vem"))
    table = Table("Tidslinje", columns, rows)
    return Section("Tidslinje", tables=[table], empty="Inget har hänt ännu.")


def _happenings(
    case: Case, process: Process | None, rulebook: Rulebook, named: bool
) -> Iterator[Happening]:
    for _, event in case.handelser:
        yield Happening(
            event.datum, event.nr * 10 + 5, _moved(event, process, rulebook), _by(event, named)
        )
    for _, each in case.beslut:
        who = rulebook.role_name(each.organ)
        yield Happening(
            each.datum,
            each.handelse * 10 + 6,
            f"Beslut: {outcome(each, process)}{_section(each)}",
            who,
        )
    for _, signed in case.underskrifter:
        state = " (återkallad)" if signed.aterkallad else ""
        who = f"{signed.namn}, {signed.roll}" if named else signed.roll
        vad = f"{signed.part} undertecknade {signed.dokument}{state}"
        yield Happening(signed.datum, 4, vad, who)


def _moved(event: Handelse, process: Process | None, rulebook: Rulebook) -> str:
    then = rulebook.versions.get((event.process, event.processversion)) or process
    target = then.name_of(event.till) if then else event.till
    words = f"{_KINDS[event.slag]}: {target}"
    why = " ".join((event.motivering or "").split())
    return f"{words}. {why}" if why else words


def _by(event: Handelse, named: bool) -> str:
    return event.person.namn if named else ""


def _section(decided: Beslut) -> str:
    return f", {decided.paragraf}" if decided.paragraf else ""


def outcome(decided: Beslut, process: Process | None) -> str:
    """Name the outcome of a decision as the process has it."""
    fas = process.phase(decided.fas) if process else None
    names = {each.id: each.namn for each in fas.grind.utfall} if fas else {}
    for side in fas.sidobeslut if fas else ():
        if side.id == decided.sidobeslut:
            names |= {each.id: f"{side.namn}: {each.namn}" for each in side.utfall}
    return names.get(decided.utfall) or texts.etikett(decided.utfall)


def decisions(case: Case, process: Process | None, rulebook: Rulebook) -> Section:
    """Show the decisions with their paragraphs, amounts and conditions."""
    rows: list[list[Cell]] = []
    conditions: list[list[Cell]] = []
    for _, each in case.beslut:
        amount = sum(row.belopp for row in each.belopp) if each.belopp else None
        organ = rulebook.role_name(each.organ)
        rows.append([each.datum, organ, each.paragraf, outcome(each, process), amount])
        conditions += [[f"{each.datum} nr {one.nr}", one.text, one.senast] for one in each.villkor]
    columns = (
        Column("Dag", "datum"),
        Column("Organ"),
        Column("Paragraf"),
        Column("Beslut"),
        Column("Beviljat", "kronor"),
    )
    asked = (Column("Beslut och nummer"), Column("Villkor"), Column("Senast", "datum"))
    tables = [Table("Besluten", columns, rows), Table("Villkor i besluten", asked, conditions)]
    return Section("Beslut", tables=tables, empty="Inga beslut är antecknade.")


def signatures(case: Case, samverkan: Samverkan, valid: frozenset[str], named: bool) -> Section:
    """Show the signatures; `valid` names those that still stand for what the document says."""
    names = {part.id: part.namn for part in samverkan.parter}
    rows: list[list[Cell]] = [
        [
            names.get(each.part, each.part),
            f"{each.namn}, {each.roll}" if named else each.roll,
            each.dokument,
            each.datum,
            _standing(record.name, each.aterkallad is not None, valid),
        ]
        for record, each in case.underskrifter
    ]
    columns = (
        Column("Part"),
        Column("Vem"),
        Column("Handling"),
        Column("Dag", "datum"),
        Column("Läge"),
    )
    table = Table("Underskrifter", columns, rows)
    return Section("Underskrifter", tables=[table], empty="Inga underskrifter.")


def _standing(name: str, withdrawn: bool, valid: frozenset[str]) -> str:
    if withdrawn:
        return "återkallad"
    return "gäller" if name in valid else "gäller en tidigare version"
