"""The trail of a case: which gates it has passed, where it has been, where it was closed."""

from samverkan_cli.trail import passed, phase_before_end, visited
from tests.support import CASE_ID, World, example_world, header, raw

ROAD = ["vacks", "forankras", "utvecklas", "ansokan", "styrelsebeslut"]


def road(*steps: tuple[str, str, str | None, str | None]) -> World:
    """Walk a case along events without asking any gate."""
    made = World({"insats.yaml": raw(header())}, CASE_ID)
    made.step("skapa", "vacks", None)
    for slag, till, fran, utfall in steps:
        made.step(slag, till, fran, utfall)
    return made


FORWARD = [
    ("framat", till, fran, utfall)
    for fran, till, utfall in zip(
        ROAD, ROAD[1:], ("vidare", "vidare", "vidare", "lamnas_in"), strict=False
    )
]


def test_passed_in_order() -> None:
    """A phase that the case has left forwards is passed, with the event that left it."""
    made = road(*FORWARD)
    found = passed(made.case, made.process)
    assert list(found) == ROAD[:-1]
    assert found["ansokan"].nr == 5


def test_sent_back_is_not_passed() -> None:
    """An application that was sent back has neither passed the board nor its own gate."""
    made = road(*FORWARD, ("framat", "ansokan", "styrelsebeslut", "komplettera"))
    assert list(passed(made.case, made.process)) == ROAD[:3]


def test_refused_is_not_passed() -> None:
    """A refused application has left without passing the gate; those before still hold."""
    made = road(*FORWARD, ("framat", "avslutad", "styrelsebeslut", "avsla"))
    assert list(passed(made.case, made.process)) == ROAD[:-1]


def test_back_and_reopened() -> None:
    """Going back takes later passages away; closing and reopening keeps the earlier ones."""
    made = road(*FORWARD, ("tillbaka", "forankras", "styrelsebeslut", None))
    assert list(passed(made.case, made.process)) == ["vacks"]
    made.step("stang", "vilande", "forankras")
    assert phase_before_end(made.case, made.process) == "forankras"
    assert list(passed(made.case, made.process)) == ["vacks"]
    made.step("ateroppna", "forankras", "vilande")
    assert list(passed(made.case, made.process)) == ["vacks"]


def test_events_of_another_process_are_not_passages() -> None:
    """An event from a phase that the process does not have passes no gate of it."""
    made = road(("framat", "forankras", "okand", "vidare"), ("framat", "okand", "forankras", "x"))
    assert "vacks" not in passed(made.case, made.process)
    assert phase_before_end(made.case, made.process) == "forankras"


def test_repeated_phase_that_stays_is_no_passage() -> None:
    """A report that is sent back to its own phase has not passed its gate."""
    made = road(*FORWARD, ("framat", "styrelsebeslut", "styrelsebeslut", "borta"))
    assert "styrelsebeslut" not in passed(made.case, made.process)


def test_visited() -> None:
    """Every phase is listed once, in the order of the first visit."""
    assert visited(example_world("2020").case) == [
        "vacks",
        "forankras",
        "utvecklas",
        "styrelsedialog",
        "ansokan",
        "styrelsebeslut",
    ]


def test_never_in_a_phase() -> None:
    """A case that was never in a phase of the process cannot be reopened in one."""
    made = road()
    assert phase_before_end(made.case, made.process) is None
    assert list(passed(made.case, made.process)) == []


def test_whole_road_of_an_example() -> None:
    """An insats that went all the way has passed every gate, the early dialogue too."""
    made = example_world("2006")
    assert list(passed(made.case, made.process)) == [fas.id for fas in made.process.faser]
