"""Names of sheets that every spreadsheet takes: short, legal and told apart."""

import re
from collections.abc import Iterable

from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_RESERVED = frozenset({"history", "historik"})
"""Excel keeps these for itself, in English and in Swedish."""


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Give each title a name of its own of at most 31 characters; capitals tell none apart."""
    taken = set(_RESERVED)
    names: list[str] = []
    for title in titles:
        name = _free(_plain(title), taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _plain(title: str) -> str:
    said = _FORBIDDEN.sub(" ", visible(masked(title)))
    return _cut(" ".join(said.split())) or "Tabell"


def _cut(name: str, room: int = LONGEST) -> str:
    """Cut at a word where that leaves most of the name; Excel counts as UTF-16 does."""
    name = name.strip("' ")
    if _length(name) <= room:
        return name
    while _length(name) > room:
        name = name[:-1]
    whole = name.rpartition(" ")[0]
    return (whole if len(whole) > room // 2 else name).strip("' ")


def _length(name: str) -> int:
    return len(name.encode("utf-16-le", "replace")) // 2


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        tail = f" ({number})"
        found = _cut(name, LONGEST - len(tail)) + tail
    return found
