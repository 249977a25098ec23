"""The moves of a case outside the ordinary course, and what each leaves behind."""

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run

IRIS = "2020-001-iris"
DONE = "2006-001-gemensamt-vagledningsteam"
BECAUSE = ("--motivering", "Parterna vill det (exempeldata).")
MOVES = {
    "back": (["back", SHUT, "--to", "utvecklas", *BECAUSE], "tillbaka", "ansokan", "utvecklas"),
    "close": (["close", IRIS, *BECAUSE], "stang", "ansokan", "avslutad"),
    "rest": (["close", IRIS, "--to", "vilande", *BECAUSE], "stang", "ansokan", "vilande"),
    "reopen": (["reopen", DONE, *BECAUSE], "ateroppna", "avslutad", "implementering"),
}


@pytest.mark.parametrize("name", MOVES)
def test_move(examples: Box, run: Run, name: str) -> None:
    """Each move is one commit in one case, with event, reason and trailers, and a clean tree."""
    words, slag, fran, till = MOVES[name]
    before = examples.count()
    done = run(*words)
    assert (done.code, done.err) == (0, "")
    assert examples.count() == before + 1
    assert examples.status() == ""
    changed = examples.changed()
    assert all(path.startswith(f"insatser/{words[1]}/") for path in changed)
    event = [path for path in changed if "/handelser/" in path]
    assert len(event) == 1
    text = (examples.root / event[0]).read_text(encoding="utf-8")
    assert f"slag: {slag}" in text
    assert BECAUSE[1] in text
    found = examples.trailers()
    assert (found["Insats"], found["Fas-fran"], found["Fas-till"]) == (words[1], fran, till)
    assert BECAUSE[1] in examples.git("log", "-1", "--format=%b")
    assert run("check", words[1]).code == 0
    assert BECAUSE[1] in run("log", words[1]).out


@pytest.mark.usefixtures("examples")
def test_close_and_reopen_come_back(run: Run) -> None:
    """A case that rested stands in the phase where it was closed."""
    before = run("status", IRIS)
    assert run("close", IRIS, "--to", "vilande", *BECAUSE).code == 0
    shut = run("advance", IRIS)
    assert shut.code == 1
    assert f"samverkan reopen {IRIS}" in shut.err
    assert "vilande" in run("status", IRIS).out
    assert run("reopen", IRIS, *BECAUSE).code == 0
    assert run("status", IRIS) == before


def test_open_gate_lets_through(examples: Box, run: Run) -> None:
    """One answer opens the gate, status says so, and advance goes through."""
    assert run("answer", OPEN, "F1-9", "ja", "--motivering", "Enligt plan.").code == 0
    assert examples.trailers() == {"Insats": OPEN, "Punkt": "F1-9", "Svar": "ja"}
    status = run("status", OPEN).out
    assert "Öppen" in status
    assert f"samverkan advance {OPEN}" in status
    assert run("advance", OPEN).code == 0
    assert examples.trailers()["Fas-till"] == "redovisning"


@pytest.mark.usefixtures("examples")
def test_waiver_passes_an_item_by(run: Run) -> None:
    """A recorded decision may pass an item by; the gate then opens, and the waiver is shown."""
    waiver = ("--undantag", "F1-9: Förutsättningarna prövas i slutrapporten.")
    words = ["decide", OPEN, "undantag", "--organ", "styrelse", "--paragraf", "§ 3", *waiver]
    assert run(*words).code == 0
    said = run("status", OPEN).out
    assert "Öppen" in said
    assert "Undantag: F1-9" in said
    assert run("advance", OPEN).code == 0
    assert run("check", OPEN).code == 0


def test_add_a_document(examples: Box, run: Run) -> None:
    """A document of a kind that may be many gets a name, its schema, and a commit of its own."""
    done = run("add", OPEN, "lagesrapport", "--namn", "2024 H2")
    assert done.code == 0
    path = f"insatser/{OPEN}/lagesrapporter/2024-h2.yaml"
    assert examples.changed() == [path]
    assert path in done.out
    assert f"samverkan save {OPEN}" in done.out
    assert (examples.root / path).read_text(encoding="utf-8").startswith("# yaml-language-server")


REFUSED = {
    "back to the future": (["back", OPEN, "--to", "redovisning", *BECAUSE], 1, "Möjliga faser"),
    "back without reason": (["back", OPEN, "--to", "vacks", "--motivering", " "], 2, "skälet"),
    "close while running": (["close", OPEN, *BECAUSE], 1, "slutrapport"),
    "close to a phase": (["close", SHUT, "--to", "vacks", *BECAUSE], 2, "avslutad, vilande"),
    "reopen an open one": (["reopen", SHUT, *BECAUSE], 1, f"samverkan status {SHUT}"),
    "advance a closed one": (["advance", DONE], 1, f"samverkan reopen {DONE}"),
    "day that is none": (["advance", SHUT, "--datum", "2026-02-30"], 2, "ÅÅÅÅ-MM-DD"),
    "decision not asked for": (["decide", OPEN, "bevilja", "--organ", "styrelse"], 1, "advance"),
    "waiver of nothing": (["decide", OPEN, "undantag", "--organ", "styrelse"], 2, "PUNKT: SKÄL"),
    "organ that may not": (
        ["decide", OPEN, "undantag", "--organ", "kansli", "--undantag", "F1-9: x"],
        2,
        "styrelse",
    ),
    "unknown item": (["answer", OPEN, "F1-99", "ja"], 2, "Menade du F1-9?"),
    "unknown answer": (["answer", OPEN, "F1-9", "kanske"], 2, "ja, nej, delvis"),
    "not relevant, no reason": (["answer", OPEN, "F1-9", "ej_aktuellt"], 2, "--motivering"),
    "unknown part": (
        ["sign", OPEN, "ansokan", "--part", "regio", "--namn", "A B", "--roll", "Chef"],
        2,
        "Menade du region?",
    ),
    "document with å": (
        ["sign", OPEN, "ansökan", "--part", "af", "--namn", "A B", "--roll", "Chef"],
        2,
        "Menade du ansokan?",
    ),
    "unknown way": (
        ["sign", OPEN, "ansokan", "--part", "af", "--namn", "A", "--roll", "B", "--satt", "sms"],
        2,
        "papper, e-signatur",
    ),
    "nothing to save": (["save", OPEN], 2, f"samverkan status {OPEN}"),
    "add without name": (["add", OPEN, "lagesrapport"], 2, "--namn"),
    "add twice": (["add", OPEN, "ansokan"], 2, f"samverkan show {OPEN} ansokan"),
    "add the header": (["add", OPEN, "insats"], 2, "insatsplan"),
    "no parts": (["new", "X"], 2, "Parter: fk, af"),
    "part misspelt": (["new", "X", "--part", "kommun-noorby"], 2, "Menade du kommun-norrby?"),
    "unknown process": (["new", "X", "--part", "fk", "--process", "finsam"], 2, "finsam-10"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(examples: Box, run: Run, name: str) -> None:
    """What the process or the case does not allow is told with what to do, and changes nothing."""
    words, code, hint = REFUSED[name]
    before = examples.state()
    done = run(*words)
    assert (done.code, done.out) == (code, "")
    assert len(done.err.splitlines()) == 2
    assert hint in done.err
    assert examples.state() == before
