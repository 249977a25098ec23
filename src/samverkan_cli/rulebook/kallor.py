"""The five sources: every statement that the product answers to, in the house's own words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from samverkan_cli import resources
from samverkan_cli.diagnostics import Diagnostic, Route, Severity
from samverkan_cli.folding import nearest
from samverkan_cli.models.grund import Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.texts import visible
from samverkan_cli.yamldoc.document import YamlDocument

_LIKE_AN_ID = re.compile(r"[Ss]0[0-9]*-[0-9]+")


class Uppgift(Modell):
    """Något som en källa ber om eller betyder."""

    id: Rad = nyckel("Id", "Källans id och ett nummer; återanvänds aldrig.", krav=True)
    plats: Rad = nyckel("Plats", "Var i källan.", krav=True)
    slag: Literal[
        "fas",
        "dokument",
        "falt",
        "punkt",
        "regel",
        "roll",
        "grind",
        "rapport",
        "katalog",
        "text",
    ] = nyckel("Slag", "Vad för slags sak den blir i programmet.", krav=True)
    krav: Rad = nyckel("Krav", "Vad den ber om, i husets ord.", krav=True)
    samma_som: Lista[Rad] = rader("Samma som", "Id på uppgifter som ber om samma sak.")
    utelamnat: Text | None = nyckel("Utelämnat", "Varför den inte finns i programmet.")


class Kalla(Modell):
    """En av källorna."""

    kalla: Rad = nyckel("Källa", "Början på källans alla id.", krav=True)
    seed: Rad = nyckel("Seed", "Källans nummer.", krav=True)
    titel: Rad = nyckel("Titel", "Källans titel.", krav=True)
    vad: Text = nyckel("Vad", "Vad källan är.", krav=True)
    utanfor: Lista[Text] = rader("Utanför", "Det i källan som inte är någon uppgift.")
    rader: Lista[Uppgift] = rader("Rader", "Uppgifterna, i källans ordning.")


@cache
def sources() -> dict[str, Kalla]:
    """Give the sources by the beginning of their ids; read when first asked for."""
    files = sorted(resources.data("kallor").glob("*.yaml"))
    read = [Kalla.model_validate(YamlDocument.parse(each.read_bytes()).data) for each in files]
    return {source.kalla: source for source in read}


@cache
def statements() -> dict[str, Uppgift]:
    """Give every statement by its id, in the order of the sources."""
    return {row.id: row for source in sources().values() for row in source.rader}


def source_of(statement_id: str) -> Kalla:
    """Give the source of a known statement."""
    return sources()[statement_id.partition("-")[0]]


def is_like_an_id(text: str) -> bool:
    """Tell whether a text means a statement; other sources are addresses, laws and free text."""
    return _LIKE_AN_ID.fullmatch(text) is not None


def close_to(wanted: str) -> str:
    """Say which statement an unknown id may mean."""
    close = _in_full(wanted) or nearest(wanted, statements())
    if close:
        return f"Menade du {close}?"
    known = [f"{source.rader[0].id}–{source.rader[-1].id}" for source in sources().values()]
    return f"Det finns: {', '.join(known)}."


def _in_full(wanted: str) -> str | None:
    """Write the two numbers of an id with as many digits as they have in the sources."""
    source, _, number = wanted.upper().removeprefix("S").partition("-")
    if not (source.isdecimal() and number.isdecimal()):
        return None
    meant = (int(source), int(number))
    return next((each for each in statements() if _numbers(each) == meant), None)


def _numbers(statement_id: str) -> tuple[int, int]:
    source, _, number = statement_id.removeprefix("S").partition("-")
    return int(source), int(number)


def faults(documents: Mapping[str, YamlDocument]) -> Iterator[Diagnostic]:
    """Remark on every `kalla` in the rule book's files that names what no source has."""
    for file, document in documents.items():
        for route, source in _unknown(document.data):
            place = document.locate(route)
            says, hint = f"Källan {visible(source)} finns inte.", close_to(source)
            yield Diagnostic(file, place.line, place.column, "BOK210", Severity.ERROR, says, hint)


def _unknown(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from _unknown(each, (*route, index))
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        here = (*route, key)
        if key == "kalla" and isinstance(value, list):
            yield from (((*here, index), each) for index, each in _strangers(value))
        else:
            yield from _unknown(value, here)


def _strangers(named: list[Any]) -> Iterator[tuple[int, str]]:
    for index, each in enumerate(named):
        if isinstance(each, str) and is_like_an_id(each) and each not in statements():
            yield index, each
