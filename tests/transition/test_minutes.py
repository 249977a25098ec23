"""Minutes begin in the förbund's own case, readable, and only once."""

import pytest

from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.moten import Protokoll
from samverkan_cli.transition.minutes import minutes
from tests.support import World, book_with, built_in, context, header, world_in

KNOWN = {
    "organ": "styrelse",
    "datum": "2026-05-20",
    "narvarande": [{"namn": "Bo: Ek", "uppdrag": "ledamot", "tjanstgor": None}],
    "punkter": [{"nr": 1, "paragraf": None, "rubrik": "Mötet öppnas", "text": None}],
}


def own_case() -> World:
    """Give a case whose process is the förbund's own."""
    book = built_in()
    own = book.process("finsam-10").model_copy(update={"slag": "forbund"})
    around = context(book_with(own))
    made = World({}, around=around)
    made.put("insats.yaml", header())
    return made


def test_laid_out() -> None:
    """The file is named by day and organ, and reads back with what was known."""
    made = own_case()
    plan = made.apply(minutes(made.around, made.case, KNOWN))
    record = made.case.records["protokoll/2026-05-20-styrelse"]
    assert record.diagnostics == ()
    assert isinstance(record.model, Protokoll)
    assert record.model.narvarande[0].namn == "Bo: Ek"
    assert record.model.punkter[0].rubrik == "Mötet öppnas"
    assert "protokoll/2026-05-20-styrelse" in plan.next
    with pytest.raises(SamverkanError, match="finns redan"):
        minutes(made.around, made.case, KNOWN)


def test_refused() -> None:
    """An insats holds no minutes, and a sign that no document may hold is told of."""
    insats = world_in("vacks")
    with pytest.raises(RefusedError, match="är en insats"):
        minutes(insats.around, insats.case, KNOWN)
    made = own_case()
    with pytest.raises(SamverkanError, match="går inte att spara"):
        minutes(made.around, made.case, KNOWN | {"plats": "A\x00B"})
