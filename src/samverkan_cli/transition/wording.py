"""Values as people read them: names for ids, words for codes, kronor, days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from samverkan_cli import texts
from samverkan_cli.models.fields import FieldInfo, allowed_values, bare, catalogue_of, is_id, unit
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook.katalog import Katalog
from samverkan_cli.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Words:
    """The names behind ids: parts and roles by id, and the catalogues of the rule book."""

    names: Mapping[str, str]
    kataloger: Mapping[str, Katalog]

    @classmethod
    def of(cls, rulebook: Rulebook, samverkan: Samverkan | None) -> "Words":
        """Gather what a förbund and its rule book call things."""
        names = {role.id: role.namn for role in rulebook.roller.values()}
        names |= {part.id: part.namn for part in samverkan.parter} if samverkan else {}
        return cls(names, rulebook.kataloger)

    def value(self, field: FieldInfo, value: Any) -> str | None:
        """Write a value of a field; None is a gap and an empty list is one too."""
        if value is None or value == []:
            return None
        if isinstance(value, list):
            return ", ".join(str(self.value(field, each)) for each in value)
        if isinstance(value, Modell):
            return self._group(value)
        if isinstance(value, bool | int | float):
            return _number(field, value)
        return texts.datum(value) if isinstance(value, date) else self._text(field, str(value))

    def _text(self, field: FieldInfo, value: str) -> str:
        if value in allowed_values(field.annotation):
            return texts.etikett(value)
        if catalogue := self.kataloger.get(catalogue_of(field)):
            found = (row.namn for row in catalogue.rader if row.id == value)
            return next(found, value)
        return self.names.get(value, value) if is_id(field) else value

    def _group(self, group: Modell) -> str | None:
        """Write a group on one line: a person as name and role, others with what each value is."""
        fields = type(group).model_fields
        said = [
            (fields[key].title or key, self.value(fields[key], getattr(group, key)))
            for key in fields
        ]
        named = "namn" in fields
        parts = [text if named else f"{title}: {text}" for title, text in said if text]
        return (", " if named else "; ").join(parts) or None


def _number(field: FieldInfo, value: float) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    kind = unit(field)
    if kind == "år":
        return str(value)
    if kind == "kronor":
        return texts.kronor(value)
    return texts.procent(value) if kind == "procent" else texts.tal(value)


def alignment(field: FieldInfo) -> str | None:
    """Tell how a column of a field is set: money and numbers to the right."""
    if unit(field) == "kronor":
        return "belopp"
    kind = bare(field.annotation)
    numbers = {int, float} & {kind, *get_args(kind)}
    return "tal" if numbers and unit(field) != "år" else None
