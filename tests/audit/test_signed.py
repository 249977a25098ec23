"""Signed commits: by a key that was known then, of someone whose role may."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.box import Box
from tests.cli.conftest import Run

from .conftest import IRIS, Audit

BECAUSE = ("--motivering", "Enligt underlaget.")
ADOPT = ("process", "adopt", "--organ", "styrelse", "--paragraf", "§ 4", "--datum", "2026-11-18")


def _key(folder: Path, name: str) -> Path:
    """Make a key without a pass phrase."""
    file = folder / name
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(file)]
    subprocess.run(words, check=True)
    return file


def _sign_with(box: Box, key: Path) -> None:
    for name, value in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(key)),
        ("commit.gpgsign", "true"),
    ):
        box.git("config", name, value)


def _known(box: Box, run: Run, **keys: tuple[Path, str]) -> None:
    """Write keys into the förbund's own file and adopt them."""
    rows = [
        f"  - {{namn: {name}, nyckel: {_public(key)}, roller: [{role}]}}\n"
        for name, (key, role) in keys.items()
    ]
    file = box.root / "samverkan.yaml"
    text = file.read_text("utf-8").partition("nycklar:")[0]
    file.write_text(f"{text}nycklar:\n{''.join(rows)}", "utf-8")
    assert run(*ADOPT).code == 0


def _public(key: Path) -> str:
    return " ".join(key.with_suffix(".pub").read_text().split()[:2])


@pytest.fixture
def small_signed(small: Box, run: Run, tmp_path: Path) -> tuple[Box, Path, Path]:
    """A repository whose kansli has a key, and a key of somebody else's."""
    kansli, other = _key(tmp_path, "kansli"), _key(tmp_path, "annan")
    _known(small, run, Karin=(kansli, "kansli"), Chef=(kansli, "forbundschef"))
    return small, kansli, other


def _found(audit: Audit, box: Box) -> list[str]:
    """Give what is wrong with signatures after the first two commits, which had no keys."""
    done = json.loads(audit("--require-signed", "-f", "json").out)
    first = set(box.git("rev-list", "--reverse", "HEAD").split()[:3])
    return [each["message"] for each in done["diagnostics"] if each["commit"] not in first]


def _open(box: Box, run: Run) -> None:
    assert run("close", "2026-001", *BECAUSE, "--yes").code == 0
    assert box.git("status", "--porcelain") == ""


def test_signed_by_one_who_may(
    small_signed: tuple[Box, Path, Path], audit: Audit, run: Run
) -> None:
    """A transition signed by the kansli's key is as it should be."""
    box, kansli, _ = small_signed
    _sign_with(box, kansli)
    _open(box, run)
    assert _found(audit, box) == []


@pytest.mark.parametrize("case", ["AUD-05 another key", "AUD-06 no signature", "AUD-07 role"])
def test_not_signed_by_one_who_may(
    small_signed: tuple[Box, Path, Path], audit: Audit, run: Run, case: str
) -> None:
    """An unknown key, no signature and a role that may not are each said in words."""
    box, _, other = small_signed
    if "role" in case:
        _known(box, run, Insatsledaren=(other, "insatsledare"))
    if "no signature" not in case:
        _sign_with(box, other)
    _open(box, run)
    says = (
        "får inte signera övergången" if "role" in case else "inte signerad med någon känd nyckel"
    )
    assert any(says in each for each in _found(audit, box))


def test_a_key_that_was_taken_away(
    small_signed: tuple[Box, Path, Path], audit: Audit, run: Run
) -> None:
    """A key stops at the commit that takes it away, and what it signed before stays signed."""
    box, kansli, other = small_signed
    _sign_with(box, kansli)
    _open(box, run)
    _known(box, run, Ny=(other, "kansli"), Chef=(other, "forbundschef"))
    assert _found(audit, box) == []
    assert run("reopen", "2026-001", *BECAUSE).code == 0
    assert [each for each in _found(audit, box) if "gällde inte då" in each] != []


@pytest.mark.usefixtures("sound")
def test_no_keys_at_all(audit: Audit) -> None:
    """Where no keys are known, that is what is said."""
    done = audit("--require-signed", IRIS)
    assert done.code == 1
    assert "samverkan.yaml anger inga nycklar" in done.out


def test_no_program_of_the_repository_runs(
    small_signed: tuple[Box, Path, Path], audit: Audit, run: Run, tmp_path: Path
) -> None:
    """A repository may name a program for signatures; it is never started."""
    box, kansli, _ = small_signed
    _sign_with(box, kansli)
    _open(box, run)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/PWN\n")
    trap.chmod(0o755)
    for name in ("gpg.ssh.program", "gpg.program", "gpg.x509.program", "gpg.openpgp.program"):
        box.git("config", name, str(trap))
    assert _found(audit, box) == []
    assert not (tmp_path / "PWN").exists()
