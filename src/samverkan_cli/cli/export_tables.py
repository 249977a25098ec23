"""`samverkan export` without an insats: the whole portfolio as tables, in a folder of its own."""

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.cli import options
from samverkan_cli.cli.reads import reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.extras import needs
from samverkan_cli.progress import steps
from samverkan_cli.reporters.text import Page
from samverkan_cli.repository import FOLDERS
from samverkan_cli.texts import antal, tal, visible

if TYPE_CHECKING:
    from samverkan_cli.export import exporting
    from samverkan_cli.history.worktree import Worktree

FORMATS = ("parquet", "jsonl", "csv", "sqlite")


def export(
    repo: str | None,
    form: str,
    output: str,
    color: str,
    licens: str | None,
    *,
    publik: bool,
    dry_run: bool,
) -> int:
    """Write every table, or tell what would be written."""
    from samverkan_cli.export import describing, exporting
    from samverkan_cli.export.definition import tables

    if licens is not None:
        options.chosen(licens, tuple(each.id for each in tables().licenser), "--licens")
    if form == "parquet":
        with needs("analys", "Parquet"):
            import_module("samverkan_cli.export.duck")
    desk = reading(repo)
    target = _target(desk, output)
    wanted = wanted_of(desk, form, licens, publik=publik)
    repository = desk.repository
    ids = steps(repository.case_ids(), "Exporterar insats")
    cases = (repository.open(case_id) for case_id in ids)
    page = Page.open(color)
    if dry_run:
        _told(page, exporting.planned(wanted, cases))
        page.line(f"Inget är skrivet. Skulle skrivas till {visible(output)} som {form}.")
        return 0
    done = exporting.export(target, wanted, cases)
    _told(page, done)
    if wanted.source.unsaved:
        filer = antal(wanted.source.unsaved, "osparad fil", "osparade filer")
        page.line(f"Med är {filer} som inte finns i git; det står i {describing.PACKAGE}.")
    page.line(f"Skrivet till {visible(output)}. Tabellerna beskrivs i {describing.PACKAGE}.")
    return 0


def wanted_of(
    desk: Desk, form: str, licens: str | None = None, *, publik: bool = False
) -> "exporting.Wanted":
    """Give what is to be exported of a repository, in a form."""
    from samverkan_cli.export import exporting
    from samverkan_cli.export.whence import source

    context = desk.reading_context
    whence = source(_worktree(desk), desk.repository)
    return exporting.Wanted(context.samverkan, context.rulebook, form, whence, publik, licens)


def _told(page: Page, done: "exporting.Exported") -> None:
    rows = [(each.titel, each.id, tal(done.rows[each.id])) for each in done.definition.tabeller]
    page.table(("Tabell", "Namn", "Rader"), rows, right={"Rader"})
    if done.left_out:
        page.line(
            f"Ärenden som inte är med: {done.left_out}. De är sekretessmarkerade, inte sagda får "
            "visas för alla (--publik), eller går inte att läsa."
        )


def _worktree(desk: Desk) -> "Worktree | None":
    try:
        return desk.worktree
    except SamverkanError:
        return None


def _target(desk: Desk, output: str) -> Path:
    """Give the folder to write in: never the repository itself, its cases or its rule book."""
    from samverkan_cli import workshop
    from samverkan_cli.export.exporting import FOLDER

    target = Path(os.path.abspath(output))  # noqa: PTH100 - a link is refused, not followed
    root, real = desk.repository.root, target.resolve()
    inside = real.relative_to(root).parts if real.is_relative_to(root) else None
    if inside is not None and (not inside or inside[0] in {*FOLDERS, ".git"}):
        raise SamverkanError(
            "Exporten får inte ligga bland ärendena eller i regelboken.",
            f"Välj en mapp utanför: {FOLDER.command}",
        )
    workshop.refuse_foreign(FOLDER, target)
    return target
