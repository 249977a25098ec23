"""The phase graph: whatever the organs decide, a case ends in a known state."""

from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli import gate
from samverkan_cli.rulebook.consistency import reachable
from tests.support import CASE_ID, World, built_in, case_of, context, header, raw

PROCESS = built_in().process("finsam-10")
STATES = {fas.id for fas in PROCESS.faser} | {each.id for each in PROCESS.sluttillstand}


def test_every_phase_is_reachable() -> None:
    """Every phase can be come to from the first, and the end from every phase."""
    assert reachable(PROCESS, PROCESS.faser[0].id) >= {fas.id for fas in PROCESS.faser}
    for fas in PROCESS.faser:
        assert "avslutad" in reachable(PROCESS, fas.id)


@settings(deadline=None)
@given(choices=st.lists(st.integers(0, 9), max_size=60), extensive=st.sampled_from([None, True]))
def test_any_walk_stays_on_the_map(choices: list[int], extensive: bool | None) -> None:
    """Following any legal outcomes from the first phase leads only to known states."""
    case = case_of({"insats.yaml": header(omfattande=extensive)})
    state = PROCESS.faser[0].id
    for choice in choices:
        fas = PROCESS.phase(state)
        if fas is None:
            assert PROCESS.is_end(state)
            break
        outcome = fas.grind.utfall[choice % len(fas.grind.utfall)]
        state = gate.resolve(case, PROCESS, outcome.till)
        assert state in STATES
        assert state != "styrelsedialog" or extensive


@settings(deadline=None, max_examples=25)
@given(choices=st.lists(st.integers(0, 9), max_size=12))
def test_any_walk_leaves_a_whole_trail(choices: list[int]) -> None:
    """Every step of a walk leaves one event, and the last says where the case stands."""
    made = World({"insats.yaml": raw(header())}, CASE_ID, context())
    made.step("skapa", PROCESS.faser[0].id, None)
    steps = 1
    for choice in choices:
        state = made.case.fas
        fas = PROCESS.phase(state or "")
        if fas is None:
            break
        outcome = fas.grind.utfall[choice % len(fas.grind.utfall)]
        target = gate.resolve(made.case, PROCESS, outcome.till)
        made.step("framat", target, fas.id, outcome.id)
        steps += 1
        assert made.case.fas == target
    assert [event.nr for _, event in made.case.handelser] == list(range(1, steps + 1))
