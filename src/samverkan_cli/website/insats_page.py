"""The page of a case: what it is, where it stands, what has happened, its figures."""

from collections.abc import Iterator, Sequence
from typing import Any

from samverkan_cli import approvals, texts
from samverkan_cli.case import Case
from samverkan_cli.gate import GateReport
from samverkan_cli.report import Cell, Column, Section, Table
from samverkan_cli.rulebook.process import Process
from samverkan_cli.verdict import Kind, Outcome, Verdict
from samverkan_cli.website import blocks, figures, history, places
from samverkan_cli.website.drawing import process_picture
from samverkan_cli.website.edition import Edition
from samverkan_cli.website.overview import Standing, part_names, period

_OUTCOMES = {
    Outcome.MET: "klart",
    Outcome.UNMET: "brister",
    Outcome.UNTRIED: "inte prövat",
    Outcome.WAIVED: "undantag",
}


def data(
    edition: Edition, found: Standing, printed: list[dict[str, Any]], links: dict[str, str]
) -> dict[str, Any]:
    """Gather what the template shows of a case."""
    case, named = found.case, not edition.publik
    rulebook = edition.portfolio.rulebook
    process = edition.portfolio.process_of(case)
    drawn = process_picture(case, process)
    valid = frozenset(
        record.name for record, each in case.underskrifter if approvals.counts(case, each)
    )
    after = [
        history.timeline(case, process, rulebook, named),
        history.decisions(case, process, rulebook),
        history.signatures(case, edition.samverkan, valid, named),
        *figures.sections(case),
    ]
    return {
        "id": case.id,
        "namn": case.namn,
        "fas": found.phase,
        "status": found.status,
        "fakta": [pair for pair in _facts(edition, found, process) if pair[1]],
        "exempeldata": case.insats.exempeldata if case.insats else None,
        "faser": list(_phases(case, process)),
        "bild": blocks.picture(drawn) if drawn else None,
        "fore": blocks.sections(list(_gate(found.report)), links),
        "efter": blocks.sections(after, links),
        "handlingar": printed,
    }


def _facts(
    edition: Edition, found: Standing, process: Process | None
) -> Iterator[tuple[str, str | None]]:
    case, insats = found.case, found.case.insats
    yield "Id", case.id
    yield "Fas", found.phase
    yield "Läge", found.status
    yield "Process", process.namn if process else None
    if insats is None:
        return
    names = {part.id: part.namn for part in edition.samverkan.parter}
    first, last = period(case)
    yield "Diarienummer", insats.dnr
    yield "Uppdrag", insats.uppdrag
    yield "Inriktning", texts.etikett(insats.inriktning) if insats.inriktning else None
    yield "Typ", texts.etikett(insats.typ) if insats.typ else None
    yield "Parter", texts.lista(part_names(case, edition.samverkan))
    yield "Insatsägare", names.get(insats.insatsagare or "", insats.insatsagare)
    yield "Period", f"{texts.datum(first)} – {texts.datum(last)}" if first and last else None


def _phases(case: Case, process: Process | None) -> Iterator[dict[str, Any]]:
    """Give the phases in order: those that are behind, the one it stands in, those to come."""
    if process is None:
        return
    here = process.phase(case.fas or "")
    left = {event.fran for _, event in case.handelser}
    ended = process.is_end(case.fas or "")
    for fas in process.faser:
        is_here = here is not None and fas.id == here.id
        behind = fas.id in left and (ended or (here is not None and fas.nr < here.nr))
        yield {
            "nr": fas.nr,
            "namn": fas.namn,
            "lage": "har" if is_here else "klar" if behind else "kommer",
        }


def _gate(report: GateReport | None) -> Iterator[Section]:
    """Show what the gate asks and how it stands; without a report there is nothing to show."""
    if report is None or report.fas is None:
        return
    left = [each for each in report.remaining if each.stops]
    ought = [each for each in report.remaining if not each.stops]
    grind = report.fas.grind
    standing = f"Återstår: {len(left)}." if report.blocking else "Grinden är öppen."
    words = [f"Grind {grind.id}: {grind.namn}. {standing}"]
    table = _verdicts("Det som stoppar", left)
    more = _verdicts("Det som bör göras", ought)
    yield Section("Att göra", words, tables=[table, more])
    items = [each for each in report.verdicts if each.kind is Kind.ITEM]
    done = sum(not each.is_open for each in items)
    yield Section(
        "Checklista",
        [f"{done} av {len(items)} punkter i fasen är klara."] if items else [],
        tables=[_checklist(items)],
        empty="Fasen har ingen checklista.",
    )


def _verdicts(caption: str, found: list[Verdict]) -> Table:
    rows: list[list[Cell]] = [
        [each.title, each.reason or "; ".join(one.message for one in each.diagnostics[:3])]
        for each in found
    ]
    return Table(caption, (Column("Vad"), Column("Läge")), rows)


def _checklist(items: list[Verdict]) -> Table:
    rows: list[list[Cell]] = [
        [each.subject, each.title, _OUTCOMES[each.outcome], each.reason] for each in items
    ]
    columns = (Column("Punkt"), Column("Fråga"), Column("Läge"), Column("Svar"))
    return Table("Checklistan", columns, rows)


def document(name: str, namn: str, forms: Sequence[str], *, readable: bool) -> dict[str, Any]:
    """Give a row of the table of documents: where each form of it lies, from the case's page."""
    stem = places.document_stem(name)
    return {
        "namn": namn,
        "sida": f"{stem}.html",
        "filer": [{"form": form, "fil": f"{stem}.{form}"} for form in forms],
        "gar_att_lasa": readable,
    }
