"""Values as they are written in a form, and read from one."""

import re
import unicodedata
from typing import Any

from samverkan_cli.blankett.layout import Field
from samverkan_cli.texts import visible

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_WHOLE = re.compile(r"[-+\u2212]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+\u2212]?[0-9]{1,15}([.,][0-9]{1,17})?([eE][-+]?[0-9]{1,3})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT = 60


class UnfitError(Exception):
    """What a person wrote cannot be such a value: a sentence and a hint."""

    def __init__(self, says: str, hint: str) -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint


def written(field: Field, value: Any) -> str:
    """Write a value for people; nothing for none."""
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        value = "true" if value else "false"
    if field.kind == "idn":
        return ", ".join(str(each) for each in value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return dict(field.choices).get(str(value), str(value))


def read(field: Field, text: str | None) -> Any:
    """Read what a person wrote; None for nothing. What cannot be read raises UnfitError."""
    said = tidy(text or "")
    if not said:
        return [] if field.kind == "idn" else None
    if field.kind == "idn":
        return [each for each in re.split(r"[\s,;]+", said) if each]
    if field.kind in {"heltal", "tal"}:
        return _number(field, said)
    if field.kind == "datum":
        if not _DAY.fullmatch(said):
            raise UnfitError(f"{_shown(said)} är inget datum", "Skriv ÅÅÅÅ-MM-DD.")
        return said
    if not field.choices:
        return said if field.kind == "text" else _SPACES.sub(" ", said)
    return _chosen(field, said)


def tidy(text: str) -> str:
    """Give a text without the space around it, its lines ended and its signs put in one way."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = plain.replace("\t", " ")  # no document may hold a tab
    return plain.strip(" \n\u00a0")


def canonical(field: Field, value: Any) -> Any:
    """Give a value of a file as a form would give it back, so that both can be compared."""
    try:
        return read(field, written(field, value))
    except UnfitError:  # a draft that its own model refuses: compared as it stands
        return value


def _number(field: Field, said: str) -> int | float:
    plain = _SPACES.sub("", said)
    plain = re.sub(r"(?i)(kr|kronor|sek|%|procent|år|st)\.?$", "", plain).replace("\u2212", "-")
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if field.kind == "heltal":
        raise UnfitError(f"{_shown(said)} är inget heltal", "Skriv ett heltal med siffror.")
    if not _NUMBER.fullmatch(plain):
        raise UnfitError(f"{_shown(said)} är inget tal", "Skriv ett tal med siffror.")
    return float(plain.replace(",", "."))


def _chosen(field: Field, said: str) -> Any:
    """Find the value behind a word; a word that is none of them stays, where that is allowed."""
    folded = said.casefold()
    both = ((value, name) for value, label in field.choices for name in (label, value))
    found = next((value for value, name in both if name.casefold() == folded), None)
    if found is None and field.kind == "ord":
        return said
    if found is None:
        words = ", ".join(label for _, label in field.choices)
        raise UnfitError(f"{_shown(said)} går inte att välja", f"Välj ett av: {words}.")
    return found == "true" if field.kind == "janej" else found


def _shown(text: str) -> str:
    plain = visible(text)
    return f"”{plain[:_SHORT]}…”" if len(plain) > _SHORT else f"”{plain}”"
