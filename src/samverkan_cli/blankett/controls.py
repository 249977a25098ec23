"""A form's fields as Word's content controls: what stands in them is all that can be changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from samverkan_cli.blankett.layout import Field, Group, Part, Path, Rows, Section
from samverkan_cli.blankett.values import written
from samverkan_cli.rendering.word import styles
from samverkan_cli.rendering.word.names import W15_URI, W_URI

MOST_COLUMNS = 6
_ROOT = f'xmlns:w="{W_URI}" xmlns:w15="{W15_URI}"'
_NARROW = {"heltal": 7, "tal": 7, "datum": 9, "janej": 6, "idn": 8}
"""Shares of a table's width; a field of another kind is as wide as words are."""
_WIDE = 16
_WHOLE = 9_200
"""Twentieths of a point across a page."""


def tag(path: Path) -> str:
    """Name a field in the form's own XML."""
    return ".".join(path)


@dataclass
class Controls:
    """Writes sections as WordprocessingML, with the ids of styles and a number for each control."""

    style: Mapping[str, str]
    _last: int = field(default=1_000)

    def body(self, sections: Sequence[Section], data: Mapping[str, Any]) -> str:
        """Write the whole form as one locked group."""
        inside = "".join(
            self._text(styles.HEADINGS[1], each.title)
            + "".join(self._part(part, data.get(part.key), 1) for part in each.parts)
            for each in sections
        )
        return (
            f"<w:sdt {_ROOT}><w:sdtPr>{self._id()}"
            f'<w:lock w:val="contentLocked"/><w:group/></w:sdtPr>'
            f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )

    def _id(self) -> str:
        self._last += 1
        return f'<w:id w:val="{self._last}"/>'

    def _text(self, style: str, text: str) -> str:
        return f"<w:p>{self._style(style)}{_run(text)}</w:p>"

    def _style(self, style: str) -> str:
        return f'<w:pPr><w:pStyle w:val="{self.style[style]}"/></w:pPr>'

    def _part(self, part: Part, value: Any, depth: int) -> str:
        if isinstance(part, Field):
            if part.kind == "text":
                return self._text(styles.TERM, part.title) + self._paragraph(
                    part, value, styles.FIELD
                )
            title = _run(f"{part.title}:", "<w:rPr><w:b/></w:rPr>")
            control = self._control(part, value)
            return f"<w:p>{self._style(styles.FACT)}{title}<w:r><w:tab/></w:r>{control}</w:p>"
        if isinstance(part, Group):
            data = value if isinstance(value, dict) else {}
            title = self._text(styles.HEADINGS[min(depth + 1, 3)], part.title) if part.title else ""
            inside = (self._part(each, data.get(each.key), depth + 1) for each in part.parts)
            return title + "".join(inside)
        return self._rows(part, value if isinstance(value, list) else [], depth)

    def _rows(self, part: Rows, rows: Sequence[Any], depth: int) -> str:
        title = self._text(styles.HEADINGS[min(depth + 1, 3)], part.title)
        title += self._text(styles.SMALL, f"{part.help} Lägg till en rad med plustecknet.")
        shown = list(rows) or [{} if not part.single else None]
        if _is_table(part):
            return title + self._table(part, shown)
        items = "".join(self._item(self._card(part, row, depth)) for row in shown)
        return title + self._repeating(part, items)

    def _repeating(self, part: Rows, items: str) -> str:
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(part.title)}/>"
            f"<w:tag w:val={quoteattr(tag(part.path))}/>{self._id()}"
            f"<w15:repeatingSection><w15:sectionTitle w15:val={quoteattr(part.title)}/>"
            "</w15:repeatingSection></w:sdtPr>"
            f"<w:sdtContent>{items}</w:sdtContent></w:sdt>"
        )

    def _item(self, inside: str) -> str:
        return (
            f"<w:sdt><w:sdtPr>{self._id()}<w15:repeatingSectionItem/></w:sdtPr>"
            f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )

    def _table(self, part: Rows, rows: Sequence[Any]) -> str:
        """Write short rows as a table with a head that is repeated on every page."""
        fields = [each for each in part.parts if isinstance(each, Field)]
        shares = [_NARROW.get(each.kind, _WIDE) for each in fields]
        widths = [_WHOLE * share // sum(shares) for share in shares]
        titles = [self._text(styles.CELL, each.title) for each in fields]
        head = self._row(titles, widths, "<w:tblHeader/>")
        items = []
        for row in rows:
            values = row if isinstance(row, dict) else {"*": row}
            cells = [self._paragraph(each, values.get(each.key), styles.CELL) for each in fields]
            items.append(self._item(self._row(cells, widths)))
        return (
            f"{self._start(part.title, widths)}{head}{self._repeating(part, ''.join(items))}"
            f"</w:tbl>{self._text(styles.CELL, '')}"
        )

    def _start(self, caption: str, widths: Sequence[int]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style[styles.TABLE]}"/>'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0420" w:firstRow="1"/>'
            f"<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def _row(self, cells: Sequence[str], widths: Sequence[int], more: str = "") -> str:
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{inside}</w:tr>"

    def _card(self, part: Rows, row: Any, depth: int) -> str:
        """Write a long row as a table of its own: a field a line, lists within it below."""
        values = row if isinstance(row, dict) else {"*": row}
        widths = [_WHOLE // 4, _WHOLE * 3 // 4]
        lines = []
        for each in _flat(part.parts, values):
            title, inside = each[0].title, self._cell(*each, depth)
            lines.append(self._row([self._text(styles.CELL, title), inside], widths))
        inside = "".join(lines)
        return f"{self._start(part.title, widths)}{inside}</w:tbl>{self._text(styles.CELL, '')}"

    def _cell(self, part: Field | Rows, value: Any, depth: int) -> str:
        if isinstance(part, Field):
            return self._paragraph(part, value, styles.CELL)
        return self._rows(part, value if isinstance(value, list) else [], depth + 1)

    def _paragraph(self, part: Field, value: Any, style: str) -> str:
        """Write a field alone in its paragraph."""
        return f"<w:p>{self._style(style)}{self._control(part, value)}</w:p>"

    def _look(self, style: str) -> str:
        return f'<w:rPr><w:rStyle w:val="{self.style[style]}"/></w:rPr>'

    def _control(self, part: Field, value: Any) -> str:
        """Write a field as a control; an empty one shows what is to be written there."""
        text = written(part, value)
        locked = "" if "*" in part.path else '<w:lock w:val="sdtLocked"/>'  # a row may be removed
        shown = "" if text else "<w:showingPlcHdr/>"
        run = _run(text) if text else _run(_asked(part), self._look(styles.PLACEHOLDER))
        return (
            f"<w:sdt><w:sdtPr>"
            f"<w:alias w:val={quoteattr(part.title)}/><w:tag w:val={quoteattr(tag(part.path))}/>"
            f"{self._id()}{locked}{shown}{_kind(part)}</w:sdtPr>"
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )


def _flat(parts: Sequence[Part], values: Mapping[str, Any]) -> Iterator[tuple[Field | Rows, Any]]:
    """Give the fields of a row, those of its groups too."""
    for part in parts:
        value = values.get(part.key)
        if isinstance(part, Group):
            yield from _flat(part.parts, value if isinstance(value, dict) else {})
        else:
            yield part, value


def _is_table(part: Rows) -> bool:
    """Tell whether the rows are short enough to stand beside each other."""
    fields = [each for each in part.parts if isinstance(each, Field)]
    prose = sum(each.kind == "text" for each in fields)
    return len(fields) == len(part.parts) <= MOST_COLUMNS and prose <= 1


def _kind(part: Field) -> str:
    if part.kind in {"janej", "val", "ord"}:
        name = "comboBox" if part.kind == "ord" else "dropDownList"
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(label)} w:value={quoteattr(value)}/>"
            for value, label in part.choices
        )
        return f"<w:{name}>{items}</w:{name}>"
    return '<w:text w:multiLine="1"/>' if part.kind == "text" else "<w:text/>"


def _asked(part: Field) -> str:
    """Say what is to be written in an empty field."""
    if part.kind == "janej":
        return "Välj Ja eller Nej."
    if part.kind in {"val", "ord"}:
        return "Välj i listan."
    return f"{part.help} ÅÅÅÅ-MM-DD." if part.kind == "datum" else part.help


def _run(text: str, look: str = "") -> str:
    """Write a text; its line breaks and tabs are Word's own."""
    lines = []
    for line in text.split("\n"):
        pieces = (f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in line.split("\t"))
        lines.append("<w:tab/>".join(pieces))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"
