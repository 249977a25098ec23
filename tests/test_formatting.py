"""Which documents are put in canonical form, and in which order of keys."""

import shutil
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.formatting import formatted, targets
from samverkan_cli.repository import Repository
from tests.support import EXAMPLES

CASE = "insatser/2026-001-en-ingang"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Give a copy of two examples."""
    root = tmp_path_factory.mktemp("forrad")
    shutil.copy(EXAMPLES / "samverkan.yaml", root)
    for case in ("2026-001-en-ingang", "2023-001-lumena"):
        shutil.copytree(EXAMPLES / "insatser" / case, root / "insatser" / case)
    return Repository(root)


def test_keys_in_the_order_of_the_model() -> None:
    """Keys come in the model's order, in groups and rows too, and comments go with them."""
    text = "syfte: S\nsokande:\n  enhet: E\n  part: fk\n# om kostnad\nbakgrund: B\n"
    assert formatted(f"{CASE}/ansokan.yaml", text.encode()).split("\n")[:6] == [
        "sokande:",
        "  part: fk",
        "  enhet: E",
        "# om kostnad",
        "bakgrund: B",
        "syfte: S",
    ]


@pytest.mark.parametrize("name", ["samverkan.yaml", "processer/egen.yaml", "insatser/x.yaml"])
def test_other_files(name: str) -> None:
    """The förbund's file has a model; a file without one keeps its order."""
    text = "parter: []\nformatversion: 1\n"
    made = formatted(name, text.encode())
    assert made.startswith("formatversion" if name == "samverkan.yaml" else "parter")


def test_examples_keep_what_they_say() -> None:
    """Formatting an example changes neither data nor, the second time, anything."""
    for path in sorted((EXAMPLES / CASE).glob("*.yaml")):
        name = f"{CASE}/{path.name}"
        once = formatted(name, path.read_bytes())
        assert formatted(name, once.encode()) == once


def test_targets(own: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, a folder, a case or everything is chosen; what the tool wrote is left alone."""
    monkeypatch.chdir(own.root)
    everything = targets(own, [])
    assert everything[0] == "samverkan.yaml"
    assert not [each for each in everything if "handelser" in each or "svar/" in each]
    assert targets(own, ["."]) == everything
    assert targets(own, [f"{CASE}/insats.yaml"]) == [f"{CASE}/insats.yaml"]
    assert targets(own, ["samverkan.yaml"]) == ["samverkan.yaml"]
    by_id, by_path = targets(own, ["2026-001"]), targets(own, [CASE])
    assert by_id == by_path
    assert f"{CASE}/forankring/fk.yaml" in by_id
    assert targets(own, ["2026-001", CASE]) == by_id
    assert targets(own, [str(own.root / CASE / "forankring")]) == [
        each for each in by_id if "forankring" in each
    ]


def test_targets_from_within_a_case(own: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is understood from where one stands."""
    monkeypatch.chdir(own.root / CASE)
    assert targets(own, ["insats.yaml"]) == [f"{CASE}/insats.yaml"]


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("nej.yaml", "är ingen handling i förrådet"),
        (f"{CASE}/handelser/0001.yaml", "är ingen handling i förrådet"),
        ("2027-001", "Det finns ingen insats"),
        ("/tmp", "är inget insats-id"),  # noqa: S108 - a path, not a file to write
    ],
)
def test_targets_refused(
    own: Repository, monkeypatch: pytest.MonkeyPatch, wanted: str, says: str
) -> None:
    """What is no document of the repository is refused in words."""
    monkeypatch.chdir(own.root)
    with pytest.raises(SamverkanError, match=says):
        targets(own, [wanted])


def test_targets_outside(own: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An id works from outside the repository too."""
    monkeypatch.chdir(tmp_path)
    assert targets(own, ["2023-001"])[0].startswith("insatser/2023-001-lumena/")
