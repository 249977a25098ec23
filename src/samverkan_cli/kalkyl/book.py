"""A report as a workbook: a sheet of words, then one sheet for every table."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from samverkan_cli.kalkyl.names import sheet_names
from samverkan_cli.report import GAP, Cell, Kind, Report, Section, Table, shown
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - the same report gives the same bytes, whenever
_FIRST_DAY = date(1900, 3, 1)
"""Excel's calendar is right from here on; an older day is written as text."""
_LONGEST_TEXT = 32_000
"""A cell holds 32 767 characters."""
_A4 = 9
_LINE = 15
"""The height of a line, in points."""
_LEAST, _MOST, _WORDS = 9, 48, 100
"""Widths of columns, in characters; the sheet of words has one of its own."""
_NUMBERS: dict[Kind, str] = {
    "kronor": '#,##0 "kr"',
    "tal": "#,##0.##########",
    "procent": "0.0 %",
    "datum": "yyyy-mm-dd",
    "text": "General",
}
OFF = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class _Styles(NamedTuple):
    """The looks of cells; `kinds` by what a cell holds, `sums` the same for a last row."""

    title: Format
    heading: Format
    words: Format
    head: Format
    head_right: Format
    gap: Format
    kinds: dict[str, Format]
    sums: dict[str, Format]


def write(report: Report, owner: str) -> bytes:
    """Write a report; `owner` is the name of the förbund, for the properties of the file."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OFF)
    book.set_properties(
        {"title": text(report.title), "author": text(owner), "company": text(owner)}
        | {"created": MADE, "comments": f"samverkan report {report.kind}"}
    )
    styles = _styles(book)
    pairs = [(section, table) for section in report.sections for table in section.tables]
    first, *names = sheet_names(["Om rapporten", *(table.caption for _, table in pairs)])
    _about(book.add_worksheet(first), report, owner, names, styles)
    for name, (section, table) in zip(names, pairs, strict=True):
        _Sheet(book.add_worksheet(name), report, section, table, styles).write()
    book.close()
    return out.getvalue()


def _styles(book: Workbook) -> _Styles:
    head = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6EDF3", "bottom": 1}
    top = {"valign": "top"}
    right = {"align": "right", "indent": 1, **top}  # apart from a text in the next column
    texts = {"text_wrap": True, **top}
    kinds: dict[str, dict[str, Any]] = {
        kind: {"num_format": form, **right} for kind, form in _NUMBERS.items()
    }
    kinds |= {"text": texts, "word": {**right, "text_wrap": True}}
    kinds["whole"] = {"num_format": "#,##0", **right}
    return _Styles(
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"bold": True, "font_size": 12, **texts}),
        book.add_format(texts),
        book.add_format(head),
        book.add_format({**head, "align": "right", "indent": 1}),
        book.add_format({"italic": True, "font_color": "#595959", **texts}),
        {kind: book.add_format(look) for kind, look in kinds.items()},
        {kind: book.add_format({**look, "bold": True, "top": 1}) for kind, look in kinds.items()},
    )


def _about(
    sheet: Worksheet, report: Report, owner: str, names: Sequence[str], styles: _Styles
) -> None:
    """Write what the report says in words, and which sheets there are."""
    sheet.set_column(0, 0, _WORDS)
    rows: list[tuple[str, Format]] = [(report.title, styles.title), (owner, styles.words)]
    rows += [(each, styles.words) for each in report.lead]
    for section in report.sections:
        said = [*section.paragraphs, *(f"– {each}" for each in section.points)]
        said += [section.empty] if section.is_empty and section.empty else []
        if said:
            rows += [("", styles.words), (section.title, styles.heading)]
            rows += [(each, styles.words) for each in said]
    if names:
        rows += [("", styles.words), ("Blad i arbetsboken", styles.heading)]
        rows += [(each, styles.words) for each in names]
    for at, (words, style) in enumerate(rows):
        sheet.write_string(at, 0, text(words), style) if words else None
    _paper(sheet, report.title)


def _paper(sheet: Worksheet, title: str) -> None:
    """Set up for print: A4 across, the whole width on a page, title and page in the margin."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    words = text(title)[:80].replace("&", "&&")
    sheet.set_footer(f"&L{words}&RSida &P av &N")


