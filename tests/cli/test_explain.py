"""Every id can be explained."""

import json
import shlex
from pathlib import Path

import pytest

from .box import CASE, Box
from .conftest import Run

KNOWN = {
    "EKO101": ["Varför", "Källa", "Vikt", "Gäller sedan regelbok"],
    "eko101": ["Varför"],
    "F1-3": ["Vem svarar", "krav: stoppar grinden", "samverkan answer INSATS F1-3"],
    "F1-7": ["bör: visas men stoppar inte"],
    "EKO201": ["5 § lag 2003:1210", "läst i källa", "gäller från 2004-01-01", "https://"],
    "EKO203": ["varnar", "21 § lag 2003:1210", "inte bekräftad"],
    "LAG112": ["22 och 23 §§", "TID203, TID204, TID205", "manad_dag 11-30"],
    "YML101": ["Varför", "Så åtgärdas det"],
    "DOK101": ["Varför", "Så åtgärdas det"],
}


@pytest.mark.parametrize("wanted", KNOWN)
def test_known(run: Run, tmp_path: object, monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    """A rule, a row, an item and a fault of text are explained, outside a repository too."""
    monkeypatch.chdir(str(tmp_path))
    done = run("explain", wanted)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(wanted.upper())
    assert all(words in done.out for words in KNOWN[wanted])
    assert json.loads(run("explain", wanted, "-f", "json").out)["id"] == wanted.upper()


def test_every_remark_can_be_explained(examples: Box, run: Run) -> None:
    """Every rule id that check or status can show has an explanation."""
    examples.write("insatser/2026-001-en-ingang/ansokan.yaml", "okand: 1\nokand: 2\n")
    examples.write("insatser/2026-001-en-ingang/extra.yml", "a: 1\n")
    shown = json.loads(run("check", "-f", "json").out)["diagnostics"]
    status = json.loads(run("status", "2020", "-f", "json").out)["grind"]["verdicts"]
    shown += [remark for each in status for remark in each["diagnostics"]]
    for rule in {each["rule"] for each in shown}:
        assert run("explain", rule).code == 0, rule


def test_statement_of_a_source(run: Run, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a source asks is said in one line, with the source, the place and where it lives."""
    monkeypatch.chdir(str(tmp_path))
    done = run("explain", "s003-070")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("S003-070  Ansökan har en idéfas")
    for words in ("(SEED 003)", "bild 37", "  fas finsam-10/ansokan", "  handling ansokan"):
        assert words in done.out
    found = json.loads(run("explain", "S001-22", "-f", "json").out)
    assert (found["place"], found["kind"]) == ("steg 5", "dokument")
    assert "kommando samverkan render" in found["homes"]
    assert found["left_out"] is None


@pytest.mark.usefixtures("small")
def test_unknown_statement(run: Run) -> None:
    """An id that no source has names the one that was meant."""
    done = run("explain", "S003-71")
    assert (done.code, done.out) == (2, "")
    assert "Källorna har ingen uppgift ”S003-71”." in done.err
    assert "Menade du S003-071?" in done.err


UNKNOWN = {
    "EKO1O1": "Menade du EKO101?",
    "EKO999": "EKO101, ",
    "F1-99": "Menade du F1-9?",
    "zz": "Ett id börjar med något av",
    "\x1b[31m": "Ett id börjar med",
}


@pytest.mark.parametrize("wanted", UNKNOWN)
@pytest.mark.usefixtures("small")
def test_unknown(run: Run, wanted: str) -> None:
    """An unknown id names the nearest, or its family, or the families there are."""
    done = run("explain", wanted)
    assert (done.code, done.out) == (2, "")
    assert "Det finns ingen regel, punkt eller ord" in done.err
    assert UNKNOWN[wanted] in done.err
    assert "\x1b" not in done.err


def test_the_law_is_shown_row_by_row(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`process show lag` names paragraph, certainty, validity, rules and source of every row."""
    monkeypatch.chdir(tmp_path)
    done = run("process", "show", "lag")
    assert (done.code, done.err) == (0, "")
    assert "LAG102  5 § lag 2003:1210" in done.out
    assert "Värden: staten 50, regioner 25, kommuner 25, tolerans 1" in done.out
    assert "Säkerhet M: inte bekräftad, så den varnar bara; gäller från 2004-01-01." in done.out
    assert "Styr: EKO201, EKO202" in done.out
    rows = json.loads(run("process", "show", "lag", "-f", "json").out)["lag"]
    assert {row["id"] for row in rows} >= {"LAG101", "LAG116"}


def test_own_law_is_explained_beside_the_built_in(small: Box, run: Run) -> None:
    """A row that the förbund adds is read, explained and shown with its own day."""
    small.write(
        "kataloger/lag.yaml",
        'lag:\n  - {id: LAG901, lag: "2003:1210", paragraf: 5 §, text: Prov, sakerhet: M, '
        "giltig_fran: 2030-01-01, giltig_till: 2031-12-31, provenans: hus, regler: [EKO201]}\n",
    )
    assert "LAG901: 5 § lag 2003:1210; inte bekräftad" in run("explain", "EKO201").out
    said = " ".join(run("explain", "LAG901").out.split())
    assert "gäller från 2030-01-01 till och med 2031-12-31" in said


def test_the_answers_that_explain_shows(small: Box, run: Run) -> None:
    """What is shown as wrong of an item is refused by the command, and what is right is taken."""
    found = json.loads(run("explain", "F1-7", "-f", "json").out)
    before = small.state()
    for key, code in {"bad": 2, "good": 0}.items():
        words = shlex.split(found[key].replace("INSATS", CASE))[1:]
        assert run(*words, "--dry-run", "--yes").code == code
    assert small.state() == before


def test_an_example_is_shown_both_ways(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files stand as they are written, with the place, and what check says of it."""
    monkeypatch.chdir(tmp_path)
    said = run("explain", "TID101").out
    assert "# ansokan.yaml\nstart: 2026-01-01\nslut: 2026-01-01  # här\n" in said
    assert "  slut (2026-01-01) kommer inte efter start (2026-01-01).\n" in said
    assert "# ansokan.yaml\nstart: 2026-01-01\nslut: 2026-01-02\n" in said
    assert "  handelser/ har 0001.yaml och 0003.yaml.\n" in run("explain", "DOC120").out
