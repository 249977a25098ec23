"""Break any single value of any document: a fault with its place, never an exception."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pytest

from samverkan_cli.diagnostics import Route
from samverkan_cli.models.dokument import SAMVERKAN, Dokumenttyp, of_path
from samverkan_cli.models.fields import bare, field_at
from samverkan_cli.models.grund import Post
from samverkan_cli.records import Record, read_record
from samverkan_cli.yamldoc.document import YamlDocument
from tests.support import EXAMPLES, example_files, example_ids


class Source(NamedTuple):
    """One document of the demo repository."""

    name: str
    typ: Dokumenttyp
    text: str

    def read(self, text: str) -> Record:
        """Read another text in the document's place."""
        return read_record(self.typ.typ, self.name, self.typ, text.encode())


def sources() -> Iterator[Source]:
    """Give every YAML document of the demo repository."""
    yield Source("samverkan.yaml", SAMVERKAN, (EXAMPLES / "samverkan.yaml").read_text("utf-8"))
    for case_id in example_ids():
        for path, content in sorted(example_files(case_id).items()):
            typ = of_path(path)
            assert typ is not None, path
            yield Source(f"insatser/{case_id}/{path}", typ, content.decode())


EVERY = list(sources())
KINDS = sorted({each.typ.typ for each in EVERY})
WHOLE = 2
"""Documents of a kind, the longest, in which every place is tried; of the others a sample."""
SAMPLE = 3
ROWS = 4
"""Rows of a list that are tried: the rest are like them."""


def tried(kind: str) -> Iterator[tuple[Source, YamlDocument, list[tuple[Route, Any]]]]:
    """Give the documents of a kind with the places to break, the same ones every time."""
    found = sorted(
        (each for each in EVERY if each.typ.typ == kind), key=lambda each: -len(each.text)
    )
    for index, source in enumerate(found):
        document = YamlDocument.parse(source.text.encode())
        places = list(routes(document.data))
        step = 1 if index < WHOLE else max(1, len(places) // SAMPLE)
        yield source, document, places[index % step :: step]


def routes(data: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Give every place in plain data with what stands there, outermost first."""
    if route:
        yield route, data
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        steps = data.items()
    elif isinstance(data, list):
        steps = list(enumerate(data))[:ROWS]
    for step, value in steps:
        yield from routes(value, (*route, step))


class Edit(NamedTuple):
    """A text with one value changed, and the line that the fault should stand on."""

    text: str
    line: int


def replaced(source: Source, document: YamlDocument, route: Route, value: Any, new: str) -> Edit:
    """Put a value on one line in the place of what stands at a route."""
    start, key = document.locate_value(route), document.locate(route)
    lines = source.text.splitlines()
    row = lines[start.line - 1]
    before, written = row[: start.column - 1], row[start.column - 1 :]
    shown = next((each for each in spellings(value) if written.startswith(each)), None)
    if shown is not None:  # a value on one line, perhaps among others
        lines[start.line - 1] = f"{before}{new}{written[len(shown) :]}"
    else:  # a block: it reaches as far as the lines are indented deeper than its key
        depth = len(row) - len(row.lstrip(" ")) if start.line == key.line else key.column - 1
        head = before if start.line == key.line else f"{lines[key.line - 1]} "
        end = key.line
        while end < len(lines) and deeper(lines[end], depth):
            end += 1
        lines[key.line - 1 : end] = [f"{head}{new}"]
    return Edit("\n".join(lines) + "\n", key.line)


def deeper(line: str, depth: int) -> bool:
    """Tell whether a line belongs to a block that began at a depth."""
    return not line.strip() or len(line) - len(line.lstrip(" ")) > depth


def spellings(value: Any) -> Iterator[str]:
    """Give the ways in which a value may stand in the text."""
    if value is None:
        yield "null"
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, list | dict):
        yield flow(value)
    else:
        yield from (f'"{value}"', f"'{value}'", f"{value}")


def flow(value: Any) -> str:
    """Write a value as it stands on one line."""
    if isinstance(value, list):
        return f"[{', '.join(flow(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(each)}' for key, each in value.items())}}}"
    return "null" if value is None else str(value)


def is_date(typ: Dokumenttyp, route: Route) -> bool:
    """Tell whether a field holds a date."""
    field = field_at(typ.model, route)
    return field is not None and getattr(bare(field.annotation), "__name__", "") == "date"


def assert_fault(source: Source, edit: Edit, rule: str) -> None:
    """Make sure that the fault is told: file, line, column, id, Swedish words and a hint."""
    record = source.read(edit.text)
    assert record.model is None
    errors = [each for each in record.diagnostics if each.severity == "error"]
    first = errors[0]
    assert first.file == source.name
    assert (first.rule, first.line) == (rule, edit.line), (first, edit.text)
    assert 1 <= first.column <= len(edit.text.splitlines()[edit.line - 1])
    assert first.message.endswith(".")
    assert first.hint


@pytest.mark.parametrize("kind", KINDS)
def test_wrong_type_anywhere(kind: str) -> None:
    """What is of the wrong kind is pointed at on its own line, wherever it stands."""
    for source, document, places in tried(kind):
        for route, value in places:
            new = "fel" if isinstance(value, list) else "[[fel]]"
            assert_fault(source, replaced(source, document, route, value, new), "MOD003")


@pytest.mark.parametrize("kind", KINDS)
def test_impossible_date_anywhere(kind: str) -> None:
    """A day that no calendar has is refused in every field that holds a date."""
    for source, document, places in tried(kind):
        for route, value in places:
            if value is not None and is_date(source.typ, route):
                for day in ("2026-02-30", "2026-13-01", "0000-01-01"):
                    assert_fault(source, replaced(source, document, route, value, day), "MOD005")


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_key_anywhere(kind: str) -> None:
    """A key that no model knows is pointed at in every group."""
    for source, document, places in tried(kind):
        groups = [(), *(route for route, value in places if isinstance(value, dict))]
        for route in groups:
            assert_fault(source, with_key(source, document, route), "MOD001")


def with_key(source: Source, document: YamlDocument, route: Route) -> Edit:
    """Write a key of one's own before the first key of a group."""
    start = document.locate_value(route)
    lines = source.text.splitlines()
    row = lines[start.line - 1]
    before, after = row[: start.column - 1], row[start.column - 1 :]
    if after.startswith("{"):
        lines[start.line - 1] = f"{before}{{okand_nyckel: 1, {after[1:]}"
    else:
        indent = " " * len(before)
        lines[start.line - 1 : start.line] = [f"{before}okand_nyckel: 1", f"{indent}{after}"]
    return Edit("\n".join(lines) + "\n", start.line)


@pytest.mark.parametrize("kind", KINDS)
def test_cut_anywhere(kind: str) -> None:
    """A file cut in two is a draft or a fault with a place, wherever it was cut."""
    for source, document, places in tried(kind):
        for route, _ in places:
            place = document.locate_value(route)
            lines = source.text.splitlines(keepends=True)
            whole = "".join(lines[: place.line - 1])
            for end in (place.column - 1, place.column + 2):
                record = source.read(whole + lines[place.line - 1][:end])
                if record.model is None:
                    first = record.diagnostics[0]
                    assert first.line >= 1
                    assert first.column >= 1
                    assert first.message.endswith(".")
                else:
                    assert isinstance(record.model, Post)
