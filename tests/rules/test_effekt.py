"""Goals: every link that can be broken."""

import pytest

from .files_people import CHAIN, GOALS
from .row import says


def test_goals_and_activities_both_ways() -> None:
    """A goal without effect, an activity without goal and an unknown goal are each pointed at."""
    broken = GOALS.replace("[E1]", "[E9]") + "aktiviteter: [{id: A1, resultatmal: [R9]}]\n"
    assert says("EFF101", {"ansokan.yaml": broken}) == [
        "2:36 E9 finns inte.",
        "3:38 R9 finns inte.",
    ]
    aimless = GOALS + "aktiviteter: [{id: A1, resultatmal: [R1]}, {id: A2}]\n"
    assert says("EFF102", {"ansokan.yaml": aimless}) == [
        "3:44 Aktiviteten A2 leder inte till något resultatmål."
    ]


def test_report_of_a_goal_nobody_set() -> None:
    """A row about a goal that the application does not have is a slip of the pen."""
    report = "maluppfyllelse: [{id: E1}, {id: R1}, {id: R9}]\n"
    assert says("EFF103", {"ansokan.yaml": GOALS, "slutrapport.yaml": report}) == [
        "1:39 Målet R9 finns inte i ansökan."
    ]


@pytest.mark.parametrize("link", ["[E1]", "[R1]", "[D1]", "[A1]"])
def test_every_link_of_the_chain(link: str) -> None:
    """A link that leads nowhere is found in every joint of the chain."""
    assert len(says("EFF107", {"forandringsbeskrivning.yaml": CHAIN.replace(link, "[X9]")})) == 1
