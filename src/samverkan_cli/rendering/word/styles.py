"""The styles that a body needs: the template's own, and ours for those that it lacks."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

LANGUAGE = "sv-SE"
_ACCENT = RGBColor(0x14, 0x50, 0x6E)
_MUTED = RGBColor(0x4A, 0x52, 0x60)
_WARNING = RGBColor(0x8A, 0x3B, 0x00)

HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
CAPTION, LEAD, SMALL, NOTE = "Caption", "Samverkan Ingress", "Samverkan Liten", "Samverkan Notis"
TERM, FACT, CELL, LINK = "Samverkan Term", "Samverkan Fakta", "Samverkan Cell", "Hyperlink"
GAP, TABLE = "Samverkan Saknas", "Samverkan Tabell"
FIELD, PLACEHOLDER = "Samverkan Fält", "Placeholder Text"

_SIZES = {"Heading 1": 20, "Heading 2": 15, "Heading 3": 12.5, "Heading 4": 11}


class Styles:
    """Gives the id of a style by its name, made first where the template has none."""

    def __init__(self, document: Any) -> None:
        self._styles = document.styles
        self._known: dict[str, str] = {}

    def id(self, name: str) -> str:
        """Give the id of a style."""
        if name not in self._known:
            self._known[name] = self._found(name).style_id
        return self._known[name]

    def _found(self, name: str) -> Any:
        there = {each.name: each for each in self._styles}
        return there[name] if name in there else self._made(name)

    def _made(self, name: str) -> Any:
        if name == TABLE:
            return self._table()
        kind = (
            WD_STYLE_TYPE.CHARACTER if name in {GAP, LINK, PLACEHOLDER} else WD_STYLE_TYPE.PARAGRAPH
        )
        style = self._styles.add_style(name, kind, builtin=not name.startswith("Samverkan"))
        style.hidden, style.quick_style = False, True
        if kind is WD_STYLE_TYPE.PARAGRAPH:
            style.base_style = self._styles.default(WD_STYLE_TYPE.PARAGRAPH)
        _LOOKS[name](style)
        return style

    def _table(self) -> Any:
        style = self._styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
        style.element.append(parse_xml(_TABLE))
        return style


def _heading(style: Any) -> None:
    level = HEADINGS.index(style.name)
    style.font.size, style.font.bold = Pt(_SIZES[style.name]), True
    style.font.color.rgb = _ACCENT
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(18 - 3 * level), Pt(6 - level)
    form.keep_with_next = True
    style.element.get_or_add_pPr().append(
        parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
    )


def _caption(style: Any) -> None:
    style.font.bold, style.font.size = True, Pt(10)
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(3)


def _lead(style: Any) -> None:
    style.font.size = Pt(12.5)


def _small(style: Any) -> None:
    style.font.size, style.font.color.rgb = Pt(9), _MUTED
    style.paragraph_format.space_after = Pt(3)


def _note(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    edge = '<w:left w:val="single" w:sz="24" w:space="8" w:color="9A6700"/>'
    properties.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"))
    fill = 'w:val="clear" w:color="auto" w:fill="FFF6DF"'
    properties.append(parse_xml(f"<w:shd {nsdecls('w')} {fill}/>"))


def _term(style: Any) -> None:
    style.font.bold = True
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(1)


def _fact(style: Any) -> None:
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = Pt(130), Pt(-130)
    form.tab_stops.add_tab_stop(Pt(130))
    form.space_after = Pt(2)


def _cell(style: Any) -> None:
    style.font.size = Pt(9.5)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(2), Pt(2)


def _link(style: Any) -> None:
    style.font.color.rgb, style.font.underline = _ACCENT, True


def _gap(style: Any) -> None:
    style.font.italic, style.font.color.rgb = True, _WARNING


def _field(style: Any) -> None:
    fill = 'w:val="clear" w:color="auto" w:fill="F2F5F8"'
    style.element.get_or_add_pPr().append(parse_xml(f"<w:shd {nsdecls('w')} {fill}/>"))


def _placeholder(style: Any) -> None:
    style.font.italic, style.font.color.rgb = True, _MUTED


_LOOKS = {
    FIELD: _field,
    PLACEHOLDER: _placeholder,
    **dict.fromkeys(HEADINGS, _heading),
    CAPTION: _caption,
    LEAD: _lead,
    SMALL: _small,
    NOTE: _note,
    TERM: _term,
    FACT: _fact,
    CELL: _cell,
    LINK: _link,
    GAP: _gap,
}
_TABLE = f"""<w:tblPr {nsdecls("w")}><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="4A5260"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="4A5260"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C5CBD3"/></w:tblBorders>
<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>
</w:tblPr>"""


def speak_swedish(document: Any) -> None:
    """Say that the text is Swedish, so that it is read aloud and spelled right."""
    defaults = document.styles.element.find(
        "{*}docDefaults/{*}rPrDefault/{*}rPr",
    )
    if defaults is None:
        return
    for each in defaults.findall("{*}lang"):
        defaults.remove(each)
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE}" w:eastAsia="en-US"/>'))
