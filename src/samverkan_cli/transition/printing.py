"""Renders the documents of a phase, and one document on request."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from samverkan_cli import masked
from samverkan_cli.approvals import counts
from samverkan_cli.case import UTSKRIFTER, Case, digest
from samverkan_cli.chain import CHAINED, Chain, words
from samverkan_cli.errors import SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.ports import today
from samverkan_cli.records import Record
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rendering.render import has_template, render, template_digest
from samverkan_cli.report import Cell, Picture, Report, Table, shown
from samverkan_cli.repository import Repository
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rubriker import Headings
from samverkan_cli.transition import illustrating
from samverkan_cli.transition.context import TOOL, Context
from samverkan_cli.transition.headings import Prepared
from samverkan_cli.transition.wording import Words

GENERAL = "handling"
"""The built-in template for every document without one of its own."""


def print_phase(context: Context, case: Case, report: GateReport) -> dict[str, bytes]:
    """Render what the gate judged: the phase's documents and the decision it rests on."""
    fas = report.fas
    kinds = {wanted.typ for wanted in fas.dokument} if fas else set()
    bound = fas.grind.beslut.dokument if fas and fas.grind.beslut else None
    kinds |= {"beslut"} if fas and fas.grind.beslut else set()
    kinds |= {bound} if bound else set()
    files: dict[str, bytes] = {}
    for record in case.records.values():
        if record.typ.typ in kinds and is_printed(record.typ):
            printed = print_record(context, case, report.process, record)
            stem = f"{case.folder}/{UTSKRIFTER}/{record.name.replace('/', '-')}"
            files[f"{stem}.html"] = printed.html.encode()
            files[f"{stem}.md"] = printed.md.encode()
    return files


def print_record(context: Context, case: Case, process: Process, record: Record) -> Utskrift:
    """Render one document from the förbund's own template or the built-in one."""
    if record.model is None:
        raise SamverkanError(
            f"{record.name} går inte att läsa.", f"Se vad som är fel: samverkan check {case.id}"
        )
    own = context.root / "templates"
    pictures = illustrating.of_document(context, case, process, record)
    data = data_for(context, case, process, record) | {"bilder": _pictures(pictures)}
    printed = render(template_for(record.typ, own), data, own=own, pictures=pictures)
    others = [each for each in case.records.values() if each is not record]
    repository = Repository(context.root)
    return replace(printed, sources=lambda: [record, *others, repository.samverkan_record])


def is_printed(typ: Dokumenttyp) -> bool:
    """Tell whether documents of a kind are printed: those that people write, and decisions.

    The header of a case stands at the top of every other document.
    """
    return typ.typ == "beslut" or not (typ.written_by_tool or typ.typ == "insats")


def template_for(typ: Dokumenttyp, own: Path | None) -> str:
    """Name the template of a kind of document: its own, or the one that prints any document."""
    return typ.typ if has_template(typ.typ, own) else GENERAL


def print_report(context: Context, report: Report) -> Utskrift:
    """Render a report from the förbund's own template for its kind, or the built-in for all."""
    own = context.root / "templates"
    name = f"rapport_{report.kind}"
    template = name if has_template(name, own) else "rapport"
    pictures = illustrating.of_report(context, report)
    data = {
        "forbund": _plain(context.samverkan)["forbund"],
        "bilder": _pictures(pictures),
        "rapport": _report(report) | {"datum": today(context.clock).isoformat()},
        "underlag": dict(report.body),
        "proveniens": {
            "verktyg": TOOL,
            "mall": template_digest(template, own)[7:19],
            "regelbok": context.rulebook.version,
        },
    }
    printed = render(template, data, own=own, pictures=pictures)
    return replace(printed, sources=lambda: _everything(Repository(context.root)))


def _everything(repository: Repository) -> Iterator[Record]:
    """Read every document: a report may be made of any."""
    for case_id in repository.case_ids():
        yield from repository.open(case_id).records.values()
    yield repository.samverkan_record


def _pictures(pictures: Mapping[str, Picture]) -> dict[str, Any]:
    """Describe pictures for a template, which never sees the drawing itself."""
    return {
        each.name: {
            "alt": each.alt,
            "rubrik": each.caption or None,
            "tabell": _table(each.table) if each.table else None,
        }
        for each in pictures.values()
    }


_CLASSES = {"kronor": "belopp", "tal": "tal", "procent": "tal", "datum": "fast"}


