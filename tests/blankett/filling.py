"""Somebody at the keyboard of Word: writes in controls, adds and removes rows."""

from copy import deepcopy
from typing import Any

from lxml import etree

from samverkan_cli.rendering.word.names import W15, W
from samverkan_cli.rendering.word.package import DOCUMENT, opened, zipped


class Word:
    """A form opened, changed and saved."""

    def __init__(self, raw: bytes) -> None:
        self._parts = opened(raw)
        self.root = etree.fromstring(self._parts[DOCUMENT])

    def control(self, tag: str, nth: int = 0) -> Any:
        """Find a control by its tag, the first or a later one."""
        found = [
            each
            for each in self.root.iter(f"{W}sdt")
            if (name := each.find(f"{W}sdtPr/{W}tag")) is not None and name.get(f"{W}val") == tag
        ]
        return found[nth]

    def write(self, tag: str, text: str, nth: int = 0) -> None:
        """Write in a control; its lines are Word's own line breaks, in runs of a few letters."""
        control = self.control(tag, nth)
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        for each in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(each)
        for each in list(content):
            content.remove(each)
        for number, line in enumerate(text.split("\n")):
            if number:
                etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}br")
            for at in range(0, len(line), 5):
                run = etree.SubElement(content, f"{W}r")
                etree.SubElement(run, f"{W}t").text = line[at : at + 5]

    def add_row(self, tag: str) -> None:
        """Press the plus sign after the last row: Word gives a copy of it, emptied."""
        items = self._items(tag)
        made = deepcopy(items[-1])
        for each in made.iter(f"{W}sdtPr"):
            if each.find(f"{W}tag") is not None and each.find(f"{W15}repeatingSection") is None:
                etree.SubElement(each, f"{W}showingPlcHdr")
        items[-1].addnext(made)

    def remove_row(self, tag: str, nth: int) -> None:
        """Remove a row."""
        item = self._items(tag)[nth]
        item.getparent().remove(item)

    def _items(self, tag: str) -> list[Any]:
        content = self.control(tag).find(f"{W}sdtContent")
        return [
            each for each in content if each.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None
        ]

    def part(self, name: str, data: bytes) -> None:
        """Put in another part."""
        self._parts[name] = data

    def raw_part(self, name: str) -> bytes:
        """Give a part."""
        return self._parts[name]

    def saved(self) -> bytes:
        """Give the file."""
        return zipped(self._parts | {DOCUMENT: etree.tostring(self.root)})
