"""`samverkan list`: the cases in a table."""

from typing import Annotated, Any

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.progress import teller
from samverkan_cli.reporters import json_v1, tables
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible


def command(
    fas: Annotated[
        str | None, Option("--fas", metavar="FAS", help="Visa bara insatser i fasen.")
    ] = None,
    repo: options.Repo = None,
    form: Annotated[
        str, Option("--format", "-f", metavar="FORMAT", help="text, json eller csv.")
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa insatserna: id, namn, fas, parter och senaste händelse."""
    options.chosen(form, ("text", "json", "csv"))
    desk = reading(repo)
    if fas is not None:
        _known(desk, fas)
    rows = _rows(desk, fas)
    if form == "json":
        put(json_v1.dumps("list", {"insatser": rows}), output)
    elif form == "csv":
        put(tables.csv_text(rows), output)
    else:
        with paged(color, output) as page:
            _table(page, rows, fas)
    return 0


def _rows(desk: Desk, fas: str | None) -> list[dict[str, Any]]:
    """Give a row for each case, and let go of the case: many take no more memory than one."""
    from samverkan_cli.extent.abreast import say_all

    rulebook, ids = desk.rulebook, desk.repository.case_ids()

    def row(case_id: str) -> dict[str, Any] | None:
        case = desk.repository.open(case_id)
        return json_v1.row(case, rulebook) if fas in (None, case.fas) else None

    return [each for each in say_all(ids, row, teller("Läser insats", len(ids))) if each]


def _known(desk: Desk, fas: str) -> None:
    """Refuse a phase that no process has: an empty table would say that no case stands there."""
    processes = desk.rulebook.all_processes
    states = [fas.id for process in processes for fas in process.faser]
    states += [end.id for process in processes for end in process.sluttillstand]
    if fas not in states:
        close = nearest(fas, states)
        hint = f"Menade du {close}?" if close else f"Välj: {', '.join(dict.fromkeys(states))}."
        raise SamverkanError(f"Fasen ”{visible(fas)}” finns inte.", hint)


def _table(page: Page, rows: list[dict[str, Any]], fas: str | None) -> None:
    if rows:
        tables.cases(page, rows)
    elif fas is not None:
        page.line(f"Ingen insats står i fasen {fas}.")
    else:
        page.line("Inga insatser ännu. Lägg upp en: samverkan new NAMN --part PART")
