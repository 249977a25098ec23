"""Judges the catalogue of how documents are registered, kept and weeded."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import about_file

CATALOGUE = "dokumenthantering"
KEPT, WEEDED = "bevaras", "gallras"


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Find rows about no kind of document, and rows that do not say what becomes of it."""
    for file, document in rulebook.documents.items():
        rows = document.data.get("rader") if document.data.get("katalog") == CATALOGUE else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            for key, says, hint in _faults(row):
                say = about_file(rulebook, file).at("rader", index, key)
                yield say("BOK209", f"{CATALOGUE}: {says}", hint)


def _faults(row: Any) -> Iterator[tuple[str, str, str]]:
    """Give the key, what is wrong with it, and what to do."""
    if not isinstance(row, dict):
        return
    name, fate = row.get("id"), row.get("slag")
    if name not in DOKUMENT:
        yield "id", f"{name} är inget slag av handling.", f"Det finns: {', '.join(DOKUMENT)}."
    if fate not in {KEPT, WEEDED}:
        yield "slag", f"{name} varken bevaras eller gallras.", f"Skriv slag: {KEPT} eller {WEEDED}."
    if (fate == WEEDED) is (row.get("gallras_efter") is None):
        hint = "Antalet år hör till den som gallras: gallras_efter: 7"
        yield "slag", f"{name}: slag och gallras_efter säger olika.", hint
