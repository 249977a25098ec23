"""`samverkan check --staged` and the hooks that ask it: nothing personal gets into git by hand."""

import os
import subprocess
from pathlib import Path

import pytest

from samverkan_cli.history import prehook
from samverkan_cli.history.worktree import Worktree

from .box import CASE, IDENTITY, Box
from .conftest import Run

NUMBER = "19121212-1212"
IDEA = f"insatser/{CASE}/idebeskrivning.yaml"


def commit(box: Box, *words: str) -> "subprocess.CompletedProcess[str]":
    """Commit as a person would, hooks and all."""
    return subprocess.run(
        ["git", "commit", *words],
        cwd=box.root,
        capture_output=True,
        check=False,
        text=True,
        env=os.environ | IDENTITY,
    )


def test_what_is_staged_counts_and_not_the_tree(small: Box, run: Run) -> None:
    """The index is judged: a number only in the tree is not, and one only in the index is."""
    small.edit(IDEA, "datum:", f"datum: # {NUMBER}")
    assert run("check", "--staged").code == 0
    small.git("add", "-A")
    small.edit(IDEA, NUMBER, "borta")
    before = small.state(whole=True)
    done = run("check", "--staged")
    assert done.code == 1
    assert f"{IDEA}:6:" in done.out
    assert "PER101" in done.out
    assert "1212" not in done.out + done.err
    assert small.state(whole=True) == before


