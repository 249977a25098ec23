"""Paths through plain data: which places are empty, and what stands there."""

from typing import Any

import pytest

from samverkan_cli.rules.routes import empty_places, route_of, value_at

DATA = {
    "tom": None,
    "blank": "  ",
    "noll": 0,
    "falskt": False,
    "grupp": {"inne": "x", "tom": []},
    "rader": [{"a": 1, "b": {"c": None}}, {"a": None}],
    "ingen": [],
    "text": "x",
}


@pytest.mark.parametrize(
    ("path", "routes"),
    [
        ("tom", [("tom",)]),
        ("saknas", [("saknas",)]),
        ("blank", [("blank",)]),
        ("ingen", [("ingen",)]),
        ("noll", []),
        ("falskt", []),
        ("grupp.inne", []),
        ("grupp.tom", [("grupp", "tom")]),
        ("tom.inne", [("tom", "inne")]),
        ("text.inne", [("text", "inne")]),
        ("saknas.inne.djupt", [("saknas", "inne", "djupt")]),
        ("rader.*.a", [("rader", 1, "a")]),
        ("rader.*.b.c", [("rader", 0, "b", "c"), ("rader", 1, "b", "c")]),
        ("ingen.*.a", []),
        ("saknas.*.a", []),
        ("grupp.*.a", []),
    ],
)
def test_empty_places(path: str, routes: list[tuple[Any, ...]]) -> None:
    """What is not filled is named by its route; zero and false are answers."""
    assert list(empty_places(DATA, path)) == routes


@pytest.mark.parametrize(
    ("path", "value"),
    [("grupp.inne", "x"), ("grupp.saknas.x", None), ("rader", DATA["rader"]), ("text.inne", None)],
)
def test_value_at(path: str, value: Any) -> None:
    """A path leads to a value, or to nothing without complaint."""
    assert value_at(DATA, path) == value


def test_route_of() -> None:
    """A dotted path is the same way in another spelling."""
    assert route_of("a.b.c") == ("a", "b", "c")
