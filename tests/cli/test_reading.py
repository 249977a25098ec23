"""Reading never writes: not a file, not the index, not an object."""

from pathlib import Path

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run

READS = {
    "list": ["list"],
    "list csv": ["list", "-f", "csv"],
    "status": ["status"],
    "status one": ["status", SHUT],
    "show": ["show", SHUT],
    "show document": ["show", SHUT, "ansokan"],
    "check": ["check"],
    "doctor": ["doctor"],
    "check one": ["check", SHUT],
    "checklist": ["checklist", SHUT],
    "log": ["log", SHUT],
    "render": ["render", OPEN, "ansokan"],
    "process list": ["process", "list"],
    "process show": ["process", "show", "finsam-10"],
    "process check": ["process", "check"],
    "explain": ["explain", "EKO101"],
    "schema one": ["schema", "export", "ansokan"],
    "fmt --check": ["fmt", "--check", "samverkan.yaml"],
    "fmt --dry-run": ["fmt", "--dry-run"],
    "help": ["advance", "--help"],
}
BECAUSE = ("--motivering", "Skäl.")
DRY = {
    "new": ["new", "Ny", "--part", "fk", "--part", "af"],
    "add": ["add", OPEN, "slutrapport"],
    "answer": ["answer", OPEN, "F1-9", "ja"],
    "sign": ["sign", OPEN, "ansokan", "--part", "af", "--namn", "A B", "--roll", "Chef"],
    "decide": [
        *("decide", OPEN, "undantag", "--organ", "styrelse", "--paragraf", "§ 3"),
        *("--undantag", "F1-9: Skäl."),
    ],
    "withdraw": ["withdraw", OPEN, "ansokan", "--part", "af", *BECAUSE],
    "back": ["back", OPEN, "--to", "vacks", *BECAUSE],
    "close": ["close", SHUT, *BECAUSE],
    "reopen": ["reopen", "2006", *BECAUSE],
}


@pytest.mark.parametrize("name", READS)
def test_reading_writes_nothing(examples: Box, run: Run, name: str) -> None:
    """A reading command leaves every byte of the repository as it was."""
    before = examples.state(whole=True)
    done = run(*READS[name])
    assert (done.code, done.err) == (0, "")
    assert done.out
    assert examples.state(whole=True) == before


def test_schema_export_writes_elsewhere(examples: Box, run: Run, tmp_path: Path) -> None:
    """All schemas go to the folder that was asked for, and nowhere else."""
    before = examples.state(whole=True)
    done = run("schema", "export", "--output", str(tmp_path / "ut"))
    assert done.code == 0
    made = {path.name for path in (tmp_path / "ut").iterdir()}
    assert made == {path.name for path in (examples.root / "schemas").iterdir()}
    assert examples.state(whole=True) == before


@pytest.mark.parametrize("name", DRY)
def test_dry_run_writes_nothing(examples: Box, run: Run, name: str) -> None:
    """A dry run shows the difference and the commit message, and writes nothing at all."""
    before = examples.state(whole=True)
    done = run(*DRY[name], "--dry-run")
    assert done.code == 0
    assert "+++ insatser/" in done.out
    assert "@@" in done.out
    assert "Text i git" in done.out
    assert "\nInsats: " in done.out
    assert done.err.endswith("Inget är skrivet (--dry-run).\n")
    assert examples.state(whole=True) == before


def test_dry_run_tells_what_the_run_does(examples: Box, run: Run) -> None:
    """The commit message of the dry run is the one that the commit gets."""
    shown = run(*DRY["answer"], "-n").out
    assert run(*DRY["answer"]).code == 0
    message = examples.git("log", "-1", "--format=%B").strip()
    assert message in shown


def test_dry_run_of_an_advance(examples: Box, run: Run) -> None:
    """`advance --dry-run` through an open gate shows the event that would be written."""
    assert run(*DRY["answer"]).code == 0
    before = examples.state(whole=True)
    done = run("advance", OPEN, "--dry-run")
    assert done.code == 0
    assert f"+++ insatser/{OPEN}/handelser/0008.yaml" in done.out
    assert "Fas-till: redovisning" in done.out
    assert examples.state(whole=True) == before


def test_dry_run_of_a_save(examples: Box, run: Run) -> None:
    """`save --dry-run` shows what the hand changed, added and took away since the last commit."""
    examples.edit(f"insatser/{OPEN}/insats.yaml", "namn: Lumena", "namn: Lumena två")
    examples.write(f"insatser/{OPEN}/lagesrapporter/2025.yaml", "datum: 2025-01-01\n")
    examples.case("behovsanalys.yaml", OPEN).unlink()
    before = examples.state(whole=True)
    done = run("save", OPEN, "-n")
    assert done.code == 0
    assert f"{OPEN}: ändringar i behovsanalys, insats, lagesrapporter/2025" in done.out
    assert "-namn: Lumena\n+namn: Lumena två" in done.out
    assert "--- /dev/null\n+++ insatser/2023-001-lumena/lagesrapporter/2025.yaml" in done.out
    assert "+++ /dev/null" in done.out
    assert examples.state(whole=True) == before
