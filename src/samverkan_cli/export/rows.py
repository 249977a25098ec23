"""The rows of every table, one case at a time, so that the portfolio is never in memory whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from samverkan_cli.case import Case
from samverkan_cli.export import chosen, counted
from samverkan_cli.export.definition import COUNTED, SUPPRESSED, Tabell, Tabeller
from samverkan_cli.export.values import Value, looked_up, value
from samverkan_cli.export.values import counted as counted_list
from samverkan_cli.folding import slug
from samverkan_cli.masked import masked
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.grund import Modell
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.website.hiding import Hider

Row = tuple[Value, ...]
FORBUND, INSATS = "forbund", "insats"


def forbund_key(samverkan: Samverkan) -> str:
    """Give what a förbund is called in the tables: its number, or else its name as a code."""
    return samverkan.forbund.orgnr or slug(samverkan.forbund.namn)


class Part(NamedTuple):
    """One row to be: what it comes from, the document that has it, and its number in it."""

    rad: Any
    handling: str
    kalla: str
    nr: int


@dataclass(frozen=True)
class Source:
    """A förbund or one of its cases, as the definition's paths see it."""

    samverkan: Samverkan
    portfolio: Portfolio
    hider: Hider
    case: Case | None = None

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """What is counted for the case as a whole."""
        return counted.facts(self.portfolio, self.case) if self.case else {}

    @cached_property
    def key(self) -> str:
        """What the förbund is called."""
        return forbund_key(self.samverkan)

    @cached_property
    def _masked(self) -> dict[str, Any]:
        return {}

    def document(self, record: Record) -> Any:
        """Give a document with small groups as words; None when it is missing or broken."""
        if record.name not in self._masked:
            model = record.model
            counts = model is not None and not record.typ.written_by_tool
            self._masked[record.name] = masked(model) if counts and model else model
        return self._masked[record.name]

    def parts(self, table: Tabell) -> Iterator[Part]:
        """Give what each row of a table comes from."""
        for each in table.ur:
            named, path = _named(each)
            first, *way = path.split(".")
            if first == FORBUND:
                yield from _split(self.samverkan if way else self.samverkan.forbund, way, "", named)
            elif self.case is not None and first == COUNTED:
                found = counted.ROWS[way[0]](self.portfolio, self.case)
                rows = (masked(row) if isinstance(row, Modell) else row for row in found)
                yield from (Part(row, "", named, nr) for nr, row in enumerate(rows, start=1))
            elif self.case is not None:
                for record in self.case.of_type(first):
                    yield from _split(self.document(record), way, record.stem, named)

    def found(self, path: str, part: Part) -> Any:
        """Find a value by its path."""
        way, _, how = path.partition("#")
        first, *rest = way.split(".")
        if first in {"handling", "kalla", "nr"}:
            return getattr(part, first)
        if first == "rad":
            found = looked_up(part.rad, rest)
        elif first == COUNTED:
            found = self.facts[rest[0]]
        else:
            record = self.case.record(first) if self.case else None
            found = looked_up(self.document(record), rest) if record else None
        return counted_list(found, how) if how else found

    def rows(self, table: Tabell) -> Iterator[Row]:
        """Give the rows of a table in order of its key, each key once."""
        keys = [table.names.index(name) for name in table.nyckel]
        made: dict[tuple[str, ...], Row] = {}
        for part in self.parts(table):
            row = self._row(table, part)
            made.setdefault(tuple(str(row[at] or "") for at in keys), row)
        yield from (made[key] for key in sorted(made, key=_in_order))

    def _row(self, table: Tabell, part: Part) -> Row:
        made: list[Value] = []
        kept = False
        enhet = looked_up(part.rad, ("enhet",)) if "enhet" in table.names else None
        own = {FORBUND: self.key, INSATS: self.case.id if self.case else None}
        for field in table.falt:
            if field.namn in own:
                made.append(own[field.namn])
                continue
            found, hidden = value(field, self.found(field.source, part), enhet, self.hider)
            kept = kept or hidden
            made.append(found)
        if SUPPRESSED in table.names:
            at = table.names.index(SUPPRESSED)
            made[at] = kept or bool(made[at])
        return tuple(made)


def _named(source: str) -> tuple[str, str]:
    """Take apart the path of a source and its name: the last word, or what stands before `=`."""
    named, found, path = source.partition("=")
    return (named, path) if found else (source.rpartition(".")[2], source)


def _split(model: Any, way: Sequence[str], handling: str, kalla: str) -> Iterator[Part]:
    """Give a document, or each part of one of its lists."""
    if model is None:
        return
    found = looked_up(model, way)
    listed: Iterable[Any] = found if isinstance(found, list) else [found]
    for nr, each in enumerate((each for each in listed if each is not None), start=1):
        yield Part(each, handling, kalla, nr)


def _in_order(key: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Order numbers by their size and words by their letters."""
    return tuple((len(each), each) if each.isdigit() else (0, each) for each in key)


@dataclass
class Gathering:
    """Goes through a repository and gives every row, table by table for one case at a time."""

    samverkan: Samverkan
    rulebook: Rulebook
    definition: Tabeller
    publik: bool = False
    left_out: int = 0
    latest: str = ""
    """The last day of an event, a decision or a report among what has been given."""

    def rows(self, cases: Iterable[Case]) -> Iterator[tuple[Tabell, list[Row]]]:
        """Give the rows: those of the förbund first, then those of each case."""
        read = _read(self.definition)
        alone = Source(
            self.samverkan,
            Portfolio.build((), self.rulebook),
            chosen.hider(self.samverkan, None, read),
        )
        yield from self._tables(alone, own=True)
        for case in cases:
            portfolio = Portfolio.build([case], self.rulebook)
            shown = chosen.opened(case, portfolio, publik=self.publik)
            if shown is None:
                self.left_out += 1
                continue
            portfolio = Portfolio.build([shown], self.rulebook)
            hider = chosen.hider(self.samverkan, shown, read)
            self.latest = max(self.latest, *_days(shown))
            yield from self._tables(Source(self.samverkan, portfolio, hider, shown), own=False)

    def _tables(self, source: Source, *, own: bool) -> Iterator[tuple[Tabell, list[Row]]]:
        is_insats = bool(source.portfolio.insatser)
        for table in self.definition.tabeller:
            of_forbund = _named(table.ur[0])[1].split(".")[0] == FORBUND
            wanted = own if of_forbund else not own and is_insats == (INSATS in table.names)
            if wanted and (rows := list(source.rows(table))):
                yield table, rows


def _read(definition: Tabeller) -> tuple[str, ...]:
    """Name the kinds of documents that texts leave from, and the header."""
    paths = [_named(each)[1] for table in definition.tabeller for each in table.ur]
    paths += [field.source for table in definition.tabeller for field in table.falt]
    kinds = {path.split(".")[0] for path in paths}
    skip = {"rad", "handling", "kalla", "nr", COUNTED, FORBUND, "handelse", "beslut"}
    return tuple(sorted((kinds - skip) | {"insats", "lagesrapport"}))


def _days(case: Case) -> list[str]:
    days = [event.datum for _, event in case.handelser] + [each.datum for _, each in case.beslut]
    days += [
        day for each in case.of_type("lagesrapport") if (day := looked_up(each.model, ("datum",)))
    ]
    return ["", *(day.isoformat() for day in days)]
