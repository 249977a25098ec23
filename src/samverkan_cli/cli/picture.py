"""`samverkan picture`: a picture of a case alone, as SVG or PNG."""

from pathlib import PurePath
from typing import Annotated

from samverkan_cli import gate
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import paged, put, put_bytes, reading
from samverkan_cli.errors import SamverkanError
from samverkan_cli.extras import needs
from samverkan_cli.folding import nearest
from samverkan_cli.report import Picture
from samverkan_cli.texts import visible

FORMATS = ("svg", "png")


def command(
    insats: options.Insats,
    bild: Annotated[
        str | None,
        Argument(metavar="BILD", help="Bildens namn; annars visas vilka som finns."),
    ] = None,
    form: Annotated[
        str | None,
        Option("--format", "-f", metavar="FORMAT", help="svg eller png; annars som filen."),
    ] = None,
    repo: options.Repo = None,
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Skriv en bild ur en insats till en fil, eller visa vilka bilder som finns.

    Bilderna är processen med insatsens plats, rutnäten och det som handlingarna visar. Varje bild
    står med sin text, som säger det bilden visar för den som inte ser den.
    """
    from samverkan_cli.transition.illustrating import of_case

    desk = reading(repo)
    case = desk.open(insats)
    pictures = of_case(desk.reading_context, case, gate.process_of(case, desk.rulebook))
    if bild is None:
        with paged(color, output) as page:
            page.table(("Bild", "Visar"), [(name, each.alt) for name, each in pictures.items()])
        return 0
    chosen = _found(bild, pictures)
    suffix = PurePath(output).suffix.removeprefix(".").lower() if output else ""
    if options.chosen(form or (suffix if suffix in FORMATS else "svg"), FORMATS) == "svg":
        put(chosen.data.decode(), output)
    else:
        put_bytes(_png(chosen), output)
    return 0


def _found(wanted: str, pictures: dict[str, Picture]) -> Picture:
    """Find a picture by its name, or by the end of it when only one ends so."""
    ends = [name for name in pictures if name.endswith(f"/{wanted}")]
    name = wanted if wanted in pictures else ends[0] if len(ends) == 1 else None
    if name is None:
        close = nearest(wanted, pictures)
        hint = f"Välj: {', '.join(ends or pictures)}."
        says = "finns i flera handlingar" if ends else "finns inte"
        hint = f"Menade du {close}?" if close and not ends else hint
        raise SamverkanError(f"Bilden ”{visible(wanted)}” {says}.", hint)
    return pictures[name]


def _png(picture: Picture) -> bytes:
    from samverkan_cli.pictures.png import png

    with needs("pdf", "Formen png"):
        return png(picture)
