"""Reads the rule book from the package and from the förbund's own folders."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from samverkan_cli import resources
from samverkan_cli.diagnostics import Diagnostic, Severity, in_order
from samverkan_cli.folding import is_noise
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook.deltagare import Personuppgifter
from samverkan_cli.rulebook.draft import Draft
from samverkan_cli.rulebook.katalog import (
    Avvikelse,
    Checklista,
    Fyllning,
    Katalog,
    Kravsatser,
    Punkt,
    Regelrad,
    Regler,
    Roll,
    Roller,
)
from samverkan_cli.rulebook.lag import Lagar
from samverkan_cli.rulebook.layering import Change, Layers
from samverkan_cli.rulebook.leverans import Leverans
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rubriker import Rubriker, merged
from samverkan_cli.rulebook.rulebook import BUILT_IN, Rulebook
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
from samverkan_cli.rulebook.utokning import Utokning
from samverkan_cli.rulebook.versions import is_later
from samverkan_cli.shape import judge
from samverkan_cli.watched import note
from samverkan_cli.yamldoc.document import YamlDocument

M = TypeVar("M", bound=Modell)
R = TypeVar("R", Punkt, Regelrad, Roll, Avvikelse)


def read_built_in() -> Rulebook:
    """Read the built-in rule book from its files."""
    draft = Draft()
    _read_folder(draft, resources.data(), BUILT_IN.rstrip("/"))
    return _whole(draft)


def read_own(root: Path) -> Rulebook:
    """Read the förbund's own rule book on top of the built-in one."""
    draft = Draft()
    _read_folder(draft, resources.data(), BUILT_IN.rstrip("/"))
    _read_folder(draft, root, "")
    _note_unread(draft, root)
    return _whole(draft)


def _whole(draft: Draft) -> Rulebook:
    """Put a rule book together from what was read, at its current version."""
    layers = draft.layers
    layers.lay(draft.changes)
    broken = {key: tuple(in_order(faults)) for key, faults in layers.faults.items() if faults}
    of_one = [each for faults in broken.values() for each in faults]
    versions = dict(sorted(layers.processes.items()))
    sources = {f"{name}/{number}": file for (name, number), file in layers.sources.items()}
    punkter, rules = draft.last(Punkt), draft.last(Regelrad)
    whole = Rulebook(
        version=draft.version,
        digest=f"sha256:{draft.digest.hexdigest()}",
        processes=_highest(layers),
        punkter=punkter,
        roller=draft.last(Roll),
        kravsatser=draft.kravsatser,
        regelrader=tuple(rules.values()),
        kataloger=draft.kataloger,
        fyllning=tuple(draft.fyllning),
        tvarsnitt=draft.tvarsnitt,
        checklistor=draft.checklistor,
        lag=tuple(draft.lag.values()),
        sources=draft.sources | _of_highest(layers) | sources,
        diagnostics=tuple(dict.fromkeys([*draft.diagnostics, *of_one])),
        documents=layers.documents,
        versions=versions,
        avvikelser=draft.last(Avvikelse),
        broken=broken,
        origins=layers.origins,
        rows=tuple(draft.rows),
        rubriker=draft.rubriker,
        deltagare=draft.deltagare,
        leverans=draft.leverans,
    )
    return whole.at(None)


def _highest(layers: Layers) -> dict[str, Process]:
    """Give the highest version of each process, in the order that the processes were read."""
    names = dict.fromkeys(name for name, _ in layers.processes)
    top = {name: max(each for each in layers.processes if each[0] == name) for name in names}
    return {name: layers.processes[key] for name, key in top.items()}


def _of_highest(layers: Layers) -> dict[str, str]:
    found = _highest(layers)
    return {name: layers.sources[name, process.version] for name, process in found.items()}


def _read_folder(draft: Draft, base: Path, label: str) -> None:
    for path in _yaml(base / "processer"):
        _read_process(draft, path, _shown(base, path, label))
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
            draft.place(checklist.punkter, shown, "punkter")
            draft.sources |= {punkt.id: shown for punkt in checklist.punkter}
    _read_catalogues(draft, base / "kataloger", base, label)
    _read_headings(draft, base / "kataloger" / "rubriker", base, label)


def _read_process(draft: Draft, path: Path, shown: str) -> None:
    """Read a whole process or a change to one; a fault of shape concerns that process alone."""
    document = draft.parse(path, shown)
    if document is None:
        return
    data, layers = document.data, draft.layers
    if "utokar" in data:
        change, remarks = judge(Utokning, document, shown)
        if change is not None:
            draft.changes.append(Change(shown, document))
    else:
        process, remarks = judge(Process, document, shown)
        if process is not None:
            key = process.process, process.version
            remarks = list(_taken(layers, key, document, shown))
            layers.processes[key], layers.sources[key] = process, shown
    if remarks:
        name, number = data.get("process") or data.get("utokar"), data.get("version")
        if isinstance(name, str):
            about = name, number if type(number) is int else None
            layers.faults.setdefault(about, []).extend(remarks)
        draft.diagnostics += remarks


