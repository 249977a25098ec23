"""A decision beside the gate: on a change, by whom its size demands; it moves nothing."""

from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record
from samverkan_cli.rulebook.process import Fas, Sidobeslut, Sidoutfall
from samverkan_cli.rules.andringar import allowed_organs
from samverkan_cli.texts import visible
from samverkan_cli.transition.entries import choice, readable


def side_decision(
    case: Case, fas: Fas, samverkan: Samverkan, wanted: str, utfall: str, organ: str
) -> tuple[Sidobeslut, Sidoutfall, Record]:
    """Find what is decided on and by whom it may be; refuse the rest with what may be done."""
    record = _document(case, wanted)
    side = next((each for each in fas.sidobeslut if each.handling == record.typ.typ), None)
    if side is None:
        known = ", ".join(each.handling for each in fas.sidobeslut) or "inget"
        raise RefusedError(
            f"I fasen {fas.namn} tas inget beslut om {record.typ.namn.lower()}.",
            f"Beslut vid sidan av grinden tas här om: {known}.",
        )
    choice("utfall", utfall, [each.id for each in side.utfall])
    _check_organ(record, side, samverkan, organ)
    outcome = next(each for each in side.utfall if each.id == utfall)
    return side, outcome, record


def _document(case: Case, wanted: str) -> Record:
    record = case.record(wanted.removesuffix(".yaml"))
    if record is None or record.typ.written_by_tool:
        known = [name for name, each in case.records.items() if "/" in name]
        written = [name for name in known if not case.records[name].typ.written_by_tool]
        raise SamverkanError(
            f"Insatsen har ingen handling ”{visible(wanted)}”.",
            f"Handlingar: {', '.join(written) or 'inga'}.",
        )
    return readable(record)


def _check_organ(record: Record, side: Sidobeslut, samverkan: Samverkan, organ: str) -> None:
    value: Any = record.data.get(side.nivafalt or "")
    if side.nivafalt and value is None:
        raise RefusedError(
            f"{record.name} säger inte {side.nivafalt}, så det är inte klart vem som beslutar.",
            f"Fyll i {side.nivafalt} i {record.file} och spara.",
        )
    choice("organ", organ, allowed_organs(side, value, samverkan))