PLACES: dict[str, tuple[str, str | bytes]] = {
    "readme": ("README.md", f"Ring {NUMBER}.\n"),
    "rule book": ("kataloger/roller.yaml", f"# {NUMBER}\nroller: []\n"),
    "template": ("templates/x.txt", f"{NUMBER}\n"),
    "file name": (f"underlag/{NUMBER}.txt", "x\n"),
    "folder name": (f"underlag {NUMBER}/a.txt", "x\n"),
    "beside the documents": (f"insatser/{CASE}/anteckning.txt", f"{NUMBER}\n"),
    "a rendering": (f"insatser/{CASE}/utskrifter/ansokan.html", f"<p>{NUMBER}</p>\n"),
    "unreadable": (f"insatser/{CASE}/ansokan.yaml", f"syfte: [ {NUMBER}\n"),
    "not utf-8": ("brev.txt", f"Åsa {NUMBER}\n".encode("latin-1")),
    "PII-09 a token": ("README.md", "ghp_0123456789abcdefghijABCDEFGHIJ012345\n"),
    "PII-10 a private key": ("nyckel", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
}


@pytest.mark.parametrize("name", PLACES)
def test_every_staged_file_is_searched(small: Box, run: Run, name: str) -> None:
    """Wherever it stands, in whatever file or name, it is found and not repeated."""
    path, text = PLACES[name]
    small.write(path, text)
    small.git("add", "-A")
    done = run("check", "--staged")
    assert done.code == 1, done
    assert ("PER102" if "PII" in name else "PER101") in done.out
    assert "1212" not in done.out + done.err
    assert "ABCDE" not in done.out


def test_only_touched_cases_are_judged(examples: Box, run: Run) -> None:
    """A fault in the case that is committed stops it; one in a case that is not does not."""
    examples.edit("insatser/2023-001-lumena/insats.yaml", "namn: Lumena", "nam: Lumena")
    examples.edit("insatser/2020-001-iris/insats.yaml", "id: 2020-001-iris", "id:  2020-001-iris")
    examples.git("add", "insatser/2020-001-iris")
    done = run("check", "--staged", "-f", "json")
    assert done.code == 0
    assert '"insatser": 1' in done.out
    examples.git("add", "-A")
    assert run("check", "--staged").code == 1


def test_outside_a_case_repository(run: Run, tmp_path: Path) -> None:
    """Without cases, and before the first commit, the files are searched all the same."""
    box = Box(tmp_path)
    box.git("init", "-q", "-b", "main")
    assert run("check", "--staged", "-C", str(tmp_path)).code == 0
    box.write("a.txt", NUMBER)
    box.git("add", "-A")
    assert run("check", "--staged", "-C", str(tmp_path)).code == 1


def test_the_index_of_a_calling_hook(small: Box, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`git commit FIL` and `git commit -a` have an index of their own: that one is judged."""
    small.write("brev.txt", NUMBER)
    own = small.root / ".git" / "next-index"
    own.write_bytes((small.root / ".git" / "index").read_bytes())
    with monkeypatch.context() as patch:
        patch.setenv("GIT_INDEX_FILE", str(own))
        small.git("add", "brev.txt")
        assert run("check", "--staged").code == 1
        assert run("status").code == 0
    assert run("check", "--staged").code == 0


@pytest.mark.parametrize("words", [["--staged", CASE], ["--staged", "--message", "x"]])
def test_options_that_contradict(small: Box, run: Run, words: list[str]) -> None:
    """What is staged is judged whole and alone."""
    assert small.root.exists()
    assert run("check", *words).code == 2


def test_a_message(small: Box, run: Run) -> None:
    """The words that go with a commit are searched, but for what git cuts away."""
    text = small.write("../ord", "Rättat\n\nGäller Åsa.\n")
    assert run("check", "--message", str(text)).code == 0
    scissors = "# ------------------------ >8 ------------------------\n"
    text.write_text(f"Rättat\n{scissors}+{NUMBER}\n", encoding="utf-8")
    assert run("check", "--message", str(text)).code == 0
    text.write_text(f"Rättat\n\nInsats: {NUMBER}\n", encoding="utf-8")
    done = run("check", "--message", str(text))
    assert done.code == 1
    assert "incheckningsmeddelandet:3:9 PER101" in done.out
    assert "1212" not in done.out
    assert run("check", "--message", str(small.root / "saknas")).code == 2


def test_commit_by_hand_is_stopped(small: Box) -> None:
    """The hooks of a new repository stop a number in a file and in the message, and say where."""
    tip = small.tip()
    small.write("brev.txt", f"Åsa {NUMBER}\n")
    small.git("add", "-A")
    done = commit(small, "-m", "Brev")
    assert done.returncode == 1
    assert "brev.txt:1:5 PER101" in done.stderr
    assert "1212" not in done.stdout + done.stderr
    small.write("brev.txt", "Åsa\n")
    done = commit(small, "-a", "-m", f"Brev till {NUMBER}")
    assert done.returncode == 1
    assert "1212" not in done.stdout + done.stderr
    assert small.tip() == tip
    done = commit(small, "-q", "-a", "-m", "Brev till Åsa")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert small.tip() != tip


def test_own_commits_do_not_ask(small: Box, run: Run) -> None:
    """What the tool commits has been judged: our hook lets it through without starting anything."""
    hook = small.root / ".git" / "hooks" / "pre-commit"
    text = hook.read_text(encoding="utf-8")
    hook.write_text(text.replace("program=", f"touch {small.root}/startad\nprogram="), "utf-8")
    assert run("answer", CASE, "F1-7", "ja", "--motivering", "Ja.").code == 0
    assert not (small.root / "startad").exists()


def test_somebody_elses_hook_stays(run: Run, tmp_path: Path) -> None:
    """A hook that is there already is never written over, and the person is told what to add."""
    box = Box(tmp_path)
    box.git("init", "-q", "-b", "main")
    box.hook("pre-commit", "exit 0")
    mine = (tmp_path / ".git/hooks/pre-commit").read_bytes()
    done = run("init", str(tmp_path), "--namn", "Förbundet")
    assert done.code == 0
    assert "samverkan check --staged" in done.err
    tree = Worktree.open(tmp_path)
    assert (tmp_path / ".git/hooks/pre-commit").read_bytes() == mine
    assert (tmp_path / ".git/hooks/commit-msg").exists()
    assert not prehook.installed(tree)
    (tmp_path / ".git/hooks/pre-commit").unlink()
    assert prehook.install(tree)
    assert prehook.installed(tree)


def test_hooks_kept_elsewhere_are_left_alone(small: Box, tmp_path: Path) -> None:
    """A folder of hooks that the person has outside the repository is not ours to fill."""
    elsewhere = tmp_path / "krokar"
    small.git("config", "core.hooksPath", str(elsewhere))
    assert not prehook.install(Worktree.open(small.root))
    assert not elsewhere.exists()
