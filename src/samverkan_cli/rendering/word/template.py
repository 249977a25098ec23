"""Which Word template a document or a report is printed in: the förbund's own, or the built-in."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan_cli import resources
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import of_path
from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.word.package import WordFileError, read, zipped

ENDING = ".docx"
GENERAL = "handling"
REPORT = "rapport"


@dataclass(frozen=True, slots=True)
class Template:
    """A template's name as people know it, the kind of document it is for, and its bytes."""

    name: str
    typ: str
    raw: bytes
    own: bool


def kind_of(values: Mapping[str, Any]) -> str:
    """Tell what the values are of: a kind of document, or `rapport_<kind>`."""
    if report := values.get("rapport"):
        return f"{REPORT}_{report['slag']}"
    typ = of_path(f"{values.get('dokumentnamn')}.yaml")
    return typ.typ if typ else GENERAL


def chosen(typ: str, own: Path | None) -> Template:
    """Find the template of a kind, then the general one, in the förbund's folder; or our own."""
    general = REPORT if typ.startswith(f"{REPORT}_") else GENERAL
    for name in (typ, general) if own else ():
        path = own / f"{name}{ENDING}" if own else Path()
        if os.path.lexists(path):
            shown = f"{path.parent.name}/{path.name}"
            return Template(shown, typ, own_bytes(path, shown), own=True)
    return Template(f"{GENERAL}{ENDING}", typ, built_in(), own=False)


def built_in() -> bytes:
    """Give the template that comes with the program."""
    return (resources.templates() / "word" / f"{GENERAL}{ENDING}").read_bytes()


def own_bytes(path: Path, shown: str) -> bytes:
    """Read a template that anyone may have put there, within bounds and packed anew."""
    if path.is_symlink():
        raise TemplateError(Spot(shown, 1), "Mallen är en länk.", "Lägg mallen som en vanlig fil.")
    try:
        return zipped(read(path))
    except (WordFileError, SamverkanError) as error:
        raise TemplateError(Spot(shown, 1), error.message, error.hint) from error
