"""Three versions of a document set against each other: as exported, as filled in, as it is now."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from samverkan_cli.blankett.layout import Field, Group, Part, Rows
from samverkan_cli.blankett.values import UnfitError, canonical, read, written
from samverkan_cli.difference import row_key as key_of

Side = Literal["word", "forrad"]
"""Which version counts where both have changed: the form's or the repository's."""

Raw = Mapping[str, Any]
"""What a form says, by tag: a text, None for an empty field, or a list of rows."""

ABSENT = object()
"""A field that the form does not have: it says nothing of it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that cannot be read: where in the form, what is wrong, and what to do."""

    where: str
    says: str
    hint: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where both have changed: its name, and what each version says, in words."""

    where: str
    before: str
    word: str
    now: str


@dataclass
class Merge:
    """Sets versions against each other and gathers what cannot be settled."""

    side: Side | None = None
    troubles: list[Trouble] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def whole(self, parts: Sequence[Part], base: Raw, form: Raw, now: Raw) -> dict[str, Any]:
        """Give the document as it is to be."""
        return self._keys(parts, base, form, now, ()) or {}

    def _keys(
        self, parts: Sequence[Part], base: Any, form: Raw, now: Any, where: tuple[str, ...]
    ) -> dict[str, Any]:
        made = dict(now) if isinstance(now, dict) else {}
        old = base if isinstance(base, dict) else {}
        for part in parts:
            if part.key not in form and not isinstance(part, Group):
                continue
            said = form if isinstance(part, Group) else form.get(part.key)
            value = self._part(part, old.get(part.key), said, made.get(part.key), where)
            if value is not ABSENT and value != made.get(part.key, None):
                made[part.key] = value
        return made

    def _part(self, part: Part, base: Any, said: Any, now: Any, where: tuple[str, ...]) -> Any:
        here = (*where, part.title) if part.title else where
        if isinstance(part, Field):
            return self._field(part, base, said, now, here)
        if isinstance(part, Rows):
            return self._rows(part, base or [], said, now or [], here)
        inner = said.get(part.key)
        if not isinstance(inner, dict):
            return ABSENT
        made = self._keys(part.parts, base, inner, now, here)
        return made if made or isinstance(now, dict) else ABSENT

    def _field(self, part: Field, base: Any, said: Any, now: Any, where: tuple[str, ...]) -> Any:
        try:
            word = read(part, said)
        except UnfitError as error:
            self.troubles.append(Trouble(_named(where), f"{error.says}.", error.hint))
            return ABSENT
        before, current = canonical(part, base), canonical(part, now)
        if _same(word, before) or _same(word, current):
            return ABSENT
        if _same(current, before):
            return word
        return self._settle(
            _named(where),
            (written(part, base), written(part, word), written(part, now)),
            word,
            ABSENT,
        )

    def _settle(self, where: str, said: tuple[str, str, str], word: Any, now: Any) -> Any:
        if self.side is None:
            self.conflicts.append(Conflict(where, *said))
        return word if self.side == "word" else now

    def _rows(
        self, part: Rows, base: list[Any], form: Any, now: list[Any], where: tuple[str, ...]
    ) -> Any:
        filled = [row for row in form if not is_empty(row)] if isinstance(form, list) else []
        if part.single:
            return self._values(part.single, base, filled, now, where)
        keyed = _Keyed(part, base, filled, now)
        for told in keyed.twice:
            self.troubles.append(
                Trouble(_named(where), f"{told} står på två rader.", "Ge varje rad ett eget id.")
            )
        rows: dict[Hashable, Any] = {}
        for row_key in keyed.order():
            label = (*where[:-1], f"{where[-1]}, {keyed.label(row_key)}")
            row = self._row(part, keyed.at(row_key), label)
            if row is not ABSENT:
                rows[row_key] = row
        made = list(rows.values())
        return made if made != now else ABSENT

    def _row(self, part: Rows, versions: tuple[Any, Any, Any], where: tuple[str, ...]) -> Any:
        base, said, now = versions
        if said is ABSENT:
            if now is ABSENT or base is ABSENT:
                return now
            if not _changed(part.parts, base, now):
                return ABSENT
            return self._settle(_named(where), ("", "raden är borttagen", "ändrad"), ABSENT, now)
        if now is ABSENT and base is not ABSENT:
            if not Merge(None)._differs(part.parts, base, said):  # noqa: SLF001 - its own kind
                return ABSENT
            whole = self._keys(part.parts, {}, said, {}, where)
            return self._settle(_named(where), ("", "ändrad", "raden är borttagen"), whole, ABSENT)
        old = {} if base is ABSENT else base
        return self._keys(part.parts, old, said, {} if now is ABSENT else now, where)

    def _differs(self, parts: Sequence[Part], base: Any, said: Raw) -> bool:
        """Tell whether a row of the form says something else than the row that was exported."""
        made = self._keys(parts, base, said, base, ())
        changed: bool = made != base
        return changed or bool(self.troubles)

    def _values(
        self, part: Field, base: list[Any], form: list[Any], now: list[Any], where: tuple[str, ...]
    ) -> Any:
        """Set lists of single values against each other, each as a whole."""
        word = []
        for index, row in enumerate(form, 1):
            try:
                word.append(read(part, row.get("*")))
            except UnfitError as error:
                place = f"{_named(where)}, rad {index}"
                self.troubles.append(Trouble(place, f"{error.says}.", error.hint))
        before = [canonical(part, each) for each in base]
        current = [canonical(part, each) for each in now]
        if word in (before, current):
            return ABSENT
        if current == before:
            return word
        said = tuple("; ".join(written(part, v) for v in each) for each in (base, word, now))
        return self._settle(_named(where), said, word, ABSENT)  # type: ignore[arg-type]


