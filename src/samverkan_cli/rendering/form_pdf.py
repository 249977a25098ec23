"""A document as PDF/A-2a and PDF/UA-1 in one file: to be archived, and read by anyone."""

import unicodedata
from datetime import date
from functools import cache

from samverkan_cli import resources
from samverkan_cli.errors import RefusedError
from samverkan_cli.rendering import origin, typst_engine, typst_source
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rendering.typst_text import quoted
from samverkan_cli.secrecy.mask import masked

UNDATED = date(1970, 1, 1)
"""PDF/A wants a date; that of a document without one is plainly none."""


def write(printed: Utskrift) -> bytes:
    """Give the PDF. A character that no font has, or a bad image, is refused with its place."""
    try:
        return typst_engine.compiled(source(printed))
    except typst_engine.GlyphError as error:
        raise _unshown(printed, error.characters) from error
    except typst_engine.ImageError as error:
        raise RefusedError(
            "En bild i handlingen går inte att läsa.",
            "Spara om förbundets logotyp som PNG, och pröva igen.",
        ) from error


def source(printed: Utskrift) -> str:
    """Write the Typst source of a document."""
    day = dated(printed)
    given = [
        f"titel: {quoted(printed.title)}",
        f"avsandare: {quoted(author(printed))}",
        f"dag: datetime(year: {day.year}, month: {day.month}, day: {day.day})",
    ]
    body = typst_source.write(printed.tree, printed.pictures)
    return f"{_style()}\n#dokument({', '.join(given)}, {body})\n"


def author(printed: Utskrift) -> str:
    """Name the förbund."""
    return masked(str((printed.values.get("forbund") or {}).get("namn") or ""))


def dated(printed: Utskrift) -> date:
    """Give the day of the document or report itself; never today's."""
    for name in ("dokument", "rapport"):
        day = (printed.values.get(name) or {}).get("datum")
        if day:
            return date.fromisoformat(day)
    return UNDATED


def _unshown(printed: Utskrift, characters: str) -> RefusedError:
    first, others = characters[0], characters[1:]
    where = origin.place_of(first, printed)
    name = unicodedata.name(first, "utan namn")
    hint = "Skriv det med andra tecken, eller välj ett annat format, till exempel html."
    if others:
        hint += f" Det gäller också: {' '.join(others[:20])}"
    return RefusedError(
        f"{f'{where}: ' if where else ''}Tecknet {first} (U+{ord(first):04X} {name}) "
        "finns inte i typsnitten för PDF.",
        hint,
    )


@cache
def _style() -> str:
    return (resources.templates() / "utskrift" / "_stil.typ").read_text(encoding="utf-8")
