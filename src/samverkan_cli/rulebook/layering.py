"""Puts processes and the changes to them together: each change makes a version of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Fault, Place, Route, Severity
from samverkan_cli.rulebook import overlay
from samverkan_cli.rulebook.nodes import Node, origins, plain, rooted
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Origins
from samverkan_cli.shape import judge
from samverkan_cli.yamldoc.document import YamlDocument

Key = tuple[str, int]


@dataclass(frozen=True)
class Change:
    """A file with `utokar`, of sound shape."""

    file: str
    document: YamlDocument

    @property
    def data(self) -> dict[str, Any]:
        """What the file says."""
        return self.document.data

    @property
    def base(self) -> Key:
        """The process and the version that it changes."""
        return self.data["utokar"], self.data["fran_version"]

    @property
    def key(self) -> Key:
        """The process and the version that it makes."""
        return self.data.get("process") or self.data["utokar"], self.data["version"]

    def fault(self, rule: str, says: str, hint: str, *route: str | int) -> Diagnostic:
        """Say what is wrong at a place in the file."""
        place = self.document.locate(route)
        severity = Severity.ERROR
        return Diagnostic(self.file, place.line, place.column, rule, severity, says, hint)


@dataclass
class Layers:
    """The processes by id and version, with the data each was read from, while files are read."""

    processes: dict[Key, Process] = field(default_factory=dict)
    sources: dict[Key, str] = field(default_factory=dict)
    documents: dict[str, YamlDocument] = field(default_factory=dict)
    origins: dict[Key, Origins] = field(default_factory=dict)
    faults: dict[tuple[str, int | None], list[Diagnostic]] = field(default_factory=dict)
    _made: dict[Key, Node] = field(default_factory=dict)

    def lay(self, changes: list[Change]) -> None:
        """Apply every change, a base before what is built on it, files in order of name."""
        waiting: dict[Key, list[Change]] = {}
        for each in changes:
            waiting.setdefault(each.key, []).append(each)
        while ready := [key for key in sorted(waiting) if self._is_ready(waiting, key)]:
            for key in ready:
                self._group(key, waiting.pop(key))
        for key, group in waiting.items():
            self._note(key, [self._no_base(each) for each in group])

    def _is_ready(self, waiting: dict[Key, list[Change]], key: Key) -> bool:
        base = waiting[key][0].base
        return base in self.processes and (base not in waiting or base == key)

    def _no_base(self, change: Change) -> Diagnostic:
        name, version = change.base
        known = [f"{each} {number}" for each, number in sorted(self.processes)]
        says = f"Det finns ingen {name} av version {version} att utöka."
        return change.fault("BOK241", says, f"Det finns: {', '.join(known)}.", "utokar")

    def _note(self, key: tuple[str, int | None], faults: list[Diagnostic]) -> None:
        self.faults.setdefault(key, []).extend(faults)

    def _group(self, key: Key, group: list[Change]) -> None:
        """Make one version out of the files that together describe it."""
        if faults := list(self._at_odds(key, group)):
            self._note(key, faults)
            return
        base = self._node(group[0].base)
        for change in group:
            top = rooted(change.data, change.file)
            found = list(overlay.apply(base, top))
            self._note(key, [self._placed(node, fault) for node, fault in found])
            overlay.finish(base, *key, change.file)
        merged = _Merged(base, self.documents)
        process, remarks = judge(Process, merged, group[-1].file, merged.file_of)
        self._note(key, remarks)
        if process is not None:
            self.processes[key], self._made[key] = process, base
            self.sources[key], self.origins[key] = group[-1].file, merged.origins

    def _at_odds(self, key: Key, group: list[Change]) -> Iterator[Diagnostic]:
        name, version = key
        for change in group:
            if change.base != group[0].base:
                says = f"{group[0].file} utgår från en annan version, men gör samma version."
                yield change.fault("BOK243", says, "Låt dem utgå från samma.", "fran_version")
            if change.base[0] == name and version <= change.base[1]:
                says = f"version {version} är inte högre än den som utökas, {change.base[1]}."
                yield change.fault("BOK243", says, "Höj version, gärna från 101.", "version")
            elif key in self.processes:
                says = f"Version {version} av {name} finns redan i {self.sources[key]}."
                yield change.fault("BOK243", says, "Välj en annan, gärna från 101.", "version")

    def _placed(self, node: Node, fault: Fault) -> Diagnostic:
        place = self.documents[node.file].locate(node.route)
        error = Severity.ERROR
        words = fault.message, fault.hint
        return Diagnostic(node.file, place.line, place.column, fault.rule, error, *words)

    def _node(self, key: Key) -> Node:
        """Give a fresh copy of what a process says, with places."""
        made = self._made.get(key)
        if made is not None:
            return _copied(made)
        file = self.sources[key]
        return rooted(self.documents[file].data, file)


def _copied(node: Node) -> Node:
    inside: Any = node.value
    if isinstance(inside, dict):
        inside = {key: _copied(each) for key, each in inside.items()}
    elif isinstance(inside, list):
        inside = [_copied(each) for each in inside]
    return Node(inside, node.file, node.route)


class _Merged(YamlDocument):
    """A process put together from several files, as a document whose places are theirs."""

    __slots__ = ("documents", "origins")

    def __init__(self, node: Node, documents: dict[str, YamlDocument]) -> None:
        super().__init__("", plain(node))
        self.origins = dict(origins(node))
        self.documents = documents

    def _nearest(self, route: Route) -> tuple[str, Route]:
        ends = range(len(route), -1, -1)
        return next(self.origins[route[:end]] for end in ends if route[:end] in self.origins)

    def file_of(self, route: Route) -> str:
        """Give the file in which a route stands."""
        return self._nearest(route)[0]

    def locate(self, route: Route) -> Place:
        """Find the place of a route in its own file."""
        file, inside = self._nearest(route)
        return self.documents[file].locate(inside)
