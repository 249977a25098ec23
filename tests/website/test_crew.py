"""Shared work gives what one alone would give, and stops as one would."""

from collections.abc import Sequence

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.website.crew import ENOUGH, shared

MANY: Sequence[int] = range(ENOUGH * 2)


def doubled(number: int) -> int:
    """Do a little work."""
    return number * 2


def stumbling(number: int) -> int:
    """Fail at one of them, with an error that cannot be sent between processes as it is."""
    if number == ENOUGH:
        raise TemplateError(Spot("ansokan.html.j2", 3), "Filtret finns inte.", "Välj ett annat.")
    return number


def test_in_order() -> None:
    """The answers come in the order of the questions."""
    assert list(shared(doubled, MANY)) == [each * 2 for each in MANY]


def test_a_fault_stops_all() -> None:
    """An error in another process is the same words here."""
    with pytest.raises(SamverkanError) as error:
        list(shared(stumbling, MANY))
    assert "Filtret finns inte." in error.value.message
