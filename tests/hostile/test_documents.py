"""Documents that are not what they seem: refused with a place and a way out, in time and memory."""

import json
import re

import pytest

from tests.cli.box import CASE, Box
from tests.cli.conftest import Run

from .documents import MENDED, REFUSED, TYPED
from .promises import bounded, harmless, keeps

FILE = f"insatser/{CASE}/ansokan.yaml"
HEADER = f"insatser/{CASE}/insats.yaml"
HEAVY = 20_000
"""Bytes from which a document is read in a process with limits."""


@pytest.mark.parametrize(("row", "raw", "rules"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(small: Box, run: Run, row: str, raw: bytes, rules: tuple[str, ...]) -> None:
    """Check answers with exit 1, the place, the right rule and a hint; nothing else happens."""
    assert row
    small.write(FILE, raw)
    if len(raw) > HEAVY:
        done = bounded("check")
        assert done.code == 1
        said = harmless(done.out + done.err)
    else:
        said = keeps(small, run, "check", code=1)
    found = re.findall(rf"^{FILE}:(\d+):(\d+) (\w+) fel: .+\.\n    → \S", said, re.MULTILINE)
    assert any(rule.startswith(rules) for _, _, rule in found), said
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    assert all(1 <= int(line) <= lines and int(column) for line, column, _ in found)


@pytest.mark.rad("BOMB-08")
def test_hundred_megabytes(small: Box) -> None:
    """BOMB-08: a file of 100 MB is refused by its size alone, and never held in memory."""
    with small.write(FILE, b"a: ").open("r+b") as file:
        file.truncate(10**8)
    done = bounded("check")
    assert done.code == 1
    assert f"{FILE}:1:1 YML103 fel: Filen är 95 MiB" in harmless(done.out)


@pytest.mark.parametrize(("row", "raw", "rules"), MENDED, ids=[row[0] for row in MENDED])
def test_mended(small: Box, run: Run, row: str, raw: bytes, rules: tuple[str, ...]) -> None:
    """What nobody can see and nobody did is a warning with a place, and `fmt` takes it away."""
    small.write(FILE, raw)
    said = keeps(small, run, "check", code=1 if row == "ENC-23" else 0)  # å is no key at all
    assert all(f"{FILE}:1:" in said and f" {rule} varning: " in said for rule in rules), said
    assert run("fmt", FILE).code == 0 or row == "ENC-23"
    assert not any(rule in run("check").out for rule in rules)


@pytest.mark.parametrize("row", TYPED)
def test_does_not_fit(small: Box, run: Run, row: str) -> None:
    """A value of the wrong kind is an error at its line, with the key and a way to mend it."""
    typed = TYPED[row]
    if typed.instead_of:
        small.edit(HEADER, typed.instead_of, typed.text)
    else:
        small.write(FILE, f"# utkast\n{typed.text}\n")
    said = json.loads(keeps(small, run, "check", "-f", "json", code=1))
    file = HEADER if typed.instead_of else FILE
    errors = [each for each in said["diagnostics"] if each["severity"] == "error"]
    here = [each for each in errors if each["file"] == file]
    assert any(typed.word in f"{each['message']} {each['hint']}" for each in here), errors
    assert all(each["hint"] and each["line"] >= 1 + (file == FILE) for each in here), here
