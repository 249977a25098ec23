"""Reads what a completion needs of a repository: names of folders, and a few small files.

Nothing here judges: what cannot be read is left out, and `check` says why.
"""

import os

from samverkan_cli import resources
from samverkan_cli.completing.rows import named, rows
from samverkan_cli.yamldoc.glance import glance, plain_line

TYPE_CHECKING = False  # as typing's own, which costs more than the whole answer
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from samverkan_cli.completing.rows import Rows

_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_MORE = _SIGNS | set("_-")


def is_safe(name: str) -> bool:
    """Tell whether every shell takes a name as it stands: what else lies there is not offered."""
    parts = name.split("/")
    few = 2
    return len(parts) <= few and all(
        each[:1] in _SIGNS and _MORE.issuperset(each) for each in parts
    )


class Live:
    """A repository as completion sees it, or none."""

    def __init__(self, start: str) -> None:
        self.root = _root(start)

    @property
    def case_ids(self) -> list[str]:
        """List the cases by the names of their folders."""
        return [name for name in _names(f"{self.root}/insatser") if is_safe(name)]

    def case(self, wanted: str) -> "LiveCase | None":
        """Find a case by its id, the beginning of it, or its folder."""
        name = wanted.rstrip("/").rpartition("/")[2]
        ids = self.case_ids
        found = [each for each in ids if each == name] or [
            each for each in ids if name and each.startswith(name)
        ]
        return LiveCase(self, f"{self.root}/insatser/{found[0]}") if len(found) == 1 else None

    @property
    def forbund(self) -> "dict[str, Any]":
        """The förbund's own file."""
        return glance(f"{self.root}/samverkan.yaml")

    def parts(self) -> dict[str, str]:
        """Give the parts by id, with their names."""
        return named(rows(self.forbund, "parter"))

    def files(self, *below: str) -> "Iterator[dict[str, Any]]":
        """Read the files of a folder of the rule book, the built-in ones first."""
        yield from _read(resources.place(*below))
        yield from self.own(*below)

    def own(self, *below: str) -> "Iterator[dict[str, Any]]":
        """Read the files of a folder of the förbund's own rule book."""
        yield from _read("/".join((self.root, *below)))

    def ids(self, key: str, *below: str) -> dict[str, str]:
        """Give the ids of the files in a folder of the rule book, with their names."""
        found = ((each.get(key), each.get("namn")) for each in self.files(*below))
        return {str(each): str(name or "") for each, name in found if isinstance(each, str)}

    @property
    def processes(self) -> "dict[str, Rows]":
        """The phases of each process, with what the förbund has added and taken away."""
        made: dict[str, Rows] = {}
        changes = []
        for each in self.files("processer"):
            if isinstance(name := each.get("process"), str) and "utokar" not in each:
                made[name] = rows(each, "faser")
            elif isinstance(each.get("utokar"), str):
                changes.append(each)
        for each in changes:
            name = each.get("process")
            made[name if isinstance(name, str) else each["utokar"]] = _changed(
                made.get(each["utokar"], []), each
            )
        return made


class LiveCase:
    """One case folder as completion sees it."""

    def __init__(self, live: Live, folder: str) -> None:
        self.live = live
        self.id = folder.rpartition("/")[2]
        self.folder = folder
        self._header: dict[str, Any] | None = None

    @property
    def header(self) -> "dict[str, Any]":
        """The header of the case."""
        if self._header is None:
            self._header = glance(f"{self.folder}/insats.yaml")
        return self._header

    @property
    def name(self) -> str:
        """The name of the case; a plain one is seen without reading the whole header."""
        seen = plain_line(f"{self.folder}/insats.yaml", "namn")
        return seen or str(self.header.get("namn") or "")

    def documents(self) -> list[str]:
        """Name the documents as the commands take them."""
        alone = [name[:-5] for name in _names(self.folder, files=True) if name.endswith(".yaml")]
        inside = [
            f"{folder}/{name[:-5]}"
            for folder in _names(self.folder)
            if folder not in _TRAIL
            for name in _names(f"{self.folder}/{folder}", files=True)
            if name.endswith(".yaml")
        ]
        return [each for each in (*alone, *inside) if is_safe(each)]

    def visited(self) -> list[str]:
        """Name the phases in the order that the case came to them."""
        names = [each for each in _names(f"{self.folder}/handelser", files=True) if each[:1] != "."]
        found = (glance(f"{self.folder}/handelser/{each}").get("till") for each in names)
        return [str(each) for each in found if isinstance(each, str)]

    def phases(self) -> "Rows":
        """Give the phases of the process that the case follows."""
        return self.live.processes.get(str(self.header.get("process")), [])

    def phase(self) -> "dict[str, Any]":
        """Give the phase that the case stands in."""
        names = [each for each in _names(f"{self.folder}/handelser", files=True) if each[:1] != "."]
        last = glance(f"{self.folder}/handelser/{names[-1]}").get("till") if names else None
        return next((each for each in self.phases() if each.get("id") == last), {})

    def items(self) -> list[str]:
        """Name the items that are asked in the phase, and those asked in every one."""
        process = self.header.get("process")
        always = (
            each.get("genomgaende")
            for each in self.live.files("processer")
            if process in {each.get("process"), each.get("utokar")}
        )
        lists = (self.phase().get("checklista"), *always)
        return list(dict.fromkeys(str(item) for each in lists for item in _list(each)))


_TRAIL = frozenset({"handelser", "svar", "underskrifter", "utskrifter"})


def _changed(before: "Rows", change: "dict[str, Any]") -> "Rows":
    """Add the förbund's phases and take away those it goes without."""
    without = change.get("utan")
    gone = _list(without.get("faser")) if isinstance(without, dict) else []
    known = {each.get("id"): each for each in before}
    for each in rows(change, "faser"):
        old = known.get(each.get("id"), {})
        known[each.get("id")] = {**old, **each, "checklista": _more(old, each)} if old else each
    return [each for key, each in known.items() if key not in gone]


def _more(old: "dict[str, Any]", new: "dict[str, Any]") -> "list[Any]":
    return [item for each in (old, new) for item in _list(each.get("checklista"))]


def _list(value: object) -> "list[Any]":
    return value if isinstance(value, list) else []


def _root(start: str) -> str:
    origin = folder = os.path.abspath(start)  # noqa: PTH100 - a link is no matter here
    while not os.path.exists(f"{folder}/samverkan.yaml"):  # noqa: PTH110 - pathlib costs a start
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return origin
        folder = above
    return folder


def _read(folder: str) -> "Iterator[dict[str, Any]]":
    names = _names(folder, files=True)
    yield from (glance(f"{folder}/{name}") for name in names if name.endswith(".yaml"))


def _names(folder: str, *, files: bool = False) -> list[str]:
    """List a folder's own folders or files by name; nothing that is a link or cannot be read."""
    if os.path.islink(folder):  # noqa: PTH114 - pathlib costs a start
        return []
    try:
        with os.scandir(folder) as entries:
            return sorted(
                each.name
                for each in entries
                if (
                    each.is_file(follow_symlinks=False)
                    if files
                    else each.is_dir(follow_symlinks=False)
                )
            )
    except OSError:
        return []
