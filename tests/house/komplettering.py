"""Makes the table that completion reads, from the commands and the rules themselves."""

import json
import re
from typing import Any

from samverkan_cli.cli.run import build
from samverkan_cli.cli.verbs import VERBS, Verb
from samverkan_cli.explaining import explanation, known_ids
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.loading import load

KINDS = {
    "INSATS": "insats",
    "DOKUMENT": "dokument",
    "HANDLING": "dokument",
    "PUNKT": "punkt",
    "UTFALL": "utfall",
    "ORGAN": "organ",
    "FAS": "fas",
    "PART": "part",
    "PROCESS": "process",
    "REGEL": "ids",
    "TVÄRSNITT": "tvarsnitt",
    "BLOCK": "block",
    "MAPP": "fil",
    "FIL": "fil",
}
"""The kind of word that stands behind a metavar."""

SPECIAL = {
    ("back", "--to"): "tidigare",
    ("add", "DOKUMENT"): "slag",
    ("schema export", "DOKUMENT"): "slag",
    ("explain", "ID"): "ids",
    ("process show", "ID"): "regelbok",
    ("process show", "--part"): "part",
    ("report revision", "--medlem"): "part",
    ("process adopt", "--organ"): "organ",
    ("answer", "--roll"): "roll",
}
"""Where the metavar alone does not tell."""

CHOICES = {"NÄR", "SVAR", "SÄTT", "SLAG", "PERSPEKTIV", "TILLSTÅND", "SKAL", "FORMAT"}
"""Metavars whose help says every word that there is."""


def kind_of(verb: Verb, param: Any) -> str:
    """Say what a parameter takes: "" for a flag, a kind, or the words themselves."""
    if getattr(param, "is_flag", False):
        return ""
    word = str(param.metavar)
    keys = [word] if param.param_type_name == "argument" else param.opts
    for key in keys:
        if (verb.name, key) in SPECIAL:
            return SPECIAL[verb.name, key]
    if word in CHOICES:
        said = str(param.help).partition(", när")[0].partition("; med --bild")
        found = re.findall(r"[a-zåäö][a-z_å-]+", said[0] + said[2].partition("också")[2])
        return "=" + "|".join(each for each in found if each not in {"eller", "annars"})
    return KINDS.get(word, "text")


def _described(verb: Verb) -> dict[str, Any]:
    params = build(verb).params
    arguments = [each for each in params if each.param_type_name == "argument"]
    options = {
        name: [kind_of(verb, each), each.help or ""]
        for each in params
        if each.param_type_name != "argument"
        for name in sorted(each.opts, key=len, reverse=True)
    }
    return {
        "summary": verb.summary,
        "arguments": [kind_of(verb, each) for each in arguments],
        "rest": any(each.nargs == -1 for each in arguments),
        "options": options | {"--help": ["", "Visa hjälpen."]},
    }


def table() -> bytes:
    """Make the table: commands, options that may stand first, ids, kinds of documents."""
    book = load()
    about = {each: explanation(book, each) or {} for each in known_ids(book)}
    whole = {
        "commands": {verb.name: _described(verb) for verb in VERBS},
        "leading": {
            "--repo": ["fil", "Ärendeförrådets mapp."],
            "-C": ["fil", "Ärendeförrådets mapp."],
            "--color": ["=auto|always|never", "Färg på skärmen."],
            "--version": ["", "Visa versionen."],
            "--help": ["", "Visa hjälpen."],
        },
        "ids": {key: str(found.get("title", "")) for key, found in about.items()},
        "slag": {
            name: typ.namn
            for name, typ in DOKUMENT.items()
            if not typ.written_by_tool and name != "insats"
        },
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()
