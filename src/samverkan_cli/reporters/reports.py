"""A report in the terminal, and its tables for spreadsheets."""

import csv
import io

from samverkan_cli.report import Report, Section, Table, shown
from samverkan_cli.reporters.tables import guarded
from samverkan_cli.reporters.text import Page


def show(page: Page, report: Report) -> None:
    """Write a whole report."""
    page.line(report.title, "bold")
    for each in report.lead:
        page.line(each)
    for section in report.sections:
        _section(page, section)


def _section(page: Page, section: Section) -> None:
    page.heading(section.title)
    for each in section.paragraphs:
        page.line(each)
    for each in section.points:
        page.line(each, indent=1, mark="–")
    for each in section.commands:
        page.command(each, 2)
    for table in section.tables:
        if table.rows:
            _table(page, table, caption=len(section.tables) > 1)
    if section.is_empty and section.empty:
        page.line(section.empty)


def _table(page: Page, table: Table, *, caption: bool) -> None:
    if caption:
        page.line()
        page.line(table.caption)
    rows = [*table.rows, *([table.total] if table.total else [])]
    kinds = [column.kind for column in table.columns]
    cells = [[shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]
    right = {
        column.title for column in table.columns if column.kind in {"kronor", "tal", "procent"}
    }
    page.table([column.title for column in table.columns], cells, table.spare, right=right)


def csv_text(report: Report) -> str:
    """Write every table for Swedish Excel, each under its caption, with an empty row between."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for number, table in enumerate(report.tables):
        if number:
            writer.writerow([])
        writer.writerow([guarded(table.caption)])
        writer.writerow([guarded(column.title) for column in table.columns])
        for row in (*table.rows, *([table.total] if table.total else [])):
            writer.writerow([guarded(cell) for cell in row])
    return "\ufeff" + out.getvalue()
