"""A document that is wrong is told where, what and how to mend it; nothing writes past it."""

import json

import pytest

from .box import OPEN, Box
from .conftest import Run

FILE = f"insatser/{OPEN}/ansokan.yaml"
UNREADABLE = {
    "not yaml": (b"titel: [1, 2\n", "stängs aldrig"),
    "tab indent": (b"problem:\n\tindivid: x\n", "tabb"),
    "Latin-1": ("syfte: åäö\n".encode("latin-1"), "UTF-8"),
    "raw escape": (b"syfte: \x1b[31mx\n", "U+001B"),
    "merge conflict": (b"<<<<<<< HEAD\nsyfte: 2\n=======\nsyfte: 3\n>>>>>>> g\n", "sammanslagning"),
    "empty": (b"", "inget innehåll"),
    "list as root": (b"- a\n", "lista"),
}
"""Some of each kind: every row of the hostile documents stands in tests/hostile."""

MODEL = {
    "key with å": ("målgrupp: x", "målgrupp"),
    "number for text": ("syfte: 5", "citattecken"),
    "text for list": ("effektmal: x", "lista"),
    "negative amount": ("sokt_belopp: [{budgetar: 2027, belopp: -5}]", "minst 0"),
    "decimals in an amount": ("sokt_belopp: [{budgetar: 2027, belopp: 5.5}]", "heltal"),
}


def _say(run: Run, *words: str) -> str:
    done = run(*words)
    assert done.code == 1, done
    assert "Traceback" not in done.out + done.err
    assert (done.out + done.err).replace("\n", "").isprintable()
    return done.out + done.err


@pytest.mark.parametrize("name", UNREADABLE)
def test_text_that_cannot_be_read(examples: Box, run: Run, name: str) -> None:
    """Check names file, line and fault; saving and moving refuse, and nothing enters git."""
    raw, word = UNREADABLE[name]
    examples.write(FILE, raw)
    before = examples.state()
    said = _say(run, "check", OPEN)
    assert f"{FILE}:" in said
    assert "→" in said
    assert word.lower() in said.lower()
    for words in (["save", OPEN], ["advance", OPEN, "--yes"], ["answer", OPEN, "F1-9", "ja", "-y"]):
        assert FILE in _say(run, *words)
    assert examples.state() == before


@pytest.mark.parametrize("name", MODEL)
def test_values_that_do_not_fit(examples: Box, run: Run, name: str) -> None:
    """A value of the wrong kind is an error at its line, with the key and a way to mend it."""
    line, word = MODEL[name]
    examples.write(FILE, f"# utkast\n{line}\n")
    before = examples.state()
    done = run("check", OPEN, "--format", "json")
    assert done.code == 1
    found = [each for each in json.loads(done.out)["diagnostics"] if each["file"] == FILE]
    errors = [each for each in found if each["severity"] == "error" and each["line"] == 2]
    assert errors, found
    assert any(word in f"{each['message']} {each['hint']}" for each in errors), errors
    assert all(each["hint"] for each in errors)
    assert examples.state() == before


def test_drafts_may_be_incomplete(small: Box, run: Run) -> None:
    """A document begun but not filled in is saved; check has warnings at most."""
    path = "insatser/2026-001-egen-ide/idebeskrivning.yaml"
    small.edit(path, "\nproblem:\n", "\nproblem: Ingen håller ihop planen.\n")
    assert run("save", "2026", "-m", "Början till en idé").code == 0
    assert small.changed() == [path]
    assert small.git("log", "-1", "--format=%s").strip().endswith(": Början till en idé")
    assert run("check").code == 0


def test_broken_root_file(small: Box, run: Run) -> None:
    """A förbund file that cannot be read is named; commands that need it say so."""
    small.write("samverkan.yaml", "forbund: [\n")
    assert "samverkan.yaml:" in _say(run, "check")
    for words in (["new", "X", "--part", "fk"], ["advance", "2026", "--yes"]):
        done = run(*words)
        assert (done.code, done.out) == (2, "")
        assert "samverkan.yaml går inte att läsa" in done.err
        assert "samverkan check" in done.err


def test_own_rule_book_that_is_broken(small: Box, run: Run) -> None:
    """A rule book of the förbund's own that cannot be read stops writing, with its file named."""
    small.write("processer/egen.yaml", "process: [\n")
    assert "processer/egen.yaml" in _say(run, "check")
    assert "processer/egen.yaml" in _say(run, "process", "check")
    done = run("advance", "2026")
    assert (done.code, done.out) == (2, "")
    assert "Regelboken går inte att läsa" in done.err
    assert "samverkan process check" in done.err


def test_case_without_header(examples: Box, run: Run) -> None:
    """A case whose header is gone is told by every command, with the way back."""
    examples.case("insats.yaml", OPEN).unlink()
    assert "insats.yaml saknas" in _say(run, "check", OPEN)
    for words in (["status", OPEN], ["advance", OPEN, "--dry-run"], ["show", OPEN], ["log", OPEN]):
        done = run(*words)
        assert (done.code, done.out) == (2, "")
        assert "saknas eller går inte att läsa" in done.err


def test_show_a_broken_document(examples: Box, run: Run) -> None:
    """A document that cannot be read is shown with what is wrong with it."""
    examples.write(FILE, "syfte: [\n")
    said = run("show", OPEN, "ansokan").out
    assert "går inte att läsa som den är" in said
    assert f"{FILE}:1" in said
    assert run("render", OPEN, "ansokan").code == 2


def test_edited_event(examples: Box, run: Run) -> None:
    """An event that was edited by hand cannot be saved; the hint restores it."""
    path = f"insatser/{OPEN}/handelser/0007.yaml"
    examples.edit(path, "till: genomforande", "till: redovisning")
    said = _say(run, "save", OPEN)
    assert "ändras aldrig för hand" in said
    assert f"git restore {path}" in said


def test_stray_file(examples: Box, run: Run) -> None:
    """A file that is no document cannot be saved with the case, and check points at it."""
    examples.write(f"insatser/{OPEN}/anteckning.txt", "hej\n")
    done = run("save", OPEN)
    assert done.code == 2
    assert "anteckning.txt" in done.err
    assert "anteckning.txt" in run("check", OPEN).out
