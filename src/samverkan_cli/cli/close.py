"""`samverkan close`: close a case outside its gates, with a reason."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Option
from samverkan_cli.transition import moves


def command(
    insats: options.Insats,
    motivering: options.Motivering,
    to: Annotated[
        str | None, Option("--to", metavar="TILLSTÅND", help="avslutad eller vilande.")
    ] = None,
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Stäng insatsen med ett skäl, eller låt den vila.

    En insats som genomförs stängs inte så: den redovisas först med en slutrapport.
    """
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo,
        insats,
        lambda context, case: moves.close(context, case, motivering, to, datum),
        how,
        color,
    )
