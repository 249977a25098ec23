"""The case repository on disk: finds the root, lists the cases, reads their files once."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.case import UTSKRIFTER, Case
from samverkan_cli.diagnostics import Diagnostic, Fault, Place, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import is_noise
from samverkan_cli.models.dokument import REGELBESLUT, SAMVERKAN
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record, read_record
from samverkan_cli.texts import visible
from samverkan_cli.unread import Later, Raw
from samverkan_cli.watched import note
from samverkan_cli.yamldoc.files import read_bytes

ROOT_FILE = "samverkan.yaml"
CASES = "insatser"
OWN = ("processer", "kataloger", "templates")
"""The folders of the förbund's own rule book."""

FOLDERS = (CASES, *OWN)
"""Folders that are read, each where it stands."""

MAX_FILES = 2000
"""Files in one case folder; more than this is no case that people wrote."""

_CASE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")


@dataclass(frozen=True)
class Repository:
    """A folder with `samverkan.yaml` and `insatser/`. Reading never writes."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> "Repository":
        """Search upwards for `samverkan.yaml`, as git does for its folder."""
        if not start.is_dir():
            raise SamverkanError(
                f"Mappen {visible(str(start))} finns inte.", "Rätta sökvägen efter -C."
            )
        origin = start.resolve()
        for folder in (origin, *origin.parents):
            if os.path.lexists(folder / ROOT_FILE):
                _refuse_links(folder)
                return cls(folder)
        raise SamverkanError(
            f"Här finns inget ärendeförråd: ingen {ROOT_FILE} i {visible(str(start))} "
            "eller ovanför.",
            "Gå till förrådet, ange det med -C MAPP, eller skapa ett: samverkan init --namn NAMN",
        )

    @cached_property
    def samverkan_record(self) -> Record:
        """The förbund's own file with its remarks."""
        raw = read_bytes(self.root / ROOT_FILE)
        return read_record("samverkan", ROOT_FILE, SAMVERKAN, raw)

    @property
    def samverkan(self) -> Samverkan | None:
        """The förbund's own file, or None when it is broken."""
        model = self.samverkan_record.model
        return model if isinstance(model, Samverkan) else None

    def require_samverkan(self) -> Samverkan:
        """The förbund's own file, or a refusal that says where it is broken."""
        if self.samverkan is None:
            raise SamverkanError(
                f"{ROOT_FILE} går inte att läsa.", "Se vad som är fel: samverkan check"
            )
        return self.samverkan

    def case_ids(self) -> list[str]:
        """List the case folders by name."""
        folder = self.root / CASES
        note(str(folder))
        if not folder.is_dir():
            return []
        with os.scandir(folder) as entries:
            return sorted(
                entry.name
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
            )

    def strays(self) -> list[Diagnostic]:
        """Remark on what lies among the cases and is none."""
        folder = self.root / CASES
        note(str(folder))
        if not folder.is_dir():
            return []
        found = (
            stray(path.name, is_folder=path.is_dir() and not path.is_symlink())
            for path in sorted(folder.iterdir())
        )
        return [each for each in found if each is not None]

    def beside(self) -> Iterator[tuple[str, bytes]]:
        """Give the files that no case has: in the root, of the rule book, among the cases.

        What cannot be read as a small file (a picture, a link) is given with nothing in it.
        """
        found = [path for path in _scanned(self.root) if path.name != ROOT_FILE]
        for folder in (*OWN, REGELBESLUT.folder):
            note(str(self.root / folder))
            if (self.root / folder).is_dir():
                walked = _walk(str(self.root / folder))
                found += [Path(each.path) for each in walked if each.fault is None]
        found += _scanned(self.root / CASES)
        for path in found:
            raw = read_bytes(path)
            yield path.relative_to(self.root).as_posix(), b"" if isinstance(raw, Fault) else raw

    def bytes_of(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Give those of some files that are there; what is no small file has nothing in it."""
        here = (path for path in paths if self._has(path))
        found = ((path, read_bytes(self.root / path)) for path in here)
        return {path: b"" if isinstance(raw, Fault) else raw for path, raw in found}

    def _has(self, path: str) -> bool:
        """Tell whether a file is there, by a way that no link leads out of."""
        note(str(self.root / path))
        parts = path.split("/")
        way = (self.root.joinpath(*parts[:end]) for end in range(1, len(parts)))
        inside = ".." not in parts and not any(folder.is_symlink() for folder in way)
        return inside and os.path.lexists(self.root / path)

    def on_disk(self) -> AbstractContextManager[Path]:
        """Give the folder that has the förbund's own files."""
        return nullcontext(self.root)

    def folder(self, case_id: str) -> str:
        """Give the case's folder from the root, with forward slashes."""
        return f"{CASES}/{case_id}"

    def open(self, case_id: str, *, slim: bool = False) -> Case:
        """Read a case from the working tree; a slim one when many are kept at once."""
        folder = str(self.root / CASES / case_id)
        if Path(folder).is_symlink():  # swapped since it was listed: it could lead anywhere
            return Case.build(case_id, self.folder(case_id), {})
        return Case.build(case_id, self.folder(case_id), dict(_files(folder)), slim=slim)

    def resolve(self, wanted: str) -> str:
        """Turn a full id, a unique prefix or a path into a case id."""
        known = self.case_ids()
        name = self._name(wanted)
        if name in known:
            return name
        matches = [case_id for case_id in known if case_id.startswith(name)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise SamverkanError(
                f"”{name}” passar på flera insatser: {', '.join(matches)}.",
                "Skriv mer av insatsens id.",
            )
        hint = "Se vilka som finns: samverkan list"
        raise SamverkanError(f"Det finns ingen insats ”{name}”.", hint)

    def _name(self, wanted: str) -> str:
        """Accept an id or a path into the case; refuse everything that could lead elsewhere."""
        text = wanted
        if "/" in text:
            path = Path(os.path.normpath(Path.cwd() / text))
            inside = self.root / CASES
            if path.is_relative_to(inside) and path != inside:
                text = path.relative_to(inside).parts[0]
        check_case_id(text)
        return text


def _refuse_links(root: Path) -> None:
    """Refuse a folder of documents, of rules or of templates that could lie anywhere."""
    for name in FOLDERS:
        if (root / name).is_symlink():
            raise SamverkanError(
                f"Mappen {name} är en länk, och en länk kan leda ut ur förrådet.",
                f"Ta bort länken och lägg en vanlig mapp på samma plats: {name}/",
            )


def check_case_id(text: str) -> None:
    """Refuse an id that is not lower-case ASCII words with hyphens, or that no disk can hold."""
    if not _CASE_ID.fullmatch(text.removesuffix("-")) or _RESERVED.fullmatch(text):
        raise SamverkanError(
            f"”{visible(text)}” är inget insats-id.",
            "Ett id har små bokstäver a–z, siffror och bindestreck: 2026-014-unga-vuxna",
        )


def _files(top: str) -> Iterator[tuple[str, Raw | Later]]:
    """Name the files of a case; a regular one is read when somebody needs it."""
    cut = len(top) + 1
    for count, each in enumerate(_walk(top), start=1):
        relative = each.path[cut:].replace(os.sep, "/")
        if count > MAX_FILES:
            yield relative, _too_many(relative)
            return
        if each.fault is not None:
            yield relative, each.fault
        elif each.is_link or not relative.startswith(f"{UTSKRIFTER}/"):
            later = partial(_read, each.path)
            yield relative, later if each.is_file else later()
        else:
            yield relative, b""


def _scanned(folder: Path) -> list[Path]:
    """List the plain files of a folder itself; what begins with a point is the program's own."""
    note(str(folder))
    if not folder.is_dir():
        return []
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    files = (each for each in entries if each.is_file(follow_symlinks=False))
    return [Path(each.path) for each in files if not each.name.startswith(".")]


def _read(path: str) -> Raw:
    """Read a file by its name: paths of their own for many thousand files take room."""
    return read_bytes(Path(path))


class _Entry(NamedTuple):
    """Something below a folder that is no folder, or that nobody enters."""

    path: str
    is_file: bool = False
    is_link: bool = False
    fault: Fault | None = None


def _walk(folder: str) -> Iterator[_Entry]:
    """Give every file below a folder; a git repository inside it is told and not entered."""
    note(folder)
    with os.scandir(folder) as scan:
        entries: Sequence[os.DirEntry[str]] = sorted(scan, key=lambda entry: entry.name)
    if {"HEAD", "objects", "refs"} <= {entry.name for entry in entries}:
        yield _Entry(folder, fault=_repository())
        return
    for entry in entries:
        looks_like_file = entry.name.endswith((".yaml", ".yml"))
        if entry.name == ".git":
            yield _Entry(entry.path, fault=_repository())
        elif entry.is_dir(follow_symlinks=False) and not looks_like_file:
            yield from _walk(entry.path)
        else:
            yield _Entry(entry.path, entry.is_file(follow_symlinks=False), entry.is_symlink())


def _repository() -> Fault:
    return Fault(
        "DOK122",
        Place(),
        "Här ligger ett annat git-förråd, med egna inställningar som git skulle lyda.",
        "Flytta det ut ur insatsens mapp. Handlingar sparas i ärendeförrådets eget git.",
    )


def _too_many(relative: str) -> Fault:
    return Fault(
        "DOK107",
        Place(),
        f"Mappen har fler än {MAX_FILES} filer; {visible(relative)} och resten läses inte.",
        "Flytta det som inte är handlingar ut ur insatsens mapp.",
    )


def stray(name: str, *, is_folder: bool) -> Diagnostic | None:
    """Remark on something among the cases that is no folder of one."""
    if is_noise(name) or (is_folder and _CASE_ID.fullmatch(name)):
        return None
    message = "Detta är ingen insatsmapp, så ingen läser den."
    hint = "En insatsmapp heter som 2026-014-unga-vuxna och är ingen länk. Flytta eller byt namn."
    where = f"{CASES}/{visible(name)}"
    return Diagnostic(where, 1, 1, "DOK110", Severity.ERROR, message, hint)
