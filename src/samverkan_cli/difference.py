"""What differs between two versions of a case, field by field; rows matched by what they are."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Route
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.models.fields import field_at
from samverkan_cli.records import Record

Row = Mapping[str, Any]

_NAMES = ("id", "part", "nr", "villkor", "punkt", "matt", "grupp", "klass", "orsak", "namn")
"""Keys that name a row, the surest first."""
_TOGETHER = ("budgetar", "slag", "finansiar", "form")
"""Keys that name a row of money together."""


@dataclass(frozen=True)
class Change:
    """One field that differs. `before` and `after` are values as written; None is nothing."""

    document: str
    route: Route
    words: str
    before: Any
    after: Any


def changes(before: Case, after: Case) -> list[Change]:
    """List what differs between two versions of a case, document by document; events left out."""
    names = dict.fromkeys([*after.records, *before.records])
    found: list[Change] = []
    for name in names:
        old, new = before.record(name), after.record(name)
        known = new or old
        if known is not None and known.typ.typ != "handelse":
            found += _document(known.typ, name, old, new)
    return found


def stated(typ: Dokumenttyp, data: Row) -> Iterator[Change]:
    """List what a document alone says, field by field: rows are named by what they are."""
    yield from _stated(typ, (), data)


def _stated(typ: Dokumenttyp, route: Route, value: Any) -> Iterator[Change]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _stated(typ, (*route, key), each)
    elif _rows(value):
        for key, (index, row) in _named(value).items():
            for each in _stated(typ, (*route, index), row):
                yield _placed(each, key)
    elif _said(value):
        yield Change(typ.typ, route, _words(typ, route), None, value)


def _document(
    typ: Dokumenttyp, name: str, old: Record | None, new: Record | None
) -> Iterator[Change]:
    if old is None or new is None:
        whole = "hela handlingen"
        yield Change(name, (), whole, old and old.typ.namn, new and new.typ.namn)
        return
    yield from _walk(typ, name, (), old.data, new.data)


def _walk(typ: Dokumenttyp, name: str, route: Route, old: Any, new: Any) -> Iterator[Change]:
    if old == new or (not _said(old) and not _said(new)):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*new, *old]):
            yield from _walk(typ, name, (*route, key), old.get(key), new.get(key))
    elif _rows(old) or _rows(new):
        yield from _lists(typ, name, route, old or [], new or [])
    else:
        yield Change(name, route, _words(typ, route), old, new)


def _said(value: Any) -> bool:
    return value not in (None, [], {}, "")


def _rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _lists(
    typ: Dokumenttyp, name: str, route: Route, old: list[Row], new: list[Row]
) -> Iterator[Change]:
    """Match rows by what they are, so that a row put first does not change all the others."""
    before, after = _named(old), _named(new)
    for key in dict.fromkeys([*after, *before]):
        here = (*route, after[key][0] if key in after else before[key][0])
        for each in _walk(typ, name, here, _at(before, key), _at(after, key)):
            yield _placed(each, key)


def _placed(change: Change, key: tuple[Hashable, ...]) -> Change:
    """Name a row in words; of rows within rows the innermost is named first."""
    before, _, after = change.words.rpartition(_PLACE)
    label = " ".join(str(part) for part in key if part is not None)
    return replace(change, words=f"{before}{label}{after}")


def _at(rows: dict[tuple[Hashable, ...], tuple[int, Row]], key: tuple[Hashable, ...]) -> Row | None:
    return rows[key][1] if key in rows else None


def _named(rows: list[Row]) -> dict[tuple[Hashable, ...], tuple[int, Row]]:
    """Key the rows by their names; of two with one name the second gets its number too."""
    found: dict[tuple[Hashable, ...], tuple[int, Row]] = {}
    for index, row in enumerate(rows):
        key = row_key(row, index)
        found[key if key not in found else (*key, index + 1)] = (index, row)
    return found


def row_key(row: Any, index: int) -> tuple[Hashable, ...]:
    """Give what names a row of a list; the row's number, from 1, when nothing does."""
    if not isinstance(row, dict):
        return (index + 1,)
    name = next((row[key] for key in _NAMES if isinstance(row.get(key), str | int)), None)
    if name is not None:
        return (name,)
    together = tuple(row[key] for key in _TOGETHER if isinstance(row.get(key), str | int))
    return together or (index + 1,)


_PLACE = "\0"
"""Stands for a row in words until the row's name is known."""


def _words(typ: Dokumenttyp, route: Route) -> str:
    """Name a field by the titles on the way to it."""
    titles: list[str] = []
    for depth, step in enumerate(route):
        field = field_at(typ.model, route[: depth + 1]) if isinstance(step, str) else None
        titles.append(_PLACE if isinstance(step, int) else str(field.title if field else step))
    return " – ".join(titles)
