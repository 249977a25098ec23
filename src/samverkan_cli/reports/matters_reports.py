"""Matters that an organ is told about: reports, changes, delegated decisions, the year's days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from samverkan_cli import texts
from samverkan_cli.case import Case
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.records import Record
from samverkan_cli.reports import meetings
from samverkan_cli.reports.awaiting import at_gates
from samverkan_cli.reports.deadlines_forbund import days_of_year
from samverkan_cli.reports.matters import Matter, Sitting, flat
from samverkan_cli.rulebook.process import Sidobeslut
from samverkan_cli.rules.andringar import allowed_organs
from samverkan_cli.rules.moten import BOARD
from samverkan_cli.rules.rapportering import asks_for, missing, occasions, reports

CHIEF = "forbundschef"
_SUMMARY = 300
"""Signs of a summary that the list shows."""


def information(sitting: Sitting) -> Iterator[Matter]:
    """Give the reports that came since the last meeting, and those that should have."""
    for case in sitting.portfolio.cases:
        for record, report in reports(case):
            if sitting.is_new(report.datum):
                yield _given(case, record, report)
    for case, _, fas in at_gates(sitting.portfolio):
        if asks_for(fas, "lagesrapport"):
            for each in missing(occasions(case), sitting.day + timedelta(days=1)):
                says = f"Rapport {each.nr} skulle lämnas {each.dag} och har inte kommit."
                typed = f"samverkan add {case.id} lagesrapport --namn NAMN"
                yield Matter(
                    "information", f"Rapport saknas: {case.namn}", case, (says,), command=typed
                )


def _given(case: Case, record: Record, report: Lagesrapport) -> Matter:
    lines = [f"Lämnad {report.datum}. {flat(report.sammanfattning or '', _SUMMARY)}".strip()]
    if report.avvikelser:
        lines.append(f"{texts.antal(len(report.avvikelser), 'avvikelse', 'avvikelser')} redovisas.")
    kind = texts.etikett(report.rapporttyp or "lages")
    return Matter(
        "information", f"{kind}: {case.namn}", case, tuple(lines), underlag=(record.file,)
    )


def changes(sitting: Sitting) -> Iterator[Matter]:
    """Give what is decided beside the gate and is not: to the organ that may, or as information."""
    for case, _, fas in at_gates(sitting.portfolio):
        decided = {each.dokument for _, each in case.beslut if each.sidobeslut}
        for side in fas.sidobeslut:
            for record in case.of_type(side.handling):
                if record.model is not None and record.name not in decided:
                    yield from _beside(sitting, case, side, record)


def _beside(sitting: Sitting, case: Case, side: Sidobeslut, record: Record) -> Iterator[Matter]:
    size = record.data.get(side.nivafalt or "")
    organs = allowed_organs(side, size, sitting.samverkan)
    title = f"{texts.etikett(str(size)) if size else record.typ.namn}: {case.namn}"
    lines = [flat(str(record.data[key]), _SUMMARY) for key in _SAID if record.data.get(key)]
    known = Matter("beslut", title, case, tuple(lines), underlag=(record.file,))
    if organs and organs[0] == sitting.organ:
        typed = f"samverkan decide {case.id} {side.utfall[0].id} --handling {record.name}"
        typed += f" --organ {sitting.organ} --datum {sitting.day}"
        yield replace(known, command=typed)
    elif sitting.organ == BOARD:
        who = sitting.portfolio.rulebook.role_name(organs[0]).lower() if organs else ""
        waits = (
            f"Väntar på beslut av {who}." if who else f"Ange {side.nivafalt} i handlingen först."
        )
        yield replace(known, row="information", lines=(*lines, waits))


_SAID = ("vad", "varfor")
"""What a document of change says, in the order that the list tells it."""


def delegated(sitting: Sitting) -> Iterator[Matter]:
    """Give the decisions taken for the board since its last meeting; only the board hears them."""
    if sitting.organ != BOARD:
        return
    points = {each.delegat: each.punkt for each in sitting.samverkan.delegation}
    delegates = {CHIEF, *points}
    for case in sitting.portfolio.cases:
        for record, decided in case.beslut:
            if decided.organ in delegates and sitting.is_new(decided.datum):
                what = texts.etikett(decided.utfall).lower()
                passed = [f"{each.punkt}: {flat(each.motivering)}" for each in decided.undantag]
                about = f" {decided.dokument}" if decided.dokument else ""
                says = " ".join([f"{decided.datum} {what}{about}.", *passed])
                yield _reported(sitting, case, decided.organ, points, says, record.file)


def _reported(
    sitting: Sitting, case: Case, organ: str, points: dict[str, str], says: str, file: str
) -> Matter:
    who = sitting.portfolio.rulebook.role_name(organ)
    point = f", delegationsordningen punkt {points[organ]}" if organ in points else ""
    return Matter(
        "delegation", f"{case.namn} ({who.lower()}{point})", case, (says,), underlag=(file,)
    )


def of_year(sitting: Sitting) -> Iterator[Matter]:
    """Give the yearly days that come before the board's next meeting."""
    if sitting.organ != BOARD:
        return
    after = meetings.upcoming(sitting.samverkan, BOARD, sitting.day + timedelta(days=1))
    for each in days_of_year(sitting.portfolio, sitting.day):
        if after and each.dag < after.datum:
            says = f"Senast {each.dag}; nästa planerade möte är {after.datum}."
            yield Matter("arets", each.vad, None, (says,))
        elif after is None and (each.dag - sitting.day).days <= _SOON:
            yield Matter("arets", each.vad, None, (f"Senast {each.dag}.",))


_SOON = 60
"""Days ahead that count as before the next meeting when none is planned."""
