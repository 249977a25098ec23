"""The first commit of a repository: its own file, its schemas, nothing else."""

import pytest

from samverkan_cli import schema
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import SAMVERKAN
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import read_record
from samverkan_cli.transition.beginning import begin


def test_begin() -> None:
    """A new repository has the förbund's file with the four kinds of parts, and every schema."""
    plan = begin("Samordningsförbundet Å: Ä & Ö")
    assert set(plan.files) == {
        ".gitattributes",
        ".github/workflows/samverkan.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        "CODEOWNERS",
        "README.md",
        "insatser/.gitkeep",
        "samverkan.yaml",
        *(f"schemas/{schema.file_name(typ)}" for typ in schema.all_kinds()),
    }
    record = read_record(
        "samverkan", "samverkan.yaml", SAMVERKAN, plan.files["samverkan.yaml"] or b""
    )
    assert record.diagnostics == ()
    assert isinstance(record.model, Samverkan)
    assert record.model.forbund.namn == "Samordningsförbundet Å: Ä & Ö"
    kinds = [kind for part in record.model.parter for kind in part.partstyper]
    assert kinds == ["forsakringskassan", "arbetsformedlingen", "region", "kommun"]
    assert plan.body == "Samordningsförbundet Å: Ä & Ö"


def test_own_file_as_it_stands() -> None:
    """A ready file of the förbund's own is taken byte for byte."""
    assert (
        begin("x", {"samverkan.yaml": b"formatversion: 1\n"}).files["samverkan.yaml"]
        == b"formatversion: 1\n"
    )


def test_name_that_no_file_may_hold() -> None:
    """A name with a sign that nobody sees is refused."""
    with pytest.raises(SamverkanError, match="Uppgiften går inte att spara"):
        begin("Förbundet\u202e")
