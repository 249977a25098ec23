"""Lays the lines of a document out: order of keys, indentation, blank lines.

Every entry of a block is a bunch of lines: the comments above it, its own line, and what lies
under it. Bunches are sorted and indented; the text within a line is not touched.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from samverkan_cli.diagnostics import Route
from samverkan_cli.yamldoc.scalar_lines import (
    STEP,
    ValueLines,
    indent_of,
    is_block,
    is_remark,
    squeezed,
    without_first_blanks,
)
from samverkan_cli.yamldoc.tree import Entry, ListNode, MapNode, Node

KeyOrder = Callable[[Route], Sequence[str]]
"""The known keys, in order, of the mapping at a route; empty where any key may stand."""
Block = ListNode | MapNode


@dataclass(slots=True)
class Bunch:
    """One entry of a block, from the line of its key or dash to the end of its value."""

    head: int
    node: Node
    entry: Entry | None
    route: Route
    last: int
    lead: list[str] = field(default_factory=list)


def lay_out(text: str, root: MapNode, key_order: KeyOrder) -> str:
    """Write the document in its canonical layout."""
    if root.flow or not root.entries:
        return text
    lines = text.removesuffix("\n").split("\n")
    layout = _Layout(lines, key_order)
    first = root.start.line
    near = next((at for at in range(first, 0, -1) if not _belongs_to_key(lines[at - 1])), 0)
    lead, body = layout.block(root, (), range(near, len(lines)), 0)
    header = [line.strip() for line in lines[:near]]
    result = [*without_first_blanks(squeezed([*header, *lead])), *body]
    while not layout.kept and not result[-1]:
        result.pop()
    return "\n".join(result) + "\n"


def _belongs_to_key(line: str) -> bool:
    """Tell a comment above the first key from the head of the file."""
    return is_remark(line) and "yaml-language-server" not in line


class _Layout:
    """Carries the lines and the order of keys through the blocks."""

    def __init__(self, lines: list[str], key_order: KeyOrder) -> None:
        self.lines = lines
        self.key_order = key_order
        self.kept = False  # the last value written takes the blank lines that follow it

    def block(
        self, block: Block, route: Route, within: range, indent: int
    ) -> tuple[list[str], list[str]]:
        """Lay a block out; what stands above its first entry is given by itself."""
        bunches, ends = self._bunches(block, route, within)
        first: list[str] = []
        body: list[str] = []
        for bunch in self._in_order(block, route, bunches):
            above = self._remarks(bunch.lead)
            own_above, own = self._bunch(bunch, block, indent)
            above = squeezed([*above, *own_above])
            if body:
                body += _indented(above, indent)
            else:
                first = above
            body += own
        body += _indented(self._remarks(ends), indent)
        return first, body

    def _remarks(self, lines: list[str]) -> list[str]:
        """Tidy comments and blank lines, without touching blank lines that belong to a text."""
        tidy = squeezed([line.strip() for line in lines])
        if self.kept:
            tidy = without_first_blanks(tidy)
        if tidy:
            self.kept = False
        return tidy

    def _in_order(self, block: Block, route: Route, bunches: list[Bunch]) -> list[Bunch]:
        if isinstance(block, ListNode):
            return bunches
        rank = {name: at for at, name in enumerate(self.key_order(route))}
        return sorted(bunches, key=lambda bunch: rank.get(str(bunch.route[-1]), len(rank)))

    def _bunches(self, block: Block, route: Route, within: range) -> tuple[list[Bunch], list[str]]:
        """Cut a block into its entries, and the comments at its end."""
        bunches: list[Bunch] = []
        above = within.start
        for step, node, entry in _children(block):
            head = self._head(block, entry, bunches)
            last = self._last(node, head, block.start.column)
            lead = self.lines[above:head]
            bunches.append(Bunch(head, node, entry, (*route, step), last, lead))
            above = last + 1
        for bunch, following in zip(bunches, [*bunches[1:], None], strict=True):
            end = following.head if following else within.stop
            own = self._own_remarks(bunch, block, end)
            if following:
                following.lead = following.lead[own:]
            above = bunch.last + 1 + own
            bunch.last += own
        return bunches, self.lines[above : within.stop]

    def _head(self, block: Block, entry: Entry | None, before: list[Bunch]) -> int:
        """Find the line of a key, or of the dash of the next item."""
        if entry is not None:
            return entry.key.start.line
        if not before:
            return block.start.line
        at = before[-1].last + 1
        while not self.lines[at].strip(" ") or is_remark(self.lines[at]):
            at += 1
        return at

    def _own_remarks(self, bunch: Bunch, block: Block, end: int) -> int:
        """Count the lines after a nested block whose last is a comment of that block."""
        if not is_block(bunch.node):
            return 0
        start = bunch.last + 1
        deeper = (
            at - start + 1
            for at in range(end - 1, start - 1, -1)
            if is_remark(self.lines[at]) and indent_of(self.lines[at]) > block.start.column
        )
        return next(deeper, 0)

    def _last(self, node: Node, head: int, base: int) -> int:
        """Find the last line of a value."""
        if not isinstance(node, ListNode | MapNode) or node.flow:
            return ValueLines(self.lines, node, head, base).last
        bunches, _ = self._bunches(node, (), range(0))
        return bunches[-1].last

    def _bunch(self, bunch: Bunch, block: Block, indent: int) -> tuple[list[str], list[str]]:
        line = self.lines[bunch.head]
        if bunch.entry is not None:
            key = bunch.entry.key
            prefix = line[key.start.column : key.end.column] + ":"
            rest = line[key.end.column :].partition(":")[2]
        else:
            prefix, rest = "-", line[block.start.column + 1 :]
        node = bunch.node
        if isinstance(node, ListNode | MapNode) and not node.flow:
            return self._nested(bunch, node, " " * indent + prefix, rest, indent)
        value = ValueLines(self.lines, node, bunch.head, block.start.column)
        self.kept = value.keeps_blanks
        return [], value.laid_out(" " * indent + prefix, rest, indent)

    def _nested(
        self, bunch: Bunch, node: Block, prefix: str, rest: str, indent: int
    ) -> tuple[list[str], list[str]]:
        compact = node.start.line == bunch.head
        if not compact:
            compact = bunch.entry is None and not rest.strip()
            within = range(bunch.head + 1, bunch.last + 1)
        else:
            within = range(bunch.head, bunch.last + 1)
        if compact:
            lead, body = self.block(node, bunch.route, within, indent + STEP)
            return lead, [f"{prefix} {body[0].lstrip(' ')}", *body[1:]]
        self.kept = False
        lead, body = self.block(node, bunch.route, within, indent + STEP)
        return [], [prefix + rest.rstrip(), *_indented(lead, indent + STEP), *body]


def _children(block: Block) -> Iterator[tuple[str | int, Node, Entry | None]]:
    if isinstance(block, MapNode):
        for name, entry in block.entries.items():
            yield name, entry.value, entry
    else:
        for index, item in enumerate(block.items):
            yield index, item, None


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]
