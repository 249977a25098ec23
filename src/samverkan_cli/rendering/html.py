"""Marked text to a small tree of restricted HTML; anything unknown is refused with its line."""

import re
from bisect import bisect_right
from collections.abc import Iterator  # noqa: TC003 - a name that can be looked up at run time
from dataclasses import dataclass, field
from html import unescape

from samverkan_cli.rendering import vocabulary
from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.texts import visible

MAX_ELEMENTS = 50_000
MAX_DEPTH = 24

_MARKER = re.compile("\x01([md])([0-9]{1,6})\x02")
# Not html.parser: it mends what is broken, and here broken means refused.
_TOKEN = re.compile(
    r"<(?P<close>/)?(?P<tag>[a-z][a-z0-9]*)(?P<attributes>[^<>]*)>|(?P<text>[^<]+)|(?P<bad><)"
)
_ATTRIBUTE = re.compile(r'\s+(?P<name>[a-z]+)="(?P<value>[^"<>]*)"')
_SPACE = re.compile(r"[ \t\r\n]+")

_TAGS = "Tillåtna taggar: " + ", ".join(sorted(set(vocabulary.CONTENT) - {vocabulary.ROOT})) + "."
_CLASSES = "Tillåtna klasser: " + ", ".join(sorted(vocabulary.CLASSES)) + "."


@dataclass(slots=True)
class Element:
    """A tag with its attributes and what stands in it; texts are as people read them."""

    tag: str
    attributes: dict[str, str]
    spot: Spot
    children: "list[Element | str]" = field(default_factory=list)

    def elements(self) -> "Iterator[Element]":
        """Give the elements directly inside."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> "Iterator[Element]":
        """Give this element and all within it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    def text(self) -> str:
        """Give all text inside, on one line."""
        return "".join(
            child if isinstance(child, str) else " " if child.tag == "br" else child.text()
            for child in self.children
        )

    def has(self, name: str) -> bool:
        """Tell if the element has the class."""
        return name in self.attributes.get("class", "").split()


class Lines:
    """Where in the template each part of the output was written."""

    def __init__(self, marked: str, name: str, parts: str) -> None:
        self._names = {"m": name, "d": parts}
        self._offsets = [0]
        self._spots = [Spot(name, 1)]
        removed = 0
        for mark in _MARKER.finditer(marked):
            self._offsets.append(mark.start() - removed)
            self._spots.append(Spot(self._names[mark[1]], int(mark[2])))
            removed += len(mark[0])
        self.text = _MARKER.sub("", marked)

    def at(self, offset: int) -> Spot:
        """Give the line of the nearest tag at or before an offset in `text`."""
        return self._spots[bisect_right(self._offsets, offset) - 1]


def parse(marked: str, name: str, parts: str = "") -> Element:
    """Read a template's marked output. `name` and `parts` are the files that the marks mean."""
    lines = Lines(marked, name, parts)
    root = Element(vocabulary.ROOT, {}, Spot(name, 1))
    stack = [root]
    count = 0
    for token in _TOKEN.finditer(lines.text):
        spot = lines.at(token.start())
        if token["text"] is not None:
            _add_text(stack[-1], token["text"], spot)
        elif token["bad"] or (count := count + 1) > 2 * MAX_ELEMENTS:
            raise _unreadable(token["bad"], spot)
        elif token["close"]:
            _close(stack, token["tag"], token["attributes"], spot)
        else:
            _open(stack, token["tag"], token["attributes"], spot)
    if len(stack) > 1:
        raise TemplateError(
            stack[-1].spot, f"<{stack[-1].tag}> stängs aldrig.", f"Skriv </{stack[-1].tag}>."
        )
    return root


def _unreadable(bad: str | None, spot: Spot) -> TemplateError:
    if bad:
        return TemplateError(
            spot,
            "”<” inleder ingen riktig tagg.",
            'Skriv taggar med små bokstäver och attribut som namn="värde"; ett löst < skrivs &lt;.',
        )
    return TemplateError(spot, "Dokumentet har för många delar.", "Skriv ut mindre i mallen.")


def _open(stack: list[Element], tag: str, attributes: str, spot: Spot) -> None:
    parent = stack[-1]
    if tag not in vocabulary.CONTENT:
        raise TemplateError(spot, f"Taggen <{tag}> finns inte i utskrifter.", _TAGS)
    if tag not in vocabulary.CONTENT[parent.tag]:
        where = "ytterst" if parent.tag == vocabulary.ROOT else f"direkt i <{parent.tag}>"
        may = ", ".join(sorted(vocabulary.CONTENT[parent.tag] - vocabulary.TEXT)) or "ingenting"
        raise TemplateError(spot, f"<{tag}> får inte stå {where}.", f"Där får stå: {may}.")
    if len(stack) > MAX_DEPTH:
        raise TemplateError(spot, "Taggarna är för djupt nästlade.", "Ta bort en nivå.")
    element = Element(tag, _attributes(tag, attributes, spot), spot)
    parent.children.append(element)
    if tag not in vocabulary.VOID:
        stack.append(element)


def _attributes(tag: str, text: str, spot: Spot) -> dict[str, str]:
    found: dict[str, str] = {}
    end = 0
    while match := _ATTRIBUTE.match(text, end):
        name, value = match["name"], visible(unescape(match["value"]))
        fault = vocabulary.attribute_fault(tag, name, value)
        if fault or name in found:
            raise TemplateError(spot, fault or f"Attributet ”{name}” står två gånger.", _CLASSES)
        found[name] = value
        end = match.end()
    if text[end:].strip():
        raise TemplateError(
            spot, f"<{tag}{text}> går inte att läsa.", 'Skriv attribut som namn="värde".'
        )
    for required in vocabulary.REQUIRED.get(tag, ()):
        if required not in found:
            says = f"<{tag}> saknar {required}."
            raise TemplateError(spot, says, f'Skriv <{tag} {required}="…">.')
    return found


def _close(stack: list[Element], tag: str, attributes: str, spot: Spot) -> None:
    opened = stack[-1]
    if opened.tag != tag or attributes.strip():
        opener = (
            f"<{opened.tag}> på rad {opened.spot.line} är öppen"
            if len(stack) > 1
            else "inget är öppet"
        )
        raise TemplateError(
            spot, f"</{tag}> stänger fel tagg: {opener}.", "Stäng det som öppnades sist."
        )
    stack.pop()
    _trim(opened)
    if tag in vocabulary.NEVER_EMPTY and not opened.text().strip():
        raise TemplateError(
            opened.spot,
            f"<{tag}> är tom.",
            "Skriv ut ett värde; ett värde som är none blir ”Uppgift saknas”.",
        )


def _add_text(parent: Element, text: str, spot: Spot) -> None:
    words = _SPACE.sub(" ", visible(unescape(text), one_line=False))
    if "#text" in vocabulary.CONTENT[parent.tag]:
        parent.children.append(words)
    elif words.strip(" "):
        raise TemplateError(
            spot, f"Löpande text får inte stå direkt i <{parent.tag}>.", "Sätt texten i <p>."
        )


def _trim(element: Element) -> None:
    """Drop white space where a browser would not show it: at the edges of a block."""
    if element.tag in vocabulary.INLINE or not element.children:
        return
    children = element.children
    for place in (0, -1):
        edge = children[place] if children else ""
        if isinstance(edge, str) and children:
            children[place] = edge.lstrip(" ") if place == 0 else edge.rstrip(" ")
    element.children = [child for child in children if child != ""]
