"""The handbook's section on Word, run as it stands on an example."""

import re
import shlex
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from tests.blankett.filling import Word
from tests.cli.box import EXAMPLES, IDENTITY, copied, under_git

from .test_handbok import TEXT

SECTION = TEXT.split("\n## Word\n")[1].split("\n## ")[0]


def test_the_section_works_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A template is begun and tried, a form goes out, is filled in and comes back."""
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    copied(EXAMPLES, tmp_path / "prov")
    box = under_git(tmp_path / "prov")
    monkeypatch.chdir(box.root)
    lines = [
        line
        for block in re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(lines) == 6
    for line in lines:
        words = shlex.split(line.replace("2026-014-unga-vuxna", "2026-002-samlad-vag"))[1:]
        assert main(words) == 0, capsys.readouterr()
        if words[0] == "export":
            form = Word(Path("blankett.docx").read_bytes())
            form.write("metod", "Ur Word")
            Path("blankett.docx").write_bytes(form.saved())
        if words == ["template", "check", "handling.docx"]:
            box.write("templates/handling.docx", Path("handling.docx").read_bytes())
            box.commit()
    text = (box.case("ansokan.yaml", "2026-002-samlad-vag")).read_text(encoding="utf-8")
    assert "metod: Ur Word" in text
    assert box.changed() == ["insatser/2026-002-samlad-vag/ansokan.yaml"]


def test_the_fields_that_it_names_can_be_filled() -> None:
    """Every field that the handbook shows is one that a template may have."""
    from samverkan_cli.rendering.word.judging import judge
    from tests.rendering.word.making import template

    fields = re.findall(r"`(\{\{ .*? \}\})`", SECTION)
    assert len(fields) > 4
    assert judge(template(*fields, "DOKUMENT"), "ansokan").faults == []
