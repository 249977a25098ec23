"""One förbund exported in every form, once."""

from pathlib import Path

import pytest

from tests.export_repos import exported, forbund

FORMS = ("parquet", "jsonl", "csv", "sqlite")


@pytest.fixture(scope="session")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository of a förbund with a number; nobody writes in it."""
    return forbund(tmp_path_factory.mktemp("export") / "forrad", 1)


@pytest.fixture(scope="session")
def exports(repo: Path) -> dict[str, Path]:
    """Give its exports by form; nobody writes in them."""
    return {form: exported(repo, repo.parent / form, form) for form in FORMS}
