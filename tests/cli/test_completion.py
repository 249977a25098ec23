"""What a shell offers after Tab: live, quick, silent, and in the real shells."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.completing.offers import FILES, lines
from samverkan_cli.resources import data
from samverkan_cli.yamldoc.glance import glance, plain_line

from .box import CASE, OPEN, Box
from .conftest import Command, Run
from .test_startup import _loaded

MORE = ["", "\n", "\n  mer\n", "\nnamn: två\n", "\nparter: []\n", "\n# slut\n"]

LIMIT = 0.15
"""Seconds for one answer."""

SCRIPTS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


def words(*line: str) -> list[str]:
    """Give the words that are offered for the last word of a line."""
    return [each.partition("\t")[0] for each in lines(list(line))]


OFFERED: dict[tuple[str, ...], list[str]] = {
    ("sta",): ["status"],
    ("process", "s"): ["show"],
    ("status", "2023"): [OPEN],
    ("-C", ".", "status", "2023"): [OPEN],
    ("back", OPEN, "--to", "u"): ["utvecklas", "uppstart"],
    ("back", OPEN, "--to", "genomf"): [],
    ("back", "2023", "--to=utv"): ["--to=utvecklas"],
    ("back", "2023", "--to", "=", "utv"): ["utvecklas"],
    ("answer", "2023", "F1-"): ["F1-9", "F1-7"],
    ("answer", "2023", "F1-9", ""): ["ja", "nej", "delvis", "ej_aktuellt"],
    ("decide", "2023", ""): ["redovisa", "undantag"],
    ("decide", "2023", "--organ", ""): ["styrgrupp"],
    ("sign", f"insatser/{OPEN}/", "ansokan", "--part", ""): [
        "af",
        "region",
        "kommun-norrby",
        "forbundet",
    ],
    ("new", "Namn", "--part", "kommun"): ["kommun-norrby", "kommun-soderby"],
    ("show", "2023", "lages"): ["lagesrapporter/2024-delar-1", "lagesrapporter/2024-delar-2"],
    ("add", "2023", "lagesr"): ["lagesrapport"],
    ("process", "graph", "m"): ["mus-8"],
    ("process", "show", "mus-8", "--block", "fa"): ["faser"],
    ("explain", "EKO10"): ["EKO101", "EKO102", "EKO103", "EKO104", "EKO105"],
    ("explain", "HIS110"): ["HIS110"],
    ("list", "--fas", "forank"): ["forankras"],
    ("list", "--for"): ["--format"],
    ("report", "ar", "-f", "c"): ["csv"],
    ("completion", "p"): ["powershell"],
    ("answer", "2023", "F1-9", "ja", "--motivering", ""): [],
    ("answer", "2", ""): [],
    ("nonsense", ""): [],
    ("status", "--", "2023"): [OPEN],
    ("demo", ""): [FILES],
}


@pytest.fixture
def there(examples_template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the example repository: completion only reads."""
    monkeypatch.chdir(examples_template)
    return examples_template


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("line", OFFERED, ids=" ".join)
def test_offered(line: tuple[str, ...]) -> None:
    """What stands in the repository is what is offered, by the place in the line."""
    found = words(*line)
    if line[:3] == ("answer", "2", ""):
        assert "F1-3" in found  # no one case is meant, so every item there is
    else:
        assert found == OFFERED[line]


def test_own_process_is_offered(small: Box) -> None:
    """Phases and items that the förbund has added are offered, and those it goes without not."""
    small.write(
        "processer/egen.yaml",
        "utokar: finsam-10\nfran_version: 1\nversion: 101\ngenomgaende: [EGEN-2]\n"
        "utan: {faser: [styrelsedialog]}\nfaser:\n"
        "  - {id: vacks, checklista: [EGEN-1]}\n  - {id: radgivning, efter: vacks, namn: Råd}\n",
    )
    assert words("list", "--fas", "rad") == ["radgivning"]
    assert words("list", "--fas", "styrelsed") == []
    assert words("answer", CASE, "EGEN") == ["EGEN-1", "EGEN-2"]
    small.write("kataloger/checklistor/egen.yaml", "punkter: [{id: EGEN-3, fraga: Är det så?}]\n")
    small.write("kataloger/regler/egen.yaml", "regler: [{id: EKO901, titel: Allt är klart}]\n")
    assert lines(["explain", "EGEN"]) == ["EGEN-3\tÄr det så?"]
    assert lines(["explain", "EKO9"]) == ["EKO901\tAllt är klart"]


