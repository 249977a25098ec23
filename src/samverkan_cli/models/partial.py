"""Makes the model of a change: the same fields, but only those that name what is changed are due.

What a förbund writes on top of something is judged by the same fields, words and examples as the
thing itself, and a field that is added to the thing can be changed at once.
"""

from collections.abc import Mapping
from typing import Any, cast

from samverkan_cli.models.grund import Lista, Modell
from samverkan_cli.models.modell import Field, ModelType


def partial(
    model: type[Modell],
    *,
    due: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
    inner: Mapping[str, type[Modell]] | None = None,
    more: Mapping[str, tuple[Any, Any]] | None = None,
) -> type[Modell]:
    """Make the model of a change to a model.

    `due` names the fields that stay obligatory, `without` those that cannot be changed, `inner`
    the models of the changes to a field's own rows, and `more` adds fields (type and field).
    """
    fields: dict[str, tuple[Any, Any]] = {
        key: _loose(field, (inner or {}).get(key), keep=key in due)
        for key, field in model.model_fields.items()
        if key not in without
    }
    fields |= more or {}
    body = {key: field for key, (_, field) in fields.items()} | {
        "__annotations__": {key: kind for key, (kind, _) in fields.items()},
        "__doc__": model.__doc__,
        "__module__": __name__,
    }
    made: Any = ModelType(f"{model.__name__}Andring", (Modell,), body)
    return cast("type[Modell]", made)


def _loose(field: Any, inner: type[Modell] | None, *, keep: bool) -> tuple[Any, Field]:
    """Give the type and the field of one key, obligatory no more unless it is to be kept."""
    is_list, kind = field.default_factory is not None, field.whole
    if inner is not None:
        kind = Lista[inner] if is_list else inner  # type: ignore[valid-type]
    if keep or is_list:
        return kind, field
    made = field.typed(kind)
    made.default = None
    return kind | None, made
