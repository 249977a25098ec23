"""The quick reader of arguments: what typer would give, or nothing."""

import inspect
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.cli import run
from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.reader import read
from samverkan_cli.cli.verbs import BY_NAME, VERBS, Verb
from samverkan_cli.errors import SamverkanError

NAMES = [verb.name for verb in VERBS]
DECLARED = {
    verb.name: [
        get_args(kind)[1]
        for key, kind in run.function_of(verb).__annotations__.items()
        if key != "return"
    ]
    for verb in VERBS
}
LOOSE = ["2026-001", "ansokan", "a b", "-", "--", "", "-x", "--unknown", "-fjson", "--repo="]
VALUES = ["json", "text", "å", "7", "-7", "", "--repo", "always", "blue"]


def by_typer(verb: Verb, words: list[str]) -> dict[str, Any] | str:
    """Give what typer hands to the command, or how it refuses."""
    function, found = run.function_of(verb), {}

    def taken(**given: Any) -> int:
        found.update(given)
        return 0

    taken.__signature__ = inspect.signature(function)  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "function_of", lambda _: taken)
        try:
            run._by_typer(verb, words)
        except SamverkanError as error:
            return error.message
    return found


def quickly(verb: Verb, words: list[str]) -> dict[str, Any] | str | None:
    """Give what the quick reader hands to the command."""
    try:
        return read(run.function_of(verb), words)
    except SamverkanError as error:
        return error.message


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Make a command and a line for it: mostly flags that it has, in any order and any form."""
    name = draw(st.sampled_from(NAMES))
    declared = DECLARED[name]
    flags = [flag for each in declared for flag in each.flags]
    places = sum(isinstance(each, Argument) for each in declared)
    value = st.sampled_from(VALUES)
    loose = st.sampled_from(LOOSE[:3])
    parts: list[st.SearchStrategy[tuple[str, ...]]] = [
        st.tuples(loose),
        st.tuples(st.sampled_from(LOOSE)),
    ]
    if flags:
        flag = st.sampled_from(flags)
        parts += [
            st.tuples(flag, value),
            st.tuples(flag),
            st.tuples(st.builds("{}={}".format, flag, value)),
        ]
    usual = draw(st.lists(loose, min_size=max(places - 1, 0), max_size=places))
    more = [word for part in draw(st.lists(st.one_of(parts), max_size=3)) for word in part]
    return name, [*usual, *more] if draw(st.booleans()) else [*more, *usual]


@given(line=lines())
@settings(max_examples=400, deadline=None)
def test_the_reader_gives_what_typer_would(line: tuple[str, list[str]]) -> None:
    """Whatever the quick reader takes upon itself, the command gets the very same arguments."""
    verb, words = BY_NAME[line[0]], line[1]
    if {"--help", "-h"} & {*words}:
        return
    found = quickly(verb, words)
    if found is not None:
        assert found == by_typer(verb, words), (line, found)


@pytest.mark.parametrize("name", NAMES)
def test_the_usual_line_is_read_quickly(name: str) -> None:
    """Each command's plain line, with every text that it must have, needs no typer."""
    function = run.function_of(BY_NAME[name])
    words: list[str] = []
    for each in inspect.signature(function).parameters.values():
        kind, declared = get_args(each.annotation)
        if each.default is inspect.Parameter.empty and kind in {str, list[str]}:
            words += [*declared.flags[:1], "x"]
        elif each.default is inspect.Parameter.empty:
            return  # a number: typer reads it
    found = read(function, words)
    assert found is not None
    assert found == by_typer(BY_NAME[name], words)


def test_the_repository_may_be_named_around_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """SAMVERKAN_REPO says where, and the flag says it louder."""
    function = run.function_of(BY_NAME["check"])
    monkeypatch.setenv("SAMVERKAN_REPO", "there")
    for words, where in (([], "there"), (["-C", "here"], "here"), (["--repo=here"], "here")):
        assert (read(function, words) or {})["repo"] == where
        assert by_typer(BY_NAME["check"], words) == read(function, words)
    monkeypatch.setenv("SAMVERKAN_REPO", "")
    assert by_typer(BY_NAME["check"], []) == read(function, [])
