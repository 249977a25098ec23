"""Reads what jobs need out of git: documents, the förbund's file and its rule book, each once."""

import hashlib
from collections.abc import Iterable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from samverkan_cli.adopted import is_rule_book
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Files
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.objects import Read, reading
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.models.dokument import SAMVERKAN, of_path
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import ROOT_FILE
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook

KEPT = 200
"""Documents kept read from one window of jobs to the next: each window has cases of its own."""

RULES = 16
"""Rule books, and files of the förbund, kept read."""


class Reader:
    """Gives documents and rules as they were, reading each blob once."""

    def __init__(self, worktree: Worktree) -> None:
        self._worktree = worktree
        self._git: ExitStack | None = None
        self._ask: Read | None = None
        self._raw: dict[str, bytes] = {}
        self._records: dict[tuple[str, str], Record] = {}
        self._books: dict[tuple[tuple[str, str], ...], Rulebook] = {}
        self._forbund: dict[str, Samverkan | None] = {}
        self.damaged: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def prepare(self, jobs: Iterable[Job]) -> None:
        """Read at once what a window of jobs needs."""
        if len(self._records) > KEPT:
            self._records.clear()
        wanted: set[str] = set()
        for job in jobs:
            for files in (job.before, job.after):
                wanted |= {
                    blob for path, (_, blob) in files.items() if self._is_fresh(job, path, blob)
                }
            wanted |= {
                blob
                for path, (_, blob) in job.rest.items()
                if is_rule_book(path) or path == ROOT_FILE
            }
        self._raw = self._read(wanted)

    def _is_fresh(self, job: Job, path: str, blob: str) -> bool:
        return of_path(path) is not None and (job.path(path), blob) not in self._records

    def _read(self, blobs: set[str]) -> dict[str, bytes]:
        """Read blobs at once; when one is damaged, each by itself, to know which."""
        try:
            return self._asked(sorted(blobs))
        except SamverkanError:
            found: dict[str, bytes] = {}
            for blob in sorted(blobs):
                try:
                    found |= self._asked([blob])
                except SamverkanError:
                    self.damaged.add(blob)
            return found

    def _asked(self, blobs: list[str]) -> dict[str, bytes]:
        """Ask the one git process that reads for us; a new one when it has failed."""
        if not blobs:
            return {}
        if self._git is None or self._ask is None:
            self._git = ExitStack()
            self._ask = self._git.enter_context(reading(self._worktree.git))
        try:
            return dict(self._ask(blobs))
        except SamverkanError:
            self._hang_up()
            raise

    def _hang_up(self) -> None:
        if self._git is not None:
            self._git.close()
        self._git = self._ask = None

    def fetch(self, blobs: set[str]) -> None:
        """Read at once what will be asked for one by one."""
        if len(self._raw) > KEPT:
            self._raw.clear()
        self._raw |= self._read(blobs - self._raw.keys())

    def raw(self, blob: str) -> bytes:
        """Give the bytes of one blob; nothing for a damaged one."""
        if blob not in self._raw and blob not in self.damaged:
            self._raw |= self._read({blob})
        return self._raw.get(blob, b"")

    def case(self, job: Job, files: Files) -> Case:
        """Build a case as it was."""
        folder = f"insatser/{job.case_id}"
        found = {}
        for path in sorted(files):
            if (record := self._record(f"{folder}/{path}", path, files[path][1])) is not None:
                found[record.name] = record
        return Case(job.case_id, folder, found)

    def _record(self, file: str, path: str, blob: str) -> Record | None:
        typ = of_path(path)
        if typ is None:
            return None
        key = (file, blob)
        if key not in self._records:
            name = path.removesuffix(".yaml")
            self._records[key] = read_record(name, file, typ, self.raw(blob))
        return self._records[key]

    def forbund(self, rest: Files) -> Samverkan | None:
        """Give the förbund's own file as it was; None when it could not be read."""
        if ROOT_FILE not in rest:
            return None
        blob = rest[ROOT_FILE][1]
        if blob not in self._forbund:
            _make_room(self._forbund)
            model = read_record("samverkan", ROOT_FILE, SAMVERKAN, self.raw(blob)).model
            self._forbund[blob] = model if isinstance(model, Samverkan) else None
        return self._forbund[blob]

    def rulebook(self, rest: Files) -> Rulebook:
        """Give the rule book as it was: the built-in one with the förbund's own files on top."""
        own = tuple(sorted((path, entry[1]) for path, entry in rest.items() if is_rule_book(path)))
        if not own:
            return self._built_in
        if own not in self._books:
            _make_room(self._books)
            with TemporaryDirectory(prefix="samverkan-") as top:
                for path, blob in own:
                    target = Path(top, path)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(self.raw(blob))
                self._books[own] = load(Path(top))
        return self._books[own]

    @cached_property
    def _built_in(self) -> Rulebook:
        return load()

    def digests(self, rest: Files) -> dict[str, str]:
        """Give the digest of each file of the rule book, by path from the root."""
        return {
            path: f"sha256:{hashlib.sha256(self.raw(entry[1])).hexdigest()}"
            for path, entry in rest.items()
            if is_rule_book(path)
        }


def _make_room(kept: dict[Any, Any]) -> None:
    """Let go of what was read longest ago."""
    while len(kept) >= RULES:
        del kept[next(iter(kept))]
