"""A personal number never enters git through the tool, and is never shown by it."""

import re
import tempfile
from pathlib import Path

import pytest

from samverkan_cli.reporters import gates

from .box import OPEN, SHUT, Box
from .conftest import Run

NUMBERS = {
    "twelve digits": "19121212-1212",
    "PII-02 ten digits": "121212-1212",
    "coordination number": "701063-2391",
    "parts and wide signs": "１９12 12 12 – 1212",
    "PII-09 a token": "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "PII-10 a private key": "-----BEGIN OPENSSH PRIVATE KEY-----",
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


SHOWN = {
    "show": ["show", OPEN, "behovsanalys"],
    "show json": ["show", OPEN, "behovsanalys", "-f", "json"],
    "diff": ["diff", OPEN],
    "diff json": ["diff", OPEN, "-f", "json"],
    "diff csv": ["diff", OPEN, "-f", "csv"],
    "diff md": ["diff", OPEN, "-f", "md"],
    "diff html": ["diff", OPEN, "-f", "html"],
    "log": ["log", OPEN],
    "log json": ["log", OPEN, "-f", "json"],
    "list": ["list"],
    "list json": ["list", "-f", "json"],
    "status": ["status", OPEN],
    "status json": ["status", OPEN, "-f", "json"],
    "check": ["check", OPEN],
    "check json": ["check", OPEN, "-f", "json"],
    "render": ["render", OPEN, "behovsanalys", "--format", "html"],
    "render md": ["render", OPEN, "behovsanalys", "--format", "md"],
    "fmt": ["fmt", OPEN, "--dry-run"],
    "save": ["save", OPEN, "--dry-run"],
    "not a date": ["answer", OPEN, "F1-9", "ja", "--datum", "850709-9805"],
    "not a case": ["status", "850709-9805"],
    "not a command": ["850709-9805"],
    "not an option": ["check", "--850709-9805"],
    "not a file": ["check", "-o", "/finns/inte/850709-9805"],
    "too much": ["log", OPEN, "850709-9805"],
    "not a folder": ["check", "-C", "850709-9805"],
    "unknown id": ["explain", "850709-9805"],
}


@pytest.fixture(scope="module")
def exposed(examples_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Box:
    """A repository with a number in a text, in the name of a case and in what git holds."""
    from .box import copied

    box = copied(examples_template, tmp_path_factory.mktemp("rojt") / "exempel")
    box.edit(f"insatser/{OPEN}/insats.yaml", "namn: Lumena", "namn: Lumena 850709-9805")
    box.commit("Rättat för 19850709-9805")
    text = "metod: >-\n  Åsa 850709–\n  9805 och 8507099805\ndatum:   2026-01-02\n"
    box.write(f"insatser/{OPEN}/behovsanalys.yaml", text)
    return box


@pytest.mark.parametrize("name", SHOWN)
def test_never_shown(exposed: Box, run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whatever is asked, in whatever form, the number is not in the answer, nor in an error."""
    monkeypatch.chdir(exposed.root)
    done = run(*SHOWN[name])
    assert done.code in {0, 1, 2}
    assert "9805" not in done.out + done.err
    assert done.out + done.err


def test_a_crash_tells_nothing_of_the_text(
    exposed: Box, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A bug whose own words quote a document leaves a log without them, and a line without them."""
    monkeypatch.chdir(exposed.root)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    secret = (exposed.root / f"insatser/{OPEN}/behovsanalys.yaml").read_text(encoding="utf-8")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(secret)

    monkeypatch.setattr(gates, "show", broken)
    done = run("status", OPEN)
    assert done.code == 3
    (log,) = tmp_path.glob("samverkan-fel-*.txt")
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError" in written
    assert "kommando: status\n" in written
    assert "test_personal_numbers.py" in written
    for word in re.findall(r"\w+", secret):
        if word not in {"och", "metod", "datum"}:
            assert word not in (done.out + done.err).replace(str(log), ""), word
            assert word not in written.split("kommando")[1] or word.isascii(), word
    assert "Åsa" not in written
    assert "9805" not in written
    assert OPEN not in written


MARK = re.compile(r"- (\{fil: \S+, .*?avtryck: '[0-9a-f]{4}'), skal")


def _exempted(box: Box, said: str, reason: str) -> None:
    """Paste the row that the remark shows into samverkan.yaml, with a reason."""
    found = MARK.search(said)
    assert found, said
    file = box.root / "samverkan.yaml"
    row = f"\nundantag_personuppgifter:\n  - {found[1]}{reason}}}\n"
    file.write_text(file.read_text(encoding="utf-8") + row, encoding="utf-8")
    box.git("add", "samverkan.yaml")
    box.git("commit", "-q", "--no-verify", "-m", "Undantag")


REASON = ", skal: Ett diarienummer, beslutad_av: Karin Ek, datum: 2026-11-23"


def test_a_reasoned_exemption(examples: Box, run: Run) -> None:
    """The row that the remark shows lets one text through, in check and when writing."""
    path = f"insatser/{OPEN}/behovsanalys.yaml"
    examples.edit(path, "metod:", "metod: Dnr 850709-9805. #")
    done = run("check", OPEN)
    assert done.code == 1
    _exempted(examples, done.out, REASON)
    assert run("check").code == 0
    assert "850709-9805" in run("show", OPEN, "behovsanalys").out
    assert "850709-9805" in run("save", OPEN, "--dry-run").out
    assert run("save", OPEN).code == 0
    assert "850709-9805" in run("diff", OPEN, "HEAD~1..HEAD").out
    assert run("check", "--staged").code == 0
    examples.edit(path, "Dnr 850709-9805", "Dnr 700101-2392")
    assert run("save", OPEN).code == 0  # no valid number, and no longer what was exempted
    done = run("check")
    assert done.code == 0
    assert "PER103 varning: Undantaget passar inte längre på något" in done.out


def test_an_exemption_for_what_is_typed(examples: Box, run: Run) -> None:
    """An answer on the command line is exempted as the field of the file that it becomes."""
    words = ["answer", OPEN, "F1-9", "ja", "--motivering", "Se dnr 850709-9805."]
    done = run(*words)
    assert done.code == 2
    _exempted(examples, done.err, REASON)
    assert run(*words).code == 0
    assert run("check", OPEN).code == 0


def test_an_exemption_without_reason(examples: Box, run: Run) -> None:
    """A row that does not say why lets nothing through, and is remarked on."""
    examples.edit(f"insatser/{OPEN}/behovsanalys.yaml", "metod:", "metod: Dnr 850709-9805. #")
    _exempted(examples, run("check", OPEN).out, "")
    done = run("check")
    assert done.code == 1
    assert "PER101" in done.out
    assert "PER103 varning: Undantaget gäller inte" in done.out


def test_outside_the_cases(small: Box, run: Run) -> None:
    """The förbund's own files and their names are searched by check as well."""
    small.write("README.md", "Ring 850709-9805.\n")
    small.write("kataloger/listor/850709-9805.yaml", "katalog: egen\nnamn: x\nprovenans: hus\n")
    small.write("templates/utskrift/x.html.j2", "850709-9805\n")
    small.write("processer/egen.yaml", "# 850709-9805\n")
    done = run("check", "-f", "json")
    assert done.code == 1
    assert done.out.count('"PER101"') == 4
    assert "9805" not in done.out


def test_warnings_stop_nothing(examples: Box, run: Run) -> None:
    """An address in a field about participants is told of, by check only, and stops nothing."""
    examples.edit(f"insatser/{OPEN}/ansokan.yaml", "Källan säger", "Mejla a@b.se. Källan säger")
    done = run("check", OPEN)
    assert "PER201 varning" in done.out
    assert "a@b.se" not in done.out
    assert run("save", OPEN).code == 0
