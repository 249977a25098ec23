"""`samverkan schema export`: JSON Schema for every document, and for what is answered as JSON."""

from pathlib import Path
from typing import Annotated

from samverkan_cli import schema
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import put
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.reporters import json_schema
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible


def export(
    dokument: Annotated[
        str | None,
        Argument(
            metavar="DOKUMENT",
            help="En handling, eller check, status eller list i JSON; annars alla handlingar.",
        ),
    ] = None,
    output: Annotated[
        str | None, Option("--output", "-o", metavar="MAPP", help="Mapp (eller fil för en).")
    ] = None,
    color: options.Color = "auto",
) -> int:
    """Skriv JSON Schema för handlingarna, för redigerare och CI."""
    kinds = {typ.typ: typ for typ in schema.all_kinds()}
    if dokument is not None:
        put(_one(dokument, kinds), output)
        return 0
    if output is None:
        raise SamverkanError("Alla scheman behöver en mapp.", "Lägg till --output MAPP.")
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for typ in kinds.values():
        put(schema.text(typ), str(folder / schema.file_name(typ)))
    Page.open(color).line(f"{len(kinds)} scheman skrivna till {output}.")
    return 0


def _one(name: str, kinds: dict[str, Dokumenttyp]) -> str:
    """Give the schema of a kind of document, or of an answer in JSON."""
    if name in kinds:
        return schema.text(kinds[name])
    answers = json_schema.outputs()
    if name in answers:
        return json_schema.text(name)
    known = [*kinds, *answers]
    close = nearest(name, known)
    hint = f"Menade du {close}?" if close else f"Kända: {', '.join(known)}."
    raise SamverkanError(f"Handlingen {visible(name)} finns inte.", hint)
