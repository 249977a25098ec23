"""`samverkan init`: a new case repository with its first commit."""

from pathlib import Path
from typing import Annotated

from samverkan_cli.beginning import create, lay_hooks
from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.reporters.text import Page


def command(
    namn: Annotated[str, Option("--namn", metavar="NAMN", help="Förbundets namn.")],
    folder: Annotated[str, Argument(metavar="MAPP", help="Mappen; skapas om den saknas.")] = ".",
    color: options.Color = "auto",
) -> int:
    """Skapa ett nytt ärendeförråd: samverkan.yaml, insatser/, scheman och första incheckningen.

    Med följer arbetsflöden för GitHub och GitLab som prövar varje pull request, en fil för
    pre-commit och CODEOWNERS: vem som godkänner vad. De går att ändra eller ta bort.
    """
    plan = create(Path(folder), namn, tell=writes.tell)
    lay_hooks(Path(folder), writes.tell)
    Page.open(color).line(plan.says)
    return 0
