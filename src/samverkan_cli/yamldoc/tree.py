"""A document as nodes that know where they stand."""

from dataclasses import dataclass
from typing import Any, Protocol

from samverkan_cli.diagnostics import Place, Route
from samverkan_cli.yamldoc.scalars import Scalar


class Spot(Protocol):
    """A place in the text: line and column from 0, and the index of the sign."""

    line: int
    column: int
    index: int


def place_of(spot: Spot) -> Place:
    """Count from 1, as editors do."""
    return Place(spot.line + 1, spot.column + 1)


@dataclass(slots=True)
class ScalarNode:
    """A single value; `style` is a quote, `|`, `>` or nothing."""

    start: Spot
    end: Spot
    value: Scalar
    style: str


@dataclass(slots=True)
class ListNode:
    """A list; `flow` when it is written with brackets."""

    start: Spot
    end: Spot
    flow: bool
    items: list["Node"]


@dataclass(slots=True)
class Entry:
    """A key and its value."""

    key: ScalarNode
    name: str
    value: "Node"


@dataclass(slots=True)
class MapNode:
    """A mapping; `flow` when it is written with braces."""

    start: Spot
    end: Spot
    flow: bool
    entries: dict[str, Entry]


Node = ScalarNode | ListNode | MapNode


def plain_data(node: Node) -> Any:
    """Strip the places off: what the document says."""
    if isinstance(node, MapNode):
        return {name: plain_data(entry.value) for name, entry in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain_data(item) for item in node.items]
    return node.value


def follow(root: Node, route: Route) -> list[tuple[Entry | None, Node]]:
    """Walk a route as far as it goes: each step's entry (if it is a key) and node.

    Names that do not exist are skipped: pydantic puts the tag of a union in its routes.
    """
    steps: list[tuple[Entry | None, Node]] = [(None, root)]
    node = root
    for step in route:
        if isinstance(node, MapNode) and isinstance(step, str):
            entry = node.entries.get(step)
            if entry is None:
                continue
            node = entry.value
            steps.append((entry, node))
        elif isinstance(node, ListNode) and isinstance(step, int):
            if not 0 <= step < len(node.items):
                break
            node = node.items[step]
            steps.append((None, node))
        elif isinstance(step, int):
            break
    return steps
