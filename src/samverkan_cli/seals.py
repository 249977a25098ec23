"""The seal of a file that the tool writes: a digest that shows an edit made by hand.

It binds what the file says to its name and to its case, so that a copy from another case or
under another name breaks it too. Anyone can compute it anew: it finds mistakes and plain
forgeries, and the history, signed commits and anchors find the rest.
"""

from collections.abc import Mapping
from typing import Any

from samverkan_cli.case import Case, data_digest, file_digest
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.records import Record

KEY = "sigill"


def is_sealed(typ: Dokumenttyp) -> bool:
    """Tell whether files of a kind carry a seal: those that only the tool writes."""
    return typ.written_by_tool


def seal(case: Case, name: str, data: Mapping[str, Any]) -> str:
    """Give the seal of a file of a case, named without its ending, from what it says.

    A case is known by its first event, whatever its folder is called; that event itself is sealed
    before there is anything to be known by.
    """
    rest = {key: value for key, value in data.items() if key != KEY}
    events = case.handelser
    first = not events or events[0][0].name == name
    return data_digest([name, "" if first else file_digest(events[0][0].raw), rest])


def is_broken(case: Case, record: Record) -> bool:
    """Tell whether a file carries a seal that is not its own."""
    said = record.data.get(KEY)
    return said is not None and said != seal(case, record.name, record.data)
