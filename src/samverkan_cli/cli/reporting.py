"""Where a report goes: to the screen, or as a printed form, a workbook, json or csv."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.reads import paged, put, put_bytes, put_form
from samverkan_cli.desk import Desk
from samverkan_cli.extras import needs
from samverkan_cli.rendering.forms import FORMS
from samverkan_cli.report import Report
from samverkan_cli.reporters import json_v1, reports

FORMATS = ("text", *FORMS, "xlsx", "json", "csv")
Format = Annotated[
    str,
    Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}."),
]


def put_report(desk: Desk, report: Report, form: str, output: str | None, color: str) -> int:
    """Write a report in the form that was asked for."""
    options.chosen(form, FORMATS)
    if form == "text":
        with paged(color, output) as page:
            reports.show(page, report)
    elif form == "json":
        put(json_v1.dumps(report.kind, dict(report.body)), output)
    elif form == "csv":
        put(reports.csv_text(report), output)
    elif form == "xlsx":
        put_bytes(_workbook(desk, report), output)
    else:
        from samverkan_cli.transition.printing import print_report

        put_form(print_report(desk.reading_context, report), FORMS[form], output)
    return 0


def _workbook(desk: Desk, report: Report) -> bytes:
    with needs("kalkyl", "Kalkylblad"):
        from samverkan_cli.kalkyl import book

    return book.write(report, desk.repository.require_samverkan().forbund.namn)
