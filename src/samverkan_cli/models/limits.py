"""Bounds of a number that may be whole or not: pydantic's own are out of reach without pydantic."""

import math
from collections.abc import Callable
from typing import Any

from samverkan_cli.models.core import PydanticKnownError


def greater_than_or_equal_validator(value: Any, ge: Any) -> Any:
    """Refuse what is too small."""
    if not value >= ge:
        raise PydanticKnownError("greater_than_equal", {"ge": ge})
    return value


def less_than_or_equal_validator(value: Any, le: Any) -> Any:
    """Refuse what is too large."""
    if not value <= le:
        raise PydanticKnownError("less_than_equal", {"le": le})
    return value


def forbid_inf_nan_check(value: Any) -> Any:
    """Refuse what is no number, and what is beyond every number."""
    if not math.isfinite(value):
        raise PydanticKnownError("finite_number")
    return value


LIKE: dict[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        greater_than_or_equal_validator,
        less_than_or_equal_validator,
        forbid_inf_nan_check,
    )
}
"""By the names that pydantic has for the same."""
