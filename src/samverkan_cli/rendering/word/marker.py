"""The paragraph of the body: marked before the data are in, and found again when they are."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.word.paragraphs import MARKER

_HERE = "samverkan_dokument"


def marked(raw: bytes) -> bytes:
    """Mark the paragraph of the body before the data are in: a text may say the same word."""
    document = Document(BytesIO(raw))
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == MARKER:
            for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
                mark = OxmlElement(kind)
                mark.set(qn("w:id"), "999")
                if kind == "w:bookmarkStart":
                    mark.set(qn("w:name"), _HERE)
                paragraph._p.append(mark)  # noqa: SLF001 - python-docx has no bookmarks
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def find(document: Any, name: str) -> Any:
    """Find the marked paragraph in a filled template, which is called `name`."""
    for each in document.element.body.iter(qn("w:bookmarkStart")):
        if each.get(qn("w:name")) == _HERE:
            return each.getparent()
    raise TemplateError(
        Spot(name, 1),
        f"Stycket {MARKER} försvann när fälten fylldes i.",
        f"Sätt {MARKER} utanför alla {{% if %}} och {{% for %}}.",
    )
