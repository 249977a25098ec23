"""Changes what a document says, and nothing else in it: comments, order and quotes stay."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.formatting import no_order
from samverkan_cli.yamldoc.layout import KeyOrder
from samverkan_cli.yamldoc.quoting import quoted
from samverkan_cli.yamldoc.scalar_lines import ValueLines, is_block
from samverkan_cli.yamldoc.tree import ListNode, MapNode, Node, ScalarNode, plain_data
from samverkan_cli.yamldoc.writing import dump_new

RowKey = Callable[[Any, int], Any]
"""Tells which row of a list is the same as another."""

_IN_BRACKETS = frozenset(",[]{}")


def edited(
    document: YamlDocument,
    data: Mapping[str, Any],
    key_order: KeyOrder = no_order,
    row_key: RowKey = lambda row, _: repr(row),
) -> str:
    """Give the text of a document with other data; only the lines that must change do.

    A key that is new is put where `key_order` says. Data that no document may hold raise
    YamlFaults.
    """
    if not document.tree.entries or document.tree.flow:
        return dump_new(data)
    editor = _Editor(document.text, key_order, row_key)
    editor.block_map(document.tree, data, (), -1)
    text = editor.text()
    if _same(YamlDocument.parse(text.encode()).data, data):
        return text
    return _by_whole_keys(document, data, key_order)


def _by_whole_keys(document: YamlDocument, data: Mapping[str, Any], key_order: KeyOrder) -> str:
    """Write every changed key anew: what is left when the lines cannot be changed one by one."""
    editor = _Editor(document.text, key_order, lambda row, _: repr(row), whole=True)
    editor.block_map(document.tree, data, (), -1)
    text = editor.text()
    return text if _same(YamlDocument.parse(text.encode()).data, data) else dump_new(data)


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values say the same; 1, 1.0 and true do not, the order of keys is free."""
    first, second = (json.dumps(each, sort_keys=True) for each in (one, other))
    return first == second


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines from `first` up to but not with `end` give way to others."""

    first: int
    end: int
    lines: list[str]
    rank: int


class _Editor:
    """Gathers edits of whole lines, and of values within a line."""

    def __init__(
        self, text: str, key_order: KeyOrder, row_key: RowKey, *, whole: bool = False
    ) -> None:
        self._text = text
        self._lines = text.removesuffix("\n").split("\n")
        self._key_order = key_order
        self._row_key = row_key
        self._whole = whole
        self._edits: list[_Edit] = []
        self._spans: list[tuple[int, int, str]] = []

    def text(self) -> str:
        """Give the text with every edit made."""
        lines = self._with_spans()
        for edit in sorted(self._edits, key=lambda each: (each.first, each.rank), reverse=True):
            lines[edit.first : edit.end] = edit.lines
        return "\n".join(lines) + "\n"

    def _with_spans(self) -> list[str]:
        """Change values within lines; the lines stay as many, for no such value has more."""
        text = self._text
        for start, end, words in sorted(self._spans, reverse=True):
            text = f"{text[:start]}{words}{text[end:]}"
        return text.removesuffix("\n").split("\n")

    def block_map(
        self, node: MapNode, data: Mapping[str, Any], route: tuple[Any, ...], base: int
    ) -> None:
        """Change the entries of a mapping, and put in those that are new."""
        for name, entry in node.entries.items():
            head, column = entry.key.start.line, entry.key.start.column
            if name not in data:
                self._cut(head, self._last(entry.value, head, column) + 1)
            else:
                self._value(entry.value, data[name], (*route, name), head, column, name)
        added = [key for key in data if key not in node.entries]
        if added:
            column = next(iter(node.entries.values())).key.start.column
            for key in added:
                self._add(node, key, data[key], route, max(column, base + 1))

    def _add(
        self, node: MapNode, key: str, value: Any, route: tuple[Any, ...], column: int
    ) -> None:
        """Put in a key after the one that comes before it in the known order."""
        order = list(self._key_order(route))
        rank = {name: at for at, name in enumerate(order)}
        here = rank.get(key, len(order))
        before = [name for name in node.entries if rank.get(name, len(order)) < here]
        entries = node.entries
        after = max(before, key=lambda name: entries[name].key.start.line) if before else None
        after = after or list(entries)[-1] if key not in rank or before else None
        made = _indented(dump_new({key: value}), column)
        if after is None:
            first = next(iter(entries.values()))
            if self._lines[first.key.start.line][:column].strip():  # it stands after a dash
                after = next(iter(entries))
            else:
                self._edits.append(_Edit(first.key.start.line, first.key.start.line, made, here))
                return
        entry = entries[after]
        end = self._last(entry.value, entry.key.start.line, entry.key.start.column) + 1
        self._edits.append(_Edit(end, end, made, here))

    def _value(
        self, node: Node, new: Any, route: tuple[Any, ...], head: int, column: int, name: str
    ) -> None:
        if _same(plain_data(node), new):
            return
        if not self._whole and self._within(node, new, route, column):
            return
        last = self._last(node, head, column)
        before = self._lines[head][:column]
        made = _indented(dump_new({name: new}), column)
        made[0] = before + made[0][column:]
        remark = self._remark(node, head, last)
        if remark and len(made) == 1:
            made[0] += f"  {remark}"
        self._edits.append(_Edit(head, last + 1, made, 0))

    def _within(self, node: Node, new: Any, route: tuple[Any, ...], column: int) -> bool:
        """Change a value part by part, where it has the same shape; tell whether that was done."""
        if isinstance(node, MapNode) and isinstance(new, dict) and new and node.entries:
            if not node.flow:
                self.block_map(node, new, route, column)
                return True
            return self._flow(node, new)
        if isinstance(node, ListNode) and isinstance(new, list) and new and node.items:
            if not node.flow:
                self._block_list(node, new, route)
                return True
            return self._flow(node, new)
        return False

    def _flow(self, node: Node, new: Any) -> bool:
        """Change a value in brackets on one line, or leave it to be written anew."""
        if node.start.line != node.end.line or "#" in self._lines[node.start.line]:
            return False
        inside = _in_brackets(new)
        if inside is None:
            return False
        self._spans.append((node.start.index, node.end.index, inside))
        return True

    def _block_list(self, node: ListNode, new: list[Any], route: tuple[Any, ...]) -> None:
        old = [plain_data(item) for item in node.items]
        one, two = (
            [repr(self._row_key(row, at)) for at, row in enumerate(side)] for side in (old, new)
        )
        if len(old) == len(new):
            pairs = [("replace", 0, len(old), 0, len(new))]
        else:
            pairs = list(SequenceMatcher(None, one, two, autojunk=False).get_opcodes())
        for _, first, end, start, stop in pairs:
            both = min(end - first, stop - start)
            for at in range(both):
                self._item(node, first + at, new[start + at], route)
            for at in range(first + both, end):
                self._cut(*self._lines_of(node, at))
            if start + both < stop:
                self._put(node, first + both, new[start + both : stop])

    def _lines_of(self, node: ListNode, at: int) -> tuple[int, int]:
        head, column = self._dash(node, at)
        return head, self._last(node.items[at], head, column) + 1

    def _dash(self, node: ListNode, at: int) -> tuple[int, int]:
        """Find the line and column of an item's dash: on the item's line, or above it."""
        column = node.start.column
        line = node.items[at].start.line
        while line > node.start.line and self._lines[line][column : column + 1] != "-":
            line -= 1
        return line, column

    def _item(self, node: ListNode, at: int, new: Any, route: tuple[Any, ...]) -> None:
        item = node.items[at]
        if _same(plain_data(item), new):
            return
        _, column = self._dash(node, at)
        if not self._within(item, new, (*route, at), column):
            first, end = self._lines_of(node, at)
            made = _rows([new], column)
            made[0] = self._lines[first][:column] + made[0][column:]
            self._edits.append(_Edit(first, end, made, 0))

    def _put(self, node: ListNode, at: int, rows: Sequence[Any]) -> None:
        """Put rows in before the item at a place, or after the last one."""
        if at == 0:
            first, column = self._dash(node, 0)
            if self._lines[first][:column].strip():  # a list within a list has no line of its own
                at = 1
            else:
                self._edits.append(_Edit(first, first, _rows(rows, column), 0))
                return
        _, end = self._lines_of(node, at - 1)
        self._edits.append(_Edit(end, end, _rows(rows, node.start.column), 1))

    def _cut(self, first: int, end: int) -> None:
        self._edits.append(_Edit(first, end, [], 0))

    def _last(self, node: Node, head: int, column: int) -> int:
        """Find the last line of a value."""
        if not is_block(node):
            return ValueLines(self._lines, node, head, column).last
        if isinstance(node, MapNode):
            entry = list(node.entries.values())[-1]
            return self._last(entry.value, entry.key.start.line, entry.key.start.column)
        assert isinstance(node, ListNode)  # noqa: S101 - for the type checker
        return self._last(node.items[-1], *self._dash(node, len(node.items) - 1))

    def _remark(self, node: Node, head: int, last: int) -> str:
        """Give the comment after a value on its own line."""
        if head != last or not isinstance(node, ScalarNode):
            return ""
        line_start = node.start.index - node.start.column
        after = self._text[node.end.index : line_start + len(self._lines[node.start.line])]
        return after.strip() if after.strip().startswith("#") else ""


def _indented(text: str, column: int) -> list[str]:
    lines = text.removesuffix("\n").split("\n")
    return [" " * column + line if line else "" for line in lines]


def _rows(rows: Sequence[Any], column: int) -> list[str]:
    """Write rows of a list with their dashes in a column."""
    _, *lines = dump_new({"x": list(rows)}).removesuffix("\n").split("\n")
    return [" " * column + line[2:] if line else "" for line in lines]


def _in_brackets(value: Any) -> str | None:
    """Write a value on one line within brackets; nothing when it has several lines."""
    if isinstance(value, dict):
        pairs = [(key, _in_brackets(each)) for key, each in value.items()]
        if not pairs or any(text is None for _, text in pairs):
            return None
        return "{" + ", ".join(f"{key}: {text}" for key, text in pairs) + "}"
    if isinstance(value, list):
        parts = [_in_brackets(each) for each in value]
        return None if None in parts else f"[{', '.join(map(str, parts))}]"
    if value is None:
        return "null"
    written = dump_new({"x": value}).removeprefix("x:").strip()
    if "\n" in written or not written:
        return None
    is_plain = isinstance(value, str) and written == value
    return quoted(value) if is_plain and _IN_BRACKETS & set(value) else written
