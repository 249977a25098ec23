"""A personal number never enters git through the tool, and is never shown by it."""

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run

NUMBERS = {
    "twelve digits": "19121212-1212",
    "PII-02 ten digits": "121212-1212",
    "without hyphen": "191212121212",
    "coordination number": "701063-2391",
}
BECAUSE = "Den gäller {} i dag."


def _digits(number: str) -> str:
    return number[-4:]


@pytest.mark.parametrize("name", NUMBERS)
def test_in_a_document(examples: Box, run: Run, name: str) -> None:
    """Check fails, every writing command refuses, the number is not repeated, git gets nothing."""
    number = NUMBERS[name]
    path = f"insatser/{OPEN}/behovsanalys.yaml"
    target = examples.root / path
    target.write_bytes(target.read_bytes() + f"# {BECAUSE.format(number)}\n".encode())
    before, tip = examples.state(), examples.tip()
    commands = [
        ["check"],
        ["check", OPEN, "-f", "json"],
        ["save", OPEN],
        ["answer", OPEN, "F1-9", "ja", "--yes"],
        ["sign", OPEN, "ansokan", "--part", "af", "--namn", "A B", "--roll", "Chef", "--yes"],
        ["decide", OPEN, "undantag", "--organ", "styrelse", "--undantag", "F1-9: x", "--yes"],
        ["advance", OPEN, "--yes"],
        ["advance", OPEN, "--no-commit"],
        ["advance", OPEN, "--dry-run"],
    ]
    for words in commands:
        done = run(*words)
        assert done.code == 1, words
        assert path in done.out + done.err, words
        assert _digits(number) not in done.out + done.err, words
    assert examples.state() == before
    assert examples.tip() == tip
    assert number not in examples.git("log", "-p", "--all")


WAYS = {
    "answer": ["answer", OPEN, "F1-9", "ja", "--motivering", BECAUSE],
    "answer by": ["answer", OPEN, "F1-9", "ja", "--namn", BECAUSE],
    "sign": ["sign", OPEN, "ansokan", "--part", "af", "--namn", BECAUSE, "--roll", "Chef"],
    "decide": [
        *("decide", OPEN, "undantag", "--organ", "styrelse", "--paragraf", "§ 1"),
        *("--undantag", f"F1-9: {BECAUSE}"),
    ],
    "back": ["back", OPEN, "--to", "uppstart", "--motivering", BECAUSE],
    "close": ["close", SHUT, "--motivering", BECAUSE],
    "reopen": ["reopen", "2006", "--motivering", BECAUSE],
    "new": ["new", BECAUSE, "--part", "fk", "--part", "af"],
    "new id": ["new", "Namn", "--part", "fk", "--id", "insats-19121212-1212"],
    "add": ["add", OPEN, "lagesrapport", "--namn", BECAUSE],
    "init": ["init", "nytt", "--namn", BECAUSE],
}


@pytest.mark.parametrize("name", WAYS)
def test_on_the_command_line(examples: Box, run: Run, name: str) -> None:
    """A number given to a command is refused before anything is written, and not repeated."""
    before = examples.state()
    done = run(*(word.format("19121212-1212") for word in WAYS[name]))
    assert done.code in {1, 2}, done
    assert done.out == ""
    assert "ersonnummer" in done.err
    assert "1212" not in done.err
    assert examples.state() == before


def test_in_the_words_of_a_save(examples: Box, run: Run) -> None:
    """The commit message is as public as the documents: a number there is refused too."""
    examples.edit(f"insatser/{OPEN}/insats.yaml", "namn: Lumena", "namn: Lumena två")
    before = examples.state()
    done = run("save", OPEN, "-m", "Rättat för 19121212-1212")
    assert done.code in {1, 2}
    assert "ersonnummer" in done.err
    assert "1212" not in done.err
    assert examples.state() == before


def test_already_there_stops_the_gate(examples: Box, run: Run) -> None:
    """A number that came in by other ways stops every move until it is gone."""
    assert run("answer", OPEN, "F1-9", "ja").code == 0
    target = examples.case("behovsanalys.yaml", OPEN)
    target.write_bytes(target.read_bytes() + b"# 19121212-1212\n")
    examples.commit("Vid sidan av verktyget")
    before = examples.state()
    done = run("advance", OPEN)
    assert done.code == 1
    assert "ersonnummer" in done.out
    assert "1212" not in done.out + done.err
    assert examples.state() == before