def test_words_about_a_word_are_one_clean_line(small: Box) -> None:
    """A name in a file reaches the terminal without escapes, and without anybody's number."""
    head = small.case("insats.yaml")
    text = head.read_text(encoding="utf-8")
    for name, said in {'"a\\e[31m\\nb"': "a [31m b", "Om 19121212-1212": ""}.items():
        head.write_text(
            re.sub("(?m)^namn: .*$", f"namn: {name}".replace("\\", "\\\\"), text), encoding="utf-8"
        )
        assert lines(["status", ""]) == [f"{CASE}\t{said}"]


HOSTILE = {
    "insatser/2026-001-egen-ide/insats.yaml": [
        b"\xff\xfe",
        b"- 1\n",
        b"process: [\n",
        b"a: &a [*a]",
    ],
    "insatser/2026-001-egen-ide/handelser/0001.yaml": [b"", b"till: {a: 1}\n", b"\x00"],
    "processer/egen.yaml": [
        b"utokar: finsam-10\nfaser: 1\nutan: [1]\n",
        b"process: 3\nfaser: [1]\n",
    ],
    "kataloger/checklistor/egen.yaml": [b"punkter: {a: 1}\n", b"punkter: [1, {id: [1]}]\n"],
    "samverkan.yaml": [b"parter: 1\n", b"parter: [1, {id: 3}]\n", b"<<<<<<< HEAD\n"],
}


@pytest.mark.parametrize("path", HOSTILE)
def test_a_broken_repository_is_no_error(small: Box, run: Run, path: str) -> None:
    """Whatever a file holds, completion neither fails nor says anything beside its words."""
    for raw in HOSTILE[path]:
        small.write(path, raw)
        for line in OFFERED:
            mended = [CASE if word in {"2023", OPEN} else word for word in line]
            assert all("\x1b" not in each for each in lines(mended)), line
        done = run("__complete", "3", "answer", CASE, "")
        assert (done.code, done.err) == (0, "")


def test_names_that_a_shell_would_obey_are_not_offered(small: Box) -> None:
    """A folder named as a command is no case, and never reaches the line."""
    (small.root / "insatser" / "$(touch x)").mkdir()
    small.write(f"insatser/{CASE}/a;b.yaml", "a: 1\n")
    assert words("status", "") == [CASE]
    assert all(re.fullmatch("[a-z0-9/_-]+", each) for each in words("show", CASE, ""))


