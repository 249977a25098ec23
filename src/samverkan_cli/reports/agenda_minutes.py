"""What minutes begin with: who was called, and each point of the agenda in order."""

from typing import Any

from samverkan_cli.reports import meetings
from samverkan_cli.reports.agenda import Agenda, Point
from samverkan_cli.reports.agenda_report import entitled


def first_values(agenda: Agenda) -> dict[str, Any]:
    """Give the values that the document `protokoll` begins with."""
    sitting, mote = agenda.sitting, agenda.mote
    chair = next((each.namn for each in _board(agenda) if each.uppdrag == "ordforande"), None)
    known = {
        "organ": sitting.organ,
        "datum": sitting.day.isoformat(),
        "tid": mote.tid if mote else None,
        "plats": mote.plats if mote else None,
        "ordforande": chair,
        "narvarande": _called(agenda),
        "punkter": [_item(each) for each in agenda.points],
    }
    return {key: value for key, value in known.items() if value}


def _board(agenda: Agenda) -> list[Any]:
    return [] if agenda.sitting.organ == meetings.PREPARING else list(entitled(agenda.sitting))


def _called(agenda: Agenda) -> list[dict[str, Any]]:
    if agenda.sitting.organ == meetings.PREPARING:
        group = agenda.sitting.samverkan.beredningsgrupp
        return [{"namn": each.namn, "uppdrag": "ledamot", "tjanstgor": None} for each in group]
    return [
        {"namn": each.namn, "uppdrag": each.uppdrag, "tjanstgor": None}
        | ({"ersatter": None} if each.uppdrag == "ersattare" else {})
        for each in _board(agenda)
    ]


def _item(point: Point) -> dict[str, Any]:
    """Give a point: its decision when one is taken, and room for what was said."""
    item: dict[str, Any] = {"nr": point.nr, "paragraf": None, "rubrik": point.rubrik}
    matter = point.matter
    if matter is None:
        return item | {"text": None}
    if matter.case:
        item["insats"] = matter.case.id
    if matter.decided:
        item |= {"paragraf": matter.paragraf or None, "beslut": matter.decided}
        item["text"] = "\n".join(matter.lines)
        rows = [each.partition(": ") for each in matter.jav]
        return item | (
            {"jav": [{"namn": who, "skal": why} for who, _, why in rows]} if rows else {}
        )
    return item | {"text": None, "jav": None}
