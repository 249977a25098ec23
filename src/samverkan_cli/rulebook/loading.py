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
    Fyllning,
    Fyllningsrad,
    Katalog,
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
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
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
    kataloger: dict[str, Katalog] = field(default_factory=dict)
    fyllning: list[Fyllningsrad] = field(default_factory=list)
    tvarsnitt: dict[str, Tvarsnitt] = field(default_factory=dict)
    checklistor: dict[str, tuple[str, ...]] = field(default_factory=dict)
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
        kataloger=draft.kataloger,
        fyllning=tuple(draft.fyllning),
        tvarsnitt=draft.tvarsnitt,
        checklistor=draft.checklistor,
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
    for path in _yaml(base / "processer" / "tvarsnitt"):
        shown = _shown(base, path, label)
        if cut := draft.read(path, shown, Tvarsnitt):
            draft.tvarsnitt[cut.tvarsnitt] = cut
            draft.sources[cut.tvarsnitt] = shown
    for path in _yaml(base / "kataloger" / "checklistor"):
        shown = _shown(base, path, label)
        if checklist := draft.read(path, shown, Checklista):
            ids = [punkt.id for punkt in checklist.punkter]
            before = draft.checklistor.get(checklist.checklista, ())
            draft.checklistor[checklist.checklista] = tuple(dict.fromkeys([*before, *ids]))
            draft.punkter |= {punkt.id: punkt for punkt in checklist.punkter}
            draft.sources |= {punkt.id: shown for punkt in checklist.punkter}
    _read_catalogues(draft, base / "kataloger", base, label)


def _read_catalogues(draft: _Draft, folder: Path, base: Path, label: str) -> None:
    """Read the catalogues: one file of a kind, or a folder of files that together are one."""
    for name, read in _READERS.items():
        for path in _one_or_many(folder, name):
            read(draft, path, _shown(base, path, label))


def _read_roles(draft: _Draft, path: Path, shown: str) -> None:
    if roles := draft.read(path, shown, Roller):
        draft.roller |= {role.id: role for role in roles.roller}


def _read_requirements(draft: _Draft, path: Path, shown: str) -> None:
    wanted = draft.read(path, shown, Kravsatser)
    for typ, sets in wanted.kravsatser.items() if wanted else ():
        own = {name: tuple(rows) for name, rows in sets.items()}
        draft.kravsatser[typ] = draft.kravsatser.get(typ, {}) | own


def _read_rules(draft: _Draft, path: Path, shown: str) -> None:
    if rules := draft.read(path, shown, Regler):
        draft.version = rules.version or draft.version
        draft.regelrader |= {row.id: row for row in rules.regler}
        draft.sources |= {row.id: shown for row in rules.regler}


def _read_fills(draft: _Draft, path: Path, shown: str) -> None:
    if fills := draft.read(path, shown, Fyllning):
        draft.fyllning = [*fills.fyllning, *draft.fyllning]  # the förbund's own come first


def _read_words(draft: _Draft, path: Path, shown: str) -> None:
    if words := draft.read(path, shown, Katalog):
        draft.kataloger[words.katalog] = _extended(draft.kataloger.get(words.katalog), words)
        draft.sources[words.katalog] = shown


_READERS = {
    "roller": _read_roles,
    "dokument": _read_requirements,
    "regler": _read_rules,
    "fyllning": _read_fills,
    "listor": _read_words,
}
"""What lies in kataloger/, by the name of the file or folder, and who reads it."""


def _extended(before: Katalog | None, own: Katalog) -> Katalog:
    """Let a förbund's own catalogue add words to the built-in one, or replace some of them."""
    if before is None:
        return own
    rows = {row.id: row for row in before.rader} | {row.id: row for row in own.rader}
    return own.model_copy(update={"rader": list(rows.values())})


def _one_or_many(folder: Path, name: str) -> Iterator[Path]:
    if (path := folder / f"{name}.yaml").exists():
        yield path
    yield from _yaml(folder / name)


def _yaml(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.glob("*.yaml"))


def _shown(base: Path, path: Path, label: str) -> str:
    relative = path.relative_to(base).as_posix()
    return f"{label}/{relative}" if label else relative
