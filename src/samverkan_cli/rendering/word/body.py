"""The document's tree as Word's own paragraphs, lists, tables and pictures. Door to python-docx."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.text.paragraph import Paragraph

from samverkan_cli.rendering import embedding
from samverkan_cli.rendering.html import Element
from samverkan_cli.rendering.raster import raster
from samverkan_cli.rendering.word import styles, tables
from samverkan_cli.rendering.word.numbering import LEVELS, Lists
from samverkan_cli.rendering.word.styles import Styles

_BOXES = {"article", "section", "header", "footer", "div"}
_HEADINGS = dict(zip(("h1", "h2", "h3", "h4"), styles.HEADINGS, strict=True))
_CLASSES = {
    "ingress": styles.LEAD,
    "notis": styles.NOTE,
    "undertitel": styles.SMALL,
    "liten": styles.SMALL,
    "proveniens": styles.SMALL,
}
_EMU = 9525
"""English metric units in a CSS pixel."""


@dataclass(frozen=True)
class _Where:
    """Where a paragraph stands: its style, and the list that it is an item of."""

    style: str | None = None
    bold: bool = False
    right: bool = False
    level: int = -1
    number: int = 0


@dataclass(frozen=True)
class _Look:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    style: str | None = None


class Body:
    """Writes a tree at a paragraph of a document, which it replaces."""

    def __init__(self, document: Any, marker: Any, pictures: embedding.Pictures) -> None:
        self._document = document
        self._marker = marker
        self._own = marker.pPr.style if marker.pPr is not None else None
        self._at = marker
        self._pictures = pictures
        self._styles = Styles(document)
        self._lists = Lists(document)
        self._names: list[str] = []
        self._bookmark = 1_000
        section = document.sections[0]
        sides = (section.left_margin or 0) + (section.right_margin or 0)
        self._width = max((section.page_width or Emu(7_560_000)) - sides, 1_000_000)

    def write(self, root: Element) -> None:
        """Write the whole tree, and take the marker away (but not a section that it ends)."""
        for each in root.elements():
            self._block(each, _Where())
        if self._marker.find(f".//{qn('w:sectPr')}") is None:
            self._marker.getparent().remove(self._marker)
        else:
            for run in self._marker.findall(qn("w:r")):
                self._marker.remove(run)

    def _put(self, element: Any) -> None:
        self._marker.addprevious(element)

    def _block(self, element: Element, where: _Where) -> None:
        if name := element.attributes.get("id"):
            self._names.append(name)
        if element.tag in _BOXES:
            for child in element.elements():
                self._block(child, where)
        elif element.tag in {"ul", "ol"}:
            for each in self._list(element, where):
                self._put(each)
        elif element.tag == "dl":
            self._terms(element)
        elif element.tag == "table":
            self._table(element)
        elif element.tag == "figure":
            self._figure(element)
        elif not element.has("brevhuvud"):  # the template has the letterhead
            style = _HEADINGS.get(element.tag) or next(
                (_CLASSES[name] for name in _CLASSES if element.has(name)), None
            )
            self._put(self._paragraph(element, replace(where, style=style)))

    def _paragraph(self, element: Element, where: _Where) -> Any:
        """Write what stands in an element as one paragraph."""
        made = OxmlElement("w:p")
        paragraph = Paragraph(made, self._document._body)  # noqa: SLF001 - its part is asked for
        style = self._styles.id(where.style) if where.style else self._own
        if style:
            made.get_or_add_pPr().style = style
        if where.right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if where.level >= 0:
            numbered = made.get_or_add_pPr().get_or_add_numPr()
            numbered.get_or_add_ilvl().val = min(where.level, LEVELS - 1)
            numbered.get_or_add_numId().val = where.number
        self._bookmarks(made)
        self._inline(element, made, _Look(bold=where.bold))
        return made

    def _bookmarks(self, paragraph: Any) -> None:
        """Let the links of the document find the paragraph."""
        for name in self._names:
            self._bookmark += 1
            start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
            for each in (start, end):
                each.set(qn("w:id"), str(self._bookmark))
            start.set(qn("w:name"), name)
            paragraph.extend([start, end])
        self._names = []

    def _inline(self, element: Element, into: Any, look: _Look) -> None:
        for child in element.children:
            if isinstance(child, str):
                into.append(self._run(child, look))
            elif child.tag == "br":
                run = OxmlElement("w:r")
                run.append(OxmlElement("w:br"))
                into.append(run)
            elif child.tag == "img":
                into.append(self._image(child))
            elif child.tag == "a":
                self._link(child, into, look)
            elif not _is_block(child):
                self._inline(child, into, self._looked(child, look))

    def _looked(self, element: Element, look: _Look) -> _Look:
        if element.tag == "strong":
            return replace(look, bold=True)
        if element.tag == "em":
            return replace(look, italic=True)
        if element.has("saknas"):
            return replace(look, bold=False, style=styles.GAP)
        return look

    def _run(self, text: str, look: _Look) -> Any:
        run = OxmlElement("w:r")
        if look.style:
            run.style = self._styles.id(look.style)
        if look.bold:
            run.get_or_add_rPr()._add_b()  # noqa: SLF001 - the element's own way to make its child
        if look.italic:
            run.get_or_add_rPr()._add_i()  # noqa: SLF001
        said = OxmlElement("w:t")
        said.text = text
        said.set(qn("xml:space"), "preserve")
        run.append(said)
        return run

    def _link(self, element: Element, into: Any, look: _Look) -> None:
        link, address = OxmlElement("w:hyperlink"), element.attributes["href"]
        if address.startswith("#"):
            link.set(qn("w:anchor"), address[1:])
        else:
            part = self._document.part
            kind = RELATIONSHIP_TYPE.HYPERLINK
            link.set(qn("r:id"), part.relate_to(address, kind, is_external=True))
        self._inline(element, link, replace(look, style=styles.LINK))
        into.append(link)

    def _image(self, element: Element) -> Any:
        """Put a picture with its words; the words alone when nothing here can draw it."""
        picture, alt = self._pictures[embedding.named(element)], element.attributes["alt"]
        drawn = raster(picture)
        if drawn is None:
            return self._run(f"Bild: {alt}", _Look(italic=True))
        wide = min(picture.width * _EMU, self._width)
        high = round(wide * picture.height / max(picture.width, 1))
        inline = self._document.part.new_pic_inline(BytesIO(drawn), Emu(wide), Emu(high))
        inline.docPr.set("descr", alt)
        inline.docPr.set("name", picture.name)
        run = OxmlElement("w:r")
        run.add_drawing(inline)
        return run

    def _figure(self, element: Element) -> None:
        image, caption = element.elements()
        holder = Element("p", {}, element.spot, [image])
        self._put(self._paragraph(holder, _Where()))
        self._put(self._paragraph(caption, _Where(style=styles.SMALL)))

    def _terms(self, element: Element) -> None:
        """Write facts as term and value on one line, and longer texts under their term."""
        for term, value in zip(*[element.elements()] * 2, strict=True):
            if element.has("meta") or _is_short(value):
                line = Element("p", {}, term.spot, [*term.children, ":"])
                made = self._paragraph(line, _Where(style=styles.FACT, bold=True))
                tab = OxmlElement("w:r")
                tab.append(OxmlElement("w:tab"))
                made.append(tab)
                self._inline(value, made, _Look())
                self._put(made)
                rest = [each for each in value.elements() if _is_block(each)]
            else:
                self._put(self._paragraph(term, _Where(style=styles.TERM)))
                rest = list(_gathered(value))
            for each in rest:
                self._block(each, _Where())

    def _list(self, element: Element, where: _Where) -> Iterator[Any]:
        counts, number = element.tag == "ol", 0
        for item in element.elements():
            told = item.attributes.get("value")
            if not number or told:
                number = self._lists.number(counts=counts, start=int(told or 1))
            here = replace(where, level=where.level + 1, number=number)
            first = True
            for each in _gathered(item):
                if each.tag in {"ul", "ol"}:
                    yield from self._list(each, here)
                else:
                    yield self._paragraph(each, here if first else where)
                    first = False

    def _table(self, element: Element) -> None:
        caption, *parts = element.elements()
        self._put(self._paragraph(caption, _Where(style=styles.CAPTION)))
        table = OxmlElement("w:tbl")
        rows = [(part.tag, row) for part in parts for row in part.elements()]
        widths = tables.widths(self._width, [row for _, row in rows])
        style = self._styles.id(styles.TABLE)
        table.extend([tables.properties(caption.text(), style), tables.grid(widths)])
        for kind, row in rows:
            table.append(self._row(kind, row, widths))
        self._put(table)
        self._put(self._paragraph(Element("p", {}, element.spot), _Where(style=styles.CELL)))

    def _row(self, kind: str, row: Element, widths: list[int]) -> Any:
        made = OxmlElement("w:tr")
        made.append(tables.row_properties(is_head=kind == "thead"))
        bold = kind != "tbody" or row.has("summa")
        for cell, width in zip(row.elements(), widths, strict=True):
            holder = OxmlElement("w:tc")
            holder.width = width * tables.EMU
            where = _Where(
                style=styles.CELL,
                bold=bold or cell.tag == "th",
                right=cell.has("belopp") or cell.has("tal"),
            )
            holder.extend(self._cell(cell, where))
            made.append(holder)
        return made

    def _cell(self, cell: Element, where: _Where) -> Iterator[Any]:
        for each in _gathered(cell):
            if each.tag in {"ul", "ol"}:
                yield from self._list(each, where)
                # Word wants a cell to end with a paragraph, and a list item is one.
            else:
                yield self._paragraph(each, where)


SHORT = 60
"""Characters of a fact that stands on the line of its term."""


def _is_short(value: Element) -> bool:
    return len(value.text()) <= SHORT and not any(_is_block(each) for each in value.elements())


def _is_block(element: Element) -> bool:
    return element.tag in {"p", "ul", "ol"}


def _gathered(holder: Element) -> Iterator[Element]:
    """Give the blocks of an item or a cell: the prose first, as a paragraph of its own."""
    prose = [c for c in holder.children if isinstance(c, str) or not _is_block(c)]
    if any(not isinstance(each, str) or each.strip() for each in prose):
        yield Element("p", {}, holder.spot, prose)
    yield from (each for each in holder.elements() if _is_block(each))
