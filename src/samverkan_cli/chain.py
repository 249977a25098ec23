"""The effect chain: wanted effect → goal → sub-goal → activity → resource, and what is loose in it.

The same chain stands in forandringsbeskrivning (five links) and in ansokan (effect, goal,
activity); whoever draws or judges it works with this one shape.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samverkan_cli.diagnostics import Route

Row = dict[str, Any]


@dataclass(frozen=True)
class Level:
    """One kind of link: the list it stands in, and the key that points at the level before.

    `any` is the word for one of them, whichever: någon effekt, något mål.
    """

    field: str
    title: str
    any: str
    points_by: str | None = None


_LEVELS = {
    "forandringsbeskrivning": (
        Level("effektmal", "Önskad effekt", "någon önskad effekt"),
        Level("resultatmal", "Mål", "något mål", "effektmal"),
        Level("delmal", "Delmål", "något delmål", "resultatmal"),
        Level("aktiviteter", "Aktivitet", "någon aktivitet", "delmal"),
        Level("resurser", "Resurs", "någon resurs", "aktiviteter"),
    ),
    "ansokan": (
        Level("effektmal", "Effektmål", "något effektmål"),
        Level("resultatmal", "Resultatmål", "något resultatmål", "effektmal"),
        Level("aktiviteter", "Aktivitet", "någon aktivitet", "resultatmal"),
    ),
}

CHAINED = tuple(_LEVELS)
"""The kinds of documents that hold a chain, the fullest first."""


@dataclass(frozen=True)
class Loose:
    """Something in the chain that leads nowhere, or that points at what is not there."""

    route: Route
    message: str


@dataclass(frozen=True)
class Chain:
    """The chain of one document, from its plain data."""

    levels: Sequence[Level]
    rows: Sequence[Sequence[Row]]

    @classmethod
    def of(cls, typ: str, data: Row) -> "Chain":
        """Read the chain of a document of a kind in CHAINED."""
        levels = _LEVELS[typ]
        return cls(levels, [list(data.get(level.field) or []) for level in levels])

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody has written anything of the chain yet."""
        return not any(self.rows)

    def children(self, depth: int, row_id: str) -> list[Row]:
        """Give the rows of the next level that point at a row."""
        if depth + 1 >= len(self.levels):
            return []
        key = self.levels[depth + 1].points_by or ""
        return [row for row in self.rows[depth + 1] if row_id in (row.get(key) or [])]

    @cached_property
    def loose(self) -> tuple[Loose, ...]:
        """What the chain says that does not hold together: broken links first, then orphans."""
        return (*self._broken(), *self._orphans())

    def _broken(self) -> Iterator[Loose]:
        for depth, level in enumerate(self.levels[1:], start=1):
            known = {row.get("id") for row in self.rows[depth - 1]}
            for index, row in enumerate(self.rows[depth]):
                for place, wanted in enumerate(row.get(level.points_by or "") or []):
                    if wanted not in known:
                        route = (level.field, index, level.points_by or "", place)
                        yield Loose(route, f"{wanted} finns inte.")

    def _orphans(self) -> Iterator[Loose]:
        for depth, level in enumerate(self.levels):
            for index, row in enumerate(self.rows[depth]):
                name = f"{level.title} {row.get('id')}"
                if level.points_by and not row.get(level.points_by):
                    before = self.levels[depth - 1].any
                    yield Loose((level.field, index), f"{name} hör inte till {before}.")
                is_last = depth + 1 == len(self.levels)
                if not is_last and not self.children(depth, str(row.get("id"))):
                    after = self.levels[depth + 1].any
                    yield Loose((level.field, index), f"{name} leder inte till {after}.")

    def paths(self) -> list[list[Row | None]]:
        """Give every way from effect to the last link, a gap where it ends early.

        What nothing points at begins a way of its own, so that everything written is shown.
        """
        found = [path for row in self.rows[0] for path in self._from(0, row)]
        for depth in range(1, len(self.levels)):
            parents = {str(row.get("id")) for row in self.rows[depth - 1]}
            key = self.levels[depth].points_by or ""
            lone = [row for row in self.rows[depth] if not parents & set(row.get(key) or [])]
            gap: list[Row | None] = [None] * depth
            found += [gap + path for row in lone for path in self._from(depth, row)]
        return found

    def _from(self, depth: int, row: Row) -> list[list[Row | None]]:
        below = self.children(depth, str(row.get("id")))
        if not below:
            return [[row, *[None] * (len(self.levels) - depth - 1)]]
        return [[row, *path] for child in below for path in self._from(depth + 1, child)]

    def tree(self) -> list[tuple[int, str]]:
        """Give the chain as lines with their depth, each row once under each that it serves."""
        lines: list[tuple[int, str]] = []
        before: list[Row | None] = [None] * len(self.levels)
        for path in self.paths():
            fresh = False
            for depth, row in enumerate(path):
                fresh = fresh or row is not before[depth]
                if row is not None and fresh:
                    lines.append((depth, f"{self.levels[depth].title} {words(row)}"))
            before = path
        return lines


def words(row: Row) -> str:
    """Say what a link is: its id and its text on one line."""
    text = " ".join(str(row.get("text") or "").split())
    return f"{row.get('id')}: {text}" if text else str(row.get("id"))
