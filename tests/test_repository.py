"""The case repository on disk: found, listed, read once, never led astray."""

from pathlib import Path

import pytest

from samverkan_cli import repository
from samverkan_cli.errors import SamverkanError
from samverkan_cli.repository import Repository, check_case_id


@pytest.fixture
def own(tmp_path: Path) -> Repository:
    """Give a repository with two cases and no git."""
    root = tmp_path / "förråd"
    for case in ("2026-001-ett", "2026-002-två".replace("å", "a")):
        (root / "insatser" / case).mkdir(parents=True)
        (root / "insatser" / case / "ansokan.yaml").write_text("syfte: x\n", "utf-8")
    (root / "samverkan.yaml").write_text("formatversion: 1\nforbund:\n  namn: Prov\n", "utf-8")
    return Repository(root)


def test_find_upwards(own: Repository) -> None:
    """The repository is found from anywhere inside it, and its absence is told with a way on."""
    assert Repository.find(own.root / "insatser" / "2026-001-ett").root == own.root.resolve()
    with pytest.raises(SamverkanError, match="Här finns inget ärendeförråd") as caught:
        Repository.find(own.root.parent)
    assert "samverkan init" in caught.value.hint
    with pytest.raises(SamverkanError, match="finns inte"):
        Repository.find(own.root / "nej")


def test_forbund(own: Repository) -> None:
    """The förbund's file is read once, and refused where it is needed and broken."""
    assert own.require_samverkan().forbund.namn == "Prov"
    (own.root / "samverkan.yaml").write_text("formatversion: 2\n", "utf-8")
    broken = Repository(own.root)
    assert broken.samverkan is None
    with pytest.raises(SamverkanError, match="går inte att läsa"):
        broken.require_samverkan()


def test_case_ids_and_strays(own: Repository) -> None:
    """Folders are cases; links, files and odd names among them are pointed at; noise is not."""
    cases = own.root / "insatser"
    (cases / ".gitkeep").touch()
    (cases / "anteckning.txt").touch()
    (cases / "Stor Mapp").mkdir()
    (cases / "lank").symlink_to(cases / "2026-001-ett")
    assert own.case_ids() == ["2026-001-ett", "2026-002-tva", "Stor Mapp"]
    assert [each.file for each in own.strays()] == [
        "insatser/Stor Mapp",
        "insatser/anteckning.txt",
        "insatser/lank",
    ]
    assert {each.rule for each in own.strays()} == {"DOK110"}


def test_no_cases_yet(tmp_path: Path) -> None:
    """A repository without the folder of cases has none."""
    empty = Repository(tmp_path)
    assert (empty.case_ids(), empty.strays()) == ([], [])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("2026-001-ett", "2026-001-ett"),
        ("2026-002", "2026-002-tva"),
        ("2026-002-", "2026-002-tva"),
        ("insatser/2026-001-ett", "2026-001-ett"),
        ("insatser/2026-001-ett/ansokan.yaml", "2026-001-ett"),
        ("./insatser/../insatser/2026-002-tva/", "2026-002-tva"),
    ],
)
def test_resolve(own: Repository, monkeypatch: pytest.MonkeyPatch, wanted: str, found: str) -> None:
    """A case is named by id, by the beginning of it or by a path into it."""
    monkeypatch.chdir(own.root)
    assert own.resolve(wanted) == found


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("2026", "passar på flera insatser: 2026-001-ett, 2026-002-tva"),
        ("2027", "Det finns ingen insats ”2027”"),
        ("../hemligt", "är inget insats-id"),
        ("insatser", "Det finns ingen insats ”insatser”"),
        ("insatser/", "är inget insats-id"),
        ("/etc/passwd", "är inget insats-id"),
        ("A\x1b[31m", r"”A\\x1b\[31m” är inget insats-id"),
        ("", "är inget insats-id"),
        ("con", "är inget insats-id"),
        ("lpt1", "är inget insats-id"),
        ("å", "är inget insats-id"),
    ],
)
def test_resolve_refuses(
    own: Repository, monkeypatch: pytest.MonkeyPatch, wanted: str, says: str
) -> None:
    """What is not one case of the repository is refused in words."""
    monkeypatch.chdir(own.root)
    with pytest.raises(SamverkanError, match=says):
        own.resolve(wanted)


@pytest.mark.parametrize("text", ["2026-014-unga-vuxna", "a", "2026-"])
def test_case_id(text: str) -> None:
    """An id is lower-case words with hyphens."""
    check_case_id(text)


def test_open_reads_regular_files(own: Repository) -> None:
    """A document that is a link or a folder is a fault; folders of other things are looked into."""
    folder = own.root / "insatser" / "2026-001-ett"
    (folder / "behovsanalys.yaml").mkdir()
    (folder / "insats.yaml").symlink_to("/etc/passwd")
    (folder / "forankring").mkdir()
    (folder / "forankring" / "fk.yaml").write_text("part: fk\n", "utf-8")
    (folder / "utskrifter").mkdir()
    (folder / "utskrifter" / "ansokan.html").write_text("<p>", "utf-8")
    (folder / "utskrifter" / "lank.html").symlink_to("/etc/passwd")
    case = own.open("2026-001-ett")
    assert case.folder == "insatser/2026-001-ett"
    assert [(each.rule, each.file.rpartition("/")[2]) for each in case.diagnostics] == [
        ("YML101", "behovsanalys.yaml"),
        ("YML101", "insats.yaml"),
        ("YML101", "lank.html"),
    ]
    assert case.record("forankring/fk") is not None


def test_too_many_files(own: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is no case is not read to its end, and that is said."""
    monkeypatch.setattr(repository, "MAX_FILES", 3)
    folder = own.root / "insatser" / "2026-001-ett"
    (folder / "forankring").mkdir()
    for number in range(9):
        (folder / "forankring" / f"p{number}.yaml").write_text("part: fk\n", "utf-8")
    case = own.open("2026-001-ett")
    assert [each.rule for each in case.diagnostics] == ["DOK107"]
    assert "fler än 3 filer" in case.diagnostics[0].message
