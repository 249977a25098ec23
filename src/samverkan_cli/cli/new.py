"""`samverkan new`: a new case in the first phase of its process."""

from typing import Annotated

import typer

from samverkan_cli.cli import options, writes
from samverkan_cli.desk import Desk
from samverkan_cli.transition import creation
from samverkan_cli.writing import mend, start


def command(
    namn: Annotated[str, typer.Argument(metavar="NAMN", help="Insatsens namn.")],
    part: Annotated[
        list[str] | None,
        typer.Option("--part", metavar="PART", help="Id på en part. Kan upprepas."),
    ] = None,
    process: Annotated[
        str | None, typer.Option("--process", metavar="PROCESS", help="Annars förbundets vanliga.")
    ] = None,
    inriktning: Annotated[
        str | None, typer.Option("--inriktning", metavar="SLAG", help="individ eller struktur.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Annars år, löpnummer och namn.")
    ] = None,
    datum: options.Datum = None,
    repo: options.Repo = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Lägg upp en ny insats med den första fasens handlingar, klara att fyllas i."""
    if inriktning:
        options.chosen(inriktning, ("individ", "struktur"), "--inriktning")
    given = creation.Start(namn, part or (), process, inriktning, id_, datum)
    desk = Desk(options.start(repo))
    how = writes.manner(dry_run=dry_run, no_commit=no_commit)
    mend(desk, how, writes.tell)
    case_id = creation.case_id(desk.context, given, desk.repository.case_ids())
    plan = creation.new(desk.context, case_id, given)
    return writes.told(start(desk, case_id, plan, how, writes.tell), how, color)