def _report(report: Report) -> dict[str, Any]:
    return {
        "slag": report.kind,
        "titel": report.title,
        "ingress": list(report.lead),
        "avsnitt": [
            {
                "rubrik": section.title,
                "stycken": list(section.paragraphs),
                "punkter": list(section.points),
                "bilder": [each.name for each in section.pictures],
                "tabeller": [_table(table) for table in section.tables],
                "tom": section.empty if section.is_empty else None,
            }
            for section in report.sections
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    kinds = [column.kind for column in table.columns]

    def cells(row: Sequence[Cell]) -> list[dict[str, Any]]:
        return [
            {"text": shown(cell, kind), "klass": _CLASSES.get(kind)}
            for cell, kind in zip(row, kinds, strict=True)
        ]

    return {
        "rubrik": table.caption,
        "kolumner": [
            {"titel": column.title, "klass": _CLASSES.get(column.kind)} for column in table.columns
        ],
        "rader": [cells(row) for row in table.rows],
        "summa": cells(table.total) if table.total else None,
    }


def data_for(context: Context, case: Case, process: Process, record: Record) -> dict[str, Any]:
    """Give a template plain data only, in which no small group of persons can be seen."""
    application = case.record("ansokan")
    fas = process.phase(case.fas or "")
    headings = context.rulebook.rubriker.get(record.typ.typ, ())
    return {
        "forbund": _plain(context.samverkan)["forbund"],
        "insats": _dump(case.record("insats")),
        "parter": parts(context.samverkan),
        "dokument": _dump(record),
        "dokumentnamn": record.name,
        "kataloger": context.rulebook.words,
        "ansokan": _dump(application) if application and application.model else None,
        "fas": {
            "id": case.fas,
            "nr": fas.nr if fas else None,
            "namn": process.name_of(case.fas or ""),
        },
        "underskrifter": _signatures(case, record),
        "beslut": [each.model_dump(mode="json") for _, each in case.beslut],
        "kedja": chain_table(record.typ.typ, record.data),
        "proveniens": _provenance(context, case, record),
        "rubriker": {each.id: each.titel for each in headings},
        "egna": own_texts(record, headings),
        "handling": _heading_by_heading(context, record, headings),
    }


def own_texts(record: Record, headings: Headings) -> list[dict[str, str | None]]:
    """Give the förbund's own headings that are filled in or required, with their texts."""
    texts = getattr(record.model, "egna", None) or {}
    return [
        {"rubrik": each.titel, "text": texts.get(each.id)}
        for each in headings
        if each.is_own and (each.krav or texts.get(each.id))
    ]


def _heading_by_heading(context: Context, record: Record, headings: Headings) -> dict[str, Any]:
    """Prepare a document for the template that prints any document."""
    words = Words.of(context.rulebook, context.samverkan)
    model, dated = record.model, "datum" in record.typ.model.model_fields
    day = getattr(model, "datum", None)
    stem = words.names.get(record.stem, record.stem)
    return {
        "namn": f"{record.typ.namn}, {stem}" if record.typ.folder else record.typ.namn,
        "datum": day.isoformat() if day else None,
        "daterad": dated,
        "avdelningar": Prepared(masked.masked(model), words).sections(headings) if model else [],
    }


def chain_table(typ: str, data: dict[str, Any]) -> dict[str, Any] | None:
    """Give the effect chain of a document as a table: one way from effect to resource a row."""
    if typ not in CHAINED:
        return None
    chain = Chain.of(typ, data)
    return {
        "led": [level.title for level in chain.levels],
        "vagar": [[words(row) if row else None for row in path] for path in chain.paths()],
        "losa": [each.message for each in chain.loose],
    }


def parts(samverkan: Samverkan) -> dict[str, dict[str, Any]]:
    """Give the parts by id, for templates and tables."""
    return {
        part.id: {"namn": part.namn, "partstyper": list(part.partstyper)}
        for part in samverkan.parter
    }


def _plain(samverkan: Samverkan) -> dict[str, Any]:
    return samverkan.model_dump(mode="json")


def _dump(record: Record | None) -> dict[str, Any]:
    return masked.plain(record.model) if record and record.model else {}


def _signatures(case: Case, record: Record) -> list[dict[str, Any]]:
    return [
        each.model_dump(mode="json") | {"gallande": counts(case, each)}
        for _, each in case.underskrifter
        if each.dokument == record.name
    ]


def _provenance(context: Context, case: Case, record: Record) -> dict[str, Any]:
    """Tell where a rendering comes from; the commit is not known while it is being made."""
    event, own = case.last_event, context.root / "templates"
    return {
        "insats": case.id,
        "fas": case.fas,
        "handelse": event.nr if event else 0,
        "innehall": digest(record).removeprefix("sha256:")[:16],
        "verktyg": TOOL,
        "mall": template_digest(template_for(record.typ, own), own)[7:19],
        "regelbok": context.rulebook.version,
    }
