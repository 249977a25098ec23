"""The rule book: every process, item, role and rule row, the förbund's own before the built-in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.rulebook.katalog import Fyllningsrad, Katalog, Kravrad, Punkt, Regelrad, Roll
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
from samverkan_cli.texts import visible
from samverkan_cli.yamldoc.document import YamlDocument

Words = Mapping[str, Mapping[str, str]]
"""The names of the words of every catalogue: catalogue, id, name."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """What the förbund has decided about how cases move.

    `digest` is the SHA-256 of every file read; `sources` tells where a process or catalogue
    was read, as a path to show, and `documents` holds the texts by that path, for places.
    """

    version: str
    digest: str
    processes: Mapping[str, Process]
    punkter: Mapping[str, Punkt]
    roller: Mapping[str, Roll]
    kravsatser: Mapping[str, Mapping[str, tuple[Kravrad, ...]]]
    regelrader: tuple[Regelrad, ...]
    kataloger: Mapping[str, Katalog] = field(default_factory=dict)
    fyllning: tuple[Fyllningsrad, ...] = ()
    tvarsnitt: Mapping[str, Tvarsnitt] = field(default_factory=dict)
    checklistor: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: Mapping[str, YamlDocument] = field(default_factory=dict)

    def process(self, process_id: str) -> Process:
        """Find a process, or say which ones there are."""
        found = self.processes.get(process_id)
        if found is None:
            raise SamverkanError(
                f"Processen {visible(process_id)} finns inte.", _known(process_id, self.processes)
            )
        return found

    def punkt(self, punkt_id: str) -> Punkt:
        """Find a checklist item, or say which one is close."""
        found = self.punkter.get(punkt_id)
        if found is None:
            raise SamverkanError(
                f"Punkten {visible(punkt_id)} finns inte.", _known(punkt_id, self.punkter)
            )
        return found

    def items_of(self, checklist: str) -> list[Punkt]:
        """Give the items of a checklist, in order; an unknown checklist has none."""
        return [self.punkter[each] for each in self.checklistor.get(checklist, ())]

    def role_name(self, role_id: str) -> str:
        """Give a role's name; an unknown role is its own name."""
        role = self.roller.get(role_id)
        return role.namn if role else role_id

    @property
    def words(self) -> dict[str, dict[str, str]]:
        """Give the names of the words of every catalogue: catalogue, id, name."""
        return names(self.kataloger)

    def requirements(self, typ: str, name: str | None) -> tuple[Kravrad, ...]:
        """Give the rows of a set of required fields; no name means no rows."""
        return self.kravsatser.get(typ, {}).get(name or "", ())


def names(kataloger: Mapping[str, Katalog]) -> dict[str, dict[str, str]]:
    """Give the names of words: catalogue, id, name."""
    return {key: {row.id: row.namn for row in each.rader} for key, each in kataloger.items()}


def _known(wanted: str, known: Mapping[str, object]) -> str:
    close = nearest(wanted, list(known))
    return f"Menade du {close}?" if close else f"Det finns: {', '.join(known)}."
