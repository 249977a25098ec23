"""What the handbook tells the kansli to type and to write is what the program takes and says."""

import re
import shlex
from pathlib import Path

import pytest

from samverkan_cli.checking import check_case
from samverkan_cli.cli.run import build
from samverkan_cli.cli.verbs import BY_NAME
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.reporters.text import Page
from samverkan_cli.rules import personal, run
from samverkan_cli.rules.catalogue import entries
from samverkan_cli.yamldoc.document import YamlDocument
from tests.support import built_in, case_of

TEXT = (Path(__file__).parents[2] / "docs" / "handbok.md").read_text(encoding="utf-8")
CASE = "2026-001-vag-in"
SECRET = {"idebeskrivning.yaml": "problem: '19121212-1212'\n"}


def _commands() -> list[str]:
    """Give every command of ours in the text, in a block or within a sentence."""
    blocks = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    found = [*lines, *re.findall(r"`(samverkan [^`]+)`", TEXT)]
    return sorted({each for each in found if each.startswith("samverkan ")})


@pytest.mark.parametrize("command", _commands())
def test_commands_are_real(command: str) -> None:
    """Every command is one that the program has, with options that it takes."""
    _, *words = shlex.split(command)
    name = words[0] if words[0] in BY_NAME else " ".join(words[:2])
    known = {opt for each in build(BY_NAME[name]).params for opt in each.opts} | {"--help"}
    assert {word for word in words if word.startswith("-")} <= known


def test_every_rule_about_personal_data_is_in_the_table() -> None:
    """A rule that stops somebody is explained where they look."""
    rows = set(re.findall(r"^\| `(PER[0-9]{3})`", TEXT, re.MULTILINE))
    assert rows == {each for each in entries() if each.startswith("PER")}


def test_the_remark_is_the_programs_own(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer that the handbook shows is what check says."""
    case = case_of(SECRET, CASE)
    Page.open("never").diagnostics(run.personal_numbers(case))
    shown = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)[0]
    said = capsys.readouterr().out
    assert said.splitlines()[0] == shown.strip()
    assert shown.strip() in {
        f"{each.file}:{each.line}:{each.column} {each.rule} fel: {each.message}"
        for each in check_case(case, built_in(), None).diagnostics
    }


def test_the_exemption_exempts() -> None:
    """The row that the handbook shows lets through the very text that it is about."""
    block = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)[0]
    head = "formatversion: 1\nforbund: {namn: Förbundet}\n"
    samverkan = Samverkan.model_validate(YamlDocument.parse((head + block).encode()).data)
    case = case_of(SECRET, CASE)
    assert run.personal_numbers(case)
    assert not run.personal_numbers(case, personal.exemptions(samverkan))


def test_the_words_that_hide_are_the_programs_own() -> None:
    """What the reader is told to see in place of a number is what stands there."""
    from samverkan_cli.secrecy.mask import masked

    assert f"`{masked('19121212-1212')}`" in TEXT
