"""A printed document as a Word file: fields filled, body written, properties set, zipped anew."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rendering.raster import raster
from samverkan_cli.rendering.word.body import Body
from samverkan_cli.rendering.word.filling import filled
from samverkan_cli.rendering.word.judging import judge
from samverkan_cli.rendering.word.package import opened, zipped
from samverkan_cli.rendering.word.paragraphs import MARKER
from samverkan_cli.rendering.word.styles import LANGUAGE, speak_swedish
from samverkan_cli.rendering.word.template import Template, chosen, kind_of
from samverkan_cli.secrecy.mask import masked

_HERE = "samverkan_dokument"
_LOGO = "LOGOTYP"
_LOGO_HEIGHT = 38 * 9525
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""What Word is told of a document that has no day: it wants one."""


def write(printed: Utskrift) -> bytes:
    """Write the Word file. A faulty template is a TemplateError that says where."""
    template = chosen(kind_of(printed.values), printed.own)
    if template.own:
        _refuse_faulty(template)
    day = _day(printed.values)
    values = {**printed.values, "titel": printed.title, "datum": day}
    raw = filled(_marked(template.raw), template.name, values, own=template.own)
    document = Document(BytesIO(raw))
    Body(document, _marker(document, template), printed.pictures).write(printed.tree)
    _letterhead(document, printed)
    speak_swedish(document)
    _properties(document, printed, day)
    out = BytesIO()
    document.save(out)
    return zipped(opened(out.getvalue()))


def _refuse_faulty(template: Template) -> None:
    for each in judge(template.raw, template.typ).faults[:1]:
        raise TemplateError(Spot(template.name, each.line), each.says, each.hint)


def _marked(raw: bytes) -> bytes:
    """Mark the paragraph of the body before the data are in: a text may say the same word."""
    document = Document(BytesIO(raw))
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == MARKER:
            mark = OxmlElement("w:bookmarkStart")
            mark.set(qn("w:id"), "999")
            mark.set(qn("w:name"), _HERE)
            end = OxmlElement("w:bookmarkEnd")
            end.set(qn("w:id"), "999")
            paragraph._p.extend([mark, end])  # noqa: SLF001 - python-docx has no bookmarks
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _marker(document: Any, template: Template) -> Any:
    for each in document.element.body.iter(qn("w:bookmarkStart")):
        if each.get(qn("w:name")) == _HERE:
            return each.getparent()
    raise TemplateError(
        Spot(template.name, 1),
        f"Stycket {MARKER} försvann när fälten fylldes i.",
        f"Sätt {MARKER} utanför alla {{% if %}} och {{% for %}}.",
    )


def _letterhead(document: Any, printed: Utskrift) -> None:
    """Put the logotype where the template's head asks for it; without one, nothing."""
    picture = printed.pictures.get("logotyp")
    drawn = raster(picture) if picture else None
    for section in document.sections:
        for head in (section.header, section.first_page_header):
            places = [*head.paragraphs]
            places += [p for t in head.tables for c in t._cells for p in c.paragraphs]  # noqa: SLF001
            for run in (run for place in places for run in place.runs if run.text == _LOGO):
                run.text = ""
                if picture and drawn:
                    inline = run.add_picture(BytesIO(drawn), height=_LOGO_HEIGHT)
                    inline._inline.docPr.set("descr", picture.alt)  # noqa: SLF001


def _day(values: Any) -> str | None:
    """Give the day of the document, as ÅÅÅÅ-MM-DD."""
    for name in ("dokument", "rapport"):
        day = (values.get(name) or {}).get("datum")
        if day:
            return str(day)
    return None


def _properties(document: Any, printed: Utskrift, day: str | None) -> None:
    known = document.core_properties
    made = datetime.fromisoformat(f"{day}T12:00:00+00:00") if day else _FIRST
    known.title = masked(printed.title)
    known.author = known.last_modified_by = str(
        (printed.values.get("forbund") or {}).get("namn") or ""
    )
    known.language = LANGUAGE
    known.created = known.modified = made.replace(tzinfo=None)
    known.revision = 1
    for name in ("comments", "keywords", "subject", "category"):
        setattr(known, name, "")
