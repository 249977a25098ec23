"""Which pictures a document or a report has: the letterhead's, and those drawn from its figures."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from samverkan_cli import crosscuts
from samverkan_cli.case import Case
from samverkan_cli.chain import CHAINED, Chain
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.delar import Aktivitet, Milstolpe, Utfallsrad
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.models.uppfoljning import Sjalvvardering
from samverkan_cli.pictures.economy import economy
from samverkan_cli.pictures.effects import effect_chain
from samverkan_cli.pictures.gantt import time_plan
from samverkan_cli.pictures.grids import matrix_picture, self_assessment
from samverkan_cli.pictures.participants import Counted, participants
from samverkan_cli.pictures.steps import process_picture
from samverkan_cli.records import Record
from samverkan_cli.rendering import logotype
from samverkan_cli.report import Picture, Report
from samverkan_cli.repository import Repository
from samverkan_cli.rulebook.process import Process
from samverkan_cli.transition.context import Context

Pictures = dict[str, Picture]
T = TypeVar("T")


def of_document(context: Context, case: Case, _process: Process, record: Record) -> Pictures:
    """Give the pictures that the template of a document may show, by name."""
    drawn = {each.name: each for each in _drawn(case, record) if each is not None}
    return _letterhead(context) | drawn


def _drawn(case: Case, record: Record) -> Iterator[Picture | None]:
    """Draw what a document holds, whatever kind of document it is."""
    model = record.model
    activities = _rows(model, "aktiviteter", Aktivitet)
    milestones = _rows(model, "milstolpar", Milstolpe)
    if activities or milestones:
        start, end = _days(case, model)
        yield time_plan(start, end, activities, milestones)
    if record.typ.typ in CHAINED:
        yield effect_chain(Chain.of(record.typ.typ, record.data))
    if isinstance(model, Lagesrapport | Slutrapport):
        yield participants(_counted(case, model))
    yield economy(_rows(model, "ekonomi", Utfallsrad))
    assessed = getattr(model, "sjalvvardering", None)
    if isinstance(assessed, Sjalvvardering):
        yield self_assessment(assessed)


def _rows(model: object, key: str, kind: type[T]) -> list[T]:
    found = getattr(model, key, None)
    rows = found if isinstance(found, list) else []
    return [row for row in rows if isinstance(row, kind)]


def _days(case: Case, model: object) -> tuple[date | None, date | None]:
    """Give when the insats begins and ends: as the document says, or the application."""
    for each in (model, case.model("ansokan")):
        start, end = getattr(each, "start", None), getattr(each, "slut", None)
        if start or end:
            return start, end
    return None, None


def _counted(case: Case, model: Lagesrapport | Slutrapport) -> list[Counted]:
    """Give what has been counted up to a report, the earliest first."""
    found = [
        record.model for typ in ("lagesrapport", "slutrapport") for record in case.of_type(typ)
    ]
    reports = [each for each in found if isinstance(each, Lagesrapport | Slutrapport)]
    ordered = sorted(reports, key=_order)
    counted = ordered[: ordered.index(model) + 1]
    return [Counted(each.period, each.datum, each.deltagare) for each in counted]


def _order(report: Lagesrapport | Slutrapport) -> tuple[bool, str, str]:
    end = report.period.till if report.period else None
    return isinstance(report, Slutrapport), str(end or report.datum or ""), str(report.datum or "")


def of_report(context: Context, report: Report) -> Pictures:
    """Give the pictures of a report's sections, by name."""
    drawn = {each.name: each for section in report.sections for each in section.pictures}
    return _letterhead(context) | drawn


def _letterhead(context: Context) -> Pictures:
    return logotype.letterhead(Repository(context.root), context.samverkan)


def of_case(context: Context, case: Case, process: Process) -> Pictures:
    """Give every picture of a case: its process, its grids, and those of its documents.

    A document's picture is named by both: `ansokan/tidplan`.
    """
    whole = [process_picture(process, case.fas)]
    whole += [matrix_picture(each) for each in crosscuts.grids(case, context.rulebook)]
    found = {each.name: each for each in whole if each is not None}
    for record in case.records.values():
        if record.model is None:
            continue
        found |= {f"{record.name}/{each.name}": each for each in _drawn(case, record) if each}
    return found
