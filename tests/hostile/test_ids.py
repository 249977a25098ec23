"""Every row of the shared list has a test, and the committed list is the shared one."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent
IDS = (FOLDER / "ids.txt").read_text(encoding="ascii").split()
_LIST = "shared/design/bad-inputs.md"
SHARED = next((each / _LIST for each in FOLDER.resolve().parents if (each / _LIST).exists()), None)
ROW = re.compile(r"[A-Z]+-[0-9]{2}")

HERE = sorted(path.stem for path in FOLDER.glob("test_*.py") if path.stem != "test_ids")

ELSEWHERE = {
    "tests.cli.test_git_states": ("GIT-",),
    "tests.cli.test_git_places": ("GIT-", "ENV-15", "ENV-16"),
    "tests.cli.test_environment": ("ENV-12", "ENV-16"),
    "tests.chaos.test_points": ("ENV-12", "ENV-13", "ENV-14"),
    "tests.cli.test_personal_numbers": ("PII-",),
    "tests.rules.test_deltagare": ("PII-",),
    "tests.secrecy.test_numbers": ("PII-11",),
    "tests.audit.test_forged": ("AUD-", "GIT-31", "PR-10", "PR-11", "PR-14", "PR-15"),
    "tests.audit.test_signed": ("AUD-",),
    "tests.audit.test_sound": ("AUD-",),
    "tests.cli.test_review": ("PR-16", "PR-17", "PR-20", "PR-21"),
}
"""Rows that other modules answer for: ids, or the beginnings of ids.

A test covers a row by a parameter's id that begins with the row's, or by the mark `rad`.
"""


def covered(module: ModuleType) -> Iterator[str]:
    """Give the rows that a module's tests cover, as its marks say."""
    for test in vars(module).values():
        for mark in getattr(test, "pytestmark", ()):
            if mark.name == "rad":
                yield from mark.args
            elif mark.name == "parametrize":
                names = mark.kwargs.get("ids")
                given = names if isinstance(names, list | tuple) else mark.args[1]
                yield from (found[0] for each in given if (found := ROW.match(named(each))))


def named(value: object) -> str:
    """Give what a parameter is called: its own id, or the beginning of what it is."""
    own = getattr(value, "id", None)  # pytest.param
    first = value[0] if isinstance(value, tuple) and value else value
    return str(own or first)


def everything() -> set[str]:
    """Give every row that some module covers."""
    names = [*(f"tests.hostile.{name}" for name in HERE), *ELSEWHERE]
    found = (import_module(name) for name in names if _exists(name))
    return {row for module in found for row in covered(module)}


def _exists(name: str) -> bool:
    return (FOLDER.parents[1] / f"{name.replace('.', '/')}.py").exists()


def _is_elsewhere(row: str) -> bool:
    return any(row.startswith(starts) for starts in ELSEWHERE.values())


def test_every_row_is_covered() -> None:
    """Nothing on the list is without a test; 260 rows in all."""
    assert len(set(IDS)) == len(IDS) == 260
    assert set(IDS) - everything() == set()


def test_the_rows_here_are_here() -> None:
    """A row that is nobody else's is covered in this folder, and no row is invented."""
    modules = [import_module(f"tests.hostile.{name}") for name in HERE]
    here = {row for module in modules for row in covered(module)}
    assert {row for row in IDS if not _is_elsewhere(row)} <= here <= set(IDS)


@pytest.mark.skipif(SHARED is None, reason="the shared list does not lie beside the checkout")
def test_the_list_is_the_shared_one() -> None:
    """The committed ids are those of the shared list, in its order."""
    assert SHARED is not None
    lines = SHARED.read_text(encoding="utf-8").splitlines()
    rows = [found[1] for line in lines if (found := re.match(rf"\| ({ROW.pattern}) ", line))]
    assert sorted(rows) == sorted(IDS)
