"""Makes the table that completion reads, from the commands and the rules themselves."""

import contextlib
import io
import re
from collections.abc import Iterator
from typing import Any

from samverkan_cli.cli.app import main
from samverkan_cli.cli.quick import page
from samverkan_cli.cli.run import build
from samverkan_cli.cli.verbs import GROUPS, VERBS, Verb
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


def _described(verb: Verb) -> Iterator[tuple[str, ...]]:
    params = build(verb).params
    arguments = [each for each in params if each.param_type_name == "argument"]
    rest = "…" if any(each.nargs == -1 for each in arguments) else ""
    yield ("kommando", verb.name, verb.summary, rest, *(kind_of(verb, each) for each in arguments))
    for each in params:
        if each.param_type_name != "argument":
            for name in sorted(each.opts, key=len, reverse=True):
                yield "flagga", name, kind_of(verb, each), each.help or ""
    yield "flagga", "--help", "", "Visa hjälpen."


LEADING = (
    ("flagga", "--repo", "fil", "Ärendeförrådets mapp."),
    ("flagga", "-C", "fil", "Ärendeförrådets mapp."),
    ("flagga", "--color", "=auto|always|never", "Färg på skärmen."),
    ("flagga", "--version", "", "Visa versionen."),
    ("flagga", "--help", "", "Visa hjälpen."),
)
"""The options that may stand before a command: they stand first in the table too."""


def table() -> bytes:
    """Make the table: options that may stand first, commands, ids, kinds of documents.

    A row a thing, with tabs between: read in a moment, by what a shell waits for.
    """
    book = load()
    about = {each: explanation(book, each) or {} for each in known_ids(book)}
    rows = [
        *LEADING,
        *(row for verb in VERBS for row in _described(verb)),
        *(("ids", key, str(found.get("title", ""))) for key, found in about.items()),
        *(
            ("slag", name, typ.namn)
            for name, typ in DOKUMENT.items()
            if not typ.written_by_tool and name != "insats"
        ),
    ]
    return "".join(f"{_line(row)}\n" for row in rows).encode()


def _line(row: tuple[str, ...]) -> str:
    return "\t".join(" ".join(cell.split()) for cell in row)


def pages() -> dict[str, bytes]:
    """Make the pages of help by file name: the front page, groups and commands."""
    names = [[], *([each] for each in sorted(GROUPS)), *(verb.name.split() for verb in VERBS)]
    return {f"{page(words)}.txt": _said([*words, "--help"]) for words in names}


def _said(args: list[str]) -> bytes:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        if main(args):
            raise RuntimeError(f"no help: {args}")
    return out.getvalue().encode()
