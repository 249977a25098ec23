"""`samverkan export`: a document as a form, to fill in by who has no git."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.extras import needs
from samverkan_cli.cli.reads import put_bytes, reading
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.reporters.text import Page
from samverkan_cli.rules import run
from samverkan_cli.texts import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan_cli.case import Case
    from samverkan_cli.records import Record
    from samverkan_cli.transition.context import Context


def _docx(context: "Context", case: "Case", record: "Record") -> bytes:
    with needs("word", "Blanketter i Word"):
        from samverkan_cli.transition.outgoing import form

        return form(context, case, record)


_FORMS: "dict[str, Callable[[Context, Case, Record], bytes]]" = {"docx": _docx}
"""Forms of a document by the name of `--format`."""


def command(
    insats: options.Insats,
    dokument: Annotated[
        str, typer.Argument(metavar="DOKUMENT", help="Handlingen, till exempel ansokan.")
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FIL", help="Blankettens fil.")],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(_FORMS)}.")
    ] = "docx",
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Skriv en handling som blankett i Word, att fylla i av den som inte har förrådet.

    Det som redan är ifyllt står i fälten. Blanketten läses tillbaka med samverkan import. En fil
    som finns skrivs aldrig över: någon kan ha fyllt i den.
    """
    from samverkan_cli.transition.incoming import found

    write = _FORMS[options.chosen(form, tuple(_FORMS))]
    desk = reading(repo)
    case = desk.open(insats)
    record = found(case, dokument.removesuffix(".yaml"))
    context = desk.reading_context
    for each in run.scan_record(record, context.spared):
        raise RefusedError(f"{each.file}:{each.line}:{each.column} {each.message}", each.hint)
    if os.path.lexists(output):
        raise SamverkanError(f"Filen {visible(output)} finns redan.", "Välj ett annat namn.")
    put_bytes(write(context, case, record), output)
    page = Page.open(color)
    page.line(f"Blanketten är skriven till {output}. När den är ifylld, läs tillbaka den med:")
    page.command(f"samverkan import {output}", 2)
    return 0
