"""`samverkan render`: a document as html or md, from the förbund's own template or the built-in."""

from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli import gate
from samverkan_cli.cli import options
from samverkan_cli.cli.reads import put, reading
from samverkan_cli.cli.show import find
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters.text import Page


def command(
    insats: options.Insats,
    dokument: Annotated[
        str | None,
        typer.Argument(metavar="DOKUMENT", help="Handlingen; annars alla som har en mall."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="html eller md.")
    ] = "md",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FIL", help="Fil, eller mapp när alla skrivs ut."),
    ] = None,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Skriv ut en handling som html eller md.

    Utan DOKUMENT skrivs alla handlingar som har en mall till mappen i --output.
    """
    from samverkan_cli.transition.printing import print_record

    options.chosen(form, ("html", "md"))
    desk = reading(repo)
    case = desk.open(insats)
    process = gate.process_of(case, desk.rulebook)
    context = desk.reading_context
    if dokument is not None:
        record = find(case, dokument)
        printed = print_record(context, case, process, record)
        put(printed.html if form == "html" else printed.md, output)
        return 0
    if output is None:
        raise SamverkanError("Alla handlingar behöver en mapp.", "Lägg till --output MAPP.")
    return _all(desk, case.id, form, Path(output), color)


def _all(desk: Desk, case_id: str, form: str, folder: Path, color: str) -> int:
    from samverkan_cli.transition.printing import is_printed, print_record

    case = desk.repository.open(case_id)
    process = gate.process_of(case, desk.rulebook)
    folder.mkdir(parents=True, exist_ok=True)
    page = Page.open(color)
    for record in case.records.values():
        if record.model is not None and is_printed(record.typ):
            printed = print_record(desk.reading_context, case, process, record)
            target = folder / f"{record.name.replace('/', '-')}.{form}"
            put(printed.html if form == "html" else printed.md, str(target))
            page.line(str(target))
    return 0
