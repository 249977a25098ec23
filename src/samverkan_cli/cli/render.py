"""`samverkan render`: a document in a form, from the förbund's own template or the built-in."""

from pathlib import Path
from typing import Annotated

from samverkan_cli import gate
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import put_form, reading
from samverkan_cli.cli.show import find
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.rendering.forms import FORMS, Form
from samverkan_cli.reporters.text import Page


def command(
    insats: options.Insats,
    dokument: Annotated[
        str | None,
        Argument(metavar="DOKUMENT", help="Handlingen; annars alla som har en mall."),
    ] = None,
    form: Annotated[
        str, Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMS)}.")
    ] = "md",
    output: Annotated[
        str | None,
        Option("--output", "-o", metavar="FIL", help="Fil, eller mapp när alla skrivs ut."),
    ] = None,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Skriv ut en handling i en av formerna.

    Utan DOKUMENT skrivs alla handlingar som har en mall till mappen i --output.
    """
    from samverkan_cli.transition.printing import print_record

    chosen = FORMS[options.chosen(form, tuple(FORMS))]
    desk = reading(repo)
    case = desk.open(insats)
    if dokument is not None:
        process = gate.process_of(case, desk.rulebook)
        record = find(case, dokument)
        put_form(print_record(desk.reading_context, case, process, record), chosen, output)
        return 0
    if output is None:
        raise SamverkanError("Alla handlingar behöver en mapp.", "Lägg till --output MAPP.")
    return _all(desk, case.id, chosen, Path(output), color)


def _all(desk: Desk, case_id: str, form: Form, folder: Path, color: str) -> int:
    from samverkan_cli.transition.printing import is_printed, print_record

    case = desk.repository.open(case_id)
    process = gate.process_of(case, desk.rulebook)
    folder.mkdir(parents=True, exist_ok=True)
    page = Page.open(color)
    for record in case.records.values():
        if record.model is not None and is_printed(record.typ):
            target = folder / f"{record.name.replace('/', '-')}.{form.name}"
            put_form(print_record(desk.reading_context, case, process, record), form, str(target))
            page.line(str(target))
    return 0
