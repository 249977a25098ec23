"""The trail of a case as reports: where it stands, signatures, answers, what happened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from samverkan_cli import approvals, gate
from samverkan_cli.case import Case
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.reporters import gates
from samverkan_cli.reports.historia import happened
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import etikett, visible
from samverkan_cli.verdict import Outcome

if TYPE_CHECKING:
    from samverkan_cli.history.log import CommitInfo


def standing(case: Case, rulebook: Rulebook, samverkan: Samverkan | None) -> Report:
    """Tell where the case stands before its gate: what is met, and what remains."""
    report = gate.judge(case, rulebook, samverkan)
    name = report.process.name_of(report.state)
    lead = [f"Insatsen står i: {name}."]
    if report.fas is not None:
        word = "öppen" if report.is_open else "stängd"
        lead.append(f"Grinden ”{report.fas.grind.namn}” är {word}.")
    left = [f"{_sentence(gates.headline(each))} {each.reason}".strip() for each in report.remaining]
    met = [gates.headline(each) for each in report.verdicts if each.outcome is Outcome.MET]
    sections = [
        Section("Återstår", points=left, empty="Inget."),
        Section("Uppfyllt", points=met, empty="Inget prövas i den här fasen."),
    ]
    return Report("lage", f"Läget i {case.namn}", lead, sections)


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."


def signatures(case: Case, samverkan: Samverkan | None) -> Report:
    """List every signature, and whether it still counts."""
    columns = (
        *(Column(title) for title in ("Handling", "Part", "Namn", "Roll")),
        Column("Datum", "datum"),
        Column("Sätt"),
        Column("Gäller"),
    )
    rows = [
        (
            each.dokument,
            approvals.part_name(samverkan, each.part),
            each.namn,
            each.roll,
            each.datum,
            etikett(each.satt),
            "ja" if approvals.counts(case, each) else "nej",
        )
        for _, each in case.underskrifter
    ]
    note = "En underskrift gäller så länge handlingen har samma innehåll som när den skrevs under."
    section = Section(
        "Underskrifter", [note], tables=[Table("Underskrifter", columns, rows)], empty="Inga."
    )
    return Report("underskrifter", f"Underskrifter i {case.namn}", sections=[section])


def answers(case: Case) -> Report:
    """List the answers to the questions of the checklists, each with its question."""
    titles = ("Punkt", "Fråga", "Svar", "Motivering", "Namn")
    columns = (*(Column(title) for title in titles), Column("Datum", "datum"))
    rows = [
        (
            f"{each.punkt}{f' ({each.fas})' if each.fas else ''}",
            each.fraga.strip(),
            etikett(each.svar),
            (each.motivering or "").strip(),
            each.namn,
            each.datum,
        )
        for _, each in case.svar
    ]
    section = Section("Svar", tables=[Table("Svar på punkter", columns, rows)], empty="Inga.")
    return Report("svar", f"Svar på checklistornas punkter i {case.namn}", sections=[section])


def history(
    case: Case, process: Process, rulebook: Rulebook, made: Sequence["CommitInfo"], why: str
) -> Report:
    """Tell the transitions in words and, where git is, every save; `why` git cannot be read."""
    saved = [
        (each.date[:16].replace("T", " "), visible(each.author), visible(each.subject))
        for each in reversed(made)
    ]
    columns = (Column("När"), Column("Vem"), Column("Vad"))
    sections = [
        Section("Övergångar", points=happened(case, process, rulebook), empty="Inga."),
        Section(
            "Sparat i git",
            [why] if why else [],
            tables=[Table("Sparat i git, äldst först", columns, saved)],
            empty="Inget är sparat i git.",
        ),
    ]
    return Report("historia", f"Vad som har hänt i {case.namn}", sections=sections)
