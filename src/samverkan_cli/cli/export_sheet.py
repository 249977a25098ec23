"""`samverkan export`: a sheet to fill in by who has no git."""

import os
from typing import Annotated

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.extras import needs
from samverkan_cli.cli.reads import put_bytes, reading
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible

WHAT = ("budget", "deltagare")


def command(
    insats: options.Insats,
    vad: Annotated[str, typer.Argument(metavar="VAD", help="budget eller deltagare.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FIL", help="Kalkylbladets fil.")
    ],
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="xlsx.")] = "xlsx",
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Skriv insatsens budget eller deltagare som kalkylblad att fylla i.

    Bladet läses tillbaka med samverkan import. En fil som finns skrivs aldrig över.
    """
    options.chosen(form, ("xlsx",))
    return sheet(repo, insats, options.chosen(vad, WHAT, "VAD"), output, color)


def sheet(repo: str | None, insats: str, vad: str, output: str, color: str) -> int:
    """Write a sheet and tell how it comes back."""
    with needs("kalkyl", "Kalkylblad"):
        from samverkan_cli.kalkyl import form as sheets
        from samverkan_cli.kalkyl.tables import FORMS
        from samverkan_cli.transition.sheets import outgoing
    desk = reading(repo)
    case = desk.open(insats)
    tables = {table: outgoing(case, table) for table in FORMS[vad]}
    if os.path.lexists(output):
        raise SamverkanError(f"Filen {visible(output)} finns redan.", "Välj ett annat namn.")
    put_bytes(sheets.write(f"{case.namn}: {vad}", tables), output)
    page = Page.open(color)
    page.line(f"Kalkylbladet är skrivet till {output}. När det är ifyllt, läs tillbaka det med:")
    page.command(f"samverkan import {output} --insats {case.id}", 2)
    return 0
