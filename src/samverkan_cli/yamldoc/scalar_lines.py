"""The lines of one value: where they end, and how they look at another indentation."""

import re
from typing import TYPE_CHECKING, Final

from samverkan_cli.yamldoc.tree import ListNode, MapNode, Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Callable

STEP: Final = 2
INDICATOR: Final = re.compile(r"[|>][-+]?([1-9])?")
KEEP: Final = re.compile(r"[|>][1-9]?\+")


def is_remark(line: str) -> bool:
    """Tell whether a line is a comment and nothing else."""
    return line.lstrip(" ").startswith("#")


def is_blank(line: str) -> bool:
    """Tell whether a line is empty but for spaces."""
    return not line.strip(" ")


def indent_of(line: str) -> int:
    """Count the spaces before the text."""
    return len(line) - len(line.lstrip(" "))


def squeezed(lines: list[str]) -> list[str]:
    """Let one blank line stand for several."""
    return [line for at, line in enumerate(lines) if line or at == 0 or lines[at - 1]]


def without_first_blanks(lines: list[str]) -> list[str]:
    """Drop the blank lines at the top."""
    start = next((at for at, line in enumerate(lines) if line), len(lines))
    return lines[start:]


def is_block(node: Node) -> bool:
    """Tell whether a value is a list or mapping written on lines of its own."""
    return isinstance(node, ListNode | MapNode) and not node.flow


class ValueLines:
    """A value that is not a block, as it stands in the text."""

    def __init__(self, lines: list[str], node: Node, head: int, base: int) -> None:
        self.lines = lines
        self.node = node
        self.head = head
        self.base = base  # the column of the block in which the value stands
        self.style = node.style if isinstance(node, ScalarNode) else "{"
        self.literal = self.style in {"|", ">"}
        self.empty = node.start.index == node.end.index
        self.header = lines[node.start.line][node.start.column :]
        self.indent = self._content_indent() if self.literal else 0
        self.last = self._last()

    @property
    def keeps_blanks(self) -> bool:
        """Tell whether the blank lines after the value belong to it (`|+`)."""
        return self.literal and KEEP.match(self.header) is not None

    def _content_indent(self) -> int:
        match = INDICATOR.match(self.header)
        if match and match[1]:
            return self.base + int(match[1])
        start, end = self.node.start.line + 1, self.node.end.line
        within = (line for line in self.lines[start:end] if not is_blank(line))
        # Nothing but blank lines: they are empty however long they are.
        return next(map(indent_of, within), max(map(len, self.lines)))

    def _last(self) -> int:
        if self.empty:
            return self.head
        if not self.literal:
            return self.node.end.line
        last = min(self.node.end.line, len(self.lines)) - 1
        if not self.keeps_blanks:
            while last > self.node.start.line and self._is_nothing(self.lines[last]):
                last -= 1
        return last

    def _is_nothing(self, line: str) -> bool:
        return is_blank(line) and len(line) <= self.indent

    def laid_out(self, prefix: str, rest: str, indent: int) -> list[str]:
        """Write the value after its key or dash, at a new indentation."""
        if self.empty:
            return [prefix + rest.rstrip()]
        first = self.node.start.line
        between = self.lines[self.head + 1 : first] if first > self.head else []
        step = " " * (indent + STEP)
        if first > self.head and (rest.strip() or any(map(is_remark, between))):
            above = [step + line.strip() if line.strip() else "" for line in between]
            start = [prefix + rest.rstrip(), *squeezed(above), step + self.header]
        else:
            start = [f"{prefix} {self.header}"]
        move: Callable[[str, int], str] = self._literal_line if self.literal else self._flow_line
        following = [move(line, indent) for line in self.lines[first + 1 : self.last + 1]]
        if self.literal or not following:
            start[-1] = start[-1].rstrip()
        else:
            following[-1] = following[-1].rstrip()
        return [*start, *following]

    def _literal_line(self, line: str, indent: int) -> str:
        if self._is_nothing(line):
            return ""
        match = INDICATOR.match(self.header)
        step = int(match[1]) if match and match[1] else STEP
        return " " * (indent + step) + line[self.indent :]

    def _flow_line(self, line: str, indent: int) -> str:
        """Move a line of a folded text or a bracketed list; its indentation means nothing."""
        if is_blank(line):
            return ""
        depth = max(STEP, indent_of(line) - self.base)
        return " " * (indent + depth) + line.lstrip(" ")
