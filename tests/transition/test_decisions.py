"""Decisions: bound to words and visit, complete before they are written."""

from dataclasses import replace
from typing import Any

import pytest

from samverkan_cli.case import digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.transition import decisions
from samverkan_cli.transition.decisions import Decision
from tests.support import World, world_in

GRANT = Decision("bevilja", "styrelse", paragraf="§ 1", belopp=("2013=500 000", "2014=1"))
BACK = Decision(
    "komplettera", "styrelse", paragraf="§ 2", motivering="Mål.", villkor=("Visa mål", "Visa mer")
)


def decide(made: World, given: Decision) -> Beslut:
    """Let an organ decide, and read back what was written."""
    plan = made.apply(decisions.decide(made.around, made.case, given))
    path = next(iter(plan.files)).removeprefix(f"insatser/{made.id}/").removesuffix(".yaml")
    found = made.case.records[path].model
    assert isinstance(found, Beslut)
    return found


def test_bound() -> None:
    """A decision says which words it is about, in which phase, and at which visit."""
    made = world_in("styrelsebeslut")
    full = replace(
        GRANT,
        foredragande="Karin Ek",
        medverkande=("Bo",),
        jav=("Åsa: syskon", "Eva"),
        justerat="2026-03-13",
        anslaget="2026-03-14",
        period=("2013-01-01..2014-12-31",),
    )
    found = decide(made, full)
    event = made.case.last_event
    assert event is not None
    assert (found.fas, found.handelse, found.dokument) == ("styrelsebeslut", event.nr, "ansokan")
    assert found.innehall == digest(made.case.records["ansokan"])
    assert [(each.budgetar, each.belopp) for each in found.belopp] == [(2013, 500000), (2014, 1)]
    assert [(each.namn, each.skal) for each in found.jav] == [("Åsa", "syskon"), ("Eva", None)]
    assert str(found.period.till if found.period else "") == "2014-12-31"
    assert str(found.anslaget) == "2026-03-14"


def test_names_of_one_day() -> None:
    """Two decisions of one organ on one day each have a file of their own."""
    made = world_in("styrelsebeslut")
    decide(made, BACK)
    decide(made, GRANT)
    decide(made, GRANT)
    assert sorted(path for path in made.files if path.startswith("beslut/")) == [
        "beslut/2026-03-12-styrelse-2.yaml",
        "beslut/2026-03-12-styrelse-3.yaml",
        "beslut/2026-03-12-styrelse.yaml",
    ]


def test_conditions_are_numbered_through_the_insats() -> None:
    """A number of a condition is used once: the next decision goes on where the last ended."""
    made = world_in("styrelsebeslut")
    first = decide(made, BACK)
    assert ([each.nr for each in first.villkor], first.besvaras_i) == ([1, 2], "ansokan")
    assert [each.nr for each in decide(made, BACK).villkor] == [3, 4]


def test_waiver() -> None:
    """A waiver is bound to no document, moves nothing, and says what it passes by."""
    made = world_in("forankras")
    found = decide(
        made, Decision("undantag", "forbundschef", undantag=("F1-1: Sommar: alla borta",))
    )
    assert (found.dokument, found.innehall) == (None, None)
    assert [(each.punkt, each.motivering) for each in found.undantag] == [
        ("F1-1", "Sommar: alla borta")
    ]


