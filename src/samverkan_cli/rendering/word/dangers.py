"""What a template may not carry: programs, files within it, and files fetched from outside."""

import re
from collections.abc import Iterator, Mapping

from samverkan_cli.rendering.word.names import REL_URI, W
from samverkan_cli.rendering.word.package import parsed
from samverkan_cli.texts import visible

Fault = tuple[str, str]
"""What is wrong, and what to do."""

_FETCHING = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON)\b",
    re.IGNORECASE,
)
_MACROS = "Spara mallen som Word-dokument utan makron (.docx)."
_TEMPLATE = (
    "Ta bort kopplingen under Utvecklare → Dokumentmall, eller kopiera innehållet till ett nytt "
    "tomt dokument."
)


def dangers(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """Find everything that would run, or be fetched, when somebody opens the document."""
    types = parts["[Content_Types].xml"]
    if b"macroEnabled" in types or any("vbaProject" in name for name in parts):
        yield "Mallen har makron.", _MACROS
    if any(re.match(r"word/(activeX|embeddings)/", name) for name in parts):
        yield (
            "Mallen har en annan fil eller en kontroll inbäddad i sig.",
            "Ta bort objektet, eller klistra in det som bild.",
        )
    if any("afchunk" in name.lower() for name in parts) or b"/aFChunk" in b"".join(
        data for name, data in parts.items() if name.endswith(".rels")
    ):
        yield "Mallen hämtar text ur en annan fil.", "Klistra in texten i mallen."
    yield from _outside(parts)
    yield from _fields(parts)


def _outside(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    for name in sorted(parts):
        if not name.endswith(".rels"):
            continue
        for each in parsed(parts[name], name).iter(f"{{{REL_URI}}}Relationship"):
            kind = each.get("Type", "").rpartition("/")[2]
            target = each.get("Target", "")
            if each.get("TargetMode") != "External" or (
                kind == "hyperlink" and re.match(r"https?://|mailto:|tel:", target)
            ):
                continue
            if kind == "attachedTemplate":
                yield "Mallen är kopplad till en annan mall på en dator eller webbplats.", _TEMPLATE
            else:
                what = "länkar till en fil" if kind == "hyperlink" else "hämtar något utifrån"
                yield (
                    f"Mallen {what}: {visible(target)[:80]}.",
                    "Infoga bilden eller texten i själva mallen, eller skriv en webbadress.",
                )


def _fields(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    for name in sorted(parts):
        if not re.fullmatch(r"word/[a-z]+[0-9]*\.xml", name):
            continue
        root = parsed(parts[name], name)
        codes = [each.text or "" for each in root.iter(f"{W}instrText")]
        codes += [each.get(f"{W}instr", "") for each in root.iter(f"{W}fldSimple")]
        for code in codes:
            if found := _FETCHING.match(code):
                yield (
                    f"Mallen har fältet {found[1].upper()}, som hämtar något utifrån.",
                    "Ta bort fältet, och infoga innehållet i mallen i stället.",
                )
