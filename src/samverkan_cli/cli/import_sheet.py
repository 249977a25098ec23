"""`samverkan import`: budget and participants out of a spreadsheet, as one change."""

from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.extras import needs
from samverkan_cli.desk import Desk, Manner
from samverkan_cli.reporters.text import Page
from samverkan_cli.writing import carry_out


def command(
    fil: Annotated[str, typer.Argument(metavar="FIL", help="Kalkylbladet: xlsx, ods eller csv.")],
    insats: Annotated[
        str, typer.Option("--insats", metavar="INSATS", help="Insatsen som uppgifterna gäller.")
    ],
    ersatt: Annotated[
        bool, typer.Option("--ersatt", help="Låt filen gälla där förrådet säger något annat.")
    ] = False,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Läs in budget eller deltagare ur ett kalkylblad, allt eller inget.

    Rader hittas på budgetår och slag, eller på rapport och mått. Alla fel sägs på en gång med blad,
    rad och kolumn. Det som redan står i förrådet ändras bara med --ersatt.
    """
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return taken_in(Path(fil), insats, how, repo, color, ersatt=ersatt)


def taken_in(
    path: Path, insats: str, how: Manner, repo: str | None, color: str, *, ersatt: bool
) -> int:
    """Read a file and carry out what it says."""
    with needs("kalkyl", "Kalkylblad"):
        from samverkan_cli.kalkyl.reading import read
        from samverkan_cli.transition.sheets import Inlasning, NothingNewError, SheetError
    desk = Desk(options.start(repo))
    case_id = desk.repository.resolve(insats)
    page = Page.open(color)
    with needs("kalkyl", "Kalkylblad"):
        incoming = Inlasning(read(path), ersatt)
    try:
        done = carry_out(desk, case_id, incoming.plan, how, writes.tell)
    except NothingNewError as same:
        page.line(same.message)
        return 0
    except SheetError as error:
        for each in error.troubles:
            page.line(f"{each.where}: {each.says}.")
        raise
    return writes.told(done, how, color)
