"""JSON Schema of what the commands answer as JSON: check, status, status-list and list.

Version 1 is additive: a key that stands here stays, and others may come, so none is forbidden.
"""

import json
from typing import Any

from samverkan_cli.diagnostics import Severity
from samverkan_cli.reporters.json_v1 import VERSION
from samverkan_cli.schema import DIALECT
from samverkan_cli.verdict import Kind, Outcome, Weight

Schema = dict[str, Any]


def outputs() -> dict[str, Schema]:
    """Give the schema of each answer, by its `kind`."""
    return {kind: _answer(kind, *about) for kind, about in _ANSWERS.items()}


def file_name(kind: str) -> str:
    """Give the name of a schema file, from `schemas/`."""
    return f"json/{kind}.schema.json"


def text(kind: str) -> str:
    """Write the schema of an answer as it lies in `schemas/json/`."""
    return json.dumps(outputs()[kind], ensure_ascii=False, indent=2) + "\n"


def _answer(kind: str, title: str, keys: Schema, optional: frozenset[str] = frozenset()) -> Schema:
    head: Schema = {
        "schema_version": {"const": VERSION, "description": "Formatets version."},
        "kind": {"const": kind, "description": "Vad svaret är."},
    }
    start = {"$schema": DIALECT, "$id": f"{kind}.schema.json", "title": title}
    return start | _group(title + ".", head | keys, optional) | {"$defs": _DEFS}


def _group(says: str, keys: Schema, optional: frozenset[str] = frozenset()) -> Schema:
    required = [key for key in keys if key not in optional]
    return {"type": "object", "description": says, "properties": keys, "required": required}


def _text(says: str, *, empty: bool = False, **more: Any) -> Schema:
    return {"type": ["string", "null"] if empty else "string", "description": says, **more}


def _number(says: str, least: int = 0) -> Schema:
    return {"type": "integer", "minimum": least, "description": says}


def _yes(says: str) -> Schema:
    return {"type": "boolean", "description": says}


def _list(says: str, of: str | None = None) -> Schema:
    items = {"$ref": f"#/$defs/{of}"} if of else {"type": "string"}
    return {"type": "array", "items": items, "description": says}


def _choice(says: str, words: Any) -> Schema:
    return {"enum": [str(each) for each in words], "description": says}


_STATUS = {
    "insats": _text("Insatsens id."),
    "namn": _text("Insatsens namn.", empty=True),
    "process": _text("Processens id."),
    "fas": _text("Id på fasen, eller på sluttillståndet."),
    "fas_namn": _text("Fasens namn."),
    "avslutad": _yes("Sant när insatsen står i ett sluttillstånd."),
    "grind": {"$ref": "#/$defs/grind", "description": "Grinden ut ur fasen."},
    "spar": _list("Spår som insatsen följer vid sidan av sin process.", "spar"),
}
_ROW = {
    "insats": _text("Insatsens id."),
    "namn": _text("Insatsens namn.", empty=True),
    "process": _text("Processens id.", empty=True),
    "fas": _text("Id på fasen.", empty=True),
    "fas_namn": _text("Fasens namn.", empty=True),
    "inriktning": _text("Insatsens inriktning.", empty=True),
    "parter": _list("Id på parterna."),
    "insatsagare": _text("Id på den part som äger insatsen.", empty=True),
    "senast": _text("Dag för den senaste händelsen.", empty=True, format="date"),
}
_ANSWERS: dict[str, Any] = {
    "check": (
        "Anmärkningar från samverkan check",
        {
            "scope": _text("Vad som prövades."),
            "notes": _list("Vad som inte prövades, i ord."),
            "known": _number("Antal anmärkningar som var kända sedan förut och inte räknas."),
            "insatser": _number("Antal insatser."),
            "dokument": _number("Antal handlingar."),
            "errors": _number("Antal fel."),
            "warnings": _number("Antal varningar."),
            "diagnostics": _list("Anmärkningarna.", "diagnostic"),
            "status": _list("Läget för de insatser som namngavs.", "status"),
        },
        frozenset({"status"}),
    ),
    "status": ("Läget för en insats", _STATUS),
    "status-list": (
        "Läget för alla insatser",
        {"insatser": _list("En rad för varje insats.", "status")},
    ),
    "list": ("Insatserna", {"insatser": _list("En rad för varje insats.", "rad")}),
}
_DEFS: Schema = {
    "diagnostic": _group(
        "En anmärkning med sin plats.",
        {
            "file": _text("Sökväg från förrådets rot, med snedstreck."),
            "line": _number("Rad, från 1.", 1),
            "column": _number("Kolumn, från 1.", 1),
            "rule": _text("Regelns id.", pattern="^[A-Z]{3}[0-9]{3}$"),
            "severity": _choice("Hur tungt det väger.", Severity),
            "message": _text("Vad som är fel."),
            "hint": _text("Vad man gör åt det; tomt när det är sagt."),
        },
    ),
    "verdict": _group(
        "Ett krav och hur det står till med det.",
        {
            "id": _text("Kravets id."),
            "kind": _choice("Slag av krav.", Kind),
            "title": _text("Kravet, i ord."),
            "outcome": _choice("Utfall.", Outcome),
            "weight": _choice("Om det stoppar grinden.", Weight),
            "reason": _text("Skälet.", empty=True),
            "command": _text("Kommandot som ordnar det.", empty=True),
            "diagnostics": _list("Anmärkningarna.", "diagnostic"),
        },
    ),
    "grind": _group(
        "En grind; utan id när insatsen är avslutad.",
        {
            "id": _text("Grindens id.", empty=True),
            "namn": _text("Grindens namn.", empty=True),
            "organ": _text("Organet som beslutar.", empty=True),
            "advisory": _yes("Sant när grinden bara ger råd."),
            "open": _yes("Sant när insatsen får gå vidare."),
            "utfall": _text("Utfallet som grinden leder till.", empty=True),
            "till": _text("Fasen som grinden leder till.", empty=True),
            "remaining": _list("Id på det som återstår, i ordning."),
            "verdicts": _list("Kraven.", "verdict"),
        },
    ),
    "fas": _group(
        "En fas i ett spår.",
        {
            "id": _text("Fasens id."),
            "nr": {"type": "number", "description": "Fasens nummer."},
            "namn": _text("Fasens namn."),
            "klar": _yes("Sant när inget återstår."),
            "remaining": _list("Id på det som återstår."),
        },
    ),
    "spar": _group(
        "Ett spår.",
        {
            "process": _text("Spårets id."),
            "namn": _text("Spårets namn."),
            "fas": _text("Id på fasen som pågår.", empty=True),
            "faser": _list("Faserna.", "fas"),
        },
    ),
    "status": _group("Läget för en insats.", _STATUS),
    "rad": _group("En insats i listan.", _ROW),
}
