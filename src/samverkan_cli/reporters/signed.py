"""Who has signed a document, and whether each signature counts: for reading in the terminal."""

from typing import Any

from samverkan_cli import approvals
from samverkan_cli.case import Case
from samverkan_cli.models.beslut import Underskrift
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import datum, etikett


def show(page: Page, case: Case, record: Record, samverkan: Samverkan | None) -> None:
    """List the signatures on a document; nothing when there are none."""
    signed = _on(case, record)
    if signed:
        page.heading("Underskrifter")
    for each in signed:
        who = approvals.part_name(samverkan, each.part)
        how = etikett(each.satt).lower()
        words = f"{who}: {each.namn}, {each.roll}, {datum(each.datum)}, {how}."
        page.line(f"{words} {_standing(case, each)}", indent=2, mark="–")


def data(case: Case, record: Record) -> list[dict[str, Any]]:
    """Give the signatures on a document, each with whether it counts."""
    return [
        each.model_dump(mode="json") | {"gallande": approvals.counts(case, each)}
        for each in _on(case, record)
    ]


def _on(case: Case, record: Record) -> list[Underskrift]:
    return [each for _, each in case.underskrifter if each.dokument == record.name]


def _standing(case: Case, signature: Underskrift) -> str:
    taken = signature.aterkallad
    if taken is not None:
        return f"Återkallad den {datum(taken.datum)} av {taken.namn}: {taken.motivering.strip()}"
    if approvals.counts(case, signature):
        return "Gäller."
    return "Gäller inte: handlingen har ändrats efter underskriften."
