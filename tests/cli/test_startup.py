"""The quick ways in load nothing heavy, and the installed command is the same program."""

import subprocess
import sys

import pytest

from samverkan_cli.cli import quick

from .box import CASE, Box
from .conftest import Command, Run

HEAVY = ("git", "jinja2", "pydantic", "ruamel", "yaml", "rich", "typer", "ryaml", "personnummer")
_ASK = """
import sys
from samverkan_cli.cli.app import main
code = main(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules} & set(%r))
print(code, loaded, file=sys.stderr)
"""


def _loaded(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _ASK % (HEAVY,), *words], capture_output=True, check=True, text=True
    )
    return done.stderr.splitlines()[-1]


ANSWERED_AT_ONCE: tuple[list[str], ...] = (
    ["--version"],
    ["--help"],
    [],
    ["help", "process", "show"],
    ["status", "--help"],
    ["process", "--help"],
    ["__complete", "1", "st"],
    ["__complete", "2", "status", "--for"],
    ["__complete", "3", "list", "--format", ""],
)
_OURS = {
    "atexit",
    "gc",
    "samverkan_cli",
    "__main__",
    "cli",
    "cli.quick",
    "completing",
    "completing.asked",
    "completing.door",
    "completing.offers",
    "completing.rows",
    "errors",
    "resources",
}
"""All that an answer at once may load of ours; and of the standard library what Python itself has
loaded before it begins, but for `gc` and `atexit`, which are parts of it."""


@pytest.mark.parametrize("words", ANSWERED_AT_ONCE, ids=" ".join)
def test_what_is_answered_at_once_loads_next_to_nothing(words: list[str]) -> None:
    """Version, help and completion cost little more than Python itself: not a module more."""
    ask = (
        "import sys; before = set(sys.modules); from samverkan_cli.__main__ import main; "
        f"sys.argv = ['samverkan', *{words!r}]; code = main(); "
        "new = {*sys.modules} - before; "
        "more = {each.partition('samverkan_cli.')[2] or each for each in new}; "
        f"print(code, sorted(more - {_OURS!r}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True, text=True)
    assert done.stderr == "0 []\n"
    assert done.stdout


@pytest.mark.parametrize("words", ANSWERED_AT_ONCE, ids=" ".join)
def test_what_is_answered_at_once_is_what_the_command_says(run: Run, words: list[str]) -> None:
    """The quick door and the whole way give the same bytes."""
    assert quick.answer(words) == run(*words).out


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--help", "x"],
        ["no", "such", "--help"],
        ["..", "--help"],
        ["help", "../x"],
        ["--version", "x"],
        ["status"],
        ["help", "help", "help", "help"],
    ],
    ids=" ".join,
)
def test_what_is_unusual_is_left_to_the_command(words: list[str]) -> None:
    """A page is only read under the plain name of a command."""
    assert quick.answer(words) is None


def test_a_closed_screen_is_told_by_the_command(installed: Command) -> None:
    """What cannot be said at once is said, or refused, the usual way."""
    words = f"'{sys.executable}' -m samverkan_cli --version >&-"
    done = subprocess.run(["sh", "-c", words], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("samverkan: Det gick inte att läsa eller skriva".encode())
    assert installed("--version").stdout.startswith(b"samverkan ")


LATE = (
    *("typer", "pydantic", "rich.console", "jinja2", "git", "yaml", "ruamel", "importlib.metadata"),
    *("samverkan_cli.rulebook.reading", "samverkan_cli.rulebook.catalogues"),
    *("samverkan_cli.history.journal", "samverkan_cli.transition.plan"),
    *("samverkan_cli.yamldoc.exact", "samverkan_cli.explaining", "samverkan_cli.reporters.told"),
)
"""What the usual reading commands do without: each costs up to a whole start of Python."""

_PLACES = {"yaml", "ruamel", "samverkan_cli.yamldoc.exact"}
"""What it takes to say on which line something is missing, with an example as YAML."""

QUICK = {
    ("list",): {*LATE},
    ("status",): {*LATE} - _PLACES,
    ("status", CASE): {*LATE} - _PLACES,
    ("show", CASE): {*LATE},
    ("checklist", CASE): {*LATE},
}


@pytest.mark.parametrize("words", QUICK, ids=" ".join)
def test_reading_commands_load_what_they_use(small: Box, words: tuple[str, ...]) -> None:
    """A command that has been run once here loads no engine that it does not use."""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", _LOADED % (LATE,), "-C", str(small.root), *words],
            capture_output=True,
            check=True,
            text=True,
        )
    assert {*done.stderr.splitlines()[-1].split()} & QUICK[words] == set()


_LOADED = """
import sys
from samverkan_cli.cli.app import main
main(sys.argv[1:])
print(*(name for name in %r if name in sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], [], ["process", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    """Help and version answer without loading any library."""
    assert _loaded(*words) == "0 []"


def test_unknown_command_loads_nothing_heavy() -> None:
    """A misspelt command is told at once."""
    assert _loaded("advanse") == "2 []"


def test_reading_loads_neither_git_nor_templates(small: Box) -> None:
    """A table of cases needs neither git nor the template engine."""
    said = _loaded("-C", str(small.root), "list")
    assert "git" not in said
    assert "jinja2" not in said


def test_installed_command_and_module_are_one(small: Box, installed: Command) -> None:
    """`samverkan` and `python -m samverkan_cli` say the same."""
    done = installed("-C", str(small.root), "list")
    module = subprocess.run(
        [sys.executable, "-m", "samverkan_cli", "-C", str(small.root), "list"],
        capture_output=True,
        check=True,
    )
    assert done.returncode == 0
    assert done.stdout == module.stdout
    assert "Egen idé".encode() in done.stdout


@pytest.mark.parametrize("more", ["", "threading.Timer(0.2, print, ['tråd']).start(); "])
def test_what_is_left_is_done_at_the_end(more: str) -> None:
    """The quick end does what is to be done last, waits for threads, and keeps the number."""
    ask = (
        "import atexit, sys, threading; from samverkan_cli.__main__ import leave; "
        f"atexit.register(print, 'sist'); {more}print('först', end=' '); leave(3)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=False, text=True)
    assert done.returncode == 3
    assert done.stdout.split() == ["först", *(["tråd"] if more else []), "sist"]


def test_a_screen_that_closes_at_the_end() -> None:
    """A reader that has gone when the last words are written is no error to show."""
    words = f"'{sys.executable}' -m samverkan_cli --help | true"
    done = subprocess.run(["sh", "-c", words], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
