"""`samverkan process graph`: the phases of a process and the ways between them."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.process import rulebook_at
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.pictures.steps import process_picture
from samverkan_cli.reporters import graphs, json_v1
from samverkan_cli.rulebook.process import Process

FORMATS = ("text", "json", "mermaid", "dot", "svg")


def command(
    process: Annotated[str, Argument(metavar="PROCESS", help="Processens id.")],
    repo: options.Repo = None,
    form: Annotated[
        str, Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")
    ] = "text",
    output: options.Output = None,
    insats: Annotated[
        str | None,
        Option("--insats", metavar="INSATS", help="Med svg: märk ut var insatsen står."),
    ] = None,
    color: options.Color = "auto",
) -> int:
    """Rita en process som graf: faserna, grindarna och vart varje utfall leder.

    Med --format mermaid eller dot skrivs grafen så att ett annat program kan rita den, och med svg
    blir den en bild.
    """
    options.chosen(form, FORMATS)
    if insats is not None and form != "svg":
        raise SamverkanError("Flaggan --insats gäller bara bilden.", "Lägg till --format svg.")
    rulebook = rulebook_at(repo)
    found = rulebook.process(process)
    if form == "text":
        with paged(color, output) as page:
            graphs.show(page, rulebook, found)
    elif form == "json":
        put(json_v1.dumps("process-graph", graphs.as_data(found)), output)
    elif form == "svg":
        put(_drawn(found, repo, insats), output)
    else:
        put((graphs.mermaid if form == "mermaid" else graphs.dot)(found), output)
    return 0


def _drawn(process: Process, repo: str | None, insats: str | None) -> str:
    """Draw a process, with the place of a case that follows it."""
    case = Desk(options.start(repo)).open(insats) if insats else None
    if case and case.insats and case.insats.process != process.process:
        raise SamverkanError(
            f"{case.id} följer inte {process.process}.",
            f"Rita den process som den följer: samverkan process graph {case.insats.process}",
        )
    picture = process_picture(process, case.fas if case else None)
    if picture is None:
        raise SamverkanError(f"Processen {process.process} har inga faser att rita.")
    return picture.data.decode()
