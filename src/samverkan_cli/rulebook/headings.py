"""Judges the headings of documents: known documents, known fields, every id once."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Route
from samverkan_cli.folding import nearest
from samverkan_cli.models.dokument import DOKUMENT, Dokumenttyp
from samverkan_cli.models.fields import field_at
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import about_file

Words = tuple[str, Route, str, str]
"""A rule, a place in the file, what is wrong there, and what to do."""


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Judge every file of headings as it is written, so that the remark knows the line."""
    for file, document in rulebook.documents.items():
        kinds = document.data.get("rubriker")
        if isinstance(kinds, dict):
            yield from _file(rulebook, file, kinds)


def _file(rulebook: Rulebook, file: str, kinds: dict[str, Any]) -> Iterator[Diagnostic]:
    for typ, rows in kinds.items():
        for rule, route, says, hint in _kind(rulebook, typ, rows):
            yield about_file(rulebook, file).at(*route)(rule, says, hint)


def _kind(rulebook: Rulebook, typ: str, rows: Any) -> Iterator[Words]:
    here: Route = ("rubriker", typ)
    known = DOKUMENT.get(typ)
    if known is None:
        close = nearest(typ, list(DOKUMENT))
        hint = f"Menade du {close}?" if close else f"Kända: {', '.join(DOKUMENT)}."
        yield "BOK231", here, f"Rubrikerna gäller {typ}, som inte är en känd handling.", hint
        return
    seen: set[str] = set()
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield from _row(rulebook, known, row, (*here, index), seen)
            seen.add(row["id"])


def _row(
    rulebook: Rulebook, typ: Dokumenttyp, row: dict[str, Any], here: Route, seen: set[str]
) -> Iterator[Words]:
    name, fields = row["id"], row.get("falt")
    if name in seen:
        says = f"Rubriken {name} för {typ.typ} står redan i filen."
        yield "BOK233", (*here, "id"), says, "Byt id på den ena."
    for number, path in enumerate(fields if isinstance(fields, list) else []):
        if not stands(typ, str(path)):
            says = f"Rubriken {name} nämner {path}, som inte finns i {typ.typ}."
            yield "BOK232", (*here, "falt", number), says, _near(typ, str(path))
    after = [each.id for each in rulebook.rubriker.get(typ.typ, ())]
    if row.get("efter") is not None and row["efter"] not in after:
        says = f"Rubriken {name} ska stå efter {row['efter']}, som inte finns i {typ.typ}."
        yield "BOK234", (*here, "efter"), says, f"Välj: {', '.join(after)}."
    yield from _kind_of_row(rulebook, typ, row, here)


def _kind_of_row(
    rulebook: Rulebook, typ: Dokumenttyp, row: dict[str, Any], here: Route
) -> Iterator[Words]:
    """A heading holds fields of the document or a text of its own, and never both or neither."""
    name = row["id"]
    whole = next((each for each in rulebook.rubriker.get(typ.typ, ()) if each.id == name), None)
    if whole is None:
        return
    if whole.is_own and whole.falt:
        says = f"Rubriken {name} är egen och kan inte också ha fält."
        yield "BOK235", here, says, "Ta bort falt, eller ta bort egen."
    if whole.is_own and "egna" not in typ.model.model_fields:
        says = f"{typ.namn} kan inte ha egna rubriker."
        yield "BOK235", here, says, "Lägg rubriken i en av handlingarna som parterna skriver."
    if not whole.is_own and not whole.falt:
        says = f"Rubriken {name} har varken fält eller egen text."
        yield "BOK235", here, says, "Lägg till egen: true, eller fälten som hör under den."
    if whole.krav and not whole.is_own:
        says = f"Rubriken {name} kan inte krävas: bara egna rubriker kan det."
        yield "BOK235", here, says, "Kräv fälten i en kravsats i kataloger/dokument.yaml."


def stands(typ: Dokumenttyp, path: str) -> bool:
    """Tell whether a path leads to a field, every step of it."""
    keys = [step for step in path.split(".") if step != "*"]
    return bool(keys) and all(
        field_at(typ.model, tuple(keys[:end])) for end in range(1, len(keys) + 1)
    )


def _near(typ: Dokumenttyp, path: str) -> str:
    close = nearest(path.partition(".")[0], list(typ.model.model_fields))
    return f"Menade du {close}?" if close else f"Se fälten: samverkan add INSATS {typ.typ} -n"
