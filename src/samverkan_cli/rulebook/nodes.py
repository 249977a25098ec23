"""Plain data that remembers where each part of it was written, so that files can be merged."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samverkan_cli.diagnostics import Route


@dataclass
class Node:
    """A value with the file and the route it comes from; inside are nodes again."""

    value: Any
    file: str
    route: Route

    @property
    def keys(self) -> dict[str, "Node"]:
        """The keys of a group; none when it is something else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> list["Node"]:
        """The rows of a list; none when it is something else."""
        return self.value if isinstance(self.value, list) else []

    def get(self, key: str) -> Any:
        """Give the plain value of a key in a group; None when it is not there."""
        return plain(self.keys[key]) if key in self.keys else None

    def rows(self, key: str) -> list["Node"]:
        """Give the rows of a list in a group; they may be changed in place."""
        return self.keys[key].items if key in self.keys else []


def rooted(value: Any, file: str, route: Route = ()) -> Node:
    """Remember for every part of plain data where it stands."""
    if isinstance(value, dict):
        inside: Any = {key: rooted(each, file, (*route, key)) for key, each in value.items()}
    elif isinstance(value, list):
        inside = [rooted(each, file, (*route, index)) for index, each in enumerate(value)]
    else:
        inside = value
    return Node(inside, file, route)


def plain(node: Node) -> Any:
    """Forget the places: what the data says."""
    if isinstance(node.value, dict):
        return {key: plain(each) for key, each in node.value.items()}
    if isinstance(node.value, list):
        return [plain(each) for each in node.value]
    return node.value


def origins(node: Node, route: Route = ()) -> Iterator[tuple[Route, tuple[str, Route]]]:
    """Tell for every place in the merged data in which file it stands, and where there."""
    yield route, (node.file, node.route)
    for key, each in node.keys.items():
        yield from origins(each, (*route, key))
    for index, each in enumerate(node.items):
        yield from origins(each, (*route, index))
