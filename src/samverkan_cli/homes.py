"""Where each statement of the sources lives: everything in the product that names its source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.models.fields import inner_model
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook.kallor import is_like_an_id, statements
from samverkan_cli.rulebook.katalog import Checklista, Katalog, Kravrad, Kravsatser, Regler, Roller
from samverkan_cli.rulebook.lag import Lagar
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
from samverkan_cli.rules.catalogue import entries
from samverkan_cli.rules.registry import wide
from samverkan_cli.rules.run import all_rules


@dataclass(frozen=True, slots=True)
class Home:
    """A place in the product: its kind in Swedish, and its name among those of the kind."""

    kind: str
    name: str

    def __str__(self) -> str:
        """Write it as people see it: `punkt F1-3`."""
        return f"{self.kind} {self.name}"


Named = Iterator[tuple[Home, Iterable[str]]]
"""Homes, each with the sources it names."""

Commands = Iterable[tuple[str, Iterable[str]]]
"""Commands and the sources they name; they live above this floor and are handed in."""


def named(rulebook: Rulebook, commands: Commands = ()) -> dict[str, tuple[Home, ...]]:
    """Give every id that the product names, with the places that name it, in a fixed order."""
    found: dict[str, dict[Home, None]] = {}
    for home, sources in _everything(rulebook, commands):
        for each in filter(is_like_an_id, sources):
            found.setdefault(each, {})[home] = None
    return {each: tuple(places) for each, places in found.items()}


def homes(rulebook: Rulebook, commands: Commands = ()) -> dict[str, tuple[Home, ...]]:
    """Give every statement its homes; two that ask for the same thing share theirs."""
    own = named(rulebook, commands)
    alike = _alike()
    return {
        each: tuple(dict.fromkeys(home for one in alike[each] for home in own.get(one, ())))
        for each in statements()
    }


def _alike() -> Mapping[str, list[str]]:
    """Give every statement itself first, and then those that ask for the same, both ways."""
    alike = {each: [each] for each in statements()}
    for row in statements().values():
        for other in row.samma_som:
            alike[row.id].append(other)
            alike[other].append(row.id)
    return alike


def _everything(rulebook: Rulebook, commands: Commands) -> Named:
    for document in rulebook.documents.values():
        if isinstance(checklist := document.data.get("checklista"), str):
            yield Home("checklista", checklist), document.data.get("kalla") or ()
    for each in fields(rulebook):
        for part in _parts(getattr(rulebook, each.name)):
            yield from _of_part(part)
    yield from _of_documents(rulebook)
    yield from _of_rules(rulebook)
    yield from ((Home("kommando", f"samverkan {name}"), kalla) for name, kalla in commands)
    for name, model in _RULE_BOOK.items():
        yield from _of_fields("nyckel", name, model, frozenset({model}))


_RULE_BOOK: dict[str, type[Modell]] = {
    "process": Process,
    "tvarsnitt": Tvarsnitt,
    "checklista": Checklista,
    "roller": Roller,
    "kravsatser": Kravsatser,
    "regler": Regler,
    "katalog": Katalog,
    "lag": Lagar,
}
"""The shapes of the rule book's own files: what a förbund can say there is a home too."""

_KINDS = {
    "VemGor": "uppgift",
    "Underskriftskrav": "underskrift",
    "Stangning": "stängning",
    "Borjan": "början",
    "Katalograd": "ord",
    "Lagrad": "lag",
    "Regelrad": "regel",
    "Fyllningsrad": "fyllning",
    "Tvarsnitt": "tvärsnitt",
    "Axel": "del av tvärsnitt",
}
"""Parts of the rule book whose kind is not the name of their model."""

_NAMES = ("process", "tvarsnitt", "katalog", "id", "roll", "dokument", "fas", "till")
"""What a part of the rule book is called by, the first that it has."""


def _parts(value: object) -> list[Modell]:
    """Give the parts of the rule book that a mapping, a list or a field holds."""
    held = value.values() if isinstance(value, Mapping) else value
    rows = held if isinstance(held, Iterable) and not isinstance(held, Modell) else [held]
    return [each for each in rows if isinstance(each, Modell)]


def _of_part(part: Modell, inside: str = "") -> Named:
    """Walk a part of the rule book: whatever in it can name a source is a home."""
    names = (getattr(part, key, None) for key in _NAMES)
    own = next((each for each in names if isinstance(each, str)), "")
    name, kind = "/".join(filter(None, (inside, own))), type(part).__name__
    yield Home(_KINDS.get(kind, kind.lower()), name), getattr(part, "kalla", ())
    for key in type(part).model_fields:
        for each in _parts(getattr(part, key)):
            yield from _of_part(each, name)


def _of_documents(rulebook: Rulebook) -> Named:
    for typ in (SAMVERKAN, *DOKUMENT.values()):
        yield Home("handling", typ.typ), typ.kalla
        yield from _of_fields("fält", typ.typ, typ.model, frozenset({typ.model}))
        for rows in rulebook.kravsatser.get(typ.typ, {}).values():
            for row in rows:
                yield from ((Home("fält", f"{typ.typ}.{each}"), row.kalla) for each in _asked(row))


def _asked(row: Kravrad) -> Iterator[str]:
    """Give the fields of a row; one inside a list that the row asks for goes with its list."""
    for path in row.falt:
        before, inside, _ = path.partition(".*")
        if not (inside and before in row.falt):
            yield path.replace(".*", "")


def _of_fields(kind: str, path: str, model: type[Modell], seen: frozenset[type]) -> Named:
    for key, field in model.model_fields.items():
        here, extra = f"{path}.{key}", field.json_schema_extra
        if isinstance(extra, dict) and isinstance(sources := extra.get("x-kalla"), list):
            yield Home(kind, here), [str(each) for each in sources]
        inner = inner_model(field.annotation)
        if inner is not None and inner not in seen:
            yield from _of_fields(kind, here, inner, seen | {inner})


def _of_rules(rulebook: Rulebook) -> Named:
    yield from ((Home("regel", rule.id), rule.kalla) for rule in all_rules(rulebook).values())
    yield from ((Home("regel", rule.id), rule.kalla) for rule in wide().values())
    for remark in entries().values():
        yield Home("anmärkning", remark.id), remark.kalla
