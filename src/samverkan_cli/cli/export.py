"""`samverkan export`: a form or a sheet, to fill in by who has no git."""

import os
from collections.abc import Callable
from pathlib import PurePath
from typing import Annotated

from samverkan_cli.case import Case
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import put_bytes, reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.extras import needs
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible


def _docx(desk: Desk, case: Case, wanted: str) -> bytes:
    from samverkan_cli.rules import run
    from samverkan_cli.transition.incoming import found

    record = found(case, wanted.removesuffix(".yaml"))
    context = desk.reading_context
    for each in run.scan_record(record, context.spared):
        raise RefusedError(f"{each.file}:{each.line}:{each.column} {each.message}", each.hint)
    with needs("word", "Blanketter i Word"):
        from samverkan_cli.transition.outgoing import form

        return form(context, case, record)


def _xlsx(_desk: Desk, case: Case, wanted: str) -> bytes:
    with needs("kalkyl", "Kalkylblad"):
        from samverkan_cli.kalkyl import form as sheets
        from samverkan_cli.kalkyl.tables import FORMS
        from samverkan_cli.transition.sheets import outgoing
    name = options.chosen(wanted, tuple(FORMS), "DOKUMENT")
    tables = {table: outgoing(case, table) for table in FORMS[name]}
    return sheets.write(f"{case.namn}: {name}", tables)


_FORMS: dict[str, Callable[[Desk, Case, str], bytes]] = {"docx": _docx, "xlsx": _xlsx}
"""What writes a file to fill in, by the name of `--format`."""


def command(
    insats: options.Insats,
    dokument: Annotated[
        str,
        Argument(
            metavar="DOKUMENT",
            help="Handlingen, till exempel ansokan; för xlsx: budget eller deltagare.",
        ),
    ],
    output: Annotated[str, Option("--output", "-o", metavar="FIL", help="Filen att fylla i.")],
    form: Annotated[
        str | None,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(_FORMS)}; annars som filens namn slutar.",
        ),
    ] = None,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Skriv en handling som blankett i Word, eller siffror som kalkylblad, att fylla i.

    Det som redan är ifyllt står i fälten. Filen läses in igen med samverkan import. En fil som
    finns skrivs aldrig över: någon kan ha fyllt i den.
    """
    ending = PurePath(output).suffix.lower().removeprefix(".")
    chosen = options.chosen(form or (ending if ending in _FORMS else "docx"), tuple(_FORMS))
    desk = reading(repo)
    case = desk.open(insats)
    whole = _FORMS[chosen](desk, case, dokument)
    if os.path.lexists(output):
        raise SamverkanError(f"Filen {visible(output)} finns redan.", "Välj ett annat namn.")
    put_bytes(whole, output)
    page = Page.open(color)
    page.line(f"Skrivet till {output}. När filen är ifylld, läs in den med:")
    about = f" --insats {case.id}" if chosen == "xlsx" else ""
    page.command(f"samverkan import {output}{about}", 2)
    return 0
