"""Pieces of YAML to put in a document: lines at a column, rows of a list, values in brackets."""

from collections.abc import Sequence
from typing import Any

from samverkan_cli.yamldoc.quoting import quoted
from samverkan_cli.yamldoc.writing import dump_new

_IN_BRACKETS = frozenset(",[]{}")


def indented(text: str, column: int) -> list[str]:
    """Give the lines of a text at a column; empty lines stay empty."""
    lines = text.removesuffix("\n").split("\n")
    return [" " * column + line if line else "" for line in lines]


def item_lines(rows: Sequence[Any], column: int) -> list[str]:
    """Write rows of a list with their dashes in a column."""
    _, *lines = dump_new({"x": list(rows)}).removesuffix("\n").split("\n")
    return [" " * column + line[2:] if line else "" for line in lines]


def in_brackets(value: Any) -> str | None:
    """Write a value on one line within brackets; nothing when it has several lines."""
    if isinstance(value, dict):
        pairs = [(key, in_brackets(each)) for key, each in value.items()]
        if not pairs or any(text is None for _, text in pairs):
            return None
        return "{" + ", ".join(f"{key}: {text}" for key, text in pairs) + "}"
    if isinstance(value, list):
        parts = [in_brackets(each) for each in value]
        return None if None in parts else f"[{', '.join(map(str, parts))}]"
    if value is None:
        return "null"
    written = dump_new({"x": value}).removeprefix("x:").strip()
    if "\n" in written or not written:
        return None
    is_plain = isinstance(value, str) and written == value
    return quoted(value) if is_plain and _IN_BRACKETS & set(value) else written
