"""Makes `docs/kallor.md`: where each statement of the sources lives in the product."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from samverkan_cli.cli.verbs import VERBS
from samverkan_cli.homes import Home, homes
from samverkan_cli.rulebook.kallor import Kalla, Uppgift, sources
from samverkan_cli.rulebook.loading import load

INTRO = """\
# Var källornas uppgifter bor

Fem källdokument ligger till grund för programmet. Varje uppgift som de ber om, bestämmer eller
förutsätter har ett id och är här återgiven i husets egna ord. Tabellerna görs av programmet självt:
en uppgift bor där något nämner dess id i sin `kalla`. `samverkan explain ID` visar samma sak för en
uppgift i taget, med förbundets egna processer och kataloger.
"""

Homes = dict[str, tuple[Home, ...]]


def docs() -> dict[str, bytes]:
    """Make the documents by file name."""
    found = homes(load(), [(verb.name, verb.kalla) for verb in VERBS])
    parts = [INTRO, *("\n".join(_source(each, found)) for each in sources().values())]
    return {"kallor.md": "\n".join(parts).encode()}


def _source(source: Kalla, found: Homes) -> Iterator[str]:
    yield f"## {source.kalla} {source.titel}\n"
    yield f"{source.seed}. {source.vad}\n"
    yield "| id | krav | var det bor |"
    yield "|---|---|---|"
    for row in source.rader:
        krav = row.krav.replace("|", "\\|")
        yield f"| {row.id} | {krav} *({row.plats})* | {_lives(row, found[row.id])} |"
    yield "\n### Utelämnat med skäl\n"
    yield from (f"- {row.id}: {row.utelamnat}" for row in source.rader if row.utelamnat)
    yield from (f"- {each}" for each in source.utanfor)
    yield ""


def _lives(row: Uppgift, places: Iterable[Home]) -> str:
    if row.utelamnat:
        return "utelämnad, se nedan"
    kinds = [
        f"{kind} {', '.join(f'`{each.name}`' for each in same)}"
        for kind, same in groupby(sorted(places, key=_kind), key=_kind)
    ]
    alike = f" (samma som {', '.join(row.samma_som)})" if row.samma_som else ""
    return ("; ".join(kinds) or "väntar på sin plats") + alike


def _kind(home: Home) -> str:
    return home.kind
