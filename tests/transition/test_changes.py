"""A change is decided by who may, once, and the decision is bound to what the change then says."""

from dataclasses import replace
from typing import Any

import pytest

from samverkan_cli.approvals import decision_for, is_current
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.genomforande import Andring
from samverkan_cli.transition import changes
from samverkan_cli.transition.decisions import Decision
from tests.support import SAMVERKAN, World, context, world_in

LARGER = (
    "# Vår ändring\nvad: Ny budget\nstorlek: storre  # stor\nbeslutad_av:\nbeslutsdatum: null\n"
)
GIVEN = Decision("godkann_andring", "styrelse", datum="2026-03-10", paragraf="§ 4")
NAME = "andringar/a"


def at_work(text: str = LARGER, **limits: Any) -> World:
    """Give a case at work with a change."""
    made = world_in("genomforande")
    made.put("andringar/a.yaml", text)
    if limits:
        given = SAMVERKAN.model_dump(mode="json") | {"andringsgrans": limits}
        made.around = context(samverkan=SAMVERKAN.model_validate(given))
    return made


def test_decided_and_written_into_the_change() -> None:
    """The decision stands in the change, comments untouched, and is bound to it as it then is."""
    made = at_work()
    plan = made.apply(changes.decide_change(made.around, made.case, GIVEN, f"{NAME}.yaml"))
    assert made.files["andringar/a.yaml"].decode() == (
        "# Vår ändring\nvad: Ny budget\nstorlek: storre  # stor\n"
        "beslutad_av: styrelse\nbeslutsdatum: 2026-03-10\n"
    )
    decided = made.case.records["beslut/2026-03-10-styrelse"].model
    assert isinstance(decided, Beslut)
    assert (decided.dokument, decided.paragraf, decided.belopp) == (NAME, "§ 4", [])
    assert is_current(made.case, NAME, decided.innehall)
    assert plan.says == "Beslutet är antecknat: ändringen godkänns (andringar/a)."
    assert decision_for(made.case, made.fas) is None


def test_change_without_the_rows() -> None:
    """Rows that the change lacks are added last."""
    made = at_work("vad: Ny lokal\nstorlek: mindre")
    given = replace(GIVEN, organ="forbundschef")
    made.apply(changes.decide_change(made.around, made.case, given, NAME))
    model = made.case.records[NAME].model
    assert isinstance(model, Andring)
    assert (model.beslutad_av, str(model.beslutsdatum)) == ("forbundschef", "2026-03-10")


def test_limits_of_the_forbund() -> None:
    """The förbund's own limits say who decides."""
    made = at_work(storre_beslutas_av=["beredningsgrupp"])
    with pytest.raises(SamverkanError, match="styrelse"):
        changes.decide_change(made.around, made.case, GIVEN, NAME)
    own = replace(GIVEN, organ="beredningsgrupp")
    assert changes.decide_change(made.around, made.case, own, NAME).files


@pytest.mark.parametrize(
    ("text", "given", "name", "says"),
    [
        (LARGER, GIVEN, "andringar/b", "ingen ändring"),
        (LARGER, GIVEN, "ansokan", "ingen ändring"),
        (LARGER, replace(GIVEN, utfall="bevilja"), NAME, "utfall"),
        (LARGER, replace(GIVEN, organ="forbundschef"), NAME, "organ"),
        (LARGER, replace(GIVEN, utfall="avsla_andring"), NAME, "motivering"),
        (LARGER.replace("storlek: storre", "storlek:"), GIVEN, NAME, "mindre eller större"),
        (LARGER.replace("null", "2026-01-01"), GIVEN, NAME, "redan beslutad"),
        (LARGER.replace("beslutad_av:", "beslutad_av: kansli"), GIVEN, NAME, "går inte att skriva"),
        (LARGER, replace(GIVEN, jav=("Bo: X",), tjanstgorande=("bo",)), NAME, "jävig"),
        ("x: [", GIVEN, NAME, "går inte att läsa"),
    ],
)
def test_refused(text: str, given: Decision, name: str, says: str) -> None:
    """What cannot be decided is refused with the reason and what to do."""
    made = at_work(text)
    with pytest.raises((SamverkanError, RefusedError), match=says) as refused:
        changes.decide_change(made.around, made.case, given, name)
    assert refused.value.hint
