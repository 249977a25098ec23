"""Every example in the handbook of own processes is written into a repository and judged."""

import re
from pathlib import Path

import pytest

from samverkan_cli.cli.process import faults
from samverkan_cli.diagnostics import Severity
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.katalog import Avvikelse, Kravrad, Punkt, Regelrad, Roll
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.utokning import FasUtan, Utan, Utokning

TEXT = (Path(__file__).parents[2] / "docs" / "process-format.md").read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in TEXT.split("\n## ")[1:]}
WRONG = "När något är fel"


def examples(section: str) -> list[tuple[str, str]]:
    """Give the files that a section shows: the path of the first line, and the text."""
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", SECTIONS[section], re.DOTALL)
    return [(path, f"# {path}\n{text}") for path, text in blocks]


def written(root: Path, section: str) -> Path:
    """Write the files of a section."""
    for path, text in examples(section):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        assert not file.exists(), path
        file.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("section", [name for name in SECTIONS if examples(name) and name != WRONG])
def test_examples_are_sound(tmp_path: Path, section: str) -> None:
    """What the handbook tells a förbund to write is a rule book without errors or warnings."""
    root = written(tmp_path, section)
    found = faults(load(root), root)
    assert [each for each in found if each.severity is not Severity.INFO] == []


def test_broken_example_is_answered_as_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer that the handbook shows for a broken file is the program's own."""
    root = written(tmp_path, WRONG)
    shown = re.findall(r"```text\n(.*?)```", SECTIONS[WRONG], re.DOTALL)[0]
    page = Page.open("never")
    page.diagnostics(faults(load(root), root))
    said = capsys.readouterr().out
    assert said.splitlines()[: len(shown.splitlines())] == shown.splitlines()


def test_every_key_is_in_an_example() -> None:
    """A key that a förbund can write is shown once at least."""
    whole = "\n".join(text for name in SECTIONS for _, text in examples(name))
    keys = {key for model in (Utokning, Utan, FasUtan, Avvikelse) for key in model.model_fields}
    keys |= {key for model in (Punkt, Roll, Kravrad, Regelrad) for key in model.model_fields}
    faser = Utokning.model_fields["faser"].annotation
    assert faser is not None
    for inner in (faser.__args__[0],):
        keys |= set(inner.model_fields)
    missing = {key for key in keys if not re.search(rf"(^|[\s{{]){key}:", whole, re.MULTILINE)}
    assert missing <= {"till_regelbok"}
