"""Two förbund, one exported as Parquet and one as JSON."""

import shutil
from pathlib import Path

import pytest

from tests.export_repos import exported, forbund


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the repositories f1, f2 and their exports e1, e2; nobody writes in it."""
    top = tmp_path_factory.mktemp("nation")
    exported(forbund(top / "f1", 1), top / "e1")
    exported(forbund(top / "f2", 2, shift=9), top / "e2", "jsonl")
    return top


@pytest.fixture
def sources(made: Path, tmp_path: Path) -> Path:
    """Give copies of the two exports, to damage."""
    for name in ("e1", "e2"):
        shutil.copytree(made / name, tmp_path / name)
    return tmp_path
