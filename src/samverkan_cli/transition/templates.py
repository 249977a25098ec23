"""Which empty documents a phase begins with, and a new document on request."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli import requirements, skeleton
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.filling import known_fields
from samverkan_cli.folding import nearest, slug
from samverkan_cli.models.dokument import DOKUMENT, Dokumenttyp
from samverkan_cli.rulebook.process import Dokumentkrav, Fas
from samverkan_cli.rulebook.rubriker import own
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.plan import Plan


def new_documents(
    context: Context, case: Case, fas: Fas, borrowed: Mapping[str, Any] | None = None
) -> dict[str, bytes]:
    """Give commented templates for the documents that a phase requires and the case lacks.

    They are filled with what the case, or what is `borrowed` from another, already says.
    """
    files: dict[str, bytes] = {}
    book = context.rulebook.of(case.insats)
    for wanted in requirements.wanted_now(case, fas):
        typ, fields = DOKUMENT[wanted.typ], _fields(book, wanted)
        if typ.folder and wanted.per is None:
            continue  # how many there will be, and what they are called, is not known yet
        for name in requirements.expected_names(case, wanted):
            if case.record(name) is None:
                known = known_fields(case, book, typ.typ, borrowed)
                files[f"{case.folder}/{name}.yaml"] = _written(book, typ, name, fields, known)
    return files


def _written(
    book: Rulebook, typ: Dokumenttyp, name: str, fields: frozenset[str], known: Mapping[str, Any]
) -> bytes:
    known = {**known, **_known(typ, name)}
    return skeleton.write(typ, known, fields, schema_path(typ), _own(book, typ), book.words)


def _own(book: Rulebook, typ: Dokumenttyp) -> dict[str, str]:
    """Say at each of the förbund's own headings what it is called and what to write."""
    return {
        each.id: f"{each.namn}{' (krävs)' if each.krav else ''}. {each.hjalp or ''}".rstrip()
        for each in own(book.rubriker, typ.typ)
    }


def _fields(rulebook: Rulebook, wanted: Dokumentkrav) -> frozenset[str]:
    rows = rulebook.requirements(wanted.typ, wanted.krav)
    return frozenset(path.split(".")[0] for row in rows for path in row.falt)


def _known(typ: Dokumenttyp, name: str) -> dict[str, Any]:
    return {"part": name.rpartition("/")[2]} if typ.per_part else {}


def schema_path(typ: Dokumenttyp) -> str:
    """Give the way from a document to its schema in the repository, for the editor."""
    up = "../../../" if typ.folder else "../../"
    return f"{up}schemas/{typ.typ}.schema.json"


def add(context: Context, case: Case, typ_name: str, name: str | None) -> Plan:
    """Plan a new, empty document of a kind."""
    typ = DOKUMENT.get(typ_name)
    writable = [
        each.typ for each in DOKUMENT.values() if not each.written_by_tool and each.typ != "insats"
    ]
    if typ is None or typ.typ not in writable:
        close = nearest(typ_name, writable)
        hint = f"Menade du {close}?" if close else f"Kända: {', '.join(writable)}."
        raise SamverkanError(f"Handlingen ”{visible(typ_name)}” går inte att lägga till.", hint)
    stem = _stem(typ, name)
    record_name = f"{typ.folder}/{stem}" if typ.folder else typ.typ
    if case.record(record_name) is not None:
        raise SamverkanError(
            f"{record_name} finns redan.", f"Läs den: samverkan show {case.id} {record_name}"
        )
    file = f"{case.folder}/{record_name}.yaml"
    book = context.rulebook.of(case.insats)
    known = known_fields(case, book, typ.typ)
    return Plan(
        {file: _written(book, typ, record_name, frozenset(), known)},
        f"{case.id}: {typ.namn.lower()} tillagd ({record_name})",
        "",
        {"Insats": case.id, "Handling": record_name},
        f"Ny handling: {file}. Fyll i den och spara sedan:",
        f"samverkan save {case.id}",
    )


def _stem(typ: Dokumenttyp, name: str | None) -> str:
    if not typ.folder:
        return typ.typ
    if not name:
        raise SamverkanError(
            f"{typ.namn} behöver ett namn.", "Lägg till --namn, till exempel --namn 2027-h1."
        )
    return slug(name)
