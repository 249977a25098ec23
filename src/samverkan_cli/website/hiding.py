"""Takes persons, contact details and what is not shown out of texts, models and plain data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from samverkan_cli.models.grund import Modell

M = TypeVar("M", bound=Modell)

NAME = "[namn utelämnat]"
UNSHOWN = "[insats som inte visas]"
CONTACT = "[kontaktuppgift utelämnad]"

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_EMAIL = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+\.\w+")
_PHONE = re.compile(r"(?<![\w.-])(?:\+46[ -]?\d{1,3}|0\d{1,3})[ -]+\d[\d -]{3,10}\d(?!\w)")
_GAP = 3
"""Signs that may stand between two words of a name, such as a comma or a line break."""

_CONTACT_KEYS = frozenset({"epost", "telefon"})


@dataclass
class Hider:
    """What is to be hidden: names by their first word, and digests that change with the texts."""

    names: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def hide(self, name: str, word: str = NAME) -> None:
        """Hide a name, in any letters, also in the genitive; a single word as it is spelt."""
        parts = tuple(each.casefold() for each in _WORD.findall(name))
        if parts:
            key = parts if len(parts) > 1 else (_WORD.findall(name)[0],)
            found = self.names.setdefault(parts[0], [])
            if (key, word) not in found:
                found.append((key, word))
                found.sort(key=lambda each: -len(each[0]))

    def text(self, text: str) -> str:
        """Give a text without what is to be hidden."""
        if text.startswith("sha256:"):
            return self.digests.get(text, text)
        text = _PHONE.sub(CONTACT, _EMAIL.sub(CONTACT, text))
        parts, end = [], 0
        for start, stop, word in self._found(text):
            parts += [text[end:start], word]
            end = stop
        return "".join([*parts, text[end:]])

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            hit = self._at(text, words, place)
            if hit is None:
                place += 1
                continue
            count, word = hit
            yield words[place].start(), words[place + count - 1].end(), word
            place += count

    def _at(self, text: str, words: list[re.Match[str]], place: int) -> tuple[int, str] | None:
        first = words[place][0].casefold()
        for key in {first, first.removesuffix("s")}:
            for name, word in self.names.get(key, ()):
                if _matches(text, words[place : place + len(name)], name):
                    return len(name), word
        return None

    def value(self, value: Any) -> Any:
        """Give plain data or a model with every text in it rid of what is to be hidden."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Modell):
            return self.model(value)
        if isinstance(value, Mapping):
            return {
                self.text(key): None if key in _CONTACT_KEYS else self.value(each)
                for key, each in value.items()
            }
        return [self.value(each) for each in value] if isinstance(value, list) else value

    def model(self, model: M) -> M:
        """Copy a model without what is to be hidden; contact details become gaps."""
        changes = {
            key: None if key in _CONTACT_KEYS else self.value(getattr(model, key))
            for key in type(model).model_fields
        }
        return model.model_copy(update=changes)


def _matches(text: str, words: list[re.Match[str]], name: tuple[str, ...]) -> bool:
    if len(words) < len(name):
        return False
    said = [each[0] for each in words]
    if len(name) == 1:
        return said[0] in {name[0], f"{name[0]}s"}
    *rest, last = (each.casefold() for each in said)
    pairs = pairwise(words)
    near = all(
        after.start() - before.end() <= _GAP and "." not in text[before.end() : after.start()]
        for before, after in pairs
    )
    return near and tuple(rest) == name[:-1] and last in {name[-1], f"{name[-1]}s"}


_PERSONAL = frozenset(
    {"ansvarig", "arbetsledning", "avsandare", "bestallare", "beslut", "beslutad_av"}
    | {"foredragande", "forfattare", "initierad_av", "jurist", "justerare", "matansvarig"}
    | {"medverkande", "mottagare", "ordforande", "realiseringsansvarig", "revisor", "riskagare"}
    | {"sekreterare", "tjanstgorande", "utforare", "utvarderare", "agare", "ersatter"}
)
"""Fields where somebody may have written a person's name."""

_PERSON_MODELS = frozenset(
    {"Kontakt", "Beredare", "Idegivare", "Jav", "Aterkallelse", "Underskrift", "Svar"}
    | {"Person", "Narvarande", "Nyckel", "Ledamot", "Revisor"}
)
_LIKE_A_NAME = re.compile(
    r"[A-ZÅÄÖÉÜ][\wéü'’-]+(?: (?:af|von|van|de|[A-ZÅÄÖÉÜ][\wéü'’.-]*)){0,2}"
    r" [A-ZÅÄÖÉÜ][\wéü'’-]+"
)


def persons(value: Any) -> Iterator[str]:
    """Give every name of a person that a model holds, wherever in it."""
    if isinstance(value, list):
        for each in value:
            yield from persons(each)
    if not isinstance(value, Modell):
        return
    if type(value).__name__ in _PERSON_MODELS and getattr(value, "namn", None):
        yield value.namn  # type: ignore[attr-defined]
    for key in type(value).model_fields:
        inner = getattr(value, key)
        if key in _PERSONAL:
            yield from _names_in(inner)
        yield from persons(inner)


def _names_in(value: Any) -> Iterable[str]:
    texts = value if isinstance(value, list) else [value]
    return (name for text in texts if isinstance(text, str) for name in _LIKE_A_NAME.findall(text))
