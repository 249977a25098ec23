"""`samverkan sign`: record a signature bound to the document's content."""

from typing import Annotated

import typer

from samverkan_cli.cli import options, writes
from samverkan_cli.transition import entries


def command(
    insats: options.Insats,
    dokument: Annotated[
        str, typer.Argument(metavar="DOKUMENT", help="Handlingen, till exempel ansokan.")
    ],
    part: Annotated[
        str,
        typer.Option("--part", metavar="PART", help="Partens id; forbundet för förbundet självt."),
    ],
    namn: Annotated[str, typer.Option("--namn", metavar="NAMN", help="Vem som skrev under.")],
    roll: Annotated[str, typer.Option("--roll", metavar="ROLL", help="Befattning.")],
    satt: Annotated[
        str, typer.Option("--satt", metavar="SÄTT", help="papper, e-signatur eller protokoll.")
    ] = "papper",
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Anteckna en underskrift, bunden till det som handlingen säger nu.

    Ändras handlingen efteråt gäller underskriften inte längre, och grinden säger det.
    """
    given = entries.Signing(dokument, part, namn, roll, satt, datum)
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, insats, lambda context, case: entries.sign(context, case, given), how, color
    )
