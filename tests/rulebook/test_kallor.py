"""The rule book names its sources: ids that exist, and whatever else is a source."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.diagnostics import Severity
from samverkan_cli.rulebook import consistency, kallor
from samverkan_cli.rulebook.loading import load

from .own import ITEM, fas, process, write

FREE = [
    "https://example.se/lag",
    "prop. 2002/03:132 s. 45",
    "lag (2003:1210) 7 §",
    "S2024-1",
    "SN 3",
]


def _catalogue(kalla: Any) -> dict[str, Any]:
    row = {"id": "egen", "namn": "Egen", "provenans": "hus", "kalla": kalla}
    return {"katalog": "egna", "namn": "Egna", "provenans": "hus", "rader": [row]}


UNKNOWN = [
    ("processer/egen.yaml", process(kalla=["S001-99"])),
    ("processer/egen.yaml", process(fas("ett", 1, "slut", kalla=["S001-01", "S001-99"]))),
    ("processer/egen.yaml", process(fas("ett", 1, "slut", grind={"kalla": ["S001-99"]}))),
    ("kataloger/listor/egna.yaml", _catalogue(["S001-99"])),
    (
        "kataloger/checklistor/egen.yaml",
        {"checklista": "egen", "namn": "Egen", "punkter": [ITEM | {"kalla": ["S001-99"]}]},
    ),
]


@pytest.mark.parametrize(("file", "made"), UNKNOWN)
def test_unknown_source_is_told_with_its_place(
    tmp_path: Path, file: str, made: dict[str, Any]
) -> None:
    """Wherever the förbund's own YAML names a source that is not there, the line is pointed out."""
    write(tmp_path, file, made)
    remarks = consistency.judge(load(tmp_path))
    (remark,) = [each for each in remarks if each.severity is Severity.ERROR]
    line = (tmp_path / file).read_text("utf-8").splitlines()[remark.line - 1]
    assert (remark.rule, remark.file) == ("BOK210", file)
    assert remark.message == "Källan S001-99 finns inte."
    assert "S001-99" in line


def test_other_sources_are_welcome(tmp_path: Path) -> None:
    """Addresses, laws, bills and a förbund's own numbers are sources too, and are let be."""
    write(tmp_path, "kataloger/listor/egna.yaml", _catalogue(FREE))
    assert consistency.judge(load(tmp_path)) == []


def test_the_shape_is_judged_first(tmp_path: Path) -> None:
    """A `kalla` that is no list is a fault of shape, and its text is not read as ids."""
    write(tmp_path, "kataloger/listor/egna.yaml", _catalogue("S001-99"))
    assert [each.rule for each in consistency.judge(load(tmp_path))] == ["MOD003"]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("S003-71", "Menade du S003-071?"),
        ("s3-71", "Menade du S003-071?"),
        ("S001-023", "Menade du S001-23?"),
        ("S003-999", "Menade du S003-099?"),
        ("nej", "Det finns: S000-01–S000-35, S001-01–S001-42, S002-01–S002-17, S003-001–S003-174"),
    ],
)
def test_what_an_unknown_id_may_mean(written: str, says: str) -> None:
    """Digits too few or too many are filled in; otherwise the likest id, or the range of them."""
    assert kallor.close_to(written).startswith(says)
