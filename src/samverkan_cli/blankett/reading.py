"""Reads a filled-in form: what each control holds, and rows where there are rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samverkan_cli.blankett.carried import Carried, find
from samverkan_cli.blankett.layout import Group, Part, Rows, Section
from samverkan_cli.errors import RefusedError
from samverkan_cli.rendering.word.names import W15, W, text_of
from samverkan_cli.rendering.word.package import DOCUMENT, Parts, parsed
from samverkan_cli.texts import visible

if TYPE_CHECKING:
    from lxml.etree import _Element

Flat = dict[str, Any]
"""What stands under each tag: a text, None for an empty field, or a list of such rows."""


@dataclass(frozen=True)
class Filled:
    """A form as it came back."""

    carried: Carried
    flat: Flat

    def said(self, sections: list[Section]) -> dict[str, Any]:
        """Give what the form says, in the shape of the document."""
        made: dict[str, Any] = {}
        for section in sections:
            _merge(made, _nested(section.parts, self.flat))
        return made

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give every text with its tag."""
        yield from _texts(self.flat)


def read(parts: Parts) -> Filled:
    """Read a form from the parts of a Word file. Faults are RefusedError."""
    return Filled(find(parts), _flat(parsed(parts[DOCUMENT], DOCUMENT)))


def _flat(root: "_Element") -> Flat:
    """Read the controls under an element, each no deeper than its own tag."""
    found: Flat = {}
    for control in _outermost(root):
        tag = control.find(f"{W}sdtPr/{W}tag")
        name = tag.get(f"{W}val", "") if tag is not None else ""
        if name in found:
            raise RefusedError(
                f"Fältet {visible(name)} står två gånger i blanketten.",
                "Ta bort det ena, eller skriv en ny blankett med samverkan export.",
            )
        found[name] = _value(control)
    return found


def _outermost(root: "_Element") -> "Iterator[_Element]":
    """Give the tagged controls under an element that stand in no other tagged control."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        tagged = element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}tag") is not None
        if tagged:
            yield element
        else:
            waiting.extend(reversed(element))


def _value(control: "_Element") -> Any:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if content is None:
        return None
    if properties.find(f"{W15}repeatingSection") is not None:
        return [_flat(each) for each in _items(content)]
    if properties.find(f"{W}showingPlcHdr") is not None:
        return None
    paragraphs = list(content.iter(f"{W}p"))
    return "\n".join(map(text_of, paragraphs)) if paragraphs else text_of(content)


def _items(content: "_Element") -> "Iterator[_Element]":
    for each in content:
        if each.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None:
            inside = each.find(f"{W}sdtContent")
            if inside is not None:
                yield inside


def _nested(parts: "tuple[Part, ...]", flat: Flat) -> dict[str, Any]:
    """Put what the tags hold in the shape of the document; a tag that is missing says nothing."""
    made: dict[str, Any] = {}
    for part in parts:
        name = ".".join(part.path)
        if isinstance(part, Group):
            if inner := _nested(part.parts, flat):
                made[part.key] = inner
        elif name in flat:
            made[part.key] = _of_rows(part, flat[name]) if isinstance(part, Rows) else flat[name]
    return made


def _of_rows(part: Rows, rows: Any) -> list[dict[str, Any]]:
    return [_nested(part.parts, each) for each in rows] if isinstance(rows, list) else []


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _texts(flat: Flat) -> Iterator[tuple[str, str]]:
    for tag, value in flat.items():
        if isinstance(value, list):
            for each in value:
                yield from _texts(each)
        elif value:
            yield tag, value
