"""Judges the documents that a phase requires: that they are there, readable and complete."""

from collections.abc import Iterator

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Route, Severity, in_order
from samverkan_cli.models.dokument import DOKUMENT, Dokumenttyp
from samverkan_cli.models.fields import example_at, field_at
from samverkan_cli.records import Record
from samverkan_cli.rulebook.conditions import holds, is_filled
from samverkan_cli.rulebook.process import Dokumentkrav, Fas
from samverkan_cli.rulebook.rubriker import own
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.routes import empty_places
from samverkan_cli.verdict import Kind, Outcome, Verdict


def judge(case: Case, rulebook: Rulebook, fas: Fas) -> list[Verdict]:
    """Judge every document that a phase requires."""
    return [
        verdict for wanted in wanted_now(case, fas) for verdict in _each(case, rulebook, wanted)
    ]


def wanted_now(case: Case, fas: Fas) -> list[Dokumentkrav]:
    """List the requirements of a phase whose condition holds."""
    return [wanted for wanted in fas.dokument if holds(wanted.nar, case.plain)]


def expected_names(case: Case, wanted: Dokumentkrav) -> list[str]:
    """List the documents that a requirement means: one, one per part, or those in a folder."""
    typ = DOKUMENT[wanted.typ]
    if wanted.per == "part":
        parts = [part.id for part in case.insats.parter] if case.insats else []
        return [f"{typ.folder}/{part}" for part in parts]
    return [record.name for record in case.of_type(wanted.typ)] if typ.folder else [wanted.typ]


def _each(case: Case, rulebook: Rulebook, wanted: Dokumentkrav) -> Iterator[Verdict]:
    typ = DOKUMENT[wanted.typ]
    names = expected_names(case, wanted)
    missing = max((wanted.minst or 0) - len(names), 0)
    if missing:
        yield _absent(case, typ, f"{typ.folder}/")
    for name in names:
        record = case.record(name)
        yield (
            _absent(case, typ, name) if record is None else _judged(case, rulebook, wanted, record)
        )


def _absent(case: Case, typ: Dokumenttyp, name: str) -> Verdict:
    file = f"{case.folder}/{name}" if name.endswith("/") else f"{case.folder}/{name}.yaml"
    stem = name.rpartition("/")[2]
    own_name = f" --namn {stem or 'NAMN'}" if typ.folder else ""
    command = f"samverkan add {case.id} {typ.typ}{own_name}"
    message = f"{typ.namn} saknas."
    remark = Diagnostic(file, 1, 1, "DOK102", Severity.INFO, message, command)
    title = f"{typ.namn} finns"
    return Verdict(
        name, Kind.DOCUMENT, title, Outcome.UNMET, diagnostics=(remark,), command=command
    )


def _judged(case: Case, rulebook: Rulebook, wanted: Dokumentkrav, record: Record) -> Verdict:
    title = f"{_title(record)} är ifylld"
    command = f"Redigera {record.file} och kör sedan: samverkan save {case.id}"
    if record.model is None:
        return Verdict(
            record.name,
            Kind.DOCUMENT,
            f"{_title(record)} går att läsa",
            Outcome.UNTRIED,
            diagnostics=record.diagnostics,
            command=f"Rätta {record.file}",
        )
    found = [_gap(record, route) for route in gap_routes(case, rulebook, wanted, record)]
    found += own_gaps(rulebook, record)
    gaps = tuple(in_order(found))
    outcome = Outcome.UNMET if gaps else Outcome.MET
    return Verdict(
        record.name,
        Kind.DOCUMENT,
        title,
        outcome,
        diagnostics=gaps,
        command=command if gaps else "",
    )


def gap_routes(
    case: Case, rulebook: Rulebook, wanted: Dokumentkrav, record: Record
) -> Iterator[Route]:
    """Give the route of every field that a requirement wants and the document lacks."""
    data = case.plain | {record.typ.typ: record.data}
    for row in rulebook.requirements(wanted.typ, wanted.krav):
        if holds(row.nar, data):
            for path in row.falt:
                yield from empty_places(record.data, path)


def own_gaps(rulebook: Rulebook, record: Record) -> Iterator[Diagnostic]:
    """Ask for the text under each heading that the förbund has added and requires."""
    texts = record.data.get("egna") or {}
    for each in own(rulebook.rubriker, record.typ.typ):
        if each.krav and not is_filled(texts.get(each.id)):
            message = f"{each.namn} behöver fyllas i (egna.{each.id})."
            hint = f"{each.hjalp or 'En av förbundets egna rubriker.'} Skriv under egna."
            yield record.remark("DOK101", Severity.INFO, ("egna", each.id), message, hint)


def _gap(record: Record, route: Route) -> Diagnostic:
    model = record.typ.model
    titles = [_field_title(record, route[: depth + 1]) for depth in range(len(route))]
    words = " – ".join(title for title in titles if title)
    key = next(str(step) for step in reversed(route) if isinstance(step, str))
    message = f"{words} behöver fyllas i ({'.'.join(str(step) for step in route)})."
    field = field_at(model, route)
    about = f"{field.description} " if field and field.description else ""
    hint = f"{about}Exempel: {key}: {example_at(model, route)}"
    return record.remark("DOK101", Severity.INFO, route, message, hint)


def _field_title(record: Record, route: Route) -> str:
    if isinstance(route[-1], int):
        return f"rad {route[-1] + 1}"
    field = field_at(record.typ.model, route)
    return field.title or "" if field else ""


def _title(record: Record) -> str:
    return f"{record.typ.namn} ({record.stem})" if record.typ.folder else record.typ.namn
