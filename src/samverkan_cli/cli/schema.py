"""`samverkan schema export`: JSON Schema for every document."""

from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli import schema
from samverkan_cli.cli import options
from samverkan_cli.cli.reads import put
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.reporters.text import Page


def export(
    dokument: Annotated[
        str | None, typer.Argument(metavar="DOKUMENT", help="En handling; annars alla.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="MAPP", help="Mapp (eller fil för en).")
    ] = None,
    color: options.Color = "auto",
) -> int:
    """Skriv JSON Schema för handlingarna, för redigerare och CI."""
    kinds = {typ.typ: typ for typ in schema.all_kinds()}
    if dokument is not None:
        if dokument not in kinds:
            close = nearest(dokument, kinds)
            hint = f"Menade du {close}?" if close else f"Kända: {', '.join(kinds)}."
            raise SamverkanError(f"Handlingen {dokument} finns inte.", hint)
        put(schema.text(kinds[dokument]), output)
        return 0
    if output is None:
        raise SamverkanError("Alla scheman behöver en mapp.", "Lägg till --output MAPP.")
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for typ in kinds.values():
        put(schema.text(typ), str(folder / schema.file_name(typ)))
    Page.open(color).line(f"{len(kinds)} scheman skrivna till {output}.")
    return 0
