"""resources: the files that come with the program."""

from pathlib import Path

import pytest

from samverkan_cli import resources
from samverkan_cli.errors import SamverkanError


def test_data_is_in_the_package() -> None:
    """The program's own data is found beside its code."""
    assert resources.data("kataloger").is_dir()
    assert resources.data() / "processer" == resources.data("processer")


def test_the_source_tree_serves_an_editable_install() -> None:
    """Without a packaged copy, the folders of the repository are used."""
    root = Path(__file__).resolve().parents[1]
    assert resources.templates() == root / "templates"
    assert resources.schemas() == root / "schemas"


def test_the_packaged_copy_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an installed wheel the copy beside the package is used."""
    (tmp_path / "_shared" / "templates").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path))
    assert resources.templates() == tmp_path / "_shared" / "templates"


def test_a_broken_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing folder is an error in Swedish with what to do."""
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path / "a" / "b"))
    with pytest.raises(SamverkanError, match="templates saknas") as caught:
        resources.templates()
    assert "Installera om" in caught.value.hint
