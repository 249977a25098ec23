"""The examples that stand apart belong to fields that are there and have none at hand."""

from samverkan_cli import schema
from samverkan_cli.models.exempel import own_examples, texts
from samverkan_cli.models.fields import inner_model
from samverkan_cli.models.grund import Modell


def models() -> dict[str, list[type[Modell]]]:
    """Give every model of every document and what it is made from, by name."""
    found: list[type[Modell]] = [typ.model for typ in schema.all_kinds()]
    named: dict[str, list[type[Modell]]] = {}
    for model in found:
        inner = (inner_model(field.annotation) for field in model.model_fields.values())
        found += dict.fromkeys(each for each in inner if each and each not in found)
        for each in model.__mro__:
            if issubclass(each, Modell):
                named.setdefault(each.__name__, []).append(each)
    return named


def test_every_example_has_its_field() -> None:
    """A row is of a model and a key that exist, and says nothing that the field itself says."""
    known = models()
    for name, rows in texts().items():
        for key in rows:
            fields = [each.model_fields[key] for each in known[name] if key in each.model_fields]
            assert fields, (name, key)
            assert not any(field.examples for field in fields), (name, key)


def test_near_and_apart() -> None:
    """An example at the field goes first; a key that a model inherits has that of its parent."""
    (ansokan,) = dict.fromkeys(models()["Ansokan"])
    assert own_examples(ansokan, "start") == ["2026-09-01"]
    assert own_examples(ansokan, "bakgrund") == [texts()["Ansokan"]["bakgrund"]]
    assert own_examples(ansokan, "egna") == [texts()["Dokument"]["egna"]]
    assert own_examples(ansokan, "malgrupp") == []
