"""The fast reader: `ryaml`, for texts in which it cannot but agree with the exact reader."""

import re
from itertools import chain
from typing import Any, Final

from samverkan_cli.yamldoc.limits import MAX_DEPTH, MAX_KEY, MAX_NODES, MAX_SCALAR
from samverkan_cli.yamldoc.scalars import HUGE
from samverkan_cli.yamldoc.screening import HARD_SPACES, SIGNS

OPENERS: Final = "-:?,[{"
"""After one of these, or at the start of a line, a node may begin."""
TELLING: Final = frozenset(SIGNS + HARD_SPACES)
# The first is six times as quick, and seldom finds anything.
ODD_PREFIX: Final = re.compile("0[xob]")
ODD_WORD: Final = re.compile("(?<![0-9A-Za-z])0[xob]")
ENDLESS: Final = re.compile("[0-9]{300}")
"""A number beyond every float: `ryaml` takes it for text."""


def read_plain(text: str, signs: str) -> dict[str, Any] | None:
    """Read a text that is provably plain; None leaves the verdict to the exact reader."""
    if _telling(text, signs):
        return None
    from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]

    try:
        data = loads(text)
    except (InvalidYamlError, ValueError, TypeError):
        return None
    if type(data) is not dict or not _within_limits(data):
        return None
    if len(text) > MAX_SCALAR and _has_long_text(data):
        return None
    return data


def _telling(text: str, signs: str) -> bool:
    """Tell whether a sign could mean an anchor, alias, tag, directive, escape or odd number."""
    if (ODD_PREFIX.search(text) and ODD_WORD.search(text)) or ENDLESS.search(text):
        return True
    return any(_means_something(text, sign) for sign in set(signs) if sign in TELLING)


def _means_something(text: str, sign: str) -> bool:
    if sign == "\\":
        return '"' in text  # an escape only within double quotes
    if sign == "<":
        return "<<" in text
    index = text.find(sign)
    while index >= 0:
        before = text[text.rfind("\n", 0, index) + 1 : index].rstrip(" ")
        if not before or before[-1] in OPENERS:
            return True
        index = text.find(sign, index + 1)
    return False


def _within_limits(data: dict[Any, Any]) -> bool:
    """Check keys, depth, nodes and floats, one level of the document at a time."""
    level: list[Any] = [data]
    maps: list[dict[Any, Any]] = []
    nodes = 1
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for box in level:
            values = box
            nodes += len(box)
            if type(box) is dict:
                maps.append(box)
                values = box.values()
            for value in values:
                kind = type(value)
                if kind is str or kind is int:
                    continue
                if kind is dict or kind is list:
                    below.append(value)
                elif kind is float and not -HUGE < value < HUGE:
                    return False
        if not below:
            return nodes + sum(map(len, maps)) <= MAX_NODES and _keys_are_fit(maps)
        level = below
    return False


def _keys_are_fit(maps: list[dict[Any, Any]]) -> bool:
    """Tell whether every key is text, short, and surely on one line: a fold leaves a space."""
    keys = list(chain.from_iterable(maps))
    try:
        whole = "\0".join(keys)
    except TypeError:
        return False
    return " " not in whole and "\n" not in whole and max(map(len, keys), default=0) <= MAX_KEY


def _has_long_text(data: dict[str, Any]) -> bool:
    stack: list[Any] = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack.extend(value)
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, str) and len(value) > MAX_SCALAR:
            return True
    return False
