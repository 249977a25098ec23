"""Every command explains itself in Swedish, and says so when it is called wrongly."""

import re

import pytest

from samverkan_cli.cli.helptext import text
from samverkan_cli.cli.run import build
from samverkan_cli.cli.verbs import BY_NAME, GROUPS, VERBS

from .box import Box
from .conftest import Run

ENGLISH = re.compile(
    r"\b(usage|options?:|arguments?:|show this message|exit\.|default:?|required|missing|invalid"
    r"|no such|error:|commands?:|env var|try)\b",
    re.IGNORECASE,
)
NAMES = [verb.name for verb in VERBS]


@pytest.mark.parametrize("name", NAMES)
def test_help_is_swedish(run: Run, name: str) -> None:
    """Every command has help with usage, its summary and its flags, without an English word."""
    done = run(*name.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Användning: samverkan {name}")
    assert "Visa denna hjälp." in done.out
    assert not ENGLISH.search(done.out)
    assert max(len(line) for line in done.out.splitlines()) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_help_explains_every_parameter(name: str) -> None:
    """No flag and no argument stands without an explanation of its own."""
    command = build(BY_NAME[name])
    assert all((param.help and param.metavar) or param.is_flag for param in command.params)
    assert text(BY_NAME[name], command)


def test_help_lists_every_verb(run: Run) -> None:
    """The front page names every command with its line."""
    done = run("--help")
    assert done.code == 0
    for verb in VERBS:
        assert f"  {verb.name} " in done.out
        assert f"  {verb.summary}\n" in done.out
    assert not ENGLISH.search(done.out)


@pytest.mark.parametrize("words", [[], ["-h"], ["help"]])
def test_front_page(run: Run, words: list[str]) -> None:
    """Nothing, -h and help give the same page as --help."""
    assert run(*words) == run("--help")


@pytest.mark.parametrize("words", [["help", "advance"], ["help", "process", "show"]])
def test_help_word(run: Run, words: list[str]) -> None:
    """`help KOMMANDO` is another way to write `KOMMANDO --help`."""
    assert run(*words) == run(*words[1:], "--help")


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_group_help(run: Run, group: str) -> None:
    """A group of commands lists its own; without a second word it says what to write."""
    done = run(group, "--help")
    names = [name for name in NAMES if name.startswith(f"{group} ")]
    assert done.code == 0
    assert all(name in done.out for name in names)
    alone = run(group)
    assert (alone.code, alone.out) == (2, "")
    assert all(name in alone.err for name in names)


def test_version(run: Run) -> None:
    """The version is one line."""
    assert re.fullmatch(r"samverkan \d+\.\d+\.\d+\n", run("--version").out)
    assert run("-V") == run("--version")


WRONG = {
    "unknown command": (["advanse"], "”advanse” finns inte", "Menade du samverkan advance?"),
    "nothing alike": (["xyzzy"], "”xyzzy” finns inte", "samverkan --help"),
    "unknown in group": (["process", "visa"], "”process visa” finns inte", "samverkan"),
    "no command": (["-C", "."], "Kommandot saknas", "samverkan --help"),
    "folder without value": (["-C"], "-C saknar värde", "samverkan --help"),
    "no such folder": (["-C", "/finns/inte", "list"], "/finns/inte finns inte", "-C"),
    "unknown flag": (["list", "--fass", "x"], "--fass finns inte", "Menade du --fas?"),
    "unknown short flag": (["list", "-Z"], "-Z finns inte", "samverkan list --help"),
    "text like a flag": (["new", "- [x] A"], "finns inte", "efter --"),
    "flag without value": (["list", "--fas"], "--fas behöver ett värde", "list --help"),
    "switch with value": (["advance", "x", "--yes=1"], "--yes behöver ett värde", "--help"),
    "missing argument": (["advance"], "INSATS saknas", "samverkan advance --help"),
    "missing flag": (["back", "x", "--to", "a"], "--motivering saknas", "back --help"),
    "extra argument": (["advance", "a", "b"], "För många argument: b", "advance --help"),
    "bad format": (["list", "-f", "xml"], "tar inte värdet ”xml”", "text, json, csv"),
    "format misspelt": (["list", "-f", "jsn"], "tar inte värdet ”jsn”", "Menade du json?"),
    "bad colour": (["list", "--color", "blå"], "tar inte värdet ”blå”", "auto, always, never"),
    "bad direction": (["new", "A", "--inriktning", "x"], "--inriktning", "individ, struktur"),
    "two manners": (["save", "x", "--dry-run", "--no-commit"], "--no-commit finns inte", ""),
    "excluding flags": (["advance", "x", "-n", "--no-commit"], "går inte ihop", "Välj en"),
    "hostile command": (["\x1b[31m"], "”\\x1b[31m” finns inte", "samverkan --help"),
}


@pytest.mark.parametrize("name", WRONG)
def test_called_wrongly(small: Box, run: Run, name: str) -> None:
    """A call that cannot be understood is one Swedish sentence and a hint, exit 2, no data."""
    words, message, hint = WRONG[name]
    before = small.state(whole=True)
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first.startswith("samverkan: ")
    assert message in first
    assert second.startswith("  → ")
    assert hint in second
    assert not ENGLISH.search(done.err)
    assert small.state(whole=True) == before


def test_leading_flags(small: Box, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """-C, --repo and --color may stand before the command, with a space or a sign between."""
    inside = run("list")
    monkeypatch.chdir("/")
    root = str(small.root)
    for words in (
        ["-C", root],
        ["--repo", root],
        [f"--repo={root}"],
        ["--color", "never", "-C", root],
    ):
        assert run(*words, "list") == inside
    assert run("list", "-C", root) == inside
    monkeypatch.setenv("SAMVERKAN_REPO", root)
    assert run("list") == inside


@pytest.mark.usefixtures("small")
def test_help_after_double_dash_is_a_word(run: Run) -> None:
    """What stands after -- is text, even when it looks like a flag."""
    done = run("show", "--", "--help")
    assert done.code == 2
    assert "”--help” är inget insats-id" in done.err
