"""`samverkan site`: the förbund's web site, as a folder of pages or shown on this computer."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.stopping import StoppedError
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.rendering.forms import FORMS
from samverkan_cli.reporters.text import Page
from samverkan_cli.repository import FOLDERS
from samverkan_cli.texts import antal, tal

if TYPE_CHECKING:
    from samverkan_cli.history.worktree import Worktree
    from samverkan_cli.website.folder import Built
    from samverkan_cli.website.pages import Site
    from samverkan_cli.website.serving import Shown

Publik = Annotated[bool, Option("--publik", help="Bara det som är sagt får visas för alla.")]
Former = Annotated[
    str,
    Option("--former", metavar="FORMER", help=f"Former av varje handling: {', '.join(FORMS)}."),
]
DEFAULT = "webb"


def build(
    folder: Annotated[
        str | None,
        Argument(metavar="MAPP", help="Mappen; annars webb bredvid ärendeförrådet."),
    ] = None,
    publik: Publik = False,
    former: Former = "html,md",
    datum: options.Datum = None,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Bygg förbundets webbplats: insatser, styrelsens sida, handlingar och årets pengar.

    Sidorna öppnas direkt från mappen eller läggs på en webbserver; de hämtar ingenting utifrån.
    Mappen skrivs om helt vid varje bygge, och en mapp med annat i rörs inte.
    """
    from samverkan_cli.website import folder as folders

    desk = reading(repo)
    target = _target(desk, folder)
    folders.refuse_foreign(target)
    built = folders.build(target, _site(desk, datum, _forms(former), publik=publik).files())
    page = Page.open(color)
    page.line(f"Webbplatsen är byggd: {_size(built)}{', publik utgåva' if publik else ''}.")
    page.line(f"Öppna {(Path(folder) if folder else target) / 'index.html'}")
    return 0


def serve(
    port: Annotated[int, Option("--port", metavar="N", help="Porten; 0 tar en ledig.")] = 8000,
    adress: Annotated[
        str, Option("--adress", metavar="ADRESS", help="Bara 127.0.0.1, den här datorn.")
    ] = "127.0.0.1",
    publik: Publik = False,
    datum: options.Datum = None,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Visa webbplatsen på den här datorn och bygg om den när något ändras. Ctrl-C avslutar.

    Ingen annan dator kommer åt sidorna. Ska fler läsa dem: bygg och lägg mappen på en webbserver.
    """
    from samverkan_cli.website.serving import LOOPBACK, Shown, served

    if adress not in {LOOPBACK, "localhost"}:
        raise SamverkanError(
            f"site serve visar bara sidorna för den här datorn ({LOOPBACK}).",
            "Ska fler läsa dem: samverkan site build MAPP, och lägg mappen på en webbserver.",
        )
    if not 0 <= port <= 65_535:  # noqa: PLR2004 - the largest port
        raise SamverkanError("--port tar ett tal, 0–65535.", "Skriv: --port 8000")
    desk, page = reading(repo), Page.open(color)
    with tempfile.TemporaryDirectory(prefix="samverkan-webb-") as place, _calm(page):
        target = Path(place) / DEFAULT
        _build(desk, target, datum, publik=publik)
        shown = Shown(target)
        with served(shown, port) as address:
            page.line(f"Webbplatsen visas på {address} för den här datorn. Ctrl-C avslutar.")
            _follow(desk, shown, datum, page, publik=publik)
    return 0


@contextmanager
def _calm(page: Page) -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, StoppedError):
        page.line("Avslutad.")


def _follow(desk: Desk, shown: "Shown", datum: str | None, page: Page, *, publik: bool) -> None:
    """Build again at each change; one that cannot be built is told, and the last stays shown."""
    from samverkan_cli.website.watching import changes

    for _ in changes(desk.repository.root):
        try:
            _build(Desk(desk.start, desk.clock), shown.folder, datum, publik=publik)
            shown.renewed()
            page.line("Byggd igen.")
        except SamverkanError as error:
            page.line(f"Går inte att bygga just nu: {error.message}")
            page.line(error.hint, "dim")


def _build(desk: Desk, target: Path, datum: str | None, *, publik: bool) -> None:
    from samverkan_cli.website import folder as folders

    folders.build(target, _site(desk, datum, ("md",), publik=publik, crew=False).files())


def _site(
    desk: Desk, datum: str | None, forms: tuple[str, ...], *, publik: bool, crew: bool = True
) -> "Site":
    from samverkan_cli.website import edition
    from samverkan_cli.website.pages import Site
    from samverkan_cli.website.provenance import source

    context = desk.reading_context
    make = edition.public if publik else edition.internal
    return Site(
        make(desk.portfolio, context.samverkan),
        context,
        source(_worktree(desk)),
        context.day(datum),
        forms,
        crew,
    )


def _worktree(desk: Desk) -> "Worktree | None":
    try:
        return desk.worktree
    except SamverkanError:
        return None


def _target(desk: Desk, folder: str | None) -> Path:
    """Give the folder to build in: beside the repository, unless another is named.

    Never among the cases or the rule book, where it would be read as theirs.
    """
    root = desk.repository.root
    if folder is None:
        worktree = _worktree(desk)
        if worktree is not None and worktree.prefix:
            raise SamverkanError(
                f"Bredvid ärendeförrådet ligger annat som git håller reda på, så {DEFAULT} "
                "hamnar inte där utan att det är sagt.",
                "Säg var: samverkan site build MAPP",
            )
        return root.parent / DEFAULT
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - a link is refused, not followed
    inside = (
        target.resolve().relative_to(root).parts if target.resolve().is_relative_to(root) else None
    )
    if inside is not None and (not inside or inside[0] in {*FOLDERS, ".git"}):
        raise SamverkanError(
            "Webbplatsen får inte ligga bland ärendena eller i regelboken.",
            "Välj en mapp utanför: samverkan site build MAPP",
        )
    return target


def _forms(given: str) -> tuple[str, ...]:
    """Read the forms; html is always there, as the page itself."""
    names = [each.strip() for each in given.split(",") if each.strip()]
    for each in names:
        options.chosen(each, tuple(FORMS), "--former")
        _ = FORMS[each].write  # a missing library is told before anything is built
    return tuple(each for each in FORMS if each in names and each != "html")


def _size(built: "Built") -> str:
    return f"{antal(built.files, 'fil', 'filer')}, {tal(built.size / 1e6, 1)} MB"
