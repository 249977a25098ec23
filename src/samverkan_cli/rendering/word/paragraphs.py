"""Every paragraph of a template with its place in words, as the one who wrote it would say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan_cli.rendering.word.names import W, text_of
from samverkan_cli.rendering.word.package import DOCUMENT, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKER = "DOKUMENT"
"""The one paragraph where the body of the document goes."""

_PLACES = {"header": "sidhuvudet", "footer": "sidfoten", "footnotes": "fotnoterna"}
_PART = re.compile(r"word/(header|footer|footnotes)[0-9]*\.xml")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a template: its text, its number in the part (from 1), and where it is."""

    part: str
    number: int
    text: str
    where: str

    @property
    def is_marker(self) -> bool:
        """Tell whether it is the marker and nothing else."""
        return self.text.strip() == MARKER


def paragraphs(parts: Mapping[str, bytes]) -> list[Paragraph]:
    """List the paragraphs of the body, then of headers, footers and notes."""
    names = [DOCUMENT, *sorted(name for name in parts if _PART.fullmatch(name))]
    return [each for name in names for each in _of_part(name, parsed(parts[name], name))]


def _of_part(name: str, root: "_Element") -> Iterator[Paragraph]:
    kind = _PART.fullmatch(name)
    start = f"{_PLACES[kind[1]]}, " if kind else ""
    tables = {each: at for at, each in enumerate(root.iter(f"{W}tbl"), 1)}
    plain = 0
    for number, each in enumerate(root.iter(f"{W}p"), 1):
        cell = next(each.iterancestors(f"{W}tc"), None)
        plain += cell is None
        where = f"stycke {plain}" if cell is None else _in_table(cell, tables)
        yield Paragraph(name, number, text_of(each), f"{start}{where}")


def _in_table(cell: "_Element", tables: "Mapping[_Element, int]") -> str:
    row = next(cell.iterancestors(f"{W}tr"))
    table = next(row.iterancestors(f"{W}tbl"))
    down = list(table.iter(f"{W}tr")).index(row) + 1
    across = list(row.iter(f"{W}tc")).index(cell) + 1
    return f"tabell {tables[table]}, rad {down}, kolumn {across}"