def _taken(
    layers: Layers, key: tuple[str, int], document: YamlDocument, shown: str
) -> Iterator[Diagnostic]:
    """Remark on two files of the förbund's own that both say what one version is."""
    other = layers.sources.get(key)
    if other and not other.startswith(BUILT_IN):
        place, error = document.locate(("version",)), Severity.ERROR
        says = f"Version {key[1]} av {key[0]} står också i {other}."
        hint = "Ge den ena en annan version."
        yield Diagnostic(shown, place.line, place.column, "BOK250", error, says, hint)


def _read_catalogues(draft: Draft, folder: Path, base: Path, label: str) -> None:
    """Read the catalogues: one file of a kind, or a folder of files that together are one."""
    for name, read in _READERS.items():
        for path in _one_or_many(folder, name):
            read(draft, path, _shown(base, path, label))


def _read_roles(draft: Draft, path: Path, shown: str) -> None:
    if roles := draft.read(path, shown, Roller):
        draft.place(roles.roller, shown, "roller")


def _read_requirements(draft: Draft, path: Path, shown: str) -> None:
    wanted = draft.read(path, shown, Kravsatser)
    for typ, sets in wanted.kravsatser.items() if wanted else ():
        own = {name: tuple(rows) for name, rows in sets.items()}
        draft.kravsatser[typ] = draft.kravsatser.get(typ, {}) | own


def _read_rules(draft: Draft, path: Path, shown: str) -> None:
    if rules := draft.read(path, shown, Regler):
        if rules.version and is_later(rules.version, draft.version):
            draft.version = rules.version
        draft.place(rules.regler, shown, "regler")
        draft.place(rules.avvikelser, shown, "avvikelser")
        draft.sources |= {row.id: shown for row in rules.regler}


def _read_fills(draft: Draft, path: Path, shown: str) -> None:
    if fills := draft.read(path, shown, Fyllning):
        draft.fyllning = [*fills.fyllning, *draft.fyllning]  # the förbund's own come first


def _read_words(draft: Draft, path: Path, shown: str) -> None:
    if words := draft.read(path, shown, Katalog):
        draft.kataloger[words.katalog] = _extended(draft.kataloger.get(words.katalog), words)
        draft.sources[words.katalog] = shown


def _read_law(draft: Draft, path: Path, shown: str) -> None:
    if law := draft.read(path, shown, Lagar):
        draft.lag |= {row.id: row for row in law.lag}
        draft.sources |= {row.id: shown for row in law.lag}


def _read_participants(draft: Draft, path: Path, shown: str) -> None:
    if more := draft.read(path, shown, Personuppgifter):
        draft.deltagare = draft.deltagare.with_own(more)


def _read_delivery(draft: Draft, path: Path, shown: str) -> None:
    if delivery := draft.read(path, shown, Leverans):
        draft.leverans |= {row.till: row for row in delivery.leverans}


_READERS = {
    "roller": _read_roles,
    "dokument": _read_requirements,
    "regler": _read_rules,
    "fyllning": _read_fills,
    "lag": _read_law,
    "listor": _read_words,
    "leverans": _read_delivery,
    "personuppgifter": _read_participants,
}
"""What lies in kataloger/, by the name of the file or folder, and who reads it."""


def _read_headings(draft: Draft, folder: Path, base: Path, label: str) -> None:
    for path in _yaml(folder):
        if headings := draft.read(path, _shown(base, path, label), Rubriker):
            for typ, rows in headings.rubriker.items():
                draft.rubriker[typ] = merged(draft.rubriker.get(typ, ()), rows)


def _extended(before: Katalog | None, own: Katalog) -> Katalog:
    """Let a förbund's own catalogue add words to the built-in one, or replace some of them."""
    if before is None:
        return own
    rows = {row.id: row for row in before.rader} | {row.id: row for row in own.rader}
    return own.model_copy(update={"rader": list(rows.values())})


def _note_unread(draft: Draft, root: Path) -> None:
    """Tell about files that look like a part of the rule book and that nobody reads."""
    known = {*draft.layers.documents, *(each.file for each in draft.diagnostics)}
    for folder in ("processer", "kataloger"):
        for path in sorted((root / folder).rglob("*")):
            note(str(path))
            shown = path.relative_to(root).as_posix()
            read = path.is_file() or path.is_symlink()
            if read and shown not in known and not is_noise(shown):
                says = "Filen läses inte: den heter inte så eller ligger inte där den ska."
                hint = "Se var regelbokens filer ligger och vad de heter i docs/process-format.md."
                remark = Diagnostic(shown, 1, 1, "BOK258", Severity.WARNING, says, hint)
                draft.diagnostics.append(remark)


def _one_or_many(folder: Path, name: str) -> Iterator[Path]:
    if (path := folder / f"{name}.yaml").exists():
        yield path
    yield from _yaml(folder / name)


def _yaml(folder: Path) -> Iterator[Path]:
    if folder.is_dir() and not folder.is_symlink():  # a link could lead out of the repository
        yield from sorted(folder.glob("*.yaml"))


def _shown(base: Path, path: Path, label: str) -> str:
    relative = path.relative_to(base).as_posix()
    return f"{label}/{relative}" if label else relative
