"""Rows of the wide rules: a good and a bad repository for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tests.support import FORBUND, File, header

Cases = Mapping[str, Mapping[str, File]]


@dataclass(frozen=True)
class WideRow:
    """Cases by id with their files, and the förbund's file as text; headers are added.

    `says` begins the list of `fil:rad:kolumn text` that the bad repository gives.
    """

    bad: Cases
    says: tuple[str, ...]
    good: Cases = field(default_factory=dict)
    good_forbund: str = FORBUND
    bad_forbund: str = FORBUND
    idag: date = date(2026, 3, 12)
    bad_idag: date | None = None


def tied(case_id: str = "2026-002-b", **more: object) -> dict[str, File]:
    """Give a case with a tie in its header."""
    return {"insats.yaml": header(id=case_id, namn=case_id, **more)}


AREAS: dict[str, File] = {"probleminventering.yaml": "omraden: [{id: O1}]\n"}
FROM_O1 = {"insats": "2026-001-a", "omrade": "O1"}

ROWS: dict[str, WideRow] = {
    "REL101": WideRow(
        good={"2026-001-a": {}, "2026-002-b": {}},
        bad={
            "2026-001-a": {"insats.yaml": header(id="2026-001-a", namn="Samma")},
            "2026-002-b": {"insats.yaml": header(id="2026-002-b", namn="Samma")},
        },
        says=(
            "insatser/2026-001-a/insats.yaml:3:1 Namnet Samma används av flera insatser.",
            "insatser/2026-002-b/insats.yaml:3:1 Namnet Samma används av flera insatser.",
        ),
    ),
    "REL102": WideRow(
        good={"2026-001-a": {}, "2026-002-b": tied(foregaende="2026-001-a")},
        bad={"2026-002-b": tied(foregaende="2026-001-a")},
        says=("insatser/2026-002-b/insats.yaml:12:1 Insatsen 2026-001-a finns inte i förrådet.",),
    ),
    "REL103": WideRow(
        good={"2026-001-a": AREAS, "2026-002-b": tied(ursprung=FROM_O1)},
        bad={
            "2026-001-a": AREAS,
            "2026-002-b": tied(ursprung={"insats": "2026-001-a", "omrade": "O9"}),
        },
        says=(
            "insatser/2026-002-b/insats.yaml:14:3 Inventeringen 2026-001-a har inget område O9.",
        ),
    ),
    "REL104": WideRow(
        good={
            "2026-001-a": tied("2026-001-a", delad_med="2026-002-b", inriktning="individ"),
            "2026-002-b": tied(delad_med="2026-001-a"),
        },
        bad={
            "2026-001-a": tied("2026-001-a", delad_med="2026-002-b"),
            "2026-002-b": tied(delad_med="2026-001-a"),
            "2026-003-c": tied("2026-003-c", delad_med="2026-001-a"),
        },
        says=(
            "insatser/2026-001-a/insats.yaml:6:1 Båda halvorna har inriktningen struktur.",
            "insatser/2026-002-b/insats.yaml:6:1 Båda halvorna har inriktningen struktur.",
            "insatser/2026-003-c/insats.yaml:12:1 2026-001-a pekar inte tillbaka på 2026-003-c.",
        ),
    ),
    "REL105": WideRow(
        good={"2026-002-b": tied(forbund=[{"namn": "A", "andel_procent": 60}])},
        bad={
            "2026-002-b": tied(
                forbund=[{"namn": "A", "andel_procent": 60}, {"namn": "B", "andel_procent": 50}]
            )
        },
        says=(
            "insatser/2026-002-b/insats.yaml:12:1 De andra förbundens andelar blir 110 procent.",
        ),
    ),
}
