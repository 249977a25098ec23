"""A YAML document: what it says, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan_cli.yamldoc.faults import YamlFaults
from samverkan_cli.yamldoc.plain import read_plain
from samverkan_cli.yamldoc.screening import screen

if TYPE_CHECKING:
    from samverkan_cli.diagnostics import Fault, Place, Route
    from samverkan_cli.yamldoc.tree import MapNode

__all__ = ["YamlDocument", "YamlFaults"]


class YamlDocument:
    """The text of a document, its data, and notes on what `fmt` would mend."""

    __slots__ = ("_tree", "data", "notes", "text")

    def later(self, raw: bytes) -> YamlDocument:
        """Give the same document, to be read from its bytes again if anybody asks."""
        return _Later(raw)

    def __init__(
        self,
        text: str,
        data: dict[str, Any],
        notes: tuple[Fault, ...] = (),
        tree: MapNode | None = None,
    ) -> None:
        self.text = text
        self.data = data
        self.notes = notes
        self._tree = tree

    @classmethod
    def parse(cls, raw: bytes) -> YamlDocument:
        """Read a document, or raise YamlFaults with everything that is wrong in it."""
        text, notes, signs = screen(raw)
        data = read_plain(text, signs)
        if data is not None:
            return cls(text, data, notes)
        return cls.parse_exactly(text, notes)

    @classmethod
    def parse_exactly(cls, text: str, notes: tuple[Fault, ...] = ()) -> YamlDocument:
        """Read a screened text with the reader that knows places."""
        from samverkan_cli.yamldoc.exact import read_exact
        from samverkan_cli.yamldoc.tree import plain_data

        tree = read_exact(text)
        return cls(text, plain_data(tree), notes, tree)

    @property
    def tree(self) -> MapNode:
        """The nodes with their places, read when first asked for."""
        if self._tree is None:
            from samverkan_cli.yamldoc.exact import read_exact

            self._tree = read_exact(self.text)
        return self._tree

    def locate(self, route: Route) -> Place:
        """Find where a route stands: its key, its list item, or its nearest existing parent."""
        from samverkan_cli.yamldoc.tree import follow, place_of

        entry, node = follow(self.tree, route)[-1]
        return place_of((entry.key if entry else node).start)

    def locate_value(self, route: Route) -> Place:
        """Find where the value of a route begins."""
        from samverkan_cli.yamldoc.tree import follow, place_of

        return place_of(follow(self.tree, route)[-1][1].start)

    def span(self, route: Route) -> tuple[Place, Place]:
        """Find where the value of a route begins, and where it has ended."""
        from samverkan_cli.yamldoc.tree import follow, place_of

        node = follow(self.tree, route)[-1][1]
        return place_of(node.start), place_of(node.end)

    def locate_key(self, route: Route) -> Place:
        """Find the innermost key of a route: a list item stands under the key of its list."""
        from samverkan_cli.yamldoc.tree import follow, place_of

        steps = follow(self.tree, route)
        key = next((entry.key for entry, _ in reversed(steps) if entry), None)
        return place_of((key or self.tree).start)


class _Later(YamlDocument):
    """A document that has been read and let go: it takes no more room than its bytes."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def __getattr__(self, name: str) -> Any:
        """Read the document again when a part of it is missing here, and then keep it."""
        again = YamlDocument.parse(self._raw)
        for each in YamlDocument.__slots__:
            setattr(self, each, getattr(again, each))
        return getattr(self, name)
