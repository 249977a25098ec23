"""Who of an organ also stands in a case, so that jäv can be asked about before the meeting."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.reports import meetings
from samverkan_cli.reports.matters import Sitting
from samverkan_cli.rules.moten import name_key

_READ = frozenset({"insats", "ansokan", "underskrift", "overenskommelse"})
"""The documents whose persons have a part of their own in the matter."""


def conflicts(sitting: Sitting, case: Case) -> list[str]:
    """Name those of the organ who themselves stand in the case, so that jäv can be asked about."""
    known = {name_key(each): each for each in _members(sitting)}
    found: dict[str, str] = {}
    for record in case.records.values():
        if record.typ.typ in _READ:
            for name in _names(record.data):
                if name_key(name) in known:
                    found.setdefault(known[name_key(name)], record.name)
    return [f"{name} står i {where}" for name, where in found.items()]


def _members(sitting: Sitting) -> list[str]:
    if sitting.organ == meetings.PREPARING:
        return [each.namn for each in sitting.samverkan.beredningsgrupp]
    return [each.namn for each in sitting.samverkan.styrelse]


def _names(value: Any) -> Iterator[str]:
    """Give every `namn` at any depth of plain data."""
    rows = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("namn"), str):
        yield value["namn"]
    for each in rows:
        yield from _names(each)
