"""`samverkan import`: a filled-in form or a sheet into its documents, as one change."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.desk import Desk, Manner, Planner
from samverkan_cli.errors import SamverkanError
from samverkan_cli.extras import needs
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible
from samverkan_cli.transition.plan import NothingNewError
from samverkan_cli.writing import carry_out

if TYPE_CHECKING:
    from samverkan_cli.blankett.merging import Conflict, Trouble

SIDES = ("word", "forrad")


@dataclass(frozen=True)
class _Asked:
    """What was asked for: which file, for which case, and whose word is to stand."""

    path: Path
    insats: str | None
    ta: str | None
    ersatt: bool
    desk: Desk
    how: Manner
    color: str


def command(
    fil: Annotated[
        str,
        Argument(metavar="FIL", help="En ifylld blankett (docx), eller xlsx, ods eller csv."),
    ],
    insats: Annotated[
        str | None,
        Option("--insats", metavar="INSATS", help="Insatsen som ett kalkylblad gäller."),
    ] = None,
    ta: Annotated[
        str | None,
        Option(
            "--ta",
            metavar="SIDA",
            help="Det som gäller när blankett och förråd båda är ändrade: word eller forrad.",
        ),
    ] = None,
    ersatt: Annotated[
        bool, Option("--ersatt", help="Låt bladet gälla där förrådet säger något annat.")
    ] = False,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Läs in en ifylld blankett, eller budget och deltagare ur ett kalkylblad; allt eller inget.

    Ur en blankett tas det in som bara är ändrat i Word, och det som bara är ändrat i förrådet står
    kvar. Är samma uppgift ändrad på båda ställena visas de, och inget skrivs utan --ta. Rader i
    ett kalkylblad hittas på budgetår och slag, eller på rapport och mått. Alla fel sägs på en gång.
    """
    side = options.chosen(ta, SIDES, "--ta") if ta is not None else None
    read = _READERS.get(Path(fil).suffix.lower())
    if read is None:
        raise SamverkanError(
            f"{visible(fil)} går inte att läsa in.",
            "Filer som går att läsa in: .docx, .xlsx, .ods och .csv.",
        )
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return read(_Asked(Path(fil), insats, side, ersatt, Desk(options.start(repo)), how, color))


def _form(asked: _Asked) -> int:
    if asked.insats is not None or asked.ersatt:
        raise SamverkanError(
            "--insats och --ersatt gäller kalkylblad; en blankett vet själv vart den hör.",
            "Ta bort flaggan. Vid krockar: --ta word eller --ta forrad.",
        )
    with needs("word", "Blanketter i Word"):
        from samverkan_cli.blankett.reading import read
        from samverkan_cli.rendering.word import package
        from samverkan_cli.transition.incoming import ConflictError, Incoming, TroubledError

        incoming = Incoming(read(package.read(asked.path)), asked.ta)  # type: ignore[arg-type]
    try:
        return _written(asked, incoming.insats, incoming.plan)
    except TroubledError as error:
        _troubles(Page.open(asked.color), error.troubles)
        raise
    except ConflictError as error:
        _conflicts(Page.open(asked.color), error.conflicts)
        raise


def _sheet(asked: _Asked) -> int:
    if asked.insats is None or asked.ta is not None:
        raise SamverkanError(
            "Ett kalkylblad säger inte själv vilken insats det gäller, och --ta gäller blanketter.",
            f"Skriv: samverkan import {visible(str(asked.path))} --insats INSATS",
        )
    with needs("kalkyl", "Kalkylblad"):
        from samverkan_cli.kalkyl.reading import read
        from samverkan_cli.transition.sheets import Inlasning, SheetError

        incoming = Inlasning(read(asked.path), asked.ersatt)
    try:
        return _written(asked, asked.insats, incoming.plan)
    except SheetError as error:
        page = Page.open(asked.color)
        for each in error.troubles:
            page.line(f"{each.where}: {each.says}.")
        raise


def _written(asked: _Asked, insats: str, planner: Planner) -> int:
    """Carry out what a file says; that it says nothing new is no failure."""
    case_id = asked.desk.repository.resolve(insats)
    try:
        done = carry_out(asked.desk, case_id, planner, asked.how, writes.tell)
    except NothingNewError as same:
        Page.open(asked.color).line(same.message)
        return 0
    return writes.told(done, asked.how, asked.color)


_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
_READERS: dict[str, Callable[[_Asked], int]] = {".docx": _form, **dict.fromkeys(_SHEETS, _sheet)}
"""What takes a file in, by how its name ends; a format that is no good is told by its reader."""


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
