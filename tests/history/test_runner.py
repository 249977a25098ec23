"""Git is started in one way, whatever surrounds us."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import runner
from samverkan_cli.history.runner import GitError, GitRunner
from samverkan_cli.history.transaction import commit

from .sandbox import CASE, Sandbox, advance


def test_the_callers_git_variables_are_hidden(
    box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Called from a hook with GIT_DIR and GIT_INDEX_FILE set, we still see our repository."""
    foreign = {
        "GIT_DIR": str(tmp_path / "annat"),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "user.name",
        "GIT_CONFIG_VALUE_0": "Inkräktare",
        "GIT_TRACE": str(tmp_path / "spar"),
        "GIT_PYTHON_REFRESH": "raise",
    }
    for name, value in foreign.items():
        monkeypatch.setenv(name, value)
    worktree = box.open()
    commit(worktree, CASE, advance)
    assert {name: os.environ[name] for name in foreign} == foreign
    for name in foreign:
        monkeypatch.delenv(name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["forrad"]
    box.assert_sound()


def test_a_commit_asks_git_few_questions(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be asked once is asked once: each question is a process that a person waits for."""
    asked: list[str] = []
    monkeypatch.setattr("samverkan_cli.history.faults.checkpoint", asked.append)
    commit(box.open(), CASE, advance)
    questions = [name for name in asked if name.startswith("before git")]
    assert len(questions) == len(set(questions)) + 1, "only rev-parse is asked twice"
    assert len(questions) <= 12


def test_configured_programs_never_start(box: Sandbox, tmp_path: Path) -> None:
    """What a repository's configuration wants to run on reading is not run."""
    script = tmp_path / "pwn"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/PWN\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "core.editor", "core.sshCommand"):
        box.git("config", key, str(script))
    worktree = box.open()
    worktree.refuse_unready(CASE)
    worktree.unsaved(CASE)
    assert not (tmp_path / "PWN").exists()


def test_a_failing_git_speaks_visibly(box: Sandbox) -> None:
    """An error carries its status, and what git said without hidden characters."""
    with pytest.raises(GitError, match="misslyckades") as caught:
        GitRunner(box.top).run(["cat-file", "-p", "\x1b[31m"])
    assert caught.value.status == 128
    assert "\x1b" not in caught.value.message
    assert GitError(["x"], 1, "\x1b[31m\n").stderr == "\\x1b[31m"
    assert GitRunner(box.top).run(["cat-file", "-e", "x"], ok=(0, 128)) == b""
    assert "utan förklaring" in GitError(["x"], 1, "").message


def test_stdin_and_stdout_are_bytes(box: Sandbox) -> None:
    """Bytes go in and come out unchanged, more than a pipe holds."""
    data = bytes(range(256)) * 4096
    git = GitRunner(box.top)
    name = git.run(["hash-object", "-w", "--stdin"], stdin=data).strip().decode()
    assert git.run(["cat-file", "blob", name]) == data


@pytest.mark.parametrize("stubborn", [False, True])
def test_a_git_that_hangs_is_stopped(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch, stubborn: bool
) -> None:
    """Nothing waits for ever: a hanging git is ended and named."""
    bin_dir = box.top / "bin"
    bin_dir.mkdir()
    trap = "trap '' TERM\n" if stubborn else ""
    fake = bin_dir / "git"
    fake.write_text(
        f'#!/bin/sh\ncase "$*" in *version) echo git version 2.50.0; exit;; esac\n{trap}'
        "while :; do sleep 0.1; done\n"
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_dir}:{os.environ['PATH']}")
    monkeypatch.setattr(runner, "MERCY", 0.2)
    with pytest.raises(SamverkanError, match="svarade inte inom"):
        GitRunner(box.top).answer(["status"], timeout=0.3)


def test_an_old_git_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git without `git hook run` is refused with the version that is needed."""
    fake = tmp_path / "git"
    fake.write_text("#!/bin/sh\necho git version 2.35.9\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(SamverkanError, match=r"för gammalt: git version 2\.35\.9") as caught:
        GitRunner(tmp_path).run(["status"])
    assert "2.36" in caught.value.hint


def test_a_missing_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git on the computer the answer is how to install it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SamverkanError, match="Git finns inte") as caught:
        GitRunner(tmp_path).run(["status"])
    assert "git-scm.com" in caught.value.hint


def test_a_missing_git_is_said_even_by_a_fresh_process(tmp_path: Path) -> None:
    """A process that has asked git nothing yet says it too, and in the same words."""
    code = (
        "import sys; from pathlib import Path; from samverkan_cli.history.runner import GitRunner; "
        "GitRunner(Path(sys.argv[1])).run(['status'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert b"Git finns inte" in done.stderr


def test_a_talk_gives_all_that_git_writes(box: Sandbox) -> None:
    """What is read bit by bit is the same as what is read at once, and longer than a pipe holds."""
    text = "".join(f"rad {number}\n" for number in range(50_000))
    box.write("stor.txt", text)
    box.save()
    git = GitRunner(box.top)
    with git.talking(["show", "HEAD:stor.txt"]) as talk:
        assert b"".join(talk.chunks()) == text.encode()


def test_a_talk_that_fails_says_what_git_said(box: Sandbox) -> None:
    """A git that ends badly is an error when everything has been read."""
    with (
        pytest.raises(GitError, match="misslyckades"),
        GitRunner(box.top).talking(["show", "HEAD:borta"]) as talk,
    ):
        list(talk.chunks())


def test_a_talk_that_nobody_ends_is_ended(box: Sandbox) -> None:
    """A git that waits for more is stopped when we leave, and when its time is out."""
    with GitRunner(box.top).talking(["cat-file", "--batch"]) as talk:
        pass
    assert talk.process.poll() is not None
    with GitRunner(box.top).talking(["cat-file", "--batch"], timeout=0.2) as talk:
        assert talk.out.readline() == b""
    assert talk.process.poll() is not None
