"""Walks a model along a route: which field stands there, what it allows, an example of it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from samverkan_cli.diagnostics import Route
from samverkan_cli.models.grund import Modell
from samverkan_cli.models.modell import Field

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
else:
    FieldInfo = Field

__all__ = [
    "FieldInfo",
    "allowed_values",
    "bare",
    "catalogue_of",
    "example_at",
    "example_value",
    "examples_at",
    "field_at",
    "inner_model",
    "is_id",
    "is_list",
    "is_prose",
    "key_order",
    "model_at",
    "unit",
]


def example_at(model: type[Modell], route: Route) -> str:
    """Give an example value for a field or a row of a list, as it is written in YAML."""
    value = example_value(model, route)
    return "…" if value is None else _yaml_example(value)


def example_value(model: type[Modell], route: Route) -> Any:
    """Give an example value for a field or a row of a list; None where there is no field."""
    field = field_at(model, route)
    if field is None:
        return None
    is_row = isinstance(route[-1], int)
    if told := examples_at(model, route):
        example = told[0]
        return example[0] if is_row and isinstance(example, list) else example
    annotation = bare(field.annotation)
    return _made_up(get_args(annotation)[0] if is_row and is_list(annotation) else annotation)


def examples_at(model: type[Modell], route: Route) -> list[Any]:
    """Give the examples that a field has of its own."""
    from samverkan_cli.models.exempel import own_examples

    keys = [step for step in route if isinstance(step, str)]
    owner = model_at(model, tuple(keys[:-1])) if keys else None
    return own_examples(owner, keys[-1]) if owner and keys[-1] in owner.model_fields else []


def _made_up(annotation: Any) -> Any:
    """Make an example of a kind: of a group, the keys it must have, or else its first."""
    kind = bare(annotation)
    if get_origin(kind) is list:
        return [_made_up(get_args(kind)[0])]
    if get_origin(kind) is dict:
        return {"namn": _made_up(get_args(kind)[1])}
    if allowed := allowed_values(kind):
        return allowed[0]
    if inner := inner_model(kind):
        fields = inner.model_fields
        keys = [key for key in fields if fields[key].is_required()] or [next(iter(fields))]
        return {key: example_value(inner, (key,)) for key in keys}
    return _SHAPES.get(kind, 1)


def _yaml_example(value: Any, *, within: bool = False) -> str:
    """Write an example on one line; within brackets more signs need quotes."""
    from samverkan_cli.yamldoc.quoting import quoted
    from samverkan_cli.yamldoc.writing import dump_new

    if isinstance(value, list):
        return f"[{', '.join(_yaml_example(each, within=True) for each in value)}]"
    if isinstance(value, dict):
        pairs = (f"{key}: {_yaml_example(each, within=True)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, str):
        written = dump_new({"x": value}).removeprefix("x: ").rstrip("\n")
        return quoted(value) if within and written == value and _BRACKETS & set(value) else written
    return str(value).lower() if isinstance(value, bool) else str(value)


_BRACKETS = frozenset(",[]{}")
_SHAPES: dict[Any, Any] = {str: "en text", bool: True, date: "2026-03-12"}


def bare(annotation: Any) -> Any:
    """Take away `Annotated` and `| None`."""
    while True:
        inner = [each for each in get_args(annotation) if each is not type(None)]
        if hasattr(annotation, "__metadata__") or (inner and _is_optional(annotation)):
            annotation = inner[0]
        else:
            return annotation


def _is_optional(annotation: Any) -> bool:
    return type(None) in get_args(annotation) and get_origin(annotation) is not Literal


def allowed_values(annotation: Any) -> list[Any]:
    """List the values that a `Literal` somewhere in an annotation allows."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [value for each in get_args(annotation) for value in allowed_values(each)]


def is_list(annotation: Any) -> bool:
    """Tell whether a field holds a list."""
    return get_origin(bare(annotation)) is list


def inner_model(annotation: Any) -> type[Modell] | None:
    """Find the model inside `Lista[X]`, `X | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Modell):
        return annotation
    found = (inner_model(each) for each in get_args(annotation))
    return next((each for each in found if each), None)


def model_at(model: type[Modell], route: Route) -> type[Modell] | None:
    """Find the model of the mapping that a route leads to."""
    current: Any = model
    for step in route:
        current = _inside(current, step)
    return inner_model(current)


def _inside(annotation: Any, step: str | int) -> Any:
    """Take one step into an annotation; an item of a list answers for its list."""
    kind = bare(annotation)
    if get_origin(kind) is list:
        return kind if isinstance(step, int) else _inside(get_args(kind)[0], step)
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    field = kind.model_fields.get(step) if inner_model(kind) else None
    return field.annotation if field else None


def key_order(model: type[Modell]) -> Callable[[Route], Sequence[str]]:
    """Tell the keys of the mapping at a route of a document, in the order of its model."""

    def keys(route: Route) -> Sequence[str]:
        found = model_at(model, route)
        return tuple(found.model_fields) if found else ()

    return keys


def field_at(model: type[Modell], route: Route) -> FieldInfo | None:
    """Find the field that a route leads to; an item of a list answers for its list."""
    keys = [step for step in route if isinstance(step, str)]
    owner = model_at(model, tuple(keys[:-1])) if keys else None
    return owner.model_fields.get(keys[-1]) if owner else None


_UNITS = {(0, 10**12): "kronor", (0, 100): "procent", (1990, 2100): "år"}


def unit(field: FieldInfo) -> str:
    """Tell the unit of a number by its bounds: kronor, procent, år, or "" for a plain number."""
    bounds = {**_bounds(field.metadata), **_bounds(_inside_annotated(field.annotation))}
    return _UNITS.get((bounds.get("ge", -1), bounds.get("le", -1)), "")


def is_id(field: FieldInfo) -> bool:
    """Tell whether a field, or each row of its list, holds the id of something."""
    from samverkan_cli.models.grund import Id

    wanted = _patterns(_inside_annotated(Id))
    return bool(wanted & _patterns([*field.metadata, *_inside_annotated(field.annotation)]))


def catalogue_of(field: FieldInfo) -> str:
    """Name the catalogue whose ids a field takes; "" when there is none."""
    extra = field.json_schema_extra
    found = extra.get("x-katalog") if isinstance(extra, dict) else None
    return found if isinstance(found, str) else ""


def _inside_annotated(annotation: Any) -> list[Any]:
    """Give what is said of a value, however deep in unions and lists it is said."""
    said = [*getattr(annotation, "__metadata__", ())]
    said += [each for info in said for each in getattr(info, "metadata", ())]
    return said + [each for inner in get_args(annotation) for each in _inside_annotated(inner)]


def _bounds(said: list[Any]) -> dict[str, Any]:
    return {key: getattr(each, key) for each in said for key in ("ge", "le") if hasattr(each, key)}


def _patterns(said: list[Any]) -> set[str]:
    return {pattern for each in said if (pattern := getattr(each, "pattern", None))}


_LINE = 200
"""Characters of a text that stands on one line; a longer one is prose."""


def is_prose(annotation: Any) -> bool:
    """Tell whether a text, or each row of a list of texts, may be of several lines."""
    lengths = [getattr(each, "max_length", None) for each in _inside_annotated(annotation)]
    return any(each is not None and each > _LINE for each in lengths)
