"""The exact reader: libyaml's events, judged one by one, to nodes with places."""

import unicodedata
from typing import TYPE_CHECKING, Any, Final, NoReturn

from yaml import events
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.error import MarkedYAMLError

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc import refusals
from samverkan_cli.yamldoc.characters import faults_in
from samverkan_cli.yamldoc.faults import YamlFaults, line_at
from samverkan_cli.yamldoc.limits import MAX_DEPTH, MAX_FAULTS, MAX_KEY, MAX_NODES, MAX_SCALAR
from samverkan_cli.yamldoc.scalars import OddNumberError, Scalar, resolve
from samverkan_cli.yamldoc.screening import too_deep
from samverkan_cli.yamldoc.syntax import swedish
from samverkan_cli.yamldoc.tree import Entry, ListNode, MapNode, Node, ScalarNode, Spot, place_of

if TYPE_CHECKING:
    from collections.abc import Callable


def read_exact(text: str) -> MapNode:
    """Read a screened text to nodes, or raise every fault found in it."""
    return _Reader(text).read()


class _Reader:
    """Builds nodes from events, collecting faults instead of stopping at the first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.nodes = 0
        self.root: Node | None = None
        self.open: list[ListNode | MapNode] = []
        self.keys: list[ScalarNode | None] = []  # the key that waits for its value, by level
        self.documents = 0
        self.handlers: Final[dict[type, Callable[[Any], None]]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._mapping,
            events.MappingEndEvent: self._close,
            events.SequenceStartEvent: self._sequence,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }

    def read(self) -> MapNode:
        try:
            self._drive(CParser(self.text))
        except MarkedYAMLError as error:
            self._fault(swedish(error, self.text))
        if not self.faults and not isinstance(self.root, MapNode):
            self._fault(refusals.not_a_mapping(self.root, self.text))
        if self.faults:
            raise YamlFaults(self.faults)
        assert isinstance(self.root, MapNode)  # noqa: S101 - for the type checker
        return self.root

    def _drive(self, parser: Any) -> None:
        handlers = self.handlers
        following = parser.get_event
        while self.documents <= 1:
            event = following()
            kind = type(event)
            if kind is events.StreamEndEvent:
                return
            if kind in handlers:
                handlers[kind](event)

    def _fault(self, fault: Fault) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MAX_FAULTS:
            self._stop()

    def _stop(self) -> NoReturn:
        raise YamlFaults(self.faults)

    def _document(self, event: Any) -> None:
        place = place_of(event.start_mark)
        self.documents += 1
        if self.documents > 1:
            self._fault(refusals.second_document(place))
        elif event.version or event.tags:
            self._fault(refusals.directive(place))

    def _node(self, event: Any, tag: str | None) -> None:
        """Count a node and refuse what no node may carry."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._fault(refusals.too_many_nodes(place_of(event.start_mark)))
            self._stop()
        if tag is not None or event.anchor is not None:
            self._properties(event, tag)

    def _properties(self, event: Any, tag: str | None) -> None:
        spot = event.start_mark
        written = refusals.word_at(self.text, spot.index)
        line = line_at(self.text, spot.index)
        if event.anchor is not None:
            self._fault(refusals.anchor(place_of(spot), written, line))
        if tag is not None:
            self._fault(refusals.tag(place_of(spot), written, line))

    def _alias(self, event: Any) -> None:
        self._node(event, None)
        self._place(ScalarNode(event.start_mark, event.end_mark, None, "*"))

    def _sequence(self, event: Any) -> None:
        start = event.start_mark
        self._begin(event, ListNode(start, start, bool(event.flow_style), []))

    def _mapping(self, event: Any) -> None:
        start = event.start_mark
        self._begin(event, MapNode(start, start, bool(event.flow_style), {}))

    def _begin(self, event: Any, node: ListNode | MapNode) -> None:
        self._node(event, event.tag)
        if len(self.open) >= MAX_DEPTH:
            self.faults += too_deep(place_of(node.start)).faults
            self._stop()
        self._place(node)
        self.open.append(node)
        self.keys.append(None)

    def _close(self, event: Any) -> None:
        self.open.pop().end = event.end_mark
        self.keys.pop()

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: the root, a list, a key, or a key's value."""
        if not self.open:
            self.root = node
            return
        box = self.open[-1]
        if isinstance(box, ListNode):
            box.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._key(node, box)
        else:
            self.keys[-1] = None
            name = str(key.value)
            box.entries.setdefault(name, Entry(key, name, node))

    def _key(self, node: Node, box: MapNode) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            self._fault(refusals.complex_key(place_of(node.start)))
            return ScalarNode(node.start, node.end, "", "?")
        found = refusals.of_key(node, self.text, flow=box.flow)
        if found is not None:
            self._fault(found)
        name = str(node.value)
        if len(name) > MAX_KEY:
            self._fault(refusals.long_key(place_of(node.start), name))
        elif name in box.entries:
            first = box.entries[name].key.start
            self._fault(refusals.twice(place_of(node.start), name, place_of(first)))
        return node

    def _scalar(self, event: Any) -> None:
        self._node(event, event.tag)
        start, end = event.start_mark, event.end_mark
        value: Scalar = event.value
        style = event.style or ""
        if len(event.value) > MAX_SCALAR:
            self._fault(refusals.long_scalar(place_of(start), len(event.value)))
        elif not style:
            if event.tag is None:
                value = self._resolved(event.value, start)
        elif style == '"' and "\\" in self.text[start.index : end.index]:
            value = self._unescaped(event.value, place_of(start))
        self._place(ScalarNode(start, end, value, style))

    def _unescaped(self, value: str, place: Place) -> str:
        found = faults_in(value, lambda _: place, escaped=True)
        for fault in found:
            self._fault(fault)
        # Only what is clean is composed: the time to compose grows with the square of the marks.
        return value if found else unicodedata.normalize("NFC", value)

    def _resolved(self, value: str, start: Spot) -> Scalar:
        try:
            return resolve(value)
        except OddNumberError:
            self._fault(refusals.odd_number(place_of(start), value))
            return value
