"""Conditions as data: every operator, alone and together."""

from typing import Any

import pytest

from samverkan_cli.rulebook.conditions import Villkor, holds, is_filled, lookup

DATA = {"insats": {"inriktning": "individ", "antal": 5, "esf": {"deltar": True}, "tom": None}}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"falt": "insats.inriktning", "ar": "individ"}, True),
        ({"falt": "insats.inriktning", "ar": "struktur"}, False),
        ({"falt": "insats.esf.deltar", "ar": True}, True),
        ({"falt": "insats.esf.deltar", "ar": False}, False),
        ({"falt": "insats.saknas", "ar": False}, False),
        ({"falt": "insats.inriktning", "inte": "struktur"}, True),
        ({"falt": "insats.inriktning", "inte": "individ"}, False),
        ({"falt": "insats.tom", "inte": "individ"}, False),
        ({"falt": "insats.antal", "under": 6}, True),
        ({"falt": "insats.antal", "under": 5}, False),
        ({"falt": "insats.antal", "over": 4}, True),
        ({"falt": "insats.antal", "over": 5}, False),
        ({"falt": "insats.tom", "under": 6}, False),
        ({"falt": "insats.inriktning", "over": 0}, False),
        ({"falt": "insats.antal", "finns": True}, True),
        ({"falt": "insats.tom", "finns": True}, False),
        ({"falt": "insats.tom", "finns": False}, True),
        ({"falt": "ansokan.syfte", "finns": False}, True),
        ({"falt": "insats.antal"}, False),
        ({"ar": "individ"}, False),
    ],
)
def test_operators(condition: dict[str, Any], expected: bool) -> None:
    """Each operator compares one field; what is not there fulfils nothing but `finns: false`."""
    assert holds(Villkor.model_validate(condition), DATA) is expected


EMPTY: list[Any] = [None, "", " ", [], {}]
FILLED: list[Any] = [0, False, "x", [0], {"a": None}]
YES = {"falt": "insats.antal", "ar": 5}
NO = {"falt": "insats.antal", "ar": 6}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"nagon": [NO, YES]}, True),
        ({"nagon": [NO, NO]}, False),
        ({"alla": [YES, YES]}, True),
        ({"alla": [YES, NO]}, False),
        ({"alla": [YES, {"nagon": [NO, {"alla": [YES]}]}]}, True),
    ],
)
def test_together(condition: dict[str, Any], expected: bool) -> None:
    """Conditions are weighed together, inside one another."""
    assert holds(Villkor.model_validate(condition), DATA) is expected


def test_no_condition() -> None:
    """What has no condition always holds."""
    assert holds(None, {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((empty, False) for empty in EMPTY),
        *((answer, True) for answer in FILLED),
    ],
)
def test_is_filled(value: Any, expected: bool) -> None:
    """Zero and false are answers; blanks and empty lists are not."""
    assert is_filled(value) is expected


@pytest.mark.parametrize(
    ("path", "value"),
    [("insats.esf.deltar", True), ("insats.esf.x.y", None), ("insats.antal.x", None), ("x", None)],
)
def test_lookup(path: str, value: Any) -> None:
    """A path that leads nowhere leads to nothing, without complaint."""
    assert lookup(DATA, path) is value
