"""pydantic's core without its declarations of types, which take longer to load than itself.

They are for those who check types, and for pydantic, which loads them when it is needed.
"""

import sys
import types
from typing import Any

_DECLARATIONS = "pydantic_core.core_schema"


def _load() -> None:
    if "pydantic_core" in sys.modules or _DECLARATIONS in sys.modules:
        return
    stand_in = types.ModuleType(_DECLARATIONS)
    for name in ("CoreConfig", "CoreSchema", "CoreSchemaType", "ErrorType"):
        setattr(stand_in, name, Any)
    sys.modules[_DECLARATIONS] = stand_in
    try:
        import pydantic_core  # noqa: F401 - loaded here, used by those that come after
    except ImportError:  # it has come to ask for more than it did: let it load as it will
        sys.modules.pop("pydantic_core", None)
    finally:
        del sys.modules[_DECLARATIONS]


_load()

from pydantic_core import (  # noqa: E402 - only now
    PydanticCustomError,
    PydanticKnownError,
    SchemaSerializer,
    SchemaValidator,
    ValidationError,
)
from pydantic_core import __version__ as VERSION  # noqa: E402, N812 - only now

__all__ = [
    "VERSION",
    "PydanticCustomError",
    "PydanticKnownError",
    "SchemaSerializer",
    "SchemaValidator",
    "ValidationError",
]
