"""The gate report in words and in JSON: every kind of gate and outcome."""

import io
from dataclasses import replace

import pytest

from samverkan_cli.desk import Desk
from samverkan_cli.gate import GateReport, judge
from samverkan_cli.reporters import gates, json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.verdict import Kind, Outcome, Verdict, Weight
from tests.cli.box import EXAMPLES, OPEN

DESK = Desk(EXAMPLES)


@pytest.fixture
def report() -> GateReport:
    """Give the report of a case whose gate waits for one item."""
    return judge(DESK.open(OPEN), DESK.rulebook, DESK.samverkan)


def _said(report: GateReport) -> str:
    file = io.StringIO()
    gates.show(Page.open("never", file=file), report, DESK.rulebook)
    return file.getvalue()


def _verdict(subject: str, outcome: Outcome, kind: Kind = Kind.ITEM) -> Verdict:
    weight = Weight.SHOULD if subject.startswith("B") else Weight.MUST
    return Verdict(subject, kind, f"Krav {subject}", outcome, weight, (), "gör så", "därför")


def test_open_gate(report: GateReport) -> None:
    """An open gate says where it leads and the command that goes there."""
    opened = replace(report, verdicts=(_verdict("X-1", Outcome.MET),))
    said = _said(opened)
    assert "Öppen (" in said
    assert "Nästa: " in said
    assert f"  samverkan advance {OPEN}" in said
    assert "Klart: 1 av 1." in said
    assert json_v1.gate_report(opened)["open"] is True


def test_what_stops_comes_first(report: GateReport) -> None:
    """What stops is numbered; what only ought to be done has a dash; each has its command."""
    verdicts = (
        _verdict("B-1", Outcome.UNMET),
        _verdict("X-1", Outcome.UNTRIED),
        _verdict("ansokan", Outcome.UNMET, Kind.DOCUMENT),
        _verdict("X-2", Outcome.WAIVED),
    )
    shut = replace(report, verdicts=verdicts)
    said = _said(shut)
    assert "Stängd: 2 punkter återstår." in said
    assert " 1. X-1 Krav X-1\n    därför\n    gör så\n" in said
    assert " 2. Krav ansokan\n" in said
    assert " – B-1 Krav B-1" in said
    assert " Undantag: X-2 därför" in said
    assert "Klart: 1 av 4." in said
    assert json_v1.gate_report(shut)["remaining"] == ["X-1", "ansokan", "B-1"]


def test_advisory_gate(report: GateReport) -> None:
    """A gate that only advises says so, and lets through whatever is open."""
    assert report.fas is not None
    advice = report.fas.model_copy(
        update={"grind": report.fas.grind.model_copy(update={"lage": "rad"})}
    )
    said = _said(replace(report, fas=advice))
    assert "Grinden är ett råd." in said
    assert json_v1.gate_report(replace(report, fas=advice))["advisory"] is True


def test_end_state(report: GateReport) -> None:
    """A case in an end state has no gate and no points."""
    ended = replace(report, state="avslutad", fas=None, verdicts=(), outcome=None, target=None)
    assert _said(ended).splitlines()[-1] == "Insatsen är avslutad."
    body = json_v1.status(ended)
    assert body["avslutad"] is True
    assert body["grind"]["remaining"] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_headlines(kind: Kind) -> None:
    """Rules and items are named by their id too; the rest by their title alone."""
    each = _verdict("X-1", Outcome.UNMET, kind)
    named = kind in {Kind.RULE, Kind.ITEM}
    assert gates.headline(each) == ("X-1 Krav X-1" if named else "Krav X-1")
