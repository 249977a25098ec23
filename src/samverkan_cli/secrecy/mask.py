"""Hides what must not be shown, at the last moment before anyone sees it."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from samverkan_cli.secrecy.hit import Hit
from samverkan_cli.secrecy.keys import keys
from samverkan_cli.secrecy.numbers import RULE, is_person, numbers

Spared = Callable[[], frozenset[tuple[str, str]]]
SPARED: ContextVar[Spared | None] = ContextVar("spared", default=None)
"""Tells rule and mark of what the förbund has found to be no secret; asked only when needed."""

_LEAST = 10
_MOST = 20_000
_WORDS = {RULE: "[dolt personnummer]"}
_KEY = "[dold nyckel]"


def hits(text: str) -> list[Hit]:
    """Find everything in a text that must not be there, in order."""
    if len(text) < _LEAST:
        return []
    return list(_kept(text) if len(text) < _MOST else _found(text))


def _found(text: str) -> tuple[Hit, ...]:
    return tuple(sorted([*numbers(text), *keys(text)], key=lambda each: each.start))


_kept = lru_cache(maxsize=512)(_found)
"""A command reads the same document more than once: judged, saved, and judged again."""


def masked(text: str) -> str:
    """Give the text with what must not be shown replaced by a word for it."""
    found = hits(text)
    if not found:
        return text
    ask = SPARED.get()
    spared = ask() if ask else frozenset()
    parts, end = [], 0
    for each in found:
        if (each.rule, each.print) not in spared and each.start >= end:
            parts += [text[end : each.start], _WORDS.get(each.rule, _KEY)]
            end = each.end
    return "".join([*parts, text[end:]])


def masked_data(value: Any) -> Any:
    """Give data for a machine with the same hidden, in texts, in keys and in whole numbers."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {masked_data(key): masked_data(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [masked_data(each) for each in value]
    if type(value) is int and value >= 10 ** (_LEAST - 1) and is_person(str(value)):
        return masked(str(value))
    return value
