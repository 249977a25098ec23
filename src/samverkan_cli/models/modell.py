"""What a model is: plain classes and fields, which pydantic is shown only when it has to judge.

A command reads few of the two hundred models and judges fewer. Here a model costs what any class
costs; its judge is built by pydantic when it is first asked for (`judge.py`).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, Self, get_origin, get_type_hints

if TYPE_CHECKING:
    from samverkan_cli.models.judge import Judge

MISSING: Final = object()
"""The default of a field that has none: the key is obligatory."""


class Said:
    """What is said of a value: bounds, and what reads it before or judges it after.

    pydantic takes it apart into words of its own.
    """

    __is_annotated_types_grouped_metadata__: Final = True

    def __init__(
        self,
        *,
        before: Callable[[Any], Any] | None = None,
        after: Callable[[Any], Any] | None = None,
        **limits: Any,
    ) -> None:
        self.__dict__.update(limits)
        self._said = before, after, limits

    def __iter__(self) -> Iterator[Any]:
        """Say it in pydantic's words."""
        from pydantic import AfterValidator, BeforeValidator, Field

        before, after, limits = self._said
        yield from Field(**limits).metadata if limits else ()
        if before is not None:
            yield BeforeValidator(before)
        if after is not None:
            yield AfterValidator(after)


class Field:
    """One field of a model: its type, and what the schema, the editor and people are told."""

    __slots__ = (
        "annotation",
        "default",
        "default_factory",
        "description",
        "examples",
        "json_schema_extra",
        "metadata",
        "title",
    )

    def __init__(
        self,
        default: Any = MISSING,
        *,
        default_factory: Callable[[], Any] | None = None,
        title: str | None = None,
        description: str | None = None,
        examples: list[Any] | None = None,
        json_schema_extra: dict[str, Any] | None = None,
    ) -> None:
        self.annotation: Any = None
        self.metadata: list[Any] = []
        self.default = default
        self.default_factory = default_factory
        self.title = title
        self.description = description
        self.examples = examples
        self.json_schema_extra = json_schema_extra

    def is_required(self) -> bool:
        """Tell whether the key itself has to stand there."""
        return self.default is MISSING and self.default_factory is None

    def typed(self, annotation: Any) -> "Field":
        """Give the field of a type; what is said of the whole value stands apart from the type."""
        made = Field(
            self.default,
            default_factory=self.default_factory,
            title=self.title,
            description=self.description,
            examples=self.examples,
            json_schema_extra=self.json_schema_extra,
        )
        is_told = get_origin(annotation) is Annotated
        made.annotation = annotation.__origin__ if is_told else annotation
        made.metadata = list(annotation.__metadata__) if is_told else []
        return made

    @property
    def whole(self) -> Any:
        """The type with what is said of the value."""
        return Annotated[(self.annotation, *self.metadata)] if self.metadata else self.annotation


class ModelType(type):
    """Makes the class of a model: its fields are noted, and looked into when somebody asks."""

    _own: dict[str, Field]
    _fields: dict[str, Field] | None
    _judge: "Judge | None"

    def __new__(
        cls, name: str, bases: tuple[type, ...], names: dict[str, Any], **kwargs: Any
    ) -> "ModelType":
        """Take the fields out of the body: an instance has them, the class itself has not."""
        keys = [key for key in names.get("__annotations__", {}) if key[:1] != "_"]
        told = {key: names.pop(key, MISSING) for key in keys}
        own = {key: each if isinstance(each, Field) else Field(each) for key, each in told.items()}
        return super().__new__(
            cls, name, bases, {**names, "_own": own, "_fields": None, "_judge": None}, **kwargs
        )

    @property
    def model_fields(cls) -> dict[str, Field]:
        """The fields by key, those of the bases first unless the class orders them otherwise."""
        if cls._fields is None:
            kinds = get_type_hints(cls, include_extras=True)
            told: dict[str, Field] = {}
            for base in reversed(cls.__mro__):
                told |= vars(base).get("_own", {})
            last = {key: told.pop(key) for key in getattr(cls, "last", ()) if key in told}
            cls._fields = {key: each.typed(kinds[key]) for key, each in (told | last).items()}
        return cls._fields

    @property
    def judge(cls) -> "Judge":
        """Who judges the shape of data and writes instances down again."""
        if cls._judge is None:
            from samverkan_cli.models.judge import judge_of

            cls._judge = judge_of(cls)
        return cls._judge


class Model(metaclass=ModelType):
    """A closed mapping, frozen: unknown keys are refused, values keep their YAML type."""

    __slots__ = (
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
    )
    __pydantic_fields_set__: set[str]

    def __init__(self, **data: Any) -> None:
        type(self).judge.fill(self, data)

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """Judge data and give the instance, or raise pydantic's ValidationError."""
        made: Self = cls.judge.read(data)
        return made

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """Give the JSON Schema, as pydantic writes it."""
        return cls.judge.json_schema()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: Any) -> Any:
        """Let pydantic see the shape of a model inside another."""
        from samverkan_cli.models.judge import shape_of

        return handler.generate_schema(shape_of(cls))

    @property
    def model_fields_set(self) -> set[str]:
        """The keys that were given."""
        return self.__pydantic_fields_set__

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """Write the instance as plain data."""
        return type(self).judge.write(self, **how)

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Copy the instance, some values changed; nothing is judged."""
        changed = dict(update or {})
        return self._made(self.__dict__ | changed, self.__pydantic_fields_set__ | changed.keys())

    @classmethod
    def _made(cls, values: dict[str, Any], given: set[str]) -> Self:
        made = cls.__new__(cls)
        made.__setstate__((values, given))
        return made

    def __getstate__(self) -> Any:
        return self.__dict__, self.__pydantic_fields_set__

    def __setstate__(self, state: Any) -> None:
        values, given = state
        put = object.__setattr__
        put(self, "__dict__", values)
        put(self, "__pydantic_fields_set__", given)
        put(self, "__pydantic_extra__", None)
        put(self, "__pydantic_private__", None)

    def __copy__(self) -> Self:
        return self.model_copy()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model):
            return NotImplemented
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __setattr__(self, name: str, _value: Any) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __repr__(self) -> str:
        said = ", ".join(f"{key}={value!r}" for key, value in self.__dict__.items())
        return f"{type(self).__name__}({said})"
