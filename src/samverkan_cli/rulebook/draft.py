"""A rule book while its files are read: texts, rows with their places, and what is wrong."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from samverkan_cli.diagnostics import Diagnostic, Fault, from_fault
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook.deltagare import Deltagaruppgifter
from samverkan_cli.rulebook.katalog import (
    Avvikelse,
    Fyllningsrad,
    Katalog,
    Kravrad,
    Punkt,
    Regelrad,
    Roll,
)
from samverkan_cli.rulebook.lag import Lagrad
from samverkan_cli.rulebook.layering import Change, Layers
from samverkan_cli.rulebook.leverans import Leveransrad
from samverkan_cli.rulebook.rubriker import Headings
from samverkan_cli.rulebook.rulebook import Placed
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
from samverkan_cli.shape import judge
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.files import read_bytes

M = TypeVar("M", bound=Modell)
R = TypeVar("R", Punkt, Regelrad, Roll, Avvikelse)


@dataclass
class Draft:
    """A rule book while its files are read; later files replace what has the same id."""

    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    version: str = "0"
    layers: Layers = field(default_factory=Layers)
    changes: list[Change] = field(default_factory=list)
    kravsatser: dict[str, dict[str, tuple[Kravrad, ...]]] = field(default_factory=dict)
    kataloger: dict[str, Katalog] = field(default_factory=dict)
    fyllning: list[Fyllningsrad] = field(default_factory=list)
    tvarsnitt: dict[str, Tvarsnitt] = field(default_factory=dict)
    checklistor: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lag: dict[str, Lagrad] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    rubriker: dict[str, Headings] = field(default_factory=dict)
    deltagare: Deltagaruppgifter = field(default_factory=Deltagaruppgifter)
    leverans: dict[str, Leveransrad] = field(default_factory=dict)
    rows: list[Placed] = field(default_factory=list)

    def parse(self, path: Path, shown: str) -> YamlDocument | None:
        """Read the text of one file; what is wrong with it becomes remarks."""
        raw = read_bytes(path)
        if isinstance(raw, Fault):
            self.diagnostics.append(from_fault(raw, shown))
            return None
        self.digest.update(f"{shown}\0{len(raw)}\0".encode() + raw)
        try:
            document = YamlDocument.parse(raw)
        except YamlFaults as faults:
            self.diagnostics += [from_fault(each, shown) for each in faults.faults]
            return None
        self.layers.documents[shown] = document
        return document

    def read(self, path: Path, shown: str, model: type[M]) -> M | None:
        """Read one file into its model; what is wrong with it becomes remarks."""
        document = self.parse(path, shown)
        if document is None:
            return None
        found, remarks = judge(model, document, shown)
        self.diagnostics += remarks
        return found

    def place(self, rows: list[R], shown: str, key: str) -> None:
        """Keep the rows of a list with their places."""
        self.rows += [Placed(row, shown, (key, index)) for index, row in enumerate(rows)]

    def last(self, kind: type[R]) -> dict[str, R]:
        """Give the rows of a kind by id; the last read is the one that counts."""
        rows = (each.row for each in self.rows)
        return {_id(row): row for row in rows if isinstance(row, kind)}


def _id(row: Punkt | Regelrad | Roll | Avvikelse) -> str:
    return row.regel if isinstance(row, Avvikelse) else row.id
