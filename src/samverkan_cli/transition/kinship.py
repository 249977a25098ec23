"""What a new case takes with it from another: one it continues, shares, or comes out of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from samverkan_cli import skeleton
from samverkan_cli.case import Case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.process import Process
from samverkan_cli.texts import visible
from samverkan_cli.transition.templates import schema_path

Tie = Literal["foregaende", "delad_med", "ur"]

_FOLLOWS = ("inriktning", "parter", "insatsagare", "kommuner", "uppdrag", "avgransning", "spar")
"""Keys of the header that follow with a continuation, when nothing else is given."""


@dataclass(frozen=True)
class Kin:
    """The case that a new one is tied to, and for an inventory the area that it takes up."""

    tie: Tie
    case: Case
    omrade: str | None = None
    area: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def find(cls, tie: Tie, case: Case, omrade: str | None) -> "Kin":
        """Tie to a case that can be read; an area must stand in its inventory."""
        if case.insats is None:
            raise RefusedError(
                f"{case.folder}/insats.yaml går inte att läsa.",
                f"Se vad som är fel: samverkan check {case.id}",
            )
        return cls(tie, case, omrade, _area(case, omrade) if tie == "ur" else {})

    def header(self, inriktning: str | None) -> dict[str, Any]:
        """Give what the new header says because of the tie."""
        source = self.case.plain["insats"]
        kept = {key: source[key] for key in _FOLLOWS if source.get(key)}
        if self.tie == "ur":
            origin = {"insats": self.case.id} | ({"omrade": self.omrade} if self.omrade else {})
            return {"parter": source.get("parter"), "ursprung": origin}
        if self.tie == "foregaende":
            return kept | {"typ": "forlangning", "foregaende": self.case.id}
        if inriktning is None or inriktning == source.get("inriktning"):
            raise SamverkanError(
                f"{self.case.id} har inriktningen {source.get('inriktning') or 'okänd'}, "
                "och den andra halvan har den andra.",
                "Lägg till --inriktning individ eller --inriktning struktur.",
            )
        return kept | {"delad_med": self.case.id}

    def documents(self, process: Process, folder: str) -> dict[str, bytes]:
        """Copy the documents that the process lets follow, as drafts of the new case."""
        files: dict[str, bytes] = {}
        for row in process.kopieras if self.tie != "ur" else ():
            typ, record = DOKUMENT[row.handling], self.case.record(row.handling)
            if record is not None and record.model is not None:
                known = {key: value for key, value in record.data.items() if key not in row.utan}
                files[f"{folder}/{typ.path()}"] = skeleton.write(
                    typ, known, frozenset(), schema_path(typ)
                )
        return files

    @property
    def borrowed(self) -> dict[str, Any]:
        """Give the area as data that fills read by `probleminventering.omraden.*`."""
        return {"probleminventering": {"omraden": {"*": self.area}}} if self.area else {}


def _area(case: Case, omrade: str | None) -> Mapping[str, Any]:
    record = case.record("probleminventering")
    if record is None or record.model is None:
        raise RefusedError(
            f"{case.id} har ingen probleminventering som går att läsa.",
            "Ange en inventering: --ur INSATS:OMRÅDE",
        )
    rows = {str(row.get("id")): row for row in record.data.get("omraden") or []}
    if omrade is None:
        return {}
    if omrade not in rows:
        known = ", ".join(rows) or "inga"
        says = f"Inventeringen {case.id} har inget område ”{visible(omrade)}”."
        raise SamverkanError(says, f"Områden: {known}.")
    return dict(rows[omrade])
