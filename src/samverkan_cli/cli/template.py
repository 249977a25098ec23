"""`samverkan template`: own templates, tried before they are used, and one to begin."""

import os
from pathlib import Path
from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import put_bytes
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.extras import needs
from samverkan_cli.folding import nearest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import antal, lista, visible

_WORD, _TEXT = ".docx", ".html.j2"
_GENERAL = "handling"


def check(
    fil: Annotated[str, Argument(metavar="FIL", help="Mallen: .docx eller .html.j2.")],
    handling: Annotated[
        str | None,
        Option("--handling", metavar="HANDLING", help="Vilken handling; annars som filen heter."),
    ] = None,
    color: options.Color = "auto",
) -> int:
    """Pröva en egen mall: att den går att öppna, att fälten finns och att texten får sin plats.

    Mallen ändras inte. Fel ger slutkod 1.
    """
    path = Path(fil)
    ending = next((each for each in (_WORD, _TEXT) if path.name.endswith(each)), None)
    if ending is None:
        raise SamverkanError(
            f"{visible(fil)} är ingen mall.", "En mall slutar på .docx eller .html.j2."
        )
    if not path.is_file():
        raise SamverkanError(f"Filen {visible(fil)} finns inte.", "Kontrollera namnet.")
    typ = _typ(handling, path.name.removesuffix(ending))
    remarks, fields = _judged(path, typ, ending)
    page = Page.open(color)
    page.diagnostics(remarks)
    if remarks:
        page.line(f"{antal(len(remarks), 'anmärkning', 'anmärkningar')} i {fil}.")
        return int(any(each.severity is Severity.ERROR for each in remarks))
    page.line(f"Mallen {fil} går att använda.")
    if fields:
        page.line(f"Fält som fylls i: {lista(fields)}.")
    return 0


def _typ(given: str | None, stem: str) -> str:
    """Tell which document a template is for; one with another name is tried as the general one."""
    known = (*DOKUMENT, _GENERAL, "rapport")
    if given is None:
        return stem if stem in known or stem.startswith("rapport_") else _GENERAL
    if given not in known and not given.startswith("rapport_"):
        close = nearest(given, known)
        hint = f"Menade du {close}?" if close else f"Handlingar: {', '.join(known)}."
        raise SamverkanError(f"Handlingen {visible(given)} finns inte.", hint)
    return given


def _judged(path: Path, typ: str, ending: str) -> tuple[list[Diagnostic], list[str]]:
    from samverkan_cli.rendering import own

    if ending == _TEXT:
        return list(own.judge_text(path, str(path), typ)), []
    with needs("word", "Mallar i Word"):
        return own.judge_word(path, str(path), typ)


def new(
    fil: Annotated[
        str, Argument(metavar="FIL", help="Dit mallen skrivs, till exempel handling.docx.")
    ],
    color: options.Color = "auto",
) -> int:
    """Skriv den inbyggda mallen i Word, att ändra till förbundets egen.

    Lägg den sedan som templates/handling.docx i ärendeförrådet, eller som templates/ansokan.docx
    om den bara gäller ansökan. En fil som finns skrivs aldrig över.
    """
    from samverkan_cli.rendering.word.template import built_in

    if not fil.endswith(_WORD):
        raise SamverkanError("En mall i Word slutar på .docx.", f"Skriv {visible(fil)}.docx.")
    if os.path.lexists(fil):
        raise SamverkanError(f"Filen {visible(fil)} finns redan.", "Välj ett annat namn.")
    put_bytes(built_in(), fil)
    page = Page.open(color)
    page.line(f"Mallen är skriven till {fil}. Ändra den i Word och pröva den sedan:")
    page.command(f"samverkan template check {fil}", 2)
    return 0
