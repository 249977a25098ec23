"""A förbund in memory with a board, meetings and lead times, and cases for it to decide on."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from tests.rules.files_people import event
from tests.support import SAMVERKAN, File, built_in, case_of, header

MEETINGS = [
    {"organ": "styrelse", "datum": "2026-02-10"},
    {"organ": "beredningsgrupp", "datum": "2026-04-29", "tid": "13.00"},
    {"organ": "styrelse", "datum": "2026-05-20", "tid": "09.00–12.00", "plats": "Kansliet"},
    {"organ": "styrelse", "datum": "2026-09-10", "slag": "Extra möte"},
]
TIMES = {
    "ansokan_fore_beredning": 7,
    "beredning_fore_styrelse": 14,
    "kallelse_fore_mote": 7,
    "underlag_fore_mote": 7,
}


def forbund(**more: Any) -> Samverkan:
    """Give the förbund's file with meetings and lead times."""
    known = SAMVERKAN.model_dump(mode="json") | {"moten": MEETINGS, "ledtider": TIMES}
    return Samverkan.model_validate(known | more)


def in_phase(phase: str, **files: File) -> dict[str, File]:
    """Give the files of a case in a phase; a key `a__b` is the file `a/b.yaml`."""
    named = {f"{key.replace('__', '/')}.yaml": file for key, file in files.items()}
    return {"handelser/0001.yaml": event(1, phase)} | named


def portfolio(cases: Mapping[str, Mapping[str, File]]) -> Portfolio:
    """Gather cases by id; a header is added where none is given."""
    made = [
        case_of({"insats.yaml": header(id=case_id, namn=case_id[9:])} | dict(files), case_id)
        for case_id, files in cases.items()
    ]
    for case in made:
        assert [each.message for each in case.diagnostics] == []
    return Portfolio.build(made, built_in())
