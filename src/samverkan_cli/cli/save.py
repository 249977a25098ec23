"""`samverkan save`: commit the edits made by hand in one case, and nothing else."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Option
from samverkan_cli.desk import Desk
from samverkan_cli.writing import save


def command(
    insats: options.Insats,
    text: Annotated[
        str | None, Option("-m", "--message", metavar="TEXT", help="Vad som ändrats, kort.")
    ] = None,
    repo: options.Repo = None,
    dry_run: options.DryRun = False,
    color: options.Color = "auto",
) -> int:
    """Spara ändringar som gjorts för hand i insatsens handlingar.

    Utkast får vara ofullständiga. Personnummer, oläsliga filer och ändrade händelser stoppas.
    """
    desk = Desk(options.start(repo))
    how = writes.manner(dry_run=dry_run)
    case_id = desk.repository.resolve(insats)
    return writes.told(save(desk, case_id, text, how, writes.tell), how, color)
