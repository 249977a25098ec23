"""Makes `templates/word/handling.docx`, the Word template that comes with the program."""

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from samverkan_cli.rendering.word import styles
from samverkan_cli.rendering.word.package import opened, zipped
from samverkan_cli.rendering.word.styles import Styles, speak_swedish

FONT = "Calibri"
ACCENT = RGBColor(0x14, 0x50, 0x6E)
MUTED = RGBColor(0x4A, 0x52, 0x60)
KEPT = {"Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List"}
OURS = (
    *(*styles.HEADINGS, styles.CAPTION, styles.LEAD, styles.SMALL, styles.NOTE, styles.TERM),
    *(styles.FACT, styles.CELL, styles.LINK, styles.GAP, styles.TABLE),
    *(styles.FIELD, styles.PLACEHOLDER),
)


def template() -> bytes:
    """Make the template: letterhead, page numbers, our styles and the marker of the body."""
    document = Document()
    for style in list(document.styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    for name in ("Header", "Footer"):  # their tab stops are for another width of page
        properties = document.styles[name].element.pPr
        properties.remove(properties.find(qn("w:tabs")))
    _page(document)
    _text(document)
    made = Styles(document)
    for name in OURS:
        made.id(name)
    _head(document.sections[0].header)
    _foot(document.sections[0].footer)
    document.add_paragraph("DOKUMENT")
    speak_swedish(document)
    _properties(document)
    out = BytesIO()
    document.save(out)
    parts = opened(out.getvalue())
    parts.pop("docProps/thumbnail.jpeg", None)
    rels = parts["_rels/.rels"].decode()
    start = rels.find("<Relationship ", 0)
    pieces = [p for p in rels[start:].split("/>") if "thumbnail" not in p]
    parts["_rels/.rels"] = (rels[:start] + "/>".join(pieces)).encode()
    return zipped(parts)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.4)
    section.header_distance, section.footer_distance = Cm(1.2), Cm(1.0)


def _text(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    fonts = normal.element.rPr.rFonts
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)
    fonts.set(qn("w:cs"), FONT)
    form = normal.paragraph_format
    form.space_after, form.line_spacing = Pt(6), 1.15


def _edge(paragraph: Any, side: str, color: str) -> None:
    line = f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="{color}"/>'
    made = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        made, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def _tabbed(paragraph: Any) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16.2), WD_TAB_ALIGNMENT.RIGHT)


def _head(head: Any) -> None:
    line = head.paragraphs[0]
    _tabbed(line)
    line.add_run("LOGOTYP")
    name = line.add_run(" {{ forbund.namn }}")
    name.bold, name.font.size, name.font.color.rgb = True, Pt(11), ACCENT
    number = line.add_run(
        "\t{% if insats is defined and insats.dnr %}Dnr {{ insats.dnr }}{% endif %}"
    )
    number.font.size, number.font.color.rgb = Pt(9), MUTED
    _edge(line, "bottom", "14506E")


def _foot(foot: Any) -> None:
    line = foot.paragraphs[0]
    _tabbed(line)
    contact = (
        "{{ [forbund.adress, forbund.telefon, forbund.epost, forbund.webb]|select|join('  ·  ') }}"
    )
    _small(line.add_run(contact))
    _edge(line, "top", "C5CBD3")
    pages = foot.add_paragraph(style=line.style)
    _tabbed(pages)
    _small(pages.add_run("\tSida "))
    _field(pages, "PAGE")
    _small(pages.add_run(" av "))
    _field(pages, "NUMPAGES")


def _small(run: Any) -> None:
    run.font.size, run.font.color.rgb = Pt(8.5), MUTED


def _field(paragraph: Any, code: str) -> None:
    """Add a field that Word computes; `1` is what it says before."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run("1" if kind == "shown" else "")
        _small(run)
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {text} "
            instruction.set(qn("xml:space"), "preserve")
            run._r.append(instruction)
        elif kind != "shown":
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)


def _properties(document: Any) -> None:
    known = document.core_properties
    known.title, known.author, known.last_modified_by = "Mall för handlingar", "", ""
    known.comments, known.language = "", styles.LANGUAGE
    known.created = known.modified = datetime(2000, 1, 1)  # noqa: DTZ001 - Word wants no zone
    known.revision = 1
