"""Renders the documents of a phase, and one document on request."""

from collections.abc import Sequence
from typing import Any

from samverkan_cli import masked
from samverkan_cli.approvals import is_current
from samverkan_cli.case import UTSKRIFTER, Case, digest
from samverkan_cli.chain import CHAINED, Chain, words
from samverkan_cli.errors import SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.ports import today
from samverkan_cli.records import Record
from samverkan_cli.rendering.render import Utskrift, has_template, render, template_digest
from samverkan_cli.report import Cell, Report, Table, shown
from samverkan_cli.rulebook.process import Process
from samverkan_cli.transition.context import TOOL, Context


def print_phase(context: Context, case: Case, report: GateReport) -> dict[str, bytes]:
    """Render what the gate judged: the phase's documents and the decision it rests on."""
    fas = report.fas
    kinds = {wanted.typ for wanted in fas.dokument} if fas else set()
    bound = fas.grind.beslut.dokument if fas and fas.grind.beslut else None
    kinds |= {"beslut"} if fas and fas.grind.beslut else set()
    kinds |= {bound} if bound else set()
    files: dict[str, bytes] = {}
    for record in case.records.values():
        if record.typ.typ in kinds and has_template(record.typ.typ, context.root / "templates"):
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
    data = data_for(context, case, process, record)
    return render(record.typ.typ, data, own=context.root / "templates")


def print_report(context: Context, report: Report) -> Utskrift:
    """Render a report from the förbund's own template for its kind, or the built-in for all."""
    own = context.root / "templates"
    name = f"rapport_{report.kind}"
    template = name if has_template(name, own) else "rapport"
    data = {
        "forbund": _plain(context.samverkan)["forbund"],
        "rapport": _report(report) | {"datum": today(context.clock).isoformat()},
        "underlag": dict(report.body),
        "proveniens": {
            "verktyg": TOOL,
            "mall": template_digest(template, own)[7:19],
            "regelbok": context.rulebook.version,
        },
    }
    return render(template, data, own=own)


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
    return {
        "forbund": _plain(context.samverkan)["forbund"],
        "insats": _dump(case.record("insats")),
        "parter": parts(context.samverkan),
        "dokument": _dump(record),
        "dokumentnamn": record.name,
        "ansokan": _dump(application) if application and application.model else None,
        "fas": {
            "id": case.fas,
            "nr": fas.nr if fas else None,
            "namn": process.name_of(case.fas or ""),
        },
        "underskrifter": _signatures(case, record),
        "beslut": [each.model_dump(mode="json") for _, each in case.beslut],
        "kedja": _chain(record),
        "proveniens": _provenance(context, case, record),
    }


def _chain(record: Record) -> dict[str, Any] | None:
    """Give the effect chain as a table: one way from effect to resource a row."""
    if record.typ.typ not in CHAINED:
        return None
    chain = Chain.of(record.typ.typ, record.data)
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
        each.model_dump(mode="json") | {"gallande": is_current(case, each.dokument, each.innehall)}
        for _, each in case.underskrifter
        if each.dokument == record.name
    ]


def _provenance(context: Context, case: Case, record: Record) -> dict[str, Any]:
    """Tell where a rendering comes from; the commit is not known while it is being made."""
    event = case.last_event
    return {
        "insats": case.id,
        "fas": case.fas,
        "handelse": event.nr if event else 0,
        "innehall": digest(record).removeprefix("sha256:")[:16],
        "verktyg": TOOL,
        "mall": template_digest(record.typ.typ, context.root / "templates")[7:19],
        "regelbok": context.rulebook.version,
    }
