"""The case repository as a commit has it, and what is read of it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from samverkan_cli.attributes import ATTRIBUTES
from samverkan_cli.case import UTSKRIFTER, Case
from samverkan_cli.diagnostics import Diagnostic, Fault
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.models.dokument import SAMVERKAN
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import CASES, OWN, ROOT_FILE, stray
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.yamldoc.files import irregular, too_large
from samverkan_cli.yamldoc.limits import MAX_BYTES

_FILE = "100"
_LAID_OUT = (*OWN, ROOT_FILE, ATTRIBUTES, ".gitmodules")
_BESIDE = (*OWN, "regelbeslut")


@dataclass(frozen=True)
class Stored:
    """The case repository as a commit has it; contents are read when they are asked for."""

    worktree: Worktree
    rows: Mapping[str, tuple[str, str]]

    @classmethod
    def at(cls, worktree: Worktree, commit: str | None) -> "Stored":
        """Look at a commit; None is the time before the first."""
        return cls(worktree, worktree.tree_of(commit, ""))

    @cached_property
    def samverkan_record(self) -> Record:
        """The förbund's own file with its remarks."""
        return forbund_record(self._read([ROOT_FILE]).get(ROOT_FILE, b""))

    @property
    def samverkan(self) -> Samverkan | None:
        """The förbund's own file, or None when it is broken."""
        model = self.samverkan_record.model
        return model if isinstance(model, Samverkan) else None

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rule book as it was, the förbund's own first."""
        return rulebook_of(self.bytes_of(self._below(OWN)))

    def case_ids(self) -> list[str]:
        """List the case folders by name."""
        return sorted(each for each in self._folders if not each.startswith("."))

    def open(self, case_id: str) -> Case:
        """Read a case."""
        folder = f"{CASES}/{case_id}"
        inside = self._below([folder])
        printed = {path: b"" for path in inside if self._is_printed(folder, path)}
        found = self._read(path for path in inside if path not in printed) | printed
        cut = len(folder) + 1
        return Case.build(case_id, folder, {path[cut:]: raw for path, raw in found.items()})

    def strays(self) -> list[Diagnostic]:
        """Remark on what lies among the cases and is none."""
        loose = [path.split("/")[1] for path in self.rows if path.startswith(f"{CASES}/")]
        found = (stray(name, is_folder=name in self._folders) for name in sorted({*loose}))
        return [each for each in found if each is not None]

    def beside(self) -> Iterator[tuple[str, bytes]]:
        """Give the files that no case has: in the root, of the rule book, among the cases."""
        loose = [path for path in self.rows if path != ROOT_FILE and _is_loose(path)]
        yield from sorted(self.bytes_of([*loose, *self._below(_BESIDE)]).items())

    def bytes_of(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Give those of some files that are there; what is no small file has nothing in it."""
        found = self._read(paths)
        return {path: b"" if isinstance(raw, Fault) else raw for path, raw in found.items()}

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Put the files that decide how others are read or shown in a folder of their own."""
        named = [path for path in self.rows if path.endswith(f"/{ATTRIBUTES}")]
        with laid_out(self.bytes_of({*named, *self._below(_LAID_OUT)})) as folder:
            yield folder

    def _is_printed(self, folder: str, path: str) -> bool:
        """Tell whether a file is a rendering, which a case is not read from."""
        return path.startswith(f"{folder}/{UTSKRIFTER}/") and self.rows[path][0].startswith(_FILE)

    @cached_property
    def _folders(self) -> set[str]:
        """Name the folders among the cases."""
        parts = (path.split("/", 2) for path in self.rows)
        return {each[1] for each in parts if each[0] == CASES and len(each) > 2}  # noqa: PLR2004

    def _below(self, starts: Iterable[str]) -> list[str]:
        named = set(starts)
        folders = tuple(f"{each}/" for each in named)
        return [path for path in self.rows if path in named or path.startswith(folders)]

    def _read(self, paths: Iterable[str]) -> dict[str, bytes | Fault]:
        held = {path: self.rows[path] for path in paths if path in self.rows}
        plain = {blob for mode, blob in held.values() if mode.startswith(_FILE)}
        blobs = self.worktree.read_blobs(sorted(plain))
        return {path: self._one(path, *row, blobs) for path, row in held.items()}

    def _one(self, path: str, mode: str, blob: str, blobs: Mapping[str, bytes]) -> bytes | Fault:
        if not mode.startswith(_FILE):
            return irregular(path.rpartition("/")[2], "en länk eller ett annat förråd")
        return small(blobs[blob])


def _is_loose(path: str) -> bool:
    """Tell whether a file lies in the root or among the cases, and is not the program's own."""
    folder, _, name = path.rpartition("/")
    return folder in {"", CASES} and not name.startswith(".")


def small(raw: bytes) -> bytes | Fault:
    """Give what is small enough to be a document."""
    return too_large(len(raw)) if len(raw) > MAX_BYTES else raw


def forbund_record(raw: bytes | Fault) -> Record:
    """Read the förbund's own file."""
    return read_record("samverkan", ROOT_FILE, SAMVERKAN, raw)


def rulebook_of(files: Mapping[str, bytes]) -> Rulebook:
    """Read the förbund's own rule book; it is read from files, so it gets some."""
    own = {path: raw for path, raw in files.items() if path.split("/")[0] in OWN}
    if not own:
        return load()
    with laid_out(own) as folder:
        return load(folder)


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Write files in a folder that is soon gone; a path that leads out of it is left out."""
    with TemporaryDirectory(prefix="samverkan-") as folder:
        for path, raw in files.items():
            if ".." not in path.split("/"):
                target = Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(raw)
        yield Path(folder)