class _Sheet:
    """One table on a sheet of its own, under its caption and the words of its section."""

    def __init__(
        self, sheet: Worksheet, report: Report, section: Section, table: Table, styles: _Styles
    ) -> None:
        self._sheet, self._report = sheet, report
        self._table, self._styles = table, styles
        said = [] if table.caption == section.title else [section.title]
        self._words = [report.title, *said, *section.paragraphs]
        self._head = len(self._words) + 2
        """The row of the column headings, after the caption, the words and an empty row."""

    def write(self) -> None:
        """Write the table, with its headings frozen, filtered and repeated on every page."""
        sheet, table, head = self._sheet, self._table, self._head
        last = max(len(table.columns) - 1, 0)
        widths = list(self._widths())
        sheet.write_string(0, 0, text(table.caption), self._styles.title)
        for at, words in enumerate(self._words, 1):
            self._line(at, words, last, sum(widths))
        pairs = list(zip(table.columns, widths, strict=True))
        for at, (column, width) in enumerate(pairs):
            style = self._styles.head_right if _is_number(column.kind) else self._styles.head
            sheet.write_string(head, at, text(column.title), style)
            sheet.set_column(at, at, width)
        if any(len(column.title) >= width - 2 for column, width in pairs):
            sheet.set_row(head, 2 * _LINE)
        for at, row in enumerate(table.rows, head + 1):
            self._row(at, row, self._styles.kinds)
        if table.total:
            self._total(head + 1 + len(table.rows), table.total)
        sheet.freeze_panes(head + 1, 1)
        sheet.autofilter(head, 0, head + max(len(table.rows), 1), last)
        sheet.repeat_rows(head)
        _paper(sheet, self._report.title)

    def _line(self, at: int, words: str, last: int, width: int) -> None:
        """Write a line of words over the whole width of the table."""
        said, style = text(words), self._styles.words
        self._sheet.set_row(at, _LINE * (-(-len(said) // max(width, 1)) + said.count("\n")))
        if last:
            self._sheet.merge_range(at, 0, at, last, "", style)
        self._sheet.write_string(at, 0, said, style)

    def _row(self, at: int, row: Sequence[Cell], looks: dict[str, Format]) -> None:
        for place, (cell, column) in enumerate(zip(row, self._table.columns, strict=True)):
            self._cell(at, place, cell, column.kind, looks)

    def _cell(self, at: int, place: int, cell: Cell, kind: Kind, looks: dict[str, Format]) -> None:
        day = _day(cell, kind)
        if cell is None:
            self._sheet.write_string(at, place, GAP, self._styles.gap)
        elif cell == "":
            self._sheet.write_blank(at, place, None, looks["text"])
        elif day is not None:
            self._sheet.write_datetime(at, place, day, looks["datum"])
        elif isinstance(cell, int | float):
            style = looks["whole" if isinstance(cell, int) and kind in {"tal", "text"} else kind]
            self._sheet.write_number(at, place, _number(cell, kind), style)
        else:
            style = looks["word" if _is_number(kind) else "text"]
            self._sheet.write_string(at, place, text(_said(cell, kind)), style)

    def _total(self, at: int, total: Sequence[Cell]) -> None:
        """Write the last row; a sum of what stands above is a formula that says the same."""
        for place, (cell, column) in enumerate(zip(total, self._table.columns, strict=True)):
            above = [row[place] for row in self._table.rows]
            if isinstance(cell, int | float) and _adds_up(cell, above):
                first, end = (_a1(row, place) for row in (self._head + 1, at - 1))
                look = self._styles.sums["whole" if column.kind == "tal" else column.kind]
                self._sheet.write_formula(at, place, f"=SUM({first}:{end})", look, cell)
            else:
                self._cell(at, place, cell, column.kind, self._styles.sums)

    def _widths(self) -> Iterator[int]:
        table = self._table
        rows = [*table.rows, *([table.total] if table.total else [])]
        for place, column in enumerate(table.columns):
            cells = [_said(row[place], column.kind) for row in rows]
            longest = [len(line) for cell in cells for line in cell.split("\n")]
            words = [len(word) + 3 for word in column.title.split()]  # room for the filter's arrow
            yield min(max([_LEAST, *longest, *words, len(column.title) // 2 + 3]) + 1, _MOST)


def _adds_up(total: float, above: Sequence[Cell]) -> bool:
    """Tell whether a total is the sum of the numbers above it, and none of them is kept back."""
    numbers = [each for each in above if isinstance(each, int | float)]
    words = [each for each in above if isinstance(each, str)]
    return bool(numbers) and not words and sum(numbers) == total


def _a1(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))


def _is_number(kind: Kind) -> bool:
    return kind in {"kronor", "tal", "procent"}


def _day(cell: Cell, kind: Kind) -> date | None:
    """Give a day that a spreadsheet can hold as one."""
    if isinstance(cell, str) and kind == "datum":
        try:
            cell = date.fromisoformat(cell)
        except ValueError:
            return None
    return cell if isinstance(cell, date) and cell >= _FIRST_DAY else None


def _number(cell: float, kind: Kind) -> float:
    """Give the number as a spreadsheet holds it: 40 per cent is 0.4."""
    return round(cell / 100, 12) if kind == "procent" else cell


def _said(cell: Cell, kind: Kind) -> str:
    try:
        return shown(cell, kind)
    except ValueError:  # a day that is none: shown as it stands
        return str(cell)


def text(words: str) -> str:
    """Give words as a cell may hold them: nothing secret, nothing unseen, not too long."""
    said = visible(masked(words), one_line=False)
    return said if len(said) <= _LONGEST_TEXT else f"{said[:_LONGEST_TEXT]} …"