@pytest.mark.parametrize(
    ("given", "says", "hint"),
    [
        (replace(GRANT, utfall="beviljad"), "att använda som utfall", "Menade du bevilja?"),
        (
            replace(GRANT, utfall="xyz"),
            "att använda som utfall",
            "Välj: bevilja, komplettera, avsla",
        ),
        (replace(GRANT, organ="forbundschef"), "att använda som organ", "Välj: styrelse."),
        (replace(GRANT, paragraf=None), "Beslutet behöver paragraf", "--paragraf"),
        (replace(GRANT, belopp=()), "Beslutet behöver belopp", "--belopp"),
        (replace(BACK, motivering=None), "Beslutet behöver motivering", "--motivering"),
        (replace(BACK, villkor=()), "Beslutet behöver villkor", "--villkor"),
        (replace(GRANT, belopp=("2013",)), "Beloppet ”2013” går inte att läsa", "2027=850000"),
        (replace(GRANT, belopp=("2013=1,5",)), "går inte att läsa", ""),
        (replace(GRANT, belopp=("2013=-5",)), "går inte att läsa", ""),
        (replace(GRANT, belopp=(f"2013={'9' * 5000}",)), "går inte att läsa", ""),
        (replace(GRANT, belopp=("1850=5",)), "budgetar är mindre än 1990", ""),
        (replace(GRANT, period=("2013-01-01",)), "”” är inget datum", ""),
        (replace(GRANT, justerat="nyss"), "”nyss” är inget datum", ""),
        (replace(GRANT, jav=(": skäl",)), "namn är tomt", ""),
        (Decision("undantag", "styrelse"), "Undantaget saknar punkt", "--undantag"),
        (Decision("undantag", "styrelse", undantag=("R0-3",)), "saknar skäl", "R0-3: skälet"),
        (Decision("undantag", "styrelse", undantag=("X-9: x",)), "Punkten X-9 finns inte", ""),
        (Decision("undantag", "styrgrupp", undantag=("R0-3: x",)), "att använda som organ", ""),
    ],
)
def test_refused(given: Decision, says: str, hint: str) -> None:
    """A decision that lacks something, or that nobody may take here, is refused with a way on."""
    made = world_in("styrelsebeslut")
    with pytest.raises(SamverkanError, match=says) as caught:
        decisions.decide(made.around, made.case, given)
    assert hint in caught.value.hint


def test_gate_without_decision() -> None:
    """A gate that rests on no decision takes none, and says what to do instead."""
    made = world_in("forankras")
    with pytest.raises(RefusedError, match="vilar inte på något beslut") as caught:
        decisions.decide(made.around, made.case, replace(GRANT, utfall="vidare"))
    assert "samverkan advance" in caught.value.hint


def test_nothing_to_decide_on() -> None:
    """A decision needs its document, readable."""
    made = world_in("styrelsebeslut")
    made.put("ansokan.yaml", "syfte: [\n")
    with pytest.raises(RefusedError, match="ansokan går inte att läsa"):
        decisions.decide(made.around, made.case, GRANT)
    made.files.pop("ansokan.yaml")
    with pytest.raises(RefusedError, match="Det finns ingen ansokan att besluta om") as caught:
        decisions.decide(made.around, made.case, GRANT)
    assert f"samverkan add {made.id} ansokan" in caught.value.hint


@pytest.mark.parametrize("flag", ["tjanstgorande", "medverkande"])
def test_conflicted_is_refused_among_those_who_decide(flag: str) -> None:
    """Whoever is conflicted in a matter neither serves nor takes part in it, however spelt."""
    made = world_in("styrelsebeslut")
    people: dict[str, Any] = {flag: ("Bo", "åsa öst")}
    given = replace(GRANT, jav=("Åsa  Öst: syskon",), **people)
    with pytest.raises(RefusedError, match="jävig") as refused:
        decisions.decide(made.around, made.case, given)
    assert f"--{flag}" in refused.value.hint
    assert not any(path.startswith("beslut/") for path in made.files)


def test_those_who_served_and_a_day_for_a_condition() -> None:
    """Those who decided are named, and a condition may end with the day it is due."""
    made = world_in("styrelsebeslut")
    words = ("Visa mål senast 2026-09-30.", "Visa mer (senast 2026-10-01)", "Senast i tid")
    found = decide(made, replace(BACK, villkor=words, tjanstgorande=("Bo", "Eva")))
    assert found.tjanstgorande == ["Bo", "Eva"]
    assert [str(each.senast) for each in found.villkor] == ["2026-09-30", "2026-10-01", "None"]
    with pytest.raises(SamverkanError, match="inget datum"):
        decide(made, replace(BACK, villkor=("Visa senast 2026-02-30",)))
