"""`samverkan log`: the history of a case in words."""

from typing import TYPE_CHECKING, Any

from samverkan_cli import gate
from samverkan_cli.case import Case
from samverkan_cli.cli import options
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.reports import historia

if TYPE_CHECKING:
    from samverkan_cli.history.log import CommitInfo


def command(
    insats: options.Insats,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa insatsens historia: övergångar, beslut, underskrifter, svar och sparade ändringar."""
    options.chosen(form, ("text", "json"))
    desk = reading(repo)
    case = desk.open(insats)
    process = gate.process_of(case, desk.rulebook)
    made, why = _commits(desk, case.id)
    if form == "json":
        put(json_v1.dumps("log", _json(case, made)), output)
        return 0
    with paged(color, output) as page:
        page.line(f"{case.id}  {case.namn}", "bold")
        page.heading("Övergångar")
        for number, line, event in historia.told(case, process, desk.rulebook):
            page.line(line, indent=1, mark=f"{number}.")
            if event.motivering:
                page.line(event.motivering, "dim", indent=4)
        _saved(page, made, why)
    return 0


def _commits(desk: Desk, case_id: str) -> "tuple[list[CommitInfo], str]":
    """Read the commits; a copy without git still has its events, and says what it lacks."""
    from samverkan_cli.history.log import commits

    try:
        return list(commits(desk.worktree, desk.repository.folder(case_id))), ""
    except SamverkanError as error:
        return [], f"Git-historiken går inte att läsa: {error.message}"


def _saved(page: Page, made: "list[CommitInfo]", why: str) -> None:
    if why:
        page.line()
        page.line(why, "dim")
        return
    page.heading("Sparat i git, senast först")
    page.table(
        ("När", "Vem", "Vad"),
        [(each.date[:16].replace("T", " "), each.author, each.subject) for each in made],
        ("Vem",),
    )


def _json(case: Case, made: list[Any]) -> dict[str, Any]:
    return {
        "insats": case.id,
        "handelser": [event.model_dump(mode="json") for _, event in case.handelser],
        "incheckningar": [
            {
                "commit": each.sha,
                "datum": each.date,
                "namn": each.author,
                "rubrik": each.subject,
                "trailers": dict(each.trailers),
            }
            for each in made
        ],
    }
