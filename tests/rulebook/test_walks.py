"""The phase graph: whatever the organs decide, a case ends in a known state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli import gate
from samverkan_cli.rulebook.consistency import reachable
from samverkan_cli.rulebook.process import Process
from tests.support import CASE_ID, World, built_in, case_of, context, header, raw

PROCESSES = [built_in().process(each) for each in sorted(built_in().processes)]
one_of_them = st.sampled_from(PROCESSES)
choices_made = st.lists(st.integers(0, 9), max_size=60)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.process)
def test_every_phase_is_reachable(process: Process) -> None:
    """Every phase can be come to from the first, and an end from every phase."""
    ends = {each.id for each in process.sluttillstand}
    assert reachable(process, process.faser[0].id) >= {fas.id for fas in process.faser}
    for fas in process.faser:
        assert ends & reachable(process, fas.id)


@settings(deadline=None)
@given(process=one_of_them, choices=choices_made, extensive=st.sampled_from([None, True]))
def test_any_walk_stays_on_the_map(
    process: Process, choices: list[int], extensive: bool | None
) -> None:
    """Following any legal outcomes from the first phase leads only to known states."""
    case = case_of({"insats.yaml": header(omfattande=extensive)})
    state = process.faser[0].id
    for choice in choices:
        fas = process.phase(state)
        if fas is None:
            assert process.is_end(state)
            break
        outcome = fas.grind.utfall[choice % len(fas.grind.utfall)]
        state = gate.resolve(case, process, outcome.till)
        assert process.phase(state) or process.is_end(state)
        assert state != "styrelsedialog" or extensive


@settings(deadline=None, max_examples=25)
@given(process=one_of_them, choices=st.lists(st.integers(0, 9), max_size=12))
def test_any_walk_leaves_a_whole_trail(process: Process, choices: list[int]) -> None:
    """Every step of a walk leaves one event, and the last says where the case stands."""
    made = World({"insats.yaml": raw(header(process=process.process))}, CASE_ID, context())
    made.step("skapa", process.faser[0].id, None)
    steps = 1
    for choice in choices:
        fas = process.phase(made.case.fas or "")
        if fas is None:
            break
        outcome = fas.grind.utfall[choice % len(fas.grind.utfall)]
        target = gate.resolve(made.case, process, outcome.till)
        made.step("framat", target, fas.id, outcome.id)
        steps += 1
        assert made.case.fas == target
    assert [event.nr for _, event in made.case.handelser] == list(range(1, steps + 1))


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.process)
def test_every_gate_judges_an_empty_case(process: Process) -> None:
    """A case with nothing but its header is judged in every phase, and told what to do."""
    for fas in process.faser:
        made = World({"insats.yaml": raw(header(process=process.process))}, CASE_ID, context())
        made.step("skapa", fas.id, None)
        report = made.report
        assert report.is_open is fas.grind.is_advisory
        assert all(each.command or each.diagnostics for each in report.remaining)
