"""Reads the usual command lines without typer, which costs more than many a command.

It gives the very arguments that typer would, or None: whatever is unknown, missing, too much,
shortened or run together is left to typer, which has the words for what is wrong.
"""

import os
from collections.abc import Callable, Sequence
from typing import Any, get_args

from samverkan_cli.cli.declared import Argument

Given = dict[str, Any]


class _Parameter:
    """One parameter of a command: what it is called, holds, and is when nobody says."""

    def __init__(self, name: str, annotation: Any, default: Any) -> None:
        kind, self.declared = get_args(annotation)
        members = {each for each in get_args(kind) if each is not type(None)} or {kind}
        self.name = name
        self.is_list = list in {getattr(each, "__origin__", each) for each in (kind, *members)}
        self.is_flag = kind is bool
        self.is_text = members <= {str, list[str]} or kind == list[str]
        self.default = default


_REQUIRED = object()


def read(command: Callable[..., Any], words: Sequence[str]) -> Given | None:
    """Read the words of a line as the parameters of a command."""
    known = _parameters(command)
    flags = {flag: each for each in known for flag in each.declared.flags}
    found: dict[str, list[Any]] = {}
    loose: list[str] = []
    line = iter(words)
    for word in line:
        if word == "--":
            loose += line
        elif not word.startswith("-"):
            loose.append(word)
        elif not _flag(word, line, flags, found):
            return None
    if not all(loose) or not _placed(loose, known, found):
        return None
    return _whole(known, found)


def _parameters(command: Callable[..., Any]) -> list[_Parameter]:
    code, defaults = command.__code__, command.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount]
    all_of = (*[_REQUIRED] * (len(names) - len(defaults)), *defaults)
    kinds = command.__annotations__
    return [_Parameter(name, kinds[name], each) for name, each in zip(names, all_of, strict=True)]


def _flag(word: str, line: Any, flags: dict[str, _Parameter], found: dict[str, list[Any]]) -> bool:
    """Read a flag and its value; False when it is not plain what it says."""
    name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
    each = flags.get(name)
    if each is None or not (each.is_flag or each.is_text):
        return False
    if each.is_flag:
        found.setdefault(each.name, []).append(True)
        return not equals
    value = value if equals else next(line, "")
    found.setdefault(each.name, []).append(value)
    return bool(value) and not value.startswith("-")


def _placed(loose: list[str], known: list[_Parameter], found: dict[str, list[Any]]) -> bool:
    """Put the words that are no flags in their places; False unless they fit exactly."""
    places = [each for each in known if isinstance(each.declared, Argument)]
    if not all(each.is_text for each in places):
        return False
    for each in places:
        if each.is_list:
            if each is not places[-1]:
                return False
            taken, loose = loose, []
        else:
            taken, loose = loose[:1], loose[1:]
        if taken:
            found[each.name] = taken
    return not loose


def _whole(known: list[_Parameter], found: dict[str, list[Any]]) -> Given | None:
    given: Given = {}
    for each in known:
        said = found.get(each.name) or _around(each.declared.envvar)
        if said is None and each.default is _REQUIRED:
            return None
        value = each.default if said is None else said if each.is_list else said[-1]
        callback = each.declared.callback
        given[each.name] = callback(value) if callback else value
    return given


def _around(envvar: str | None) -> list[Any] | None:
    """Give what the surroundings say, when a parameter listens to them."""
    told = os.environ.get(envvar) if envvar else None
    return [told] if told else None
