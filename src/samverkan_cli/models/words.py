"""Which fields of a document take words from a catalogue, and which words a document holds."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from samverkan_cli.diagnostics import Route
from samverkan_cli.models.fields import FieldInfo, inner_model
from samverkan_cli.models.grund import Modell

DEEPEST = 8
"""Groups inside groups; a model that holds itself ends here."""


def catalogue_of(field: FieldInfo) -> str | None:
    """Give the id of the catalogue whose words a field takes, if any."""
    extra = field.json_schema_extra
    found = extra.get("x-katalog") if isinstance(extra, dict) else None
    return found if isinstance(found, str) else None


@cache
def catalogue_fields(model: type[Modell]) -> tuple[tuple[tuple[str, ...], str, FieldInfo], ...]:
    """List the fields that take words from a catalogue: the keys to each, and the catalogue."""
    return tuple(_fields(model, ()))


def _fields(
    model: type[Modell], keys: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str, FieldInfo]]:
    for key, field in model.model_fields.items():
        here = (*keys, key)
        if katalog := catalogue_of(field):
            yield here, katalog, field
        elif (inner := inner_model(field.annotation)) and len(here) < DEEPEST:
            yield from _fields(inner, here)


def words_in(document: Modell | None) -> Iterator[tuple[Route, str, str]]:
    """Give every word from a catalogue that a document holds: its route, catalogue and id."""
    for keys, katalog, _ in catalogue_fields(type(document)) if document else ():
        for route, word in _values(document, keys, ()):
            yield route, katalog, word


def _values(value: Any, keys: tuple[str, ...], route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _values(each, keys, (*route, index))
    elif isinstance(value, Modell):
        yield from _values(getattr(value, keys[0]), keys[1:], (*route, keys[0]))
    elif isinstance(value, str):
        yield route, value
