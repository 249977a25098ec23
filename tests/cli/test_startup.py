"""The quick ways in load nothing heavy, and the installed command is the same program."""

import subprocess
import sys

import pytest

from .box import Box
from .conftest import Command

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
