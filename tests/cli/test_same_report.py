"""One report: status, check, a dry run and a refused advance say the same about a gate."""

import json
import re

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run

CASES = [OPEN, SHUT, "2020-001-iris", "2012-001-indikatorprojektet"]


def _steps(said: str) -> list[str]:
    """List the numbered points, each with its number."""
    return re.findall(r"^ +(\d+\. .*)$", said, re.MULTILINE)


@pytest.mark.parametrize("case_id", CASES)
@pytest.mark.usefixtures("examples")
def test_one_report(run: Run, case_id: str) -> None:
    """The same open points, in the same order, whichever command is asked."""
    status = run("status", case_id)
    advance = run("advance", case_id)
    dry = run("advance", case_id, "--dry-run")
    check = run("check", case_id)
    assert (status.code, advance.code, dry.code) == (0, 1, 1)
    assert advance.out.strip() == status.out.strip()
    assert dry == advance
    assert status.out.strip() in check.out
    assert _steps(status.out)
    assert "är stängd" in advance.err


@pytest.mark.parametrize("case_id", CASES)
@pytest.mark.usefixtures("examples")
def test_json_agrees_with_text(run: Run, case_id: str) -> None:
    """JSON lists the same remaining requirements, what stops first, in the order of the text."""
    grind = json.loads(run("status", case_id, "-f", "json").out)["grind"]
    by_id = {each["id"]: each for each in grind["verdicts"]}
    remaining = [by_id[each] for each in grind["remaining"]]
    stops = [each for each in remaining if each["weight"] == "krav"]
    assert remaining[: len(stops)] == stops
    assert not grind["open"]
    said = run("status", case_id).out
    places = [said.index(each["title"][:40]) for each in remaining]
    assert places == sorted(places)
    assert len(_steps(said)) == len(stops)
    checked = json.loads(run("check", case_id, "-f", "json").out)
    assert checked["status"][0]["grind"] == grind


@pytest.mark.usefixtures("examples")
def test_table_names_the_first_point(run: Run) -> None:
    """The table of all cases shows how much is left, and what comes first."""
    said = run("status").out
    assert re.search(rf"{OPEN} .* 1 kvar +F1-9 ", said)
    assert re.search(r"2006-001-gemensamt-vagledningsteam +Avslutad +–", said)
    assert run("answer", OPEN, "F1-9", "ja").code == 0
    assert re.search(rf"{OPEN} .* öppen", run("status").out)


def test_closed_gate_changes_nothing(examples: Box, run: Run) -> None:
    """A refused advance leaves tree, index and refs as they were."""
    before = examples.state()
    assert run("advance", SHUT).code == 1
    assert examples.state() == before


@pytest.mark.usefixtures("examples")
def test_commands_in_the_report_are_commands(run: Run) -> None:
    """Every command that the report proposes is one that exists and can be parsed."""
    from samverkan_cli.cli.verbs import BY_NAME

    for case_id in CASES:
        for verb in re.findall(r"samverkan (\w+)", run("status", case_id).out):
            assert verb in BY_NAME


@pytest.mark.usefixtures("examples")
def test_checklist_shows_the_same_items(run: Run) -> None:
    """The checklist has the phase's items, answered or not, and the command that answers."""
    said = run("checklist", SHUT).out
    assert re.search(r"^F1-3  ✗ brister  \(krav, ", said, re.MULTILINE)
    assert re.search(r"^D3-3  ✓ klar", said, re.MULTILINE)
    assert f"samverkan answer {SHUT} F1-3 ja" in said
    body = json.loads(run("checklist", SHUT, "-f", "json").out)
    shown = re.findall(r"^([A-Z]+\d?-\d+)  ", said, re.MULTILINE)
    assert [each["id"] for each in body["punkter"]] == shown


@pytest.mark.usefixtures("examples")
def test_checklist_of_a_closed_case(run: Run) -> None:
    """A closed case has no items, and says so."""
    assert "inga frågor" in run("checklist", "2006").out
