"""Where in the files something in a rendered document comes from."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.diagnostics import Route
from samverkan_cli.records import Record
from samverkan_cli.rendering.printed import Utskrift


def place_of(text: str, printed: Utskrift) -> str:
    """Give `fil:rad:kolumn` of a text in a document's sources, or the line in its template."""
    for record in printed.sources():
        if text in str(record.data):
            for route, value in _texts(record.data, ()):
                if text in value:
                    return _within(record, route, text)
    spots = (
        each.spot
        for each in printed.tree.walk()
        if any(isinstance(c, str) and text in c for c in each.children)
    )
    spot = next(spots, None)
    return f"{spot.name}:{spot.line}" if spot else ""


def _texts(data: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*route, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _texts(value, (*route, at))


def _within(record: Record, route: Route, text: str) -> str:
    """Point at the text itself; a text written with an escape is found by its value."""
    if record.document is None:  # pragma: no cover - data without a document is empty
        return record.file
    start, end = record.document.span(route)
    lines = record.document.text.split("\n")
    for number in range(start.line, min(end.line, len(lines)) + 1):
        first = start.column - 1 if number == start.line else 0
        at = lines[number - 1].find(text, first)
        if at >= 0:
            return f"{record.file}:{number}:{at + 1}"
    return f"{record.file}:{start.line}:{start.column}"
