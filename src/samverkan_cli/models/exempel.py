"""Examples of fields: those told at the field, and the longer ones in `data/exempel.yaml`."""

from functools import cache
from typing import Any

from samverkan_cli import resources
from samverkan_cli.models.grund import Modell
from samverkan_cli.yamldoc.document import YamlDocument


@cache
def texts() -> dict[str, dict[str, Any]]:
    """Give the examples that stand apart, by the name of the model and the key."""
    return YamlDocument.parse(resources.data("exempel.yaml").read_bytes()).data


def own_examples(model: type[Modell], key: str) -> list[Any]:
    """Give the examples of a field, none when it has none of its own."""
    if told := model.model_fields[key].examples:
        return told
    kinds = (texts().get(each.__name__, {}) for each in model.__mro__)
    return next(([kind[key]] for kind in kinds if key in kind), [])
