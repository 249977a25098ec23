"""A document for reading in the terminal: the fields by their Swedish titles."""

from samverkan_cli import masked
from samverkan_cli.case import Case
from samverkan_cli.records import Record
from samverkan_cli.reporters import fields
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.rubriker import Headings
from samverkan_cli.texts import antal
from samverkan_cli.transition.wording import Words

_HEADER = frozenset({"id", "namn", "formatversion"})
_APART = frozenset({"egna", "sigill"})
"""Fields shown by themselves, or not at all: a seal says nothing to a reader."""


def overview(page: Page, case: Case, phase: str, words: Words) -> None:
    """Write the header of a case and the list of its documents."""
    page.line(f"{case.id}  {case.namn}", "bold")
    page.field("Fas", phase)
    header = case.record("insats")
    if header and header.model:
        fields.show(page, header.model, words, skip=_HEADER)
    page.heading("Handlingar")
    page.table(
        ("Handling", "Fil"),
        [
            (each.typ.namn, each.name)
            for each in case.records.values()
            if each.typ.typ not in {"insats", "handelse", "svar"}
        ],
    )
    page.line()
    events = antal(len(case.handelser), "händelse", "händelser")
    page.line(f"{len(case.svar)} svar på punkter, {events}.")


def show(page: Page, record: Record, words: Words, headings: Headings = ()) -> None:
    """Write every field that says something, and say which ones are empty.

    `words` names the words of the catalogues, `headings` the texts under the förbund's own.
    """
    page.line(record.typ.namn, "bold")
    page.line(record.file, "dim")
    if record.model is None:
        page.line("Handlingen går inte att läsa som den är:")
        page.diagnostics(record.diagnostics, 2)
        return
    fields.show(page, masked.masked(record.model), words, skip=_APART)
    names = {each.id: each.namn for each in headings}
    for key, text in (getattr(record.model, "egna", None) or {}).items():
        if text:
            page.field(names.get(key, key), text)
    empty = [
        field.title or key
        for key, field in type(record.model).model_fields.items()
        if getattr(record.model, key) in (None, []) and key not in _APART
    ]
    if empty:
        page.line()
        page.line(f"Ej ifyllt: {', '.join(empty)}.", "dim")
