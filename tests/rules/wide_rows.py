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
}
