"""A repository that is not ready is refused with the command that mends it; nothing changes."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .box import OPEN, Box
from .conftest import Run

ANSWER = ["answer", OPEN, "F1-9", "ja", "--motivering", "Enligt plan."]
HEADER = f"insatser/{OPEN}/insats.yaml"


def _no_git(box: Box) -> None:
    (box.root / ".git").rename(box.root.parent / "undan")


def _no_commit(box: Box) -> None:
    _no_git(box)
    box.git("init", "-q", "-b", "main")


def _detached(box: Box) -> None:
    box.git("checkout", "-q", "--detach")


def _two_branches(box: Box) -> None:
    box.git("branch", "annan")
    box.edit("README.md", "# Samordn", "# A Samordn")
    box.commit("Här")
    box.git("switch", "-q", "annan")
    box.edit("README.md", "# Samordn", "# B Samordn")
    box.commit("Där")


def _merge(box: Box) -> None:
    _two_branches(box)
    box.git("merge", "main", check=False)


def _rebase(box: Box) -> None:
    _two_branches(box)
    box.git("rebase", "main", check=False)


def _cherry_pick(box: Box) -> None:
    _two_branches(box)
    box.git("cherry-pick", "main", check=False)


def _bisect(box: Box) -> None:
    box.git("bisect", "start")


def _dirty(box: Box) -> None:
    box.edit(HEADER, "namn: Lumena", "namn: Lumena två")


def _staged(box: Box) -> None:
    _dirty(box)
    box.git("add", HEADER)


def _locked(box: Box) -> None:
    (box.root / ".git" / "index.lock").touch()


def _no_name(_: Box) -> None:
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_COMMITTER_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_EMAIL",
    ):
        os.environ.pop(name, None)


def _hook(box: Box) -> None:
    box.hook("pre-commit", "echo 'Nej, säger kroken.' >&2; exit 1")


def _message_hook(box: Box) -> None:
    box.hook("commit-msg", "exit 1")


def _ref_hook(box: Box) -> None:
    box.hook("reference-transaction", "exit 1")


def _key(box: Box) -> None:
    box.git("config", "commit.gpgsign", "true")
    box.git("config", "user.signingkey", "FINNSINTE")


GIT: dict[str, tuple[Callable[[Box], None], str, str]] = {
    "GIT-01": (_no_git, "inte ett git-repositorium", "samverkan init"),
    "GIT-02": (_no_commit, "inte är sparade", "samverkan save"),
    "GIT-03": (_detached, "inte på någon gren", "git switch"),
    "GIT-04": (_merge, "sammanslagning", "git "),
    "GIT-05": (_rebase, "rebase", "git rebase"),
    "GIT-06": (_cherry_pick, "cherry-pick", "git cherry-pick"),
    "GIT-06 bisect": (_bisect, "bisect", "git bisect"),
    "GIT-08": (_dirty, HEADER, f"samverkan save {OPEN}"),
    "GIT-08 staged": (_staged, HEADER, f"samverkan save {OPEN}"),
    "GIT-12": (_locked, "index.lock", "git"),
    "GIT-18": (_no_name, "Git vet inte vem du är", "git config --global user.name"),
    "GIT-19": (_key, "signera", "user.signingkey"),
    "hook": (_hook, "Nej, säger kroken.", ""),
    "message hook": (_message_hook, "commit-msg", ""),
    "GIT-21": (_ref_hook, "", ""),
}


@pytest.mark.parametrize("row", GIT)
def test_not_ready(examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    """Exit 2, one sentence and a way out; tree, index and refs stand byte for byte."""
    make, word, hint = GIT[row]
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.setenv(name, os.environ[name])
    make(examples)
    before = examples.state()
    done = run(*ANSWER)
    assert (done.code, done.out) == (2, ""), done
    assert done.err.startswith("samverkan: ")
    assert "  → " in done.err
    assert word in done.err
    assert hint in done.err
    assert examples.state() == before


def test_reading_works_without_git(examples: Box, run: Run) -> None:
    """A copy without git can be read, checked and shown; the log says what it lacks."""
    _no_git(examples)
    for words in (["list"], ["status"], ["check"], ["show", OPEN], ["checklist", OPEN]):
        assert run(*words).code == 0, words
    said = run("log", OPEN)
    assert said.code == 0
    assert "Git-historiken går inte att läsa" in said.out


def test_yes_saves_first(examples: Box, run: Run) -> None:
    """With --yes the edit becomes a commit of its own, and the answer the next."""
    _dirty(examples)
    before = examples.count()
    done = run(*ANSWER, "--yes")
    assert (done.code, done.err) == (0, "Sparat: insats.\n")
    assert examples.count() == before + 2
    assert examples.changed() == [f"insatser/{OPEN}/svar/F1-9.yaml"]
    saved = examples.git("show", "--format=%s", "--name-only", "HEAD~1").split("\n")
    assert saved[0] == f"{OPEN}: ändringar i insats"
    assert [each for each in saved[1:] if each] == [HEADER]
    assert examples.status() == ""


def test_a_person_is_asked(examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the question is put, and anything but ja leaves all as it was."""
    _dirty(examples)
    before = examples.state()
    asked: list[str] = []

    def no(question: str) -> bool:
        asked.append(question)
        return False

    def yes(question: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr("samverkan_cli.cli.writes._on_terminal", lambda: True)
    monkeypatch.setattr("samverkan_cli.cli.writes._ask", no)
    assert run(*ANSWER).code == 2
    assert examples.state() == before
    assert "Ska" in asked[0]
    monkeypatch.setattr("samverkan_cli.cli.writes._ask", yes)
    assert run(*ANSWER).code == 0


def test_work_elsewhere_is_left_alone(examples: Box, run: Run) -> None:
    """GIT-09: what is staged and edited elsewhere stays exactly so through every command."""
    examples.edit("README.md", "# Samordn", "# Mitt Samordn")
    examples.git("add", "README.md")
    examples.edit("README.md", "# Mitt", "# Mitt eget")
    examples.write("insatser/2020-001-iris/insats.yaml", "namn: annat\n")
    examples.write("nytt.txt", "mitt\n")
    before = examples.status()
    staged = examples.git("diff", "--cached")
    for words in (
        ANSWER,
        ["sign", OPEN, "ansokan", "--part", "af", "--namn", "A B", "--roll", "Chef"],
        ["add", OPEN, "lagesrapport", "--namn", "2025"],
        ["back", OPEN, "--to", "uppstart", "--motivering", "Skäl."],
        ["new", "Ny insats", "--part", "fk", "--part", "af"],
    ):
        assert run(*words).code == 0, words
        assert examples.status() == before
        assert examples.git("diff", "--cached") == staged


def test_no_commit_leaves_the_change_in_the_tree(examples: Box, run: Run) -> None:
    """--no-commit writes the file, makes no commit, and says so."""
    before = examples.tip()
    done = run(*ANSWER, "--no-commit")
    assert done.code == 0
    assert "inte sparade i git" in done.err
    assert examples.tip() == before
    assert examples.status() == f"?? insatser/{OPEN}/svar/F1-9.yaml\n"
    assert run("save", OPEN).code == 0
    assert examples.status() == ""


def test_linked_worktree(
    examples: Box, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIT-24: in a linked work tree the command commits on that tree's own branch."""
    examples.git("worktree", "add", "-q", "-b", "gren", str(tmp_path / "andra"))
    monkeypatch.chdir(tmp_path / "andra")
    other = Box(tmp_path / "andra")
    assert run(*ANSWER).code == 0
    assert other.changed() == [f"insatser/{OPEN}/svar/F1-9.yaml"]
    assert other.status() == ""
    assert examples.git("rev-parse", "main") != other.git("rev-parse", "gren")


def test_hook_of_the_person_runs(examples: Box, run: Run) -> None:
    """Hooks apply, and a message hook may add its line."""
    examples.hook("commit-msg", 'echo "Granskad-av: kroken" >> "$1"')
    assert run(*ANSWER).code == 0
    assert examples.trailers()["Granskad-av"] == "kroken"


def test_init_inside_another_repository(tmp_path: Path, run: Run) -> None:
    """A new case repository has a git of its own, and the one around it is left alone."""
    big = _big(tmp_path)
    tip = big.tip()
    root = big.root / "arenden"
    assert run("init", str(root), "--namn", "Förbundet").code == 0
    assert (root / ".git").is_dir()
    assert big.tip() == tip


def test_cases_in_a_folder_of_a_larger_repository(tmp_path: Path, run: Run) -> None:
    """A case repository that lies below the top of a larger one commits its own folder only."""
    big = _big(tmp_path)
    root = big.root / "arenden"
    assert run("init", str(root), "--namn", "Förbundet").code == 0
    shutil.rmtree(root / ".git")
    big.commit("Ärendena in")
    assert run("new", "Ny", "--part", "fk", "--part", "af", "-C", str(root)).code == 0
    assert all(path.startswith("arenden/insatser/") for path in big.changed())
    assert big.status() == ""


def _big(folder: Path) -> Box:
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder / "stort")], check=True)
    big = Box(folder / "stort")
    big.write("annat.txt", "hej\n")
    big.commit("Först")
    return big
