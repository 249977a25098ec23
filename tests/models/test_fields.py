"""Walking a model: fields, allowed values, and examples that a person can copy as they stand."""

from collections.abc import Iterator
from typing import Any

import pytest

from samverkan_cli.diagnostics import Route
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.models.fields import (
    allowed_values,
    example_at,
    field_at,
    inner_model,
    is_list,
    model_at,
)
from samverkan_cli.models.grund import Modell
from samverkan_cli.models.insats import Insats
from samverkan_cli.rulebook.katalog import Kravsatser, Regler
from samverkan_cli.shape import judge
from samverkan_cli.yamldoc.document import YamlDocument


def walked(model: type[Modell], route: Route = ()) -> Iterator[tuple[type[Modell], str]]:
    """Give every model below a document, with every key in it."""
    for key, field in model.model_fields.items():
        yield model, key
        if inner := inner_model(field.annotation):
            yield from walked(inner, (*route, key))


PEOPLE = [SAMVERKAN, *(each for each in DOKUMENT.values() if not each.written_by_tool)]
FIELDS = sorted(
    {pair for typ in PEOPLE for pair in walked(typ.model)},
    key=lambda pair: (repr(pair[0]), pair[1]),
)


@pytest.mark.parametrize(
    ("model", "key"), FIELDS, ids=[f"{model.__name__}.{key}" for model, key in FIELDS]
)
def test_example_is_what_the_field_takes(model: type[Modell], key: str) -> None:
    """The example in a hint can be copied into the document, and is then accepted."""
    others = {name for name, field in model.model_fields.items() if field.is_required()} - {key}
    text = "".join(f"{name}: {example_at(model, (name,))}\n" for name in (*sorted(others), key))
    found, remarks = judge(model, YamlDocument.parse(text.encode()), "x.yaml")
    assert [each.message for each in remarks] == []
    assert found is not None


@pytest.mark.parametrize(
    ("model", "route", "example"),
    [
        (Ansokan, ("kostnader", 0), "{budgetar: 2027, slag: personal, belopp: 850000}"),
        (Ansokan, ("kostnader", 0, "slag"), "personal"),
        (Ansokan, ("risker", 3, "sannolikhet"), "lag"),
        (Ansokan, ("uppfoljning", "indikatorer", 0), "Andel i arbete eller studier efter ett år"),
        (
            Ansokan,
            ("uppfoljning",),
            '{beskrivning: "Mätning vid start, avslut och sex månader senare"}',
        ),
        (Ansokan, ("upphandling", "behovs"), "false"),
        (Ansokan, ("saknas",), "…"),
        (Ansokan, (), "…"),
        (Insats, ("kommuner", 1), '"0580"'),
        (Insats, ("kommuner",), '["0580"]'),
        (Insats, ("regelbok",), '"2026.1"'),
        (Kravsatser, ("kravsatser",), "{namn: {namn: [{falt: [en text]}]}}"),
    ],
)
def test_example_at(model: type[Modell], route: Route, example: str) -> None:
    """An example is written as YAML wants it: quotes where they are needed, groups on one line."""
    assert example_at(model, route) == example


@pytest.mark.parametrize(
    ("model", "route", "name"),
    [
        (Ansokan, (), "Ansokan"),
        (Ansokan, ("kostnader", 2), "Kostnad"),
        (Ansokan, ("kostnader",), "Kostnad"),
        (Ansokan, ("organisation", "styrgrupp", 0), "Kontakt"),
        (Ansokan, ("syfte",), None),
        (Ansokan, ("saknas", "x"), None),
        (Ansokan, ("syfte", "x"), None),
        (Kravsatser, ("kravsatser", "ansokan", "komplett", 0), "Kravrad"),
        (Kravsatser, ("kravsatser", "ansokan", "komplett", 0, "nar", "nagon", 1), "Villkor"),
        (Regler, ("regler", 0, "nar"), "Villkor"),
    ],
)
def test_model_at(model: type[Modell], route: Route, name: str | None) -> None:
    """A route leads through groups, lists and named groups to the model of a mapping."""
    found: Any = model_at(model, route)
    assert (found.__name__ if found else None) == name


def test_field_at() -> None:
    """An item of a list answers for its list, and a route that leads nowhere has no field."""
    field = field_at(Ansokan, ("kostnader", 0, "belopp"))
    assert field is not None
    assert field.title == "Belopp"
    assert field_at(Ansokan, ("kostnader", 0)) is field_at(Ansokan, ("kostnader",))
    assert field_at(Ansokan, ("nej",)) is None
    assert field_at(Ansokan, ()) is None


def test_allowed_values_and_lists() -> None:
    """The allowed values are found inside what surrounds them."""
    fields = Ansokan.model_fields
    assert allowed_values(fields["grund_for_medel"].annotation)[0] == "nytt_arbetssatt"
    assert allowed_values(fields["syfte"].annotation) == []
    assert is_list(fields["kostnader"].annotation)
    assert not is_list(fields["malgrupp"].annotation)
