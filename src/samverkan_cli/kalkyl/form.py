"""Sheets to fill in: the headings that are read back, what is known, and lists to choose from."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from samverkan_cli.kalkyl.book import MADE, OFF, text
from samverkan_cli.kalkyl.tables import Tabell

_ROOM = 200
"""Rows that have lists to choose from, beyond those already filled in."""


def write(title: str, tables: Mapping[Tabell, Sequence[Mapping[str, Any]]]) -> bytes:
    """Write a workbook with one sheet a table, filled with the rows that are known."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OFF)
    book.set_properties({"title": text(title), "created": MADE})
    head = book.add_format({"bold": True, "bg_color": "#E6EDF3", "bottom": 1})
    plain, wrapped = book.add_format({"num_format": "#,##0"}), book.add_format({"text_wrap": True})
    year = book.add_format({"num_format": "0"})
    for table, rows in tables.items():
        sheet = book.add_worksheet(table.name)
        last = len(rows) + _ROOM
        for at, column in enumerate(table.columns):
            words = column.title + (" (kr)" if column.key == "belopp" else "")
            sheet.write_string(0, at, words, head)
            sheet.set_column(at, at, 40 if column.key in {"kommentar", "definition"} else 18)
            if column.words:
                chosen = {"validate": "list", "source": list(column.words)}
                sheet.data_validation(1, at, last, at, chosen)
        for number, row in enumerate(rows, 1):
            for at, column in enumerate(table.columns):
                value = row.get(column.key)
                if isinstance(value, int):
                    style = year if column.key == "budgetar" else plain
                    sheet.write_number(number, at, value, style)
                elif value is not None:
                    sheet.write_string(number, at, text(str(value)), wrapped)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    book.close()
    return out.getvalue()
