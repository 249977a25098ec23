"""What the commands that write a package share: where it goes, what is told, a dry run."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samverkan_cli.cli.declared import Option
from samverkan_cli.desk import Desk
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import antal

if TYPE_CHECKING:
    from samverkan_cli.archive.gathering import Holding
    from samverkan_cli.archive.item import Item
    from samverkan_cli.archive.placing import Finish

Out = Annotated[
    str | None,
    Option("--output", "-o", metavar="MAPP", help="Mapp, eller en fil som slutar på .zip; ny."),
]


def put_package(
    desk: Desk,
    holding: "Holding",
    items: Sequence["Item"],
    target: Path,
    *,
    dry_run: bool,
    color: str,
    finish: "Finish | None" = None,
) -> int:
    """Write a package, or say what would be written; remarks go to stderr."""
    from samverkan_cli.archive import placing

    page = Page.open(color)
    placing.refuse(target, desk.repository.root)
    _tell(holding, color)
    count = antal(len(items), "fil", "filer")
    if dry_run:
        for each in items:
            page.line(f"{each.path}: {each.title}", indent=2)
        page.line(f"Skulle skriva {target}: {count}.")
        return 0
    placing.place(target, items, holding.moment, finish)
    page.line(f"Skrivet: {target} ({count}).")
    return 0


def _tell(holding: "Holding", color: str) -> None:
    page = Page.open(color, err=True)
    for note in holding.notes:
        page.line(note)
    if holding.trail.why:
        page.line(f"{holding.trail.why} Se varför: samverkan audit")
    for path in holding.trail.unsaved:
        page.line(f"{path} är ändrad och inte sparad i git; paketet har den som den ligger.")
    if holding.trail.holds is False:
        page.line("Spåret håller inte. Vad som brister står i spar/granskning.txt.")
