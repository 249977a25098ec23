"""Benefits: each named once, followed once or more, by those who take part."""

from tests.support import File, header

from .row import says

PLAN = "nyttor: [{id: N1, malvarde: 3}, {id: N2}]\n"


def test_a_benefit_named_twice() -> None:
    """Two benefits with one id cannot be told apart in the follow-up."""
    found = says("EFF122", {"nyttorealiseringsplan.yaml": "nyttor: [{id: N1}, {id: N1}]\n"})
    assert found == ["1:21 Nyttan N1 står redan i planen."]


def test_a_benefit_that_is_not_in_the_plan() -> None:
    """What is followed but was never planned is pointed at in the follow-up."""
    files = {
        "nyttorealiseringsplan.yaml": PLAN,
        "nyttouppfoljning.yaml": "utfall: [{id: N1}, {id: N1}, {id: N2}, {id: N3}]\n",
    }
    (found,) = says("EFF120", files)
    assert found.endswith("Nyttan N3 finns inte i nyttorealiseringsplanen.")


def test_strangers_in_every_plan() -> None:
    """A part that does not take part is found in each kind of plan, a broken one is left alone."""
    files: dict[str, File] = {
        "insats.yaml": header(),
        "kommunikationsplan.yaml": "rader: [{id: K1, part: region}, {id: K2}]\n",
        "nyttokalkyl.yaml": "rader: [{alternativ: insats, budgetar: 2027, part: region}]\n",
        "forstudie.yaml": "per_part: [{part: region}]\n",
        "rattslig_bedomning.yaml": "floden: [{id: F1, fran: region, till: af}]\n",
        "riskanalys.yaml": "okand: 1\n",
    }
    assert len(says("PAR123", files)) == 4
