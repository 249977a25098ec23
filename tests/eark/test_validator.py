"""The E-ARK validator finds a package valid, but for what its own rules get wrong."""

import json
import subprocess
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from tests.cli.box import EXAMPLES, IDENTITY, copied, under_git

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / "build" / "eark" / "bin" / "python"
CLOSED = "2025-001-motesplatsen"

ODD = {
    "CSIP12": "asks of every CREATOR what CSIP asks of the software alone; SIP has other creators",
    "CSIP13": "the same",
    "CSIP15": "the same",
    "CSIP16": "the same",
    "CSIP63": "cannot be met by any value but OTHER",
    "SIP14": "asks for an attribute without the namespace that the schema gives it",
}
"""Rules of version 1.1.3 that no package can keep, and why."""


def test_the_validator_finds_nothing_but_its_own_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Structure, METS against its schemas, and every rule that can be kept."""
    if not PYTHON.exists():
        pytest.skip("eark-validator is not installed in build/eark: run make eark")
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    copied(EXAMPLES, tmp_path / "exempel")
    root = under_git(tmp_path / "exempel").root
    target = tmp_path / "fgs"
    words = ["archive", CLOSED, "--form", "fgs", "-o", str(target), "-C", str(root)]
    assert main(words) == 0
    done = subprocess.run(
        [PYTHON, ROOT / "tests" / "eark" / "judge.py", target],
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    answer = json.loads(done.stdout)
    assert (answer["struktur"], answer["schema"]) == ("WELLFORMED", "VALID")
    wrong = {rule: says for severity, rule, says in answer["fynd"] if severity == "ERROR"}
    assert {rule: says for rule, says in wrong.items() if rule not in ODD} == {}
