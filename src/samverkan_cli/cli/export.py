"""`samverkan export`: a form or a sheet to fill in, or the whole portfolio as tables."""

import os
from collections.abc import Callable
from pathlib import PurePath
from typing import Annotated

from samverkan_cli.case import Case
from samverkan_cli.cli import export_tables, options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.export_tables import FORMATS
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
    output: Annotated[
        str,
        Option("--output", "-o", metavar="FIL", help="Filen, eller mappen för tabeller."),
    ],
    insats: Annotated[
        str | None,
        Argument(
            metavar="INSATS",
            help="Insatsens id, början på det, eller dess mapp; utelämnas för tabeller.",
        ),
    ] = None,
    dokument: Annotated[
        str | None,
        Argument(
            metavar="DOKUMENT",
            help="Handlingen, till exempel ansokan; för xlsx: budget eller deltagare.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join((*_FORMS, *FORMATS))}; annars som filens namn slutar.",
        ),
    ] = None,
    publik: Annotated[
        bool, Option("--publik", help="Tabeller: bara insatser som får visas för alla.")
    ] = False,
    licens: Annotated[
        str | None,
        Option("--licens", metavar="LICENS", help="Tabeller: CC0-1.0 eller CC-BY-4.0."),
    ] = None,
    dry_run: Annotated[
        bool, Option("--dry-run", "-n", help="Visa vad som skulle skrivas, utan att skriva.")
    ] = False,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Skriv en blankett att fylla i, eller hela portföljen som tabeller åt andra.

    Med INSATS och DOKUMENT blir det en blankett i Word eller ett kalkylblad, med det som redan är
    ifyllt; filen läses in igen med samverkan import. En fil som finns skrivs aldrig över.

    Utan dem blir det en mapp med tabeller: --format parquet, jsonl, csv eller sqlite. De innehåller
    inga namn på personer, inga löpande texter och inga grupper med färre än fem personer.
    """
    if insats is None:
        if form is None:
            raise SamverkanError(
                "INSATS saknas, eller --format för tabeller.",
                f"Tabeller över hela portföljen: --format {' | '.join(FORMATS)}",
            )
        options.chosen(form, FORMATS)
        return export_tables.export(
            repo, form, output, color, licens, publik=publik, dry_run=dry_run
        )
    if dokument is None:
        raise SamverkanError("DOKUMENT saknas.", f"Skriv: samverkan export {insats} ansokan -o FIL")
    if form in FORMATS or publik or licens:
        raise SamverkanError(
            "Tabeller skrivs för hela portföljen, inte för en insats.",
            "Utelämna INSATS och DOKUMENT: samverkan export --format parquet --output MAPP",
        )
    return _form(insats, dokument, output, form, repo, color, dry_run=dry_run)


def _form(
    insats: str,
    dokument: str,
    output: str,
    form: str | None,
    repo: str | None,
    color: str,
    *,
    dry_run: bool,
) -> int:
    ending = PurePath(output).suffix.lower().removeprefix(".")
    chosen = options.chosen(form or (ending if ending in _FORMS else "docx"), tuple(_FORMS))
    desk = reading(repo)
    case = desk.open(insats)
    whole = _FORMS[chosen](desk, case, dokument)
    if os.path.lexists(output):
        raise SamverkanError(f"Filen {visible(output)} finns redan.", "Välj ett annat namn.")
    page = Page.open(color)
    if dry_run:
        page.line(f"Inget är skrivet. Skulle skrivas till {visible(output)} som {chosen}.")
        return 0
    put_bytes(whole, output)
    page.line(f"Skrivet till {output}. När filen är ifylld, läs in den med:")
    about = f" --insats {case.id}" if chosen == "xlsx" else ""
    page.command(f"samverkan import {output}{about}", 2)
    return 0