def is_empty(row: Any) -> bool:
    """Tell whether a row of a form says nothing."""
    if isinstance(row, dict):
        return all(is_empty(each) for each in row.values())
    if isinstance(row, list):
        return all(is_empty(each) for each in row)
    return not (row or "").strip()


def _changed(parts: Sequence[Part], base: Any, now: Any) -> bool:
    before, after = (repr(plain(parts, each)) for each in (base, now))
    return before != after


def plain(parts: Sequence[Part], data: Any) -> Any:
    """Give data as a form would say them, in what the form can say."""
    data = data if isinstance(data, dict) else {}
    return {part.key: _plain(part, data.get(part.key)) for part in parts}


def _plain(part: Part, value: Any) -> Any:
    if isinstance(part, Field):
        return canonical(part, value)
    if isinstance(part, Group):
        return plain(part.parts, value)
    if part.single:
        return [canonical(part.single, each) for each in value or []]
    return [plain(part.parts, row) for row in value or []]


def _same(one: Any, other: Any) -> bool:
    return one == other and type(one) is type(other)


def _named(where: tuple[str, ...]) -> str:
    return " – ".join(where)


class _Keyed:
    """The rows of three versions under keys that say which are the same row."""

    def __init__(self, part: Rows, base: list[Any], form: list[Raw], now: list[Any]) -> None:
        ids = any(isinstance(each, Field) and each.key == "id" for each in part.parts)
        read_rows = [_readable(part.parts, row) for row in form]
        in_place = not ids and len(base) == len(form) == len(now)
        sides = [_keys(rows, in_place=in_place) for rows in (base, read_rows, now)]
        self._base = dict(zip(sides[0], base, strict=True))
        self._form = dict(zip(sides[1], form, strict=True))
        self._now = dict(zip(sides[2], now, strict=True))
        told = [row.get("id") for row in read_rows if ids]
        self.twice = sorted({str(each) for each in told if each and told.count(each) > 1})

    def at(self, key: Hashable) -> tuple[Any, Any, Any]:
        """Give a row in its three versions."""
        sides = (self._base, self._form, self._now)
        base, form, now = (each.get(key, ABSENT) for each in sides)
        return base, form, now

    def label(self, key: Hashable) -> str:
        """Name a row."""
        order = [*self._form, *self._now, *self._base]
        named = isinstance(key, tuple) and key and isinstance(key[0], str)
        return str(key[0]) if named else f"rad {order.index(key) + 1}"  # type: ignore[index]

    def order(self) -> Iterator[Hashable]:
        """Give the rows in the order they are to stand: the form's, if rows were moved there."""
        shared = [key for key in self._form if key in self._base]
        moved = shared != [key for key in self._base if key in self._form]
        first, then = (self._form, self._now) if moved else (self._now, self._form)
        order = list(first)
        at = -1
        for key in then:
            if key in first:
                at = order.index(key)
            else:
                order.insert(at + 1, key)
                at += 1
        yield from order


def _keys(rows: Sequence[Any], *, in_place: bool) -> list[Hashable]:
    found: list[Hashable] = []
    for index, row in enumerate(rows):
        key: Hashable = (index,) if in_place else key_of(row, index)
        while key in found:
            key = (*key, index + 1) if isinstance(key, tuple) else (key, index + 1)
        found.append(key)
    return found


def _readable(parts: Sequence[Part], row: Raw) -> dict[str, Any]:
    """Read what can be read of a row, to know which row it is."""
    made: dict[str, Any] = {}
    for part in parts:
        if isinstance(part, Field) and part.key in row:
            try:
                made[part.key] = read(part, row[part.key])
            except UnfitError:
                made[part.key] = row[part.key]
    return made
