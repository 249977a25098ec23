"""The one table of documents: every row has a model, a place and a name."""

import pytest

from samverkan_cli.models.dokument import DOKUMENT, MAPPAR, SAMVERKAN, Dokumenttyp, of_path
from samverkan_cli.models.grund import Post


@pytest.mark.parametrize("typ", [SAMVERKAN, *DOKUMENT.values()], ids=lambda typ: typ.typ)
def test_row(typ: Dokumenttyp) -> None:
    """A kind of document has a model with a Swedish sentence about it, and leads back to itself."""
    assert issubclass(typ.model, Post)
    assert (typ.model.__doc__ or "").rstrip().endswith(".")
    if typ is not SAMVERKAN:
        assert of_path(typ.path("namn")) is typ


@pytest.mark.parametrize(
    ("path", "typ"),
    [
        ("ansokan.yaml", "ansokan"),
        ("forankring/fk.yaml", "forankring"),
        ("handelser/0001.yaml", "handelse"),
        ("ansokan.yml", None),
        ("forankring.yaml", None),
        ("forankring/a/b.yaml", None),
        ("annat/ansokan.yaml", None),
        ("okand.yaml", None),
        ("samverkan.yaml", None),
        ("utskrifter/ansokan.md", None),
    ],
)
def test_of_path(path: str, typ: str | None) -> None:
    """A path inside a case is one known kind or none."""
    found = of_path(path)
    assert (found.typ if found else None) == typ


def test_folders() -> None:
    """No two kinds share a folder."""
    assert len(MAPPAR) == sum(1 for each in DOKUMENT.values() if each.folder)
