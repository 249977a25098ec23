"""A new repository: a git work tree, the first files, one commit; or nothing at all."""

from pathlib import Path

import pytest

from samverkan_cli.beginning import create
from samverkan_cli.errors import SamverkanError
from samverkan_cli.repository import Repository

from . import gitbox


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test the same person and git."""
    gitbox.fixed(monkeypatch)


def test_create(tmp_path: Path) -> None:
    """The first commit holds every file, and leaves a clean work tree on main."""
    root = tmp_path / "nytt förråd"
    plan = create(root, "Samordningsförbundet Prov", tell=gitbox.silent)
    assert gitbox.log(root) == ["Nytt ärendeförråd"]
    assert gitbox.git(root, "status", "--porcelain") == ""
    assert gitbox.git(root, "branch", "--show-current") == "main\n"
    tracked = gitbox.git(root, "-c", "core.quotePath=false", "ls-files").splitlines()
    assert sorted(tracked) == sorted(plan.files)
    assert Repository(root).require_samverkan().forbund.namn == "Samordningsförbundet Prov"


def test_create_beside_other_files(tmp_path: Path) -> None:
    """A folder may hold other things; they stay as they are."""
    (tmp_path / "anteckning.txt").write_text("kvar", "utf-8")
    create(tmp_path, "Prov", tell=gitbox.silent)
    assert (tmp_path / "anteckning.txt").read_text("utf-8") == "kvar"
    assert gitbox.git(tmp_path, "status", "--porcelain") == "?? anteckning.txt\n"


def test_create_with_own_file(tmp_path: Path) -> None:
    """A ready samverkan.yaml, and what it names, is taken as it stands."""
    own = b"# Var\xc3\xa5r\nformatversion: 1\nforbund: {namn: Eget}\n"
    files = {"samverkan.yaml": own, "bilder/logotyp.svg": b"<svg/>"}
    create(tmp_path / "a", "Eget", files, gitbox.silent)
    assert (tmp_path / "a" / "samverkan.yaml").read_bytes() == own
    assert (tmp_path / "a" / "bilder" / "logotyp.svg").read_bytes() == b"<svg/>"


@pytest.mark.parametrize(
    ("taken", "says"),
    [
        ("samverkan.yaml", "Här finns redan ett ärendeförråd"),
        ("README.md", "Mappen har redan README.md"),
    ],
)
def test_create_refused(tmp_path: Path, taken: str, says: str) -> None:
    """Nothing is written over, and no git is made where nothing is created."""
    (tmp_path / taken).write_text("kvar", "utf-8")
    with pytest.raises(SamverkanError, match=says):
        create(tmp_path, "Prov", tell=gitbox.silent)
    assert [path.name for path in tmp_path.iterdir()] == [taken]


@pytest.mark.parametrize(
    ("namn", "own", "says"),
    [
        ("  ", None, "namn är tomt"),
        ("a\nb", None, "namn ska rymmas på en rad"),
        ("Åsa 19121212-1212", None, "personnummer"),
        ("x", b"formatversion: [\n", "Uppgiften går inte att spara"),
    ],
)
def test_create_with_what_cannot_be_read(
    tmp_path: Path, namn: str, own: bytes | None, says: str
) -> None:
    """A name that cannot stand in the file leaves no folder behind."""
    with pytest.raises(SamverkanError, match=says):
        create(tmp_path / "nytt", namn, {"samverkan.yaml": own} if own else None, gitbox.silent)
    assert not (tmp_path / "nytt").exists()


def test_create_in_a_file(tmp_path: Path) -> None:
    """A file is no place for a repository."""
    (tmp_path / "fil").touch()
    with pytest.raises(SamverkanError, match="är ingen mapp"):
        create(tmp_path / "fil", "Prov", tell=gitbox.silent)
