"""The definition of the tables: every path leads somewhere, and no person is reached by any."""

from typing import Any, get_args

import pytest

from samverkan_cli.export.counted import ROWS
from samverkan_cli.export.definition import COUNTED, PROTECTED, SUPPRESSED, Falt, Tabell, tables
from samverkan_cli.export.questions import questions
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import bare, field_at, model_at
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.website.hiding import _CONTACT_KEYS, _PERSON_MODELS, _PERSONAL

TABLES = tables().tabeller
FIELDS = [
    pytest.param(table, field, id=f"{table.id}.{field.namn}")
    for table in TABLES
    for field in table.falt
]
FREE = {"part.namn", "uppgifter.namn", "uppgifter.sate", "uppgifter.webb", "insats.namn"} | {
    f"{model}.{name}"
    for model in ("malrad", "indikator", "nytta", "nyttoutfall", "maluppfyllelse", "gruppantal")
    for name in ("matt", "enhet", "text", "grupp")
}
"""What leaves in people's own words: names of bodies and insatser, and what is measured."""


def _model(path: str) -> tuple[Any, tuple[str, ...]]:
    first, *way = path.rpartition("=")[2].split(".")
    if first == "forbund":
        return Samverkan, tuple(way or ["forbund"])
    return DOKUMENT[first].model, tuple(way)


def _owner(table: Tabell, field: Falt) -> tuple[Any, str] | None:
    """Find the model and the name that a field's path ends in; None when it ends in no model."""
    path = field.source.partition("#")[0]
    first, *way = path.split(".")
    if first in {"handling", "kalla", "nr", COUNTED} or field.namn in {
        "forbund",
        "insats",
        SUPPRESSED,
    }:
        return None
    if first != "rad":
        model, route = _model(path)
        return model_at(model, route[:-1]), route[-1]
    if table.ur[0].startswith(f"{COUNTED}."):
        return None
    model, route = _model(table.ur[0])
    row: tuple[int, ...] = (0,) if route and _is_list(model, route) else ()
    whole: tuple[str | int, ...] = (*route, *row, *way)
    return (model_at(model, whole[:-1]), str(whole[-1])) if way else None


def _is_list(model: Any, route: tuple[str, ...]) -> bool:
    found = field_at(model, route)
    return found is not None and "list" in str(found.annotation)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_a_table_hangs_together(table: Tabell) -> None:
    """Its key is of its fields, its names are told once, and a protected number has its mark."""
    assert len(set(table.names)) == len(table.names)
    assert set(table.nyckel) <= set(table.names)
    assert table.nyckel[0] == "forbund"
    assert table.names[0] == "forbund"
    protected = any(each.typ in PROTECTED for each in table.falt)
    assert protected == (SUPPRESSED in table.names)
    assert not table.uppdelad or "ar" in table.nyckel


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_every_source_is_there(table: Tabell) -> None:
    """A row comes from a list of a model, or from what is counted; participants only from that."""
    for each in table.ur:
        if each.startswith(f"{COUNTED}."):
            assert each.removeprefix(f"{COUNTED}.") in ROWS
            continue
        assert not each.endswith(".deltagare")
        model, way = _model(each)
        assert not way or field_at(model, way) is not None, each


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_every_field_is_there_and_is_no_person(table: Tabell, field: Falt) -> None:
    """A path ends in a field that is neither a person's nor what people write at length."""
    found = _owner(table, field)
    if found is None:
        return
    model, name = found
    assert model is not None, field.source
    assert name in model.model_fields, field.source
    assert model.__name__ not in _PERSON_MODELS
    assert name not in _PERSONAL | _CONTACT_KEYS
    if field.typ == "text":
        assert f"{model.__name__.lower()}.{name}" in FREE
    if field.typ == "kod":
        assert "max_length=20000" not in str(bare(model.model_fields[name]))


def test_ids_are_told_once() -> None:
    """No two tables and no two questions have the same name."""
    for ids in ([each.id for each in TABLES], [each.id for each in questions().fragor]):
        assert len(set(ids)) == len(ids)


def test_every_type_has_its_form_everywhere() -> None:
    """Each type of the definition is a type of Parquet and of the description."""
    from samverkan_cli.export import definition, describing, duck

    assert set(get_args(definition.Typ)) == set(duck.TYPES) == set(describing._TYPES)
