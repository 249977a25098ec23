"""`samverkan back`: back to an earlier phase, with a reason."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Option
from samverkan_cli.transition import moves


def command(
    insats: options.Insats,
    to: Annotated[str, Option("--to", metavar="FAS", help="Fasen att gå tillbaka till.")],
    motivering: options.Motivering,
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Skicka tillbaka insatsen till en fas som den redan varit i."""
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo,
        insats,
        lambda context, case: moves.back(context, case, to, motivering, datum),
        how,
        color,
    )
