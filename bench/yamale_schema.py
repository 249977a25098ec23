"""A JSON Schema of ours written as a schema for yamale: the same keys, types, forms and limits."""

from typing import Any

import yaml

Node = dict[str, Any]
_MOMENT = "}T["
"""In the pattern of a moment, which YAML 1.1 reads as one; ours reads it as text."""


def text(schema: Node) -> str:
    """Write the schema of a kind: its keys, and after them what they include."""
    made = _Made(schema.get("$defs", {}))
    top = made.keys(schema)
    parts = [top, *({name: keys} for name, keys in made.parts.items())]
    return yaml.safe_dump_all(parts, allow_unicode=True, width=100_000, sort_keys=False)


class _Made:
    """Gathers the parts that a schema includes."""

    def __init__(self, defs: dict[str, Node]) -> None:
        self.parts: dict[str, dict[str, str]] = {}
        self._defs = defs

    def keys(self, node: Node) -> dict[str, str]:
        """Write each key of an object with what it takes."""
        needed = set(node.get("required", []))
        found = node.get("properties", {})
        return {key: self.of(each, key, required=key in needed) for key, each in found.items()}

    def of(self, node: Node, name: str, *, required: bool = True) -> str:
        """Write what a value may be."""
        if "anyOf" in node:
            some = [each for each in node["anyOf"] if each.get("type") != "null"]
            words = [self.of(each, f"{name}{number}") for number, each in enumerate(some)]
            more = [] if required else ["required=False"]
            return (
                self.of(some[0], name, required=required)
                if len(some) == 1
                else _call("any", [*words, *more])
            )
        kind, given = self._kind(node, name)
        return _call(kind, given if required else [*given, "required=False"])

    def _kind(self, node: Node, name: str) -> tuple[str, list[str]]:
        if "$ref" in node:
            return "include", [repr(self._part(node["$ref"].rpartition("/")[2]))]
        if "enum" in node or "const" in node:
            words = node.get("enum", [node.get("const")])
            return "enum", [repr(each) for each in words if each is not None]
        kinds = node.get("type", "string")
        some = [kinds] if isinstance(kinds, str) else kinds
        kind = next(each for each in some if each != "null")
        if kind == "array":
            return "list", [self.of(node["items"], f"{name}_rad"), *_sizes(node, "Items")]
        if kind == "object":
            return self._object(node, name)
        return _plain(node, kind)

    def _object(self, node: Node, name: str) -> tuple[str, list[str]]:
        if "properties" not in node:
            values = [*node.get("patternProperties", {}).values()] or [node["additionalProperties"]]
            return "map", [self.of(each, f"{name}_varde") for each in values]
        part = f"Del_{name}"
        self.parts[part] = self.keys(node)
        return "include", [repr(part)]

    def _part(self, name: str) -> str:
        if name not in self.parts:
            self.parts[name] = {}  # known before it is read: a part may hold itself
            self.parts[name] = self.keys(self._defs[name])
        return name


def _plain(node: Node, kind: str) -> tuple[str, list[str]]:
    if kind == "boolean":
        return "bool", []
    if kind in {"integer", "number"}:
        return {"integer": "int", "number": "num"}[kind], [
            f"{word}={node[key]!r}"
            for word, key in (("min", "minimum"), ("max", "maximum"))
            if key in node
        ]
    if node.get("format") == "date":
        return "day", []
    if _MOMENT in node.get("pattern", ""):
        return "timestamp", []
    if "pattern" in node:
        return "regex", [repr(node["pattern"])]
    return "str", _sizes(node, "Length")


def _sizes(node: Node, of: str) -> list[str]:
    return [f"{word}={node[f'{word}{of}']}" for word in ("min", "max") if f"{word}{of}" in node]


def _call(name: str, given: list[str]) -> str:
    return f"{name}({', '.join(given)})"
