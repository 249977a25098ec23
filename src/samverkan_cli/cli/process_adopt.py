"""`samverkan process adopt`: the rule book is adopted by a decision, as one commit."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Option
from samverkan_cli.desk import Desk
from samverkan_cli.transition.adoption import Adoption
from samverkan_cli.writing import adopt


def command(
    organ: Annotated[str, Option("--organ", metavar="ID", help="Rollen som beslutar: styrelse.")],
    datum: options.Datum = None,
    paragraf: Annotated[
        str | None, Option("--paragraf", metavar="TEXT", help="Paragraf i protokollet.")
    ] = None,
    motivering: Annotated[
        str | None, Option("--motivering", metavar="TEXT", help="Vad som ändras, och varför.")
    ] = None,
    repo: options.Repo = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Anteckna ett beslut om förbundets egen regelbok och om nycklarna i samverkan.yaml.

    Filerna i processer/ och kataloger/ sparas tillsammans med beslutet. Det som ändras utan
    beslut påpekas av samverkan audit.
    """
    how = writes.manner(dry_run=dry_run, no_commit=no_commit)
    desk = Desk(options.start(repo))
    given = Adoption(organ, datum, paragraf, motivering)
    return writes.told(adopt(desk, given, how, writes.tell), how, color)
