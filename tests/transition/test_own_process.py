"""Moves in a process of the förbund's own: what it does not allow is refused in its words."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.errors import RefusedError
from samverkan_cli.rulebook.loading import load
from samverkan_cli.transition import moves
from tests.rulebook.own import fas, process, write
from tests.support import CASE_ID, World, context, header, raw


def world(tmp_path: Path, **more: Any) -> World:
    """Give a case in the second phase of a process of one's own."""
    write(tmp_path, "processer/egen.yaml", process(**more))
    made = World({"insats.yaml": raw(header(process="egen"))}, CASE_ID, context(load(tmp_path)))
    made.step("skapa", "ett", None)
    made.apply(moves.advance(made.around, made.case))
    return made


def test_process_without_way_back(tmp_path: Path) -> None:
    """A process that says nothing of going back or closing allows neither."""
    made = world(tmp_path)
    assert made.case.fas == "tva"
    with pytest.raises(RefusedError, match="går inte att backa i"):
        moves.back(made.around, made.case, "ett", "x")
    with pytest.raises(RefusedError, match="Processen tillåter det inte"):
        moves.close(made.around, made.case, "x")


def test_way_back_that_is_shut(tmp_path: Path) -> None:
    """A process may say that nobody goes back, and where nobody closes."""
    made = world(tmp_path, tillbaka={"till": "ingen"}, stangning={"till": ["slut"]})
    with pytest.raises(RefusedError, match="går inte att backa i"):
        moves.back(made.around, made.case, "ett", "x")
    made.apply(moves.close(made.around, made.case, "x"))
    assert made.case.fas == "slut"


def test_required_decision_at_an_advisory_gate(tmp_path: Path) -> None:
    """A gate of advice that rests on a required decision waits for that alone."""
    grind = {"lage": "rad", "beslut": {"organ": "styrelse", "kravs": True}}
    first = fas("ett", 1, "tva", grind=grind, dokument=[{"typ": "ansokan"}])
    write(tmp_path, "processer/egen.yaml", process(first, fas("tva", 2, "slut")))
    made = World({"insats.yaml": raw(header(process="egen"))}, CASE_ID, context(load(tmp_path)))
    made.step("skapa", "ett", None)
    with pytest.raises(RefusedError, match="en punkt återstår"):
        moves.advance(made.around, made.case)
