"""A new repository is whole from its first commit, and takes nothing that was there."""

from pathlib import Path

import pytest

from .box import Box
from .conftest import Run


def test_init(run: Run, tmp_path: Path) -> None:
    """Init makes the files, the first commit and a clean tree, and says what to do next."""
    root = tmp_path / "nytt" / "forrad"
    done = run("init", str(root), "--namn", "Samordningsförbundet Prov")
    assert (done.code, done.err) == (0, "")
    assert "samverkan.yaml" in done.out
    box = Box(root)
    assert box.count() == 1
    assert box.status() == ""
    wanted = {"samverkan.yaml", ".gitattributes", "README.md", "insatser/.gitkeep"}
    wanted |= {".github/workflows/samverkan.yml", ".gitlab-ci.yml"}
    wanted |= {".pre-commit-config.yaml", "CODEOWNERS"}
    assert wanted <= set(box.changed())
    assert "Samordningsförbundet Prov" in (root / "samverkan.yaml").read_text(encoding="utf-8")
    assert run("check", "-C", str(root)).code == 0


def test_init_in_a_folder_with_files(run: Run, tmp_path: Path) -> None:
    """Files that were there stay as they are, outside the first commit."""
    (tmp_path / "anteckning.txt").write_text("min\n", encoding="utf-8")
    assert run("init", str(tmp_path), "--namn", "Förbundet").code == 0
    assert Box(tmp_path).status() == "?? anteckning.txt\n"


def test_init_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder the repository is made where one stands."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "--namn", "Förbundet").code == 0
    assert (tmp_path / "samverkan.yaml").exists()


REFUSED = {
    "already one": ("samverkan.yaml", "Här finns redan ett ärendeförråd"),
    "a file in the way": (".gitattributes", "Mappen har redan .gitattributes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_overwritten(run: Run, tmp_path: Path, name: str) -> None:
    """A file that init would write is never written over."""
    path, word = REFUSED[name]
    (tmp_path / path).write_text("mitt: 1\n", encoding="utf-8")
    done = run("init", str(tmp_path), "--namn", "Förbundet")
    assert (done.code, done.out) == (2, "")
    assert word in done.err
    assert [each.name for each in tmp_path.iterdir()] == [path]
    assert (tmp_path / path).read_text(encoding="utf-8") == "mitt: 1\n"


@pytest.mark.parametrize("namn", ["", "  ", "två\nrader", "x" * 500, "x\x1b[31m"])
def test_bad_names(run: Run, tmp_path: Path, namn: str) -> None:
    """A name that samverkan.yaml could not hold is refused before anything is made."""
    done = run("init", str(tmp_path / "nytt"), "--namn", namn)
    assert (done.code, done.out) == (2, "")
    assert "  → " in done.err
    assert not (tmp_path / "nytt").exists()


def test_on_a_file(run: Run, tmp_path: Path) -> None:
    """A file where the folder should be is told."""
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    done = run("init", str(tmp_path / "fil"), "--namn", "Förbundet")
    assert done.code == 2
    assert "är ingen mapp" in done.err


def test_without_identity(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a git identity init says which commands give one."""
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.delenv(name)
    done = run("init", str(tmp_path / "nytt"), "--namn", "Förbundet")
    assert done.code == 2
    assert "git config --global user.name" in done.err
    assert not (tmp_path / "nytt" / "samverkan.yaml").exists()


@pytest.mark.parametrize("where", ["folder made", "repository in place", "before git commit-tree"])
def test_failed_init_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """A disk that refuses before the first commit leaves no folder, no git and no files."""

    def refuse(name: str) -> None:
        if name == where:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("samverkan_cli.history.faults.checkpoint", refuse)
        done = run("init", str(tmp_path / "a" / "b"), "--namn", "Förbundet")
        assert (done.code, done.out) == (2, "")
        assert "disken är full" in done.err
        assert list(tmp_path.iterdir()) == []
        (tmp_path / "mitt.txt").write_text("min\n", encoding="utf-8")
        assert run("init", str(tmp_path), "--namn", "Förbundet").code == 2
        assert [path.name for path in tmp_path.iterdir()] == ["mitt.txt"]
    assert run("init", str(tmp_path), "--namn", "Förbundet").code == 0
