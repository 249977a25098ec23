"""A document heading by heading, as plain data that one template can print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samverkan_cli.models.fields import inner_model, is_list
from samverkan_cli.models.grund import Modell, Post
from samverkan_cli.rulebook.rubriker import Headings, Rubrik
from samverkan_cli.transition.wording import Words, alignment

Block = dict[str, Any]
OTHER = "Övriga uppgifter"


@dataclass(frozen=True)
class Prepared:
    """A document and the words for what stands in it."""

    model: Post
    words: Words

    @property
    def own(self) -> Mapping[str, str | None]:
        """The texts under the förbund's own headings."""
        return getattr(self.model, "egna", None) or {}

    def sections(self, headings: Headings) -> list[dict[str, Any]]:
        """Give the headings with what stands under each, gathered by the larger heading."""
        groups: list[dict[str, Any]] = []
        for row in headings:
            if row.is_own and not (row.krav or self.own.get(row.id)):
                continue
            if not groups or groups[-1]["avdelning"] != row.avdelning:
                groups.append({"avdelning": row.avdelning, "avsnitt": []})
            groups[-1]["avsnitt"].append(self._section(row))
        rest = self._rest(headings)
        return [*groups, {"avdelning": None, "avsnitt": [rest]}] if rest else groups

    def _section(self, row: Rubrik) -> dict[str, Any]:
        if row.is_own:
            blocks: list[Block] = [{"slag": "text", "text": self.own.get(row.id)}]
        else:
            blocks = list(self._blocks(row.falt))
        if len(blocks) == 1 and len(blocks[0].get("poster", ())) == 1:
            blocks = blocks[0]["poster"]  # a heading with one field needs no second name for it
        return {"id": row.id, "rubrik": row.titel, "block": blocks}

    def _rest(self, headings: Headings) -> dict[str, Any] | None:
        """Gather what is filled in and stands under no heading, so that nothing is left out."""
        named = {"egna", "datum", "sigill"}
        named |= {path.split(".", maxsplit=1)[0] for row in headings for path in row.falt}
        filled = [
            key
            for key in type(self.model).model_fields
            if key not in named and getattr(self.model, key) not in (None, [])
        ]
        texts = [
            {"slag": "text", "namn": key, "text": text}
            for key, text in self.own.items()
            if text and key not in {row.id for row in headings if row.is_own}
        ]
        blocks = [*self._blocks(filled), *([{"slag": "poster", "poster": texts}] if texts else [])]
        title = OTHER if headings else "Innehåll"
        return {"id": "ovrigt", "rubrik": title, "block": blocks} if blocks else None

    def _blocks(self, paths: Sequence[str]) -> Iterator[Block]:
        """Give single values in one list, and each list of rows as a table of its columns."""
        columns: dict[str, list[str]] = {}
        for path in paths:
            name, _, column = path.partition(".*.")
            columns.setdefault(name, []).extend([column] if column else [])
        columns.pop("datum", None)  # the document's own day stands at its top
        posts: list[Block] = []
        tables: list[Block] = []
        for path, chosen in columns.items():
            for each in self._of_path(path, chosen):
                (tables if each["slag"] == "tabell" else posts).append(each)
        if posts:
            yield {"slag": "poster", "poster": posts}
        yield from tables

    def _of_path(self, path: str, columns: Sequence[str]) -> Iterator[Block]:
        owner: Any = self.model
        kind: type[Any] = type(self.model)
        *steps, key = path.split(".")
        for step in steps:
            kind = inner_model(kind.model_fields[step].annotation) or kind
            owner = getattr(owner, step, None)
        yield from self._field(kind, key, owner, "", columns)

    def _field(
        self, kind: type[Any], key: str, owner: Any, before: str, columns: Sequence[str] = ()
    ) -> Iterator[Block]:
        field = kind.model_fields[key]
        value = getattr(owner, key, None)
        inner, title = inner_model(field.annotation), f"{before}{field.title}"
        if inner and is_list(field.annotation):
            yield self._table(title, inner, value or [], columns)
        elif inner and "namn" not in inner.model_fields:
            for each in inner.model_fields:
                yield from self._field(inner, each, value, f"{title} – ")
        elif is_list(field.annotation):
            rows = [self.words.value(field, each) for each in value or []]
            yield {"slag": "lista", "namn": title, "rader": rows}
        else:
            yield {"slag": "text", "namn": title, "text": self.words.value(field, value)}

    def _table(
        self, title: str, inner: type[Any], rows: Sequence[Modell], columns: Sequence[str]
    ) -> Block:
        """Lay rows out with the columns asked for, or with those that some row fills."""
        fields = inner.model_fields
        filled = [key for key in fields if any(getattr(row, key) not in (None, []) for row in rows)]
        chosen = list(columns) or filled
        return {
            "slag": "tabell",
            "namn": title,
            "kolumner": [
                {"titel": fields[key].title or key, "klass": alignment(fields[key])}
                for key in chosen
            ],
            "rader": [
                [self.words.value(fields[key], getattr(row, key)) for key in chosen] for row in rows
            ],
        }
