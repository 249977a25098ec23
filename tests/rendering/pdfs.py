"""PDFs of what a template gives, and what a reader of them sees."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from samverkan_cli.rendering import embedding, form_pdf, html, structure
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.report import Picture

Named = dict[str, Any]


def printed(body: str, *pictures: Picture, **values: Any) -> Utskrift:
    """Judge restricted HTML as a rendering is judged."""
    tree = html.parse(body, "prov.html.j2")
    structure.judge(tree)
    named = {each.name: each for each in pictures}
    embedding.judge(tree, named)
    title = next(each for each in tree.walk() if each.tag == "h1").text()
    return Utskrift(tree, title, "", named, values)


def article(inside: str) -> Utskrift:
    """Give a document of one heading and more."""
    return printed(f"<article><h1>Rubrik</h1>{inside}</article>")


def pages(pdf: bytes) -> list[str]:
    """Read the text of each page in order, as it is copied and read aloud."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def text(written: Utskrift) -> str:
    """Read a whole document on one line."""
    return " ".join(" ".join(pages(form_pdf.write(written))).split())


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open the PDF's objects."""
    return pikepdf.open(BytesIO(pdf))


def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Give the elements of the structure tree in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            waiting += [node.K] if "/K" in node else []
    return found


def names(pdf: bytes) -> list[str]:
    """Give the kinds of the structure elements in reading order."""
    with opened(pdf) as document:
        return [str(each.S).removeprefix("/") for each in tags(document)]
