"""Judges what stands where in a package for an archive: places and fields that there are."""

import re
from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.forbund import Uppgifter
from samverkan_cli.rulebook.paths import FIELDS, stands
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import about_file

PACKAGE = (*("insats", "namn", "dnr", "fas", "upplagd", "senaste_dag", "verktyg", "incheckning"),)
"""What is known of a package itself, as `paket.…`."""

_WHO = ("arkivbildare", "arkivbildare_id", "levererar", "levererar_id", "kontakt", "mottagare")
_METS = (*_WHO, "overenskommelse", "referenskod")
_ERMS = ("arkiv", "klass", "klass_namn", "klasschema", "sekretess", "beskrivning")
_FREE = re.compile(r"bag\.[A-Z][A-Za-z0-9-]{0,60}|eget\.[a-z][a-z0-9_]{0,60}")
TARGETS = (*(f"mets.{each}" for each in _METS), *(f"erms.{each}" for each in _ERMS))
"""The places that are named; besides any `bag.RUBRIK` and `eget.NAMN`."""


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Find rows to a place that there is not, from a field that there is not, or from nowhere."""
    for file, document in rulebook.documents.items():
        rows = document.data.get("leverans")
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, dict):
                for key, says, hint in _faults(row):
                    say = about_file(rulebook, file).at("leverans", index, key)
                    yield say("BOK209", f"leverans: {says}", hint)


def _faults(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    to, source, text = str(row.get("till")), row.get("fran"), row.get("text")
    if to not in TARGETS and not _FREE.fullmatch(to):
        hint = f"Det finns: {', '.join(TARGETS)}, bag.RUBRIK och eget.NAMN."
        yield "till", f"{to} är inget ställe i paketet.", hint
    if (source is None) is (text is None):
        yield "till", f"{to} behöver antingen fran eller text.", "Skriv den ena av dem."
    if source is not None and not _is_known(str(source)):
        yield "fran", f"{source} finns inte.", FIELDS


def _is_known(path: str) -> bool:
    first, _, rest = path.partition(".")
    if first == "forbund":
        return rest in Uppgifter.model_fields
    return rest in PACKAGE if first == "paket" else first == "insats" and stands(path)
