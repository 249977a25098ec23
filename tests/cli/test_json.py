"""JSON, version 1: what scripts and CI rely on."""

import json
from pathlib import Path
from typing import Any

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run

KINDS = {
    "list": ["list"],
    "status": ["status", SHUT],
    "status-list": ["status"],
    "show": ["show", SHUT],
    "check": ["check"],
    "checklist": ["checklist", SHUT],
    "log": ["log", SHUT],
    "process-list": ["process", "list"],
    "process": ["process", "show", "finsam-10"],
    "process-check": ["process", "check"],
    "explain": ["explain", "F1-9"],
}
DIAGNOSTIC = ["file", "line", "column", "rule", "severity", "message", "hint"]


def _body(run: Run, *words: str) -> Any:
    return json.loads(run(*words, "--format", "json").out)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("examples")
def test_head(run: Run, kind: str) -> None:
    """Every answer is one JSON value with version and kind first, and ends its line."""
    done = run(*KINDS[kind], "--format", "json", "--color", "always")
    assert (done.code, done.err) == (0, "")
    body = json.loads(done.out)
    assert list(body)[:2] == ["schema_version", "kind"]
    assert (body["schema_version"], body["kind"]) == (1, kind)
    assert done.out.endswith("}\n")
    assert "\x1b" not in done.out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("examples")
def test_output_file(run: Run, tmp_path: Path, kind: str) -> None:
    """-o puts the same words in a file and nothing on the screen, for JSON as for text."""
    for form in ("json", "text"):
        target = tmp_path / f"ut.{form}"
        done = run(*KINDS[kind], "-f", form, "-o", str(target))
        assert (done.code, done.out, done.err) == (0, "", "")
        assert target.read_text(encoding="utf-8") == run(*KINDS[kind], "-f", form).out


def test_output_that_cannot_be_written(examples: Box, run: Run) -> None:
    """A file that cannot be written is told in Swedish, exit 2."""
    for target in ("/finns/inte/ut.json", str(examples.root), "x\0y"):
        done = run("list", "-f", "json", "-o", target)
        assert (done.code, done.out) == (2, "")
        assert "gick inte att skriva" in done.err
        assert "Välj en annan fil" in done.err
        assert "such" not in done.err


@pytest.mark.usefixtures("examples")
def test_status_keys(run: Run) -> None:
    """Status has the keys of the contract, and a gate that says whether it is open."""
    body = _body(run, "status", OPEN)
    assert set(body) >= {"schema_version", "kind", "insats", "process", "fas", "grind"}
    assert (body["insats"], body["process"], body["fas"]) == (OPEN, "finsam-10", "genomforande")
    assert body["grind"]["open"] is False
    assert body["grind"]["remaining"][0] == "F1-9"
    assert set(body["grind"]["verdicts"][0]) == {
        *("id", "kind", "title", "outcome", "weight", "reason", "command", "diagnostics")
    }


@pytest.mark.usefixtures("examples")
def test_status_of_a_closed_case(run: Run) -> None:
    """Absent scalars are null and absent lists are empty."""
    body = _body(run, "status", "2006")
    assert body["avslutad"] is True
    assert body["grind"] == {
        **dict.fromkeys(("id", "namn", "organ", "utfall", "till")),
        "advisory": False,
        "open": False,
        "remaining": [],
        "verdicts": [],
    }


def test_diagnostics(examples: Box, run: Run) -> None:
    """A remark has exactly file, line, column, rule, severity, message and hint."""
    examples.write(f"insatser/{SHUT}/ansokan.yaml", "titel: Beslut: bifall\n")
    done = run("check", "--format", "json")
    assert done.code == 1
    body = json.loads(done.out)
    assert body["errors"] >= 1
    assert all(list(each) == DIAGNOSTIC for each in body["diagnostics"])
    first = next(each for each in body["diagnostics"] if each["rule"].startswith("YML"))
    assert first["file"] == f"insatser/{SHUT}/ansokan.yaml"
    assert (first["line"], first["severity"]) == (1, "error")
    verdicts = _body(run, "status", SHUT)["grind"]["verdicts"]
    remarks = [remark for each in verdicts for remark in each["diagnostics"]]
    assert remarks
    assert all(list(each) == DIAGNOSTIC for each in remarks)


@pytest.mark.usefixtures("examples")
def test_log_and_show(run: Run) -> None:
    """The log gives events and commits; a document gives its data and its path."""
    body = _body(run, "log", OPEN)
    assert [each["nr"] for each in body["handelser"]] == list(range(1, 8))
    assert list(body["incheckningar"][0]) == ["commit", "datum", "namn", "rubrik", "trailers"]
    shown = _body(run, "show", OPEN, "beslut/2023-10-04-styrelse")
    assert shown["fil"] == f"insatser/{OPEN}/beslut/2023-10-04-styrelse.yaml"
    assert shown["data"]["utfall"] == "bevilja"
    assert "ansokan" in _body(run, "show", OPEN)["handlingar"]


def test_status_of_all_goes_past_a_broken_case(examples: Box, run: Run) -> None:
    """A case that cannot be read is told on stderr, and the others are still there."""
    examples.case("insats.yaml", SHUT).write_text("namn: [\n", encoding="utf-8")
    done = run("status", "-f", "json")
    assert done.code == 0
    assert SHUT in done.err
    assert "samverkan check" in done.err
    listed = json.loads(run("list", "-f", "json").out)["insatser"]
    assert len(json.loads(done.out)["insatser"]) == len(listed) - 1
    broken = next(row for row in listed if row["namn"] == SHUT)
    assert broken["process"] is None
