"""A list of sources is read with places, and what is wrong in it is told."""

from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.nation.listing import Asked, asked


def listed(tmp_path: Path, text: str) -> list[Asked]:
    """Read a list."""
    path = tmp_path / "lista.yaml"
    path.write_text(text, encoding="utf-8")
    return asked([str(path)])


def test_a_list_tells_what_is_expected(tmp_path: Path) -> None:
    """Folders count from the list, and a day for all gives way to a source's own."""
    text = "senast: 2026-06-30\nar: 2026\nkallor:\n  - kalla: a\n    namn: Norr\n"
    text += '  - {kalla: b, senast: 2025-12-31, forbund: "222000-0001", commit: abc}\n'
    assert listed(tmp_path, text) == [
        Asked(tmp_path / "a", "Norr", senast=date(2026, 6, 30), ar=2026),
        Asked(tmp_path / "b", "b", "222000-0001", date(2025, 12, 31), 2026, "abc"),
    ]


def test_folders_are_sources(tmp_path: Path) -> None:
    """What is no list is a folder, as it is named."""
    assert asked(["a", str(tmp_path)]) == [
        Asked(Path("a"), "a"),
        Asked(tmp_path, str(tmp_path)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kallor: []\n", "inga källor"),
        ("kallor:\n  - namn: x\n", "lista.yaml:2"),
        ("kallor:\n  - {kalla: a, kall: b}\n", "lista.yaml:2"),
        ("kallor:\n  - {kalla: a, senast: i går}\n", "lista.yaml:2"),
        ("kallor: [\n", "lista.yaml:"),
    ],
)
def test_what_is_wrong_in_a_list_is_told(tmp_path: Path, text: str, said: str) -> None:
    """The place and the words of a fault, in the list's own file."""
    with pytest.raises(SamverkanError, match=said):
        listed(tmp_path, text)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """A list that cannot be read is no list of folders."""
    with pytest.raises(SamverkanError):
        asked([str(tmp_path / "borta.yaml")])
