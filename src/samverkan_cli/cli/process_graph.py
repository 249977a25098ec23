"""`samverkan process graph`: the phases of a process and the ways between them."""

from typing import Annotated

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.process import rulebook_at
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.reporters import graphs, json_v1

FORMATS = ("text", "json", "mermaid", "dot")


def command(
    process: Annotated[str, typer.Argument(metavar="PROCESS", help="Processens id.")],
    repo: options.Repo = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, json, mermaid eller dot.")
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Rita en process som graf: faserna, grindarna och vart varje utfall leder.

    Med --format mermaid eller dot skrivs grafen så att ett annat program kan rita den.
    """
    options.chosen(form, FORMATS)
    rulebook = rulebook_at(repo)
    found = rulebook.process(process)
    if form == "text":
        with paged(color, output) as page:
            graphs.show(page, rulebook, found)
    elif form == "json":
        put(json_v1.dumps("process-graph", graphs.as_data(found)), output)
    else:
        put((graphs.mermaid if form == "mermaid" else graphs.dot)(found), output)
    return 0
