"""`samverkan add`: a new, empty document in a case."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.transition import templates


def command(
    insats: options.Insats,
    dokument: Annotated[
        str, Argument(metavar="DOKUMENT", help="Handlingens slag, till exempel lagesrapport.")
    ],
    namn: Annotated[
        str | None,
        Option("--namn", metavar="NAMN", help="Filens namn, när det kan finnas flera."),
    ] = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Lägg till en tom handling med förklaringar till varje rad."""
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, insats, lambda context, case: templates.add(context, case, dokument, namn), how, color
    )
