"""Names in a package are such that every disk can hold them, and never two in one place."""

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.archive.item import Item, apart, safe_name, safe_path

HOSTILE = [
    "..",
    ".",
    "CON",
    "con.yaml",
    "COM1.yaml",
    "a:b?.yaml",
    "slut.",
    " ",
    "a\x1b[31m",
    "x\\y",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_become_plain(name: str) -> None:
    """What Windows keeps for itself, or would read as a way out, is written in another way."""
    kept = safe_name(name)
    assert kept not in {"", ".", ".."}
    assert not set('<>:"/\\|?*\x1b') & set(kept)
    assert kept.partition(".")[0].casefold() not in {"con", "com1"}


@given(st.text(min_size=1, max_size=300))
def test_any_name_can_be_held(name: str) -> None:
    """Whatever a file is called, its name is short, composed, and made the same each time."""
    kept = safe_name(name)
    assert kept == safe_name(name) == unicodedata.normalize("NFC", kept)
    assert 0 < len(kept) <= 80
    assert kept == kept.strip(" ").rstrip(".")
    assert ".." not in PurePosixPath(safe_path(name)).parts


def test_swedish_letters_stay() -> None:
    """å, ä and ö are letters like others, also when they came in two pieces."""
    assert safe_name(unicodedata.normalize("NFD", "läsår-åö.yaml")) == "läsår-åö.yaml"


def test_long_names_with_one_beginning_stay_two() -> None:
    """A cut name bears a mark of the whole, and keeps its ending."""
    one, other = (safe_name(f"{'a' * 300}{end}.yaml") for end in "xy")
    assert one != other
    assert one.endswith(".yaml")


def test_names_that_differ_by_capitals_are_kept_apart() -> None:
    """On a disk where capitals do not count, nothing is written over."""
    items = apart(Item(f"yaml/{name}.yaml", b"", "", f"{name}.yaml") for name in ("Af", "af", "AF"))
    assert len({each.path.casefold() for each in items}) == 3
