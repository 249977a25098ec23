"""What a form asks for, heading by heading, as its document's model says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from samverkan_cli import texts
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.models.fields import (
    FieldInfo,
    allowed_values,
    bare,
    catalogue_of,
    inner_model,
    is_id,
    is_list,
    is_prose,
)
from samverkan_cli.rulebook.rubriker import Headings

if TYPE_CHECKING:
    from pydantic import BaseModel

Kind = Literal["text", "rad", "heltal", "tal", "datum", "janej", "val", "ord", "idn"]
"""Prose, one line, whole number, number, day, yes or no, one of a few, a known word, some ids."""

Path = tuple[str, ...]
"""The keys to a field; `*` stands for each row of a list."""

Choices = tuple[tuple[str, str], ...]
"""Values with the words that people see, each of both once."""

DEEPEST = 4
OTHER = "Övriga uppgifter"


@dataclass(frozen=True, slots=True)
class Field:
    """One value: its path, its title, what to write, and what it may be."""

    path: Path
    title: str
    help: str
    kind: Kind
    choices: Choices = ()

    @property
    def key(self) -> str:
        """The key in its group; `*` for a row that is a value itself."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of keys."""

    path: Path
    title: str
    help: str
    parts: tuple["Part", ...]

    @property
    def key(self) -> str:
        """The key in the group that it stands in."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list: what each row holds. Rows of single values hold one field with the key `*`."""

    path: Path
    title: str
    help: str
    parts: tuple["Part", ...]

    @property
    def key(self) -> str:
        """The key in the group that it stands in."""
        return self.path[-1]

    @property
    def single(self) -> Field | None:
        """The field of rows that are values themselves."""
        first = self.parts[0] if self.parts else None
        return first if isinstance(first, Field) and first.key == "*" else None


Part = Field | Group | Rows


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Layout:
    """The form of a kind of document: sections by the headings, with the words in use.

    `words` holds the names of catalogue words by catalogue and id, `partners` those of the parts.
    """

    typ: Dokumenttyp
    headings: Headings
    words: Mapping[str, Mapping[str, str]]
    partners: Mapping[str, str]

    def sections(self) -> list[Section]:
        """Give every field of the model once: those that no heading names come last."""
        left = dict(self.typ.model.model_fields)
        left.pop("egna", None)
        left.pop("sigill", None)
        found: list[Section] = []
        for row in self.headings:
            if row.is_own:
                own = Field(("egna", row.id), row.titel, row.hjalp or "Skriv här.", "text")
                found.append(Section(row.titel, (Group(("egna",), "", "", (own,)),)))
                continue
            keys = dict.fromkeys(path.split(".")[0] for path in row.falt)
            parts = [self._part((key,), left.pop(key)) for key in keys if key in left]
            found.append(Section(row.titel, tuple(each for each in parts if each)))
        last = [self._part((key,), each) for key, each in left.items()]
        rest = tuple(each for each in last if each)
        title = OTHER if found else self.typ.namn
        return [each for each in (*found, Section(title, rest)) if each.parts]

    def _part(self, path: Path, field: FieldInfo) -> Part | None:
        """Lay out a field; one of a shape that no form can show is left to the file."""
        title, said = field.title or path[-1], field.description or ""
        inner, many = inner_model(field.annotation), is_list(field.annotation)
        if get_origin(bare(field.annotation)) is dict or len(path) > 2 * DEEPEST:
            return None
        if inner:
            below = (*path, "*") if many else path
            parts = tuple(self._inside(below, inner))
            return (Rows if many else Group)(path, title, said, parts)
        if many and "*" in path:  # a list within a row: ids on one line
            return Field(path, title, said, "idn") if not is_prose(field.annotation) else None
        if many:
            one = self._field((*path, "*"), field, get_args(bare(field.annotation))[0])
            return Rows(path, title, said, (one,)) if one else None
        return self._field(path, field, field.annotation)

    def _inside(self, path: Path, model: "type[BaseModel]") -> Iterator[Part]:
        for key, field in model.model_fields.items():
            if part := self._part((*path, key), field):
                yield part

    def _field(self, path: Path, field: FieldInfo, annotation: Any) -> Field | None:
        kind = _kind(field, annotation)
        if kind is None:
            return None
        choices = self._choices(path, field, kind)
        if kind == "rad" and choices:
            kind = "ord"
        return Field(path, field.title or path[-1], field.description or "", kind, choices)

    def _choices(self, path: Path, field: FieldInfo, kind: Kind) -> Choices:
        if kind == "janej":
            return (("true", "Ja"), ("false", "Nej"))
        if kind == "val":
            return _told(
                [(str(v), texts.etikett(str(v))) for v in allowed_values(field.annotation)]
            )
        if kind != "rad":
            return ()
        catalogue = self.words.get(catalogue_of(field))
        if catalogue:
            return _told(list(catalogue.items()))
        is_part = path[-1] == "part" and is_id(field)
        return _told(list(self.partners.items())) if is_part else ()


def _kind(field: FieldInfo, annotation: Any) -> Kind | None:
    plain = bare(annotation)
    if values := allowed_values(plain):
        return "val" if all(isinstance(each, str) for each in values) else None
    if plain is bool or plain is date:
        return "janej" if plain is bool else "datum"
    if plain is int:
        return "heltal"
    if set(get_args(plain)) == {int, float}:
        return "tal"
    if plain is not str:
        return None
    return "text" if is_prose(field.annotation) else "rad"


def _told(pairs: Sequence[tuple[str, str]]) -> Choices:
    """Let a word that means two things, or is another's id, be shown as its id instead."""
    labels = [label for _, label in pairs]
    ids = {value for value, _ in pairs}

    def clear(value: str, label: str) -> bool:
        return labels.count(label) == 1 and (label not in ids or label == value)

    return tuple((value, label if clear(value, label) else value) for value, label in pairs)
