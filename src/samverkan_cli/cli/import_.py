"""`samverkan import`: a filled-in form back into its document, as one change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.extras import needs
from samverkan_cli.desk import Desk, Manner
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible
from samverkan_cli.writing import carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan_cli.blankett.merging import Conflict, Trouble
    from samverkan_cli.transition.incoming import Incoming

SIDES = ("word", "forrad")


def _docx(path: Path, side: str | None) -> "Incoming":
    with needs("word", "Blanketter i Word"):
        from samverkan_cli.blankett.reading import read
        from samverkan_cli.rendering.word import package
        from samverkan_cli.transition.incoming import Incoming

        chosen = None if side is None else "word" if side == "word" else "forrad"
        return Incoming(read(package.read(path)), chosen)  # type: ignore[arg-type]


_READERS: "dict[str, Callable[[Path, str | None], Incoming]]" = {".docx": _docx}
"""What reads a file, by how its name ends: a value with the case's id and a planner."""


def command(
    fil: Annotated[str, typer.Argument(metavar="FIL", help="Den ifyllda blanketten.")],
    ta: Annotated[
        str | None,
        typer.Option(
            "--ta",
            metavar="SIDA",
            help="Det som gäller när båda är ändrade: word eller forrad.",
        ),
    ] = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Läs tillbaka en ifylld blankett till handlingen som den kom från.

    Det som bara är ändrat i Word tas in, och det som bara är ändrat i förrådet står kvar. Är samma
    uppgift ändrad på båda ställena visas de, och inget skrivs utan --ta.
    """
    side = options.chosen(ta, SIDES, "--ta") if ta is not None else None
    path = Path(fil)
    read = _READERS.get(path.suffix.lower())
    if read is None:
        known = ", ".join(_READERS)
        raise SamverkanError(
            f"{visible(fil)} går inte att läsa in.", f"Filer som går att läsa in: {known}."
        )
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return _carried_out(read(path, side), Desk(options.start(repo)), how, color)


def _carried_out(incoming: "Incoming", desk: Desk, how: Manner, color: str) -> int:
    from samverkan_cli.transition.incoming import ConflictError, NothingNewError, TroubledError

    case_id = desk.repository.resolve(incoming.insats)
    page = Page.open(color)
    try:
        done = carry_out(desk, case_id, incoming.plan, how, writes.tell)
    except NothingNewError as same:
        page.line(same.message)
        return 0
    except TroubledError as error:
        _troubles(page, error.troubles)
        raise
    except ConflictError as error:
        _conflicts(page, error.conflicts)
        raise
    return writes.told(done, how, color)


def _troubles(page: Page, troubles: "tuple[Trouble, ...]") -> None:
    for each in troubles:
        page.line(f"{each.where}: {each.says}")
        page.line(f"    → {each.hint}")


def _conflicts(page: Page, conflicts: "tuple[Conflict, ...]") -> None:
    for each in conflicts:
        page.line(each.where)
        for name, text in (
            ("när den skrevs", each.before),
            ("i Word", each.word),
            ("i förrådet", each.now),
        ):
            page.line(f"    {name + ':':<16}{visible(text) or '(tomt)'}")
