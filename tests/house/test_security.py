"""What SECURITY.md says of limits is what the code does."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from samverkan_cli.yamldoc import limits

TEXT = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| .+ \| ([\d ]+?)(?: [a-zåäö]+)? \| `([\w.]+)\.([A-Z_]+)` \|$", re.MULTILINE)
ROWS = ROW.findall(TEXT)


@pytest.mark.parametrize(("value", "module", "name"), ROWS, ids=[row[2] for row in ROWS])
def test_limits(value: str, module: str, name: str) -> None:
    """Each limit has the value that the code has."""
    assert int(value.replace(" ", "")) == getattr(import_module(f"samverkan_cli.{module}"), name)


def test_no_limit_is_left_out() -> None:
    """Every limit of a document stands in the table."""
    told = {name for _, module, name in ROWS if module == "yamldoc.limits"}
    assert told == {name for name in vars(limits) if name.startswith("MAX_")}
    assert len(ROWS) == TEXT.count("| `")


def test_places_exist() -> None:
    """The folders and files that the text names are there."""
    root = Path(__file__).parents[2]
    for name in re.findall(r"`((?:tests|docs)/[\w/]*|[A-Z]+\.md)`", TEXT):
        assert (root / name).exists(), name
