"""One document in words, for a person's own git; nothing of ours needs it or starts it."""

import sys
from pathlib import Path

import pytest

from .box import CASE, Box
from .conftest import Run

IRIS = "insatser/2020-001-iris"
PROGRAM = Path(sys.executable).parent / "samverkan"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (f"{IRIS}/ansokan.yaml", "Resultatmål – R3 – Målvärde: 20\n"),
        (f"{IRIS}/forankring/fk.yaml", "Förankring\nPart: ”fk”\n"),
        ("samverkan.yaml", "Parter – region – Projektmodell – Faser – 2 – Fas: ”forstudie”\n"),
        ("README.md", "# Samordningsförbundet Exempelbygden\n"),
    ],
)
def test_in_words(examples: Box, run: Run, path: str, says: str) -> None:
    """A line for each field, rows named by what they are; what is no document stays as it is."""
    examples.edit(f"{IRIS}/ansokan.yaml", "    malvarde: null", "    malvarde: 20")
    done = run("textconv", str(examples.root / path))
    assert (done.code, done.err) == (0, "")
    assert says in done.out
    assert "null" not in done.out


def test_what_cannot_be_read(small: Box, run: Run) -> None:
    """Broken YAML is given as it stands, with nothing that a terminal obeys and no numbers."""
    file = small.write("ansokan.yaml", "syfte: [ 19121212-1212 \x1b[31m\n")
    done = run("textconv", str(file))
    assert (done.code, "syfte: [ " in done.out) == (0, True)
    assert "1212" not in done.out
    assert "\x1b" not in done.out
    assert run("textconv", str(small.root / "saknas.yaml")).code == 2


def test_git_asks_it(small: Box) -> None:
    """Set up as the help says, git compares field by field, by modeline where a folder is lost."""
    idea = f"insatser/{CASE}/idebeskrivning.yaml"
    small.git("config", "diff.samverkan.textconv", f"'{PROGRAM}' textconv")
    small.write(".git/info/attributes", "*.yaml diff=samverkan\n")
    small.write(idea, "problem: Ingen håller ihop planerna.\n")
    said = small.git("diff", "--", idea)
    assert "+Problem: ”Ingen håller ihop planerna.”" in said
    assert "+problem:" not in said
    part = "# yaml-language-server: $schema=../../../schemas/forankring.schema.json\npart: fk\n"
    small.write(f"insatser/{CASE}/forankring/fk.yaml", part)
    small.git("add", "-A")
    assert "+Part: ”fk”" in small.git("diff", "--cached", "--", "*/fk.yaml")


@pytest.mark.rad("PR-18")
def test_nothing_of_ours_starts_it(small: Box, run: Run, tmp_path: Path) -> None:
    """A textconv, ours or anybody's, is a person's own: no command of ours asks git for it."""
    mark = tmp_path / "PWN"
    small.git("config", "diff.samverkan.textconv", f"touch '{mark}'; cat")
    small.write(".git/info/attributes", "* diff=samverkan\n")
    small.edit(f"insatser/{CASE}/insats.yaml", "namn: Egen idé", "namn: $(id)")
    small.commit("${{ secrets.X }}")
    for words in (
        ["check"],
        ["status", CASE],
        ["log", CASE],
        ["diff", CASE, "HEAD~1..HEAD"],
        ["review", "HEAD~1..HEAD"],
        ["audit"],
        ["doctor"],
    ):
        assert run(*words).code in {0, 1}, words
    assert run("answer", CASE, "F1-7", "ja").code == 0
    assert not mark.exists()
    small.git("log", "-p", "-1")
    assert mark.exists()
