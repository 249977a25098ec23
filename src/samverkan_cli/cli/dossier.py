"""`samverkan dossier`: a case as a folder or zip for people without git."""

from pathlib import Path
from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.packing import Out, put_package
from samverkan_cli.cli.reads import reading


def command(
    insats: options.Insats,
    output: Out = None,
    maskad: Annotated[
        bool,
        Option(
            "--maskad", help="Utan filerna i klartext och adresser i loggen; små grupper är dolda."
        ),
    ] = False,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Samla en insats i en zip eller mapp för den som inte har git.

    Handlingar och beslut som html, md och pdf, filerna som de är, underskrifter, svar, läget vid
    grinden, historien i ord, granskningen av spåret och kontrollsummor. Öppna index.html i den.
    Dossiern är intern: filerna har små antal i klartext. --maskad utelämnar dem.
    """
    from samverkan_cli.archive import dossier
    from samverkan_cli.archive.gathering import gather

    choice = dossier.HIDDEN if maskad else dossier.OPEN
    desk = reading(repo)
    holding = gather(desk, insats, choice)
    target = Path(output) if output else Path(f"dossier-{holding.case.id}.zip")
    items = dossier.files(holding, choice)
    return put_package(desk, holding, items, target, dry_run=dry_run, color=color)
