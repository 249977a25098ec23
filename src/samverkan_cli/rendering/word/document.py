"""A printed document as a Word file: fields filled, body written, properties set, zipped anew."""

from io import BytesIO
from typing import Any

from docx import Document

from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rendering.raster import raster
from samverkan_cli.rendering.word.body import Body
from samverkan_cli.rendering.word.filling import filled
from samverkan_cli.rendering.word.judging import judge
from samverkan_cli.rendering.word.marker import find, marked
from samverkan_cli.rendering.word.package import opened, zipped
from samverkan_cli.rendering.word.properties import set_properties
from samverkan_cli.rendering.word.styles import speak_swedish
from samverkan_cli.rendering.word.template import Template, chosen, kind_of

_LOGO = "LOGOTYP"
_LOGO_HEIGHT = 38 * 9525


def write(printed: Utskrift) -> bytes:
    """Write the Word file. A faulty template is a TemplateError that says where."""
    template = chosen(kind_of(printed.values), printed.own)
    if template.own:
        _refuse_faulty(template)
    day = _day(printed.values)
    values = {**printed.values, "titel": printed.title, "datum": day}
    raw = filled(marked(template.raw), template.name, values, own=template.own)
    document = Document(BytesIO(raw))
    Body(document, find(document, template.name), printed.pictures).write(printed.tree)
    _letterhead(document, printed)
    speak_swedish(document)
    set_properties(document, printed.title, printed.values, day)
    out = BytesIO()
    document.save(out)
    return zipped(opened(out.getvalue()))


def _refuse_faulty(template: Template) -> None:
    for each in judge(template.raw, template.typ).faults[:1]:
        raise TemplateError(Spot(template.name, each.line), each.says, each.hint)


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
