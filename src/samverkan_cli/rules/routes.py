"""Follows a dotted path with `*` through plain data and tells which places are empty."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.diagnostics import Route
from samverkan_cli.rulebook.conditions import is_filled


def empty_places(data: Any, path: str) -> Iterator[Route]:
    """Give the route of every place on a path that is not filled; `*` is each row of a list."""
    yield from _empty(data, path.split("."), ())


def _empty(data: Any, steps: list[str], route: Route) -> Iterator[Route]:
    step, rest = steps[0], steps[1:]
    if step == "*":
        for index, row in enumerate(data if isinstance(data, list) else []):
            yield from _empty(row, rest, (*route, index))
        return
    value = data.get(step) if isinstance(data, dict) else None
    if (rest and rest[0] != "*" and isinstance(value, dict)) or (rest and rest[0] == "*"):
        yield from _empty(value, rest, (*route, step))
    elif not is_filled(value) or rest:
        yield (*route, step, *rest)


def value_at(data: Any, path: str) -> Any:
    """Follow a dotted path without `*`; a missing step gives None."""
    for step in path.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return data


def route_of(path: str) -> Route:
    """Turn a dotted path into a route."""
    return tuple(path.split("."))
