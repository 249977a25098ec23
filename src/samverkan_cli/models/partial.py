"""Makes the model of a change: the same fields, but only those that name what is changed are due.

What a förbund writes on top of something is judged by the same fields, words and examples as the
thing itself, and a field that is added to the thing can be changed at once.
"""

from collections.abc import Mapping
from copy import copy
from typing import Annotated, Any

from pydantic import create_model
from pydantic.fields import FieldInfo

from samverkan_cli.models.grund import Lista, Modell


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
    fields: dict[str, Any] = {
        key: _loose(field, (inner or {}).get(key), keep=key in due)
        for key, field in model.model_fields.items()
        if key not in without
    }
    made = create_model(f"{model.__name__}Andring", __base__=Modell, **fields | dict(more or {}))
    made.__doc__ = model.__doc__
    return made


def _loose(field: FieldInfo, inner: type[Modell] | None, *, keep: bool) -> tuple[Any, FieldInfo]:
    """Give the type and the field of one key, obligatory no more unless it is to be kept."""
    is_list = field.default_factory is not None
    kind: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else None
    kind = kind or field.annotation
    if inner is not None:
        kind = Lista[inner] if is_list else inner  # type: ignore[valid-type]
    made = copy(field)
    made.metadata = []
    if keep or is_list:
        return kind, made
    made.default = None
    return kind | None, made
