"""The door to pydantic's core: what judges and writes, without pydantic itself."""

from pydantic_core import (
    PydanticCustomError,
    PydanticKnownError,
    SchemaSerializer,
    SchemaValidator,
    ValidationError,
)
from pydantic_core import __version__ as VERSION  # noqa: N812 - as a constant it is used

__all__ = [
    "VERSION",
    "PydanticCustomError",
    "PydanticKnownError",
    "SchemaSerializer",
    "SchemaValidator",
    "ValidationError",
]
