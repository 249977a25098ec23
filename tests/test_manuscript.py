"""Manuscripts: the stories of the demo, readable, with the files they need."""

import os
from datetime import date
from pathlib import Path

import pytest

from samverkan_cli import manuscript, resources
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import SAMVERKAN, of_path
from samverkan_cli.ports import current_clock, today
from samverkan_cli.records import read_record


def test_scripts() -> None:
    """Every manuscript has its files, its days in order, and a document at each place."""
    scripts = manuscript.scripts()
    assert len(scripts) >= 9
    assert {each.manus.process for each in scripts if each.manus.id.startswith("ar-")} == {
        "verksamhetsar"
    }
    assert [each.manus.id for each in scripts] == sorted(each.manus.id for each in scripts)
    for script in scripts:
        days = [steg.datum for steg in script.manus.steg]
        assert days == sorted(days)
        assert (script.folder / script.manus.huvud).is_file()
        for steg in script.manus.steg:
            for target, source in (steg.skriv or {}).items():
                assert (script.folder / source).is_file(), source
                assert of_path(target) is not None or target == "insats.yaml"


def test_own_file() -> None:
    """The demo förbund's own file can be read."""
    record = read_record(
        "samverkan", "samverkan.yaml", SAMVERKAN, manuscript.own_files()["samverkan.yaml"]
    )
    assert record.diagnostics == ()


def test_on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block runs on its day as the demo's person, and everything is put back after it."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Åsa")
    monkeypatch.delenv("GIT_AUTHOR_DATE", raising=False)
    with manuscript.at(date(2006, 1, 31)):
        assert today(current_clock()) == date(2006, 1, 31)
        assert os.environ["GIT_AUTHOR_NAME"] == manuscript.PERSON[0]
        assert os.environ["GIT_AUTHOR_DATE"] == "2006-01-31T09:00:00+01:00"
    assert os.environ["GIT_AUTHOR_NAME"] == "Åsa"
    assert "GIT_AUTHOR_DATE" not in os.environ
    assert today(current_clock()) != date(2006, 1, 31)


def test_broken_manuscript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A manuscript that cannot be read is refused with its place."""
    folder = tmp_path / "demo" / "x"
    folder.mkdir(parents=True)
    (folder / "manus.yaml").write_text("id: x\nnamn: 3\nhuvud: y\n", "utf-8")

    def elsewhere(*parts: str) -> Path:
        return tmp_path.joinpath(*parts)

    monkeypatch.setattr(resources, "data", elsewhere)
    with pytest.raises(SamverkanError, match=r"manus.yaml: 2 namn ska vara text"):
        manuscript.scripts()