@pytest.mark.parametrize("args", [[], ["x"], ["-1"], ["999999999999"], ["2", "a", "b", "c"]])
def test_any_arguments(
    run: Run, args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hidden word takes anything, outside a repository too."""
    monkeypatch.chdir(tmp_path)
    done = run("__complete", *args)
    assert (done.code, done.err) == (0, "")


@pytest.mark.usefixtures("there")
def test_nothing_heavy_is_loaded() -> None:
    """Only the quick reader of YAML is loaded: no rule book, no models, no git."""
    line = ("answer", "2023", "")
    assert _loaded("__complete", "3", *line) == "0 ['ryaml']"
    assert _loaded("__complete", "1", "") == "0 []"
    assert _loaded("__complete", "2", "status", "") == "0 ['ryaml']"


def test_quick(examples: Box, installed: Command) -> None:
    """The slowest question is answered well before a person notices, with many cases too.

    The processor's own time is counted: other tests run beside this one.
    """
    for number in range(500):
        (examples.root / "insatser" / f"2031-{number:03}-prov").mkdir()
    times = []
    for _ in range(4):
        before = os.times()
        done = installed("__complete", "3", "answer", "2023", "")
        after = os.times()
        times.append(after.children_user + after.children_system)
        times[-1] -= before.children_user + before.children_system
        assert b"F1-9" in done.stdout
    assert min(times) < LIMIT, times


@pytest.mark.parametrize("shell", SCRIPTS)
def test_script(run: Run, shell: str) -> None:
    """The script of a shell is given as it stands."""
    text = data("komplettering", f"samverkan.{SCRIPTS[shell]}").read_text(encoding="utf-8")
    assert "samverkan __complete" in text
    assert run("completion", shell) == (0, text, "")


def test_unknown_shell(run: Run) -> None:
    """A shell without a script names the one that was meant."""
    done = run("completion", "bahs")
    assert (done.code, done.out) == (2, "")
    assert "Menade du bash?" in done.err


BASH = """
eval "$(samverkan completion bash)"
COMP_WORDS=({line})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
{function}
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
zmodload zsh/zpty
zpty sh 'zsh -f -i'
zpty -w sh "PS1='>'; autoload -Uz compinit; compinit -D -u; zstyle ':completion:*' verbose no"
zpty -w sh 'eval "$(samverkan completion zsh)"; echo RE""ADY'
zpty -r -m sh out '*READY*'
zpty -w -n sh $'samverkan back 2023-001-lumena --to forank\\t'
zpty -r -m sh out '*--to forankras*'
print -r -- "${(V)out}"
zpty -d sh
"""


def _in_shell(shell: str, script: str) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        [shell, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
        env={"PATH": path, "HOME": str(Path.cwd()), "TERM": "dumb", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("samverkan status 2023", [OPEN]),
        ("samverkan back 2023 --to ''", ["vacks", "forankras", "utvecklas", "ansokan"]),
        ("samverkan decide 2023 ''", ["redovisa", "undantag"]),
    ],
)
def test_real_bash(line: str, wanted: list[str]) -> None:
    """A real bash, with the script that it is given, offers the live words."""
    said = _in_shell("bash", BASH.format(line=line, function="_samverkan_komplettera"))
    assert said.splitlines()[: len(wanted)] == wanted


@pytest.mark.usefixtures("there")
def test_real_zsh() -> None:
    """A real zsh, at a real terminal, fills in the phase at Tab."""
    assert "--to forankras" in _in_shell("zsh", ZSH)


@pytest.mark.usefixtures("there")
def test_real_fish() -> None:
    """A real fish offers the live words, with what they mean."""
    ask = "complete -C 'samverkan back 2023-001-lumena --to fo'"
    said = _in_shell("fish", f"samverkan completion fish | source; {ask}")
    assert said == "forankras\tIdén diskuteras och förankras\n"


def test_every_kind_has_a_finder() -> None:
    """No command names a kind of word that nobody finds."""
    from samverkan_cli.completing.asked import table
    from samverkan_cli.completing.offers import FINDERS

    known = table()
    kinds = {kind for each in known["commands"].values() for kind in each["arguments"]}
    kinds |= {kind for each in known["commands"].values() for kind, _ in each["options"].values()}
    loose = {kind for kind in kinds if not kind.startswith("=")}
    assert loose <= {*FINDERS, "", "fil", "text", "ids", "slag"}


@given(
    words=st.text(alphabet="Aå1 -,.:#'\"&*[{\t\n/yesnull", max_size=14), more=st.sampled_from(MORE)
)
@settings(max_examples=300, deadline=None)
def test_a_plain_name_is_what_the_file_says(
    tmp_path_factory: pytest.TempPathFactory, words: str, more: str
) -> None:
    """A name that is seen on its line is the very text that the whole file has there."""
    path = tmp_path_factory.getbasetemp() / "insats.yaml"
    path.write_text(f"id: x\nnamn: {words}{more}", encoding="utf-8")
    seen = plain_line(str(path), "namn")
    assert seen in ("", glance(str(path)).get("namn"))


@pytest.mark.usefixtures("there")
def test_names_of_cases() -> None:
    """Every case is offered with the name in its header."""
    told = dict(each.split("\t") for each in lines(["status", ""]))
    for case_id, name in told.items():
        assert name == glance(f"insatser/{case_id}/insats.yaml")["namn"]
    assert len(told) == 10
