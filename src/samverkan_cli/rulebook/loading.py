"""Reads the rule book from the package and from the förbund's own folders."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from samverkan_cli import resources
from samverkan_cli.diagnostics import Diagnostic, Fault, from_fault
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook.katalog import (
    Checklista,
    Kravrad,
    Kravsatser,
    Punkt,
    Regelrad,
    Regler,
    Roll,
    Roller,
)
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.shape import judge
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.files import read_bytes

M = TypeVar("M", bound=Modell)


@dataclass
class _Draft:
    """A rule book while its files are read; later files replace what has the same id."""

    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    version: str = "0"
    processes: dict[str, Process] = field(default_factory=dict)
    punkter: dict[str, Punkt] = field(default_factory=dict)
    roller: dict[str, Roll] = field(default_factory=dict)
    kravsatser: dict[str, dict[str, tuple[Kravrad, ...]]] = field(default_factory=dict)
    regelrader: dict[str, Regelrad] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    documents: dict[str, YamlDocument] = field(default_factory=dict)

    def read(self, path: Path, shown: str, model: type[M]) -> M | None:
        """Read one file; what is wrong with it becomes remarks."""
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
        self.documents[shown] = document
        found, remarks = judge(model, document, shown)
        self.diagnostics += remarks
        return found


def load(root: Path | None = None) -> Rulebook:
    """Read the built-in rule book, and the förbund's own on top when `root` is its repository."""
    draft = _Draft()
    _read_folder(draft, resources.data(), "inbyggd")
    if root is not None:
        _read_folder(draft, root, "")
    return Rulebook(
        version=draft.version,
        digest=f"sha256:{draft.digest.hexdigest()}",
        processes=draft.processes,
        punkter=draft.punkter,
        roller=draft.roller,
        kravsatser=draft.kravsatser,
        regelrader=tuple(draft.regelrader.values()),
        sources=draft.sources,
        diagnostics=tuple(draft.diagnostics),
        documents=draft.documents,
    )


def _read_folder(draft: _Draft, base: Path, label: str) -> None:
    for path in _yaml(base / "processer"):
        shown = _shown(base, path, label)
        if process := draft.read(path, shown, Process):
            draft.processes[process.process] = process
            draft.sources[process.process] = shown
    for path in _yaml(base / "kataloger" / "checklistor"):
        shown = _shown(base, path, label)
        if checklist := draft.read(path, shown, Checklista):
            draft.punkter |= {punkt.id: punkt for punkt in checklist.punkter}
            draft.sources |= {punkt.id: shown for punkt in checklist.punkter}
    _read_catalogues(draft, base / "kataloger", base, label)


def _read_catalogues(draft: _Draft, folder: Path, base: Path, label: str) -> None:
    if (path := folder / "roller.yaml").exists() and (
        roles := draft.read(path, _shown(base, path, label), Roller)
    ):
        draft.roller |= {role.id: role for role in roles.roller}
    if (path := folder / "dokument.yaml").exists() and (
        wanted := draft.read(path, _shown(base, path, label), Kravsatser)
    ):
        for typ, sets in wanted.kravsatser.items():
            own = {name: tuple(rows) for name, rows in sets.items()}
            draft.kravsatser[typ] = draft.kravsatser.get(typ, {}) | own
    if (path := folder / "regler.yaml").exists() and (
        rules := draft.read(path, _shown(base, path, label), Regler)
    ):
        draft.version = rules.version
        draft.regelrader |= {row.id: row for row in rules.regler}
        draft.sources |= {row.id: _shown(base, path, label) for row in rules.regler}


def _yaml(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.glob("*.yaml"))


def _shown(base: Path, path: Path, label: str) -> str:
    relative = path.relative_to(base).as_posix()
    return f"{label}/{relative}" if label else relative
