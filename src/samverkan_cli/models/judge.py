"""The door to pydantic: judges data by a model, and writes instances as plain data again.

pydantic builds the shape of a model. What its core then judges documents by is prepared once, for
one version of the core (`prepared.py`), so that a command loads the core alone.
"""

import pickle
import types
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from samverkan_cli import prepared
from samverkan_cli.models import core, limits
from samverkan_cli.models.modell import MISSING, Field, ModelType

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import SchemaSerializer
    from pydantic_core.core_schema import CoreSchema

_SHAPES: "dict[ModelType, type[BaseModel]]" = {}
_OWNERS: "dict[type[BaseModel], ModelType]" = {}


class Judge:
    """One model's verdicts: its instances are our plain classes, filled by pydantic's core."""

    def __init__(self, model: ModelType, schema: "CoreSchema") -> None:
        self._model = model
        self._schema = schema
        self._validator = core.SchemaValidator(schema)
        self._serializer: SchemaSerializer | None = None

    def read(self, data: Any) -> Any:
        """Judge data and give an instance, or raise ValidationError."""
        return self._validator.validate_python(data)

    def fill(self, instance: Any, data: dict[str, Any]) -> None:
        """Judge data into an instance that is there already."""
        self._validator.validate_python(data, self_instance=instance)

    def write(self, instance: Any, **how: Any) -> dict[str, Any]:
        """Write an instance as plain data."""
        if self._serializer is None:
            self._serializer = core.SchemaSerializer(self._schema)
        written: dict[str, Any] = self._serializer.to_python(instance, **how)
        return written

    def json_schema(self) -> dict[str, Any]:
        """Give the JSON Schema."""
        return shape_of(self._model).model_json_schema()


def judge_of(model: ModelType) -> Judge:
    """Give the judge of a model: of a document as prepared, of any other built here."""
    whole = _documents().get(f"{model.__module__}:{model.__qualname__}")
    return Judge(model, loaded(whole) if whole else built(model))


@cache
def _documents() -> dict[str, bytes]:
    """Give what every kind of document is judged by, each taken apart when it is needed."""
    return prepared.recall("karnscheman", ("models",), _all_built, core.VERSION)


def _all_built() -> dict[str, bytes]:
    from samverkan_cli.models.dokument import DOKUMENT, REGELBESLUT, SAMVERKAN

    models = [each.model for each in (SAMVERKAN, REGELBESLUT, *DOKUMENT.values())]
    return {f"{each.__module__}:{each.__qualname__}": stored(each) for each in models}


def stored(model: Any) -> bytes:
    """Write down what a model is judged by."""
    return pickle.dumps(built(model))


def loaded(whole: bytes) -> Any:
    """Read what was written down."""
    return pickle.loads(whole)  # noqa: S301 - out of our own file


def built(model: ModelType) -> Any:
    """Let pydantic build what a model is judged by."""
    return _ours(shape_of(model).__pydantic_core_schema__)


def shape_of(model: ModelType) -> "type[BaseModel]":
    """Show pydantic a model of the same name, fields and words; built when it is used."""
    from pydantic import BaseModel, ConfigDict

    if model not in _SHAPES:
        fields = model.model_fields
        body = {
            "__module__": model.__module__,
            "__qualname__": model.__qualname__,
            "__doc__": model.__doc__,
            "__annotations__": {key: each.whole for key, each in fields.items()},
            "model_config": ConfigDict(
                extra="forbid",
                strict=True,
                frozen=True,
                defer_build=True,
                arbitrary_types_allowed=False,
            ),
            **{key: _field(each) for key, each in fields.items()},
        }
        made: Any = types.new_class(
            model.__name__, (BaseModel,), {}, lambda names: names.update(body)
        )
        _SHAPES[model], _OWNERS[made] = made, model
        made.model_rebuild()  # those inside it are now built once, each before its owner
    return _SHAPES[model]


def _field(field: Field) -> Any:
    from pydantic import Field as PydanticField

    default = {} if field.default is MISSING else {"default": field.default}
    if field.default_factory is not None:
        default = {"default_factory": field.default_factory}
    return PydanticField(
        **default,
        title=field.title,
        description=field.description,
        examples=field.examples,
        json_schema_extra=field.json_schema_extra,
    )


def _ours(schema: Any) -> Any:
    """Let the core make instances of our own classes, and ask functions of our own."""
    if isinstance(schema, dict):
        return {
            key: _OWNERS.get(value, value) if key == "cls" else _ours(value)
            for key, value in schema.items()
            if key != "metadata"
        }
    if isinstance(schema, list):
        return [_ours(each) for each in schema]
    if isinstance(schema, tuple):
        return tuple(_ours(each) for each in schema)
    if isinstance(schema, partial):
        return partial(limits.LIKE.get(schema.func.__name__, schema.func), **schema.keywords)
    return limits.LIKE.get(schema.__name__, schema) if callable(schema) else schema
