"""The tree as Typst source. Every text is a string literal: nothing in it is ever markup."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samverkan_cli.rendering import embedding, typst_tables
from samverkan_cli.rendering.html import Element
from samverkan_cli.rendering.typst_text import broken, image_data, quoted
from samverkan_cli.report import Picture
from samverkan_cli.secrecy.mask import masked

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_BLOCKS = frozenset({"p", "ul", "ol"})
_BOXES = frozenset({"article", "section", "header", "footer", "div"})
_STYLED = ("notis", "ingress", "undertitel", "liten", "meta", "proveniens", "saknas")
"""Classes that the style sheet has a function for, under the same name."""

_PX = 0.75
"""Points (1/72 inch) of a CSS pixel (1/96 inch)."""
_TALLEST = 640
"""Points that a picture may be high and still have its caption on the page."""


def write(root: Element, pictures: Mapping[str, Picture]) -> str:
    """Write the body of a document as Typst code: calls of the functions in `_stil.typ`."""
    return _Writer(pictures, _targets(root)).document(root)


def _targets(root: Element) -> frozenset[str]:
    """Find the ids that a link may lead to; a link to any other is only its text."""
    return frozenset(each.attributes["id"] for each in root.walk() if "id" in each.attributes)


def _block(parts: Iterable[str]) -> str:
    joined = "\n".join(parts)
    return f"{{\n{joined}\n}}" if joined else "[]"


@dataclass
class _Writer:
    pictures: Mapping[str, Picture]
    targets: frozenset[str]
    table_plan: typst_tables.Plan | None = None
    contained: bool = False

    def document(self, root: Element) -> str:
        """Write the letterhead first of all, and a table of contents after the header."""
        article = next(root.elements())
        parts = []
        head = next((each for each in root.walk() if each.has("brevhuvud")), None)
        if head:
            parts.append(self.letterhead(head))
            article = _without(article, head)
        first = next((each for each in article.elements() if each.tag == "header"), None)
        first = first or next((e for e in article.elements() if e.tag == "h1"), None)
        for child in article.elements():
            parts.append(self.flow(child))
            parts += ["innehall()"] if child is first else []
        return _block(parts)

    def letterhead(self, head: Element) -> str:
        images = [each for each in head.walk() if each.tag == "img"]
        words = Element(head.tag, {}, head.spot, [c for c in head.children if c not in images])
        logo = self.picture(images[0], 40, 170) if images else "none"
        return f"brevhuvud({logo}, {self.inside(words)})"

    def blocks(self, parent: Element) -> str:
        write = self.block if parent.tag == "footer" else self.flow
        return _block(map(write, parent.elements()))

    def box(self, element: Element) -> str:
        """Write a box; in one with a background, nothing can have a page of its own."""
        was, self.contained = self.contained, self.contained or bool(element.attributes)
        written = self.blocks(element)
        self.contained = was
        return written

    def flow(self, element: Element) -> str:
        """Write a block; a paragraph is narrower than a table may be."""
        is_prose = element.tag == "p" and not element.has("notis")
        return f"stycke({self.block(element)})" if is_prose else self.block(element)

    def block(self, element: Element) -> str:
        anchor = element.attributes.get("id")
        mark = f"[#metadata(none) #label({quoted(f'id-{anchor}')})]\n" if anchor else ""
        return mark + self.styled(element, self.bare(element))

    def bare(self, element: Element) -> str:
        if element.tag in _HEADINGS:
            return f"heading(level: {_HEADINGS[element.tag]}, {self.inside(element)})"
        if element.tag == "footer":
            return f"fot({self.blocks(element)})"
        if element.tag in _BOXES:
            return self.box(element)
        writers = {
            "ul": self.listed,
            "ol": self.listed,
            "dl": self.terms,
            "table": self.table,
            "figure": self.figure,
        }
        write = writers.get(element.tag)
        return write(element) if write else f"par({self.inside(element)})"

    def styled(self, element: Element, written: str) -> str:
        for name in _STYLED:
            # A list of terms has its own look for these, and a footer's text is small anyway.
            if element.has(name) and not (name == "meta" and element.tag == "dl"):
                written = f"{name}({written})"
        return written

    def listed(self, element: Element) -> str:
        if element.tag == "ul":
            items = [f"list.item({self.inside(item)})" for item in element.elements()]
            return f"list({', '.join(items)})"
        number, numbered = 0, []
        for item in element.elements():
            number = int(item.attributes.get("value", number + 1))
            numbered.append(f"enum.item({number}, {self.inside(item)})")
        return f"enum({', '.join(numbered)})"

    def terms(self, element: Element) -> str:
        pairs = zip(*[element.elements()] * 2, strict=True)
        items = [f"({self.inside(term)}, {self.inside(value)})" for term, value in pairs]
        name = "metalista" if element.has("meta") else "termlista"
        return f"{name}({', '.join(items)})"

    def table(self, element: Element) -> str:
        caption, *parts = element.elements()
        plan = typst_tables.plan(parts, narrow=element.has("smal"), may_lie=not self.contained)
        self.table_plan = plan
        rows = {part.tag: [self.row(row, part.tag) for row in part.elements()] for part in parts}
        self.table_plan = None
        head = f"table.header({', '.join(rows['thead'])})"
        foot = (
            [f"table.footer(repeat: false, {', '.join(rows['tfoot'])})"] if "tfoot" in rows else []
        )
        columns = ", ".join(f"{width:.2f}mm" for width in plan.widths)
        given = [
            f"rubrik: {self.inside(caption)}",
            f"kolumner: ({columns},)",
            f"mellan: {plan.gutter:.2f}mm",
            f"grad: {plan.size:.2f}pt",
            f"liggande: {'true' if plan.lying else 'false'}",
            *[head, *rows["tbody"], *foot],
        ]
        return "tabell(\n" + ",\n".join(given) + "\n)"

    def row(self, row: Element, part: str) -> str:
        return ", ".join(self.cell(cell, part, tinted=row.has("summa")) for cell in row.elements())

    def cell(self, cell: Element, part: str, *, tinted: bool) -> str:
        inside = self.inside(cell)
        if typst_tables.is_whole(cell):
            inside = f"box({inside})"
        if part in {"thead", "tfoot"} or cell.tag == "th" or tinted:
            inside = f"rad({inside})"
        given = [
            "align: right" if cell.has("belopp") or cell.has("tal") else "",
            "fill: ton" if tinted else "",
            "breakable: false" if typst_tables.is_short(cell) else "",
        ]
        return f"table.cell({', '.join([*filter(None, given), self.styled(cell, inside)])})"

    def figure(self, element: Element) -> str:
        image, caption = element.elements()
        return f"bild({self.picture(image, _TALLEST, 493)}, {self.inside(caption)})"

    def picture(self, image: Element, tallest: float, widest: float) -> str:
        """Write an image, in its own size (points) or as large as there is room for."""
        picture = self.pictures[embedding.named(image)]
        scale = min(_PX, tallest / picture.height, widest / picture.width)
        data, alt = image_data(picture), quoted(masked(image.attributes["alt"]))
        return (
            f"image({data}, alt: {alt}, "
            f"width: {picture.width * scale:.2f}pt, height: {picture.height * scale:.2f}pt)"
        )

    def inside(self, element: Element) -> str:
        """Write what stands in an element; between blocks, white space is nothing."""
        children = element.children
        if any(isinstance(child, Element) and child.tag in _BLOCKS for child in children):
            children = [c for c in children if not isinstance(c, str) or c.strip()]
        return _block(map(self.run, children))

    def run(self, child: Element | str) -> str:
        if isinstance(child, str):
            plan = self.table_plan
            return "\n".join(broken(child, 16, plan.together) if plan else broken(child, 32, 28))
        if child.tag == "br":
            return "linebreak()"
        if child.tag == "img":
            return f"box({self.picture(child, 40, 170)})"
        if child.tag in _BLOCKS:
            return self.block(child)
        return self.styled(child, self.inline(child))

    def inline(self, element: Element) -> str:
        inside = self.inside(element)
        if element.tag in {"strong", "em"}:
            return f"{'strong' if element.tag == 'strong' else 'emph'}({inside})"
        if element.tag == "a":
            return self.link(element.attributes["href"], inside)
        if element.tag == "time" and self.table_plan:
            return f"box({inside})"
        return inside

    def link(self, address: str, inside: str) -> str:
        if not address.startswith("#"):
            return f"link({quoted(address)}, {inside})"
        name = address[1:]
        return f"link(label({quoted(f'id-{name}')}), {inside})" if name in self.targets else inside


def _without(parent: Element, gone: Element) -> Element:
    """Copy an element without one that stands somewhere in it."""
    kept = [
        _without(child, gone) if isinstance(child, Element) else child
        for child in parent.children
        if child is not gone
    ]
    return Element(parent.tag, parent.attributes, parent.spot, kept)
