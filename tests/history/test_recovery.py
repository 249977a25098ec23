"""Killed anywhere, a change is wholly there or wholly absent after recovery."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import journal, lock
from samverkan_cli.history.recovery import pending, recover
from samverkan_cli.history.transaction import commit, preview

from .sandbox import ANSOKAN, CASE, EVENT, HEADER, Sandbox, advance, edit, users_work

_VICTIM = Path(__file__).with_name("victim.py")


def _victim(kind: str, first: int, boxes: list[Sandbox]) -> list[str]:
    """Run the victim on some repositories, killed at one point after the other."""
    bases = [str(box.base) for box in boxes]
    done = subprocess.run(
        [sys.executable, str(_VICTIM), kind, str(first), *bases], capture_output=True, check=True
    )
    return done.stdout.decode().splitlines()


def _copies(box: Sandbox, where: Path, count: int) -> list[Sandbox]:
    """Copy a repository many times."""
    where.mkdir()
    folder = box.base.relative_to(box.top).as_posix()
    made = []
    for number in range(count):
        shutil.copytree(box.top, where / str(number), symlinks=True)
        made.append(Sandbox(where / str(number), folder))
    return made


def _picture(box: Sandbox) -> tuple[object, ...]:
    """Everything that a half-done change would show: tree, index, status and files."""
    ours = (HEADER, ANSOKAN, EVENT, f"{CASE}/utkast.yaml", "anteckning.txt", "okand.txt")
    return (
        box.git("rev-parse", "HEAD^{tree}"),
        box.git("ls-files", "-s"),
        box.git("status", "--porcelain", "-uall"),
        tuple(box.read(path) for path in ours),
    )


def _after(box: Sandbox, where: Path, kind: str) -> tuple[tuple[object, ...], int]:
    """Make the change undisturbed; gives the picture and the number of fault points."""
    done = _copies(box, where, 1)[0]
    names = _victim(kind, 0, [done])
    assert len(set(names)) > 10
    return _picture(done), len(names)


@pytest.mark.parametrize("kind", ["commit", "leave"])
def test_killed_at_every_point(below: Sandbox, tmp_path: Path, kind: str) -> None:
    """Whatever moment a writer is killed at, recovery gives the state before or after."""
    users_work(below)
    before = _picture(below)
    after, points = _after(below, tmp_path / "klar", kind)
    boxes = _copies(below, tmp_path / "dodade", points)
    _victim(kind, 1, boxes)
    outcomes = []
    for box in boxes:
        worktree = box.open()
        waiting = pending(worktree)
        said = recover(worktree)
        assert bool(waiting) == bool(said)
        assert pending(worktree) is None
        assert recover(worktree) is None
        picture = _picture(box)
        assert picture in (before, after)
        outcomes.append(picture == after)
        box.assert_sound()
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


@pytest.mark.parametrize("kind", ["commit", "leave"])
def test_killed_again_while_recovering(box: Sandbox, tmp_path: Path, kind: str) -> None:
    """Recovery itself may be killed at any moment and is finished by the next one."""
    users_work(box)
    before = _picture(box)
    after, points = _after(box, tmp_path / "klar", kind)
    victims = _copies(box, tmp_path / "dodade", points)
    _victim(kind, 1, victims)
    interrupted = [victim for victim in victims if pending(victim.open())]
    assert interrupted
    for number, victim in enumerate(interrupted[::4]):
        where = tmp_path / f"igen-{number}"
        names = _victim("recover", 0, _copies(victim, where, 1))
        shutil.rmtree(where)
        again = _copies(victim, where, len(names))
        _victim("recover", 1, again)
        for each in again:
            recover(each.open())
            assert _picture(each) in (before, after)
            each.assert_sound()


def _killed_at(box: Sandbox, name: str, tmp_path: Path) -> Sandbox:
    """Give a repository whose writer was killed at the last point of a name."""
    names = _victim("commit", 0, _copies(box, tmp_path / "namn", 1))
    point = len(names) - names[::-1].index(name)
    victims = _copies(box, tmp_path / "offer", 1)
    _victim("commit", point, victims)
    return victims[0]


def test_an_interrupted_change_is_finished_by_the_next(box: Sandbox, tmp_path: Path) -> None:
    """The next writing command finishes the change, says so, and then does its own."""
    victim = _killed_at(box, "ref moved", tmp_path)
    told: list[str] = []
    worktree = victim.open()
    assert pending(worktree) is not None
    with pytest.raises(SamverkanError, match="avbröts"):
        preview(worktree, CASE, advance)
    commit(worktree, CASE, edit(HEADER, "namn: Ny\n"), tell=told.append)
    assert "slutförd" in told[0]
    assert victim.read(EVENT) == "nummer: 1\n"
    assert victim.git("status", "--porcelain") == ""
    victim.assert_sound()


def test_an_undone_change_leaves_a_foreign_index_lock(box: Sandbox, tmp_path: Path) -> None:
    """Undoing removes an index.lock only when it is our own."""
    victim = _killed_at(box, "journal written", tmp_path)
    foreign = victim.top / ".git/index.lock"
    foreign.write_bytes(b"")
    assert "inget av den" in str(recover(victim.open()))
    assert foreign.exists()
    foreign.unlink()
    victim.assert_sound()


@pytest.mark.parametrize("held", [b"", b"new", b"0" * 40])
def test_locks_of_a_killed_git_are_swept(
    box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bytes
) -> None:
    """A branch lock that our own dead git left is removed; one that says something else stays."""
    monkeypatch.setattr("samverkan_cli.history.reflocks.PATIENCE", 0.1)
    victim = _killed_at(box, "before git update-ref", tmp_path)
    record = journal.read(victim.top / ".git/samverkan")
    lock_file = victim.top / ".git/refs/heads/main.lock"
    lock_file.write_bytes(str(record.new).encode() + b"\n" if held == b"new" else held)
    (victim.top / ".git/HEAD.lock").write_bytes(b"")
    assert "inget av den" in str(recover(victim.open()))
    assert not (victim.top / ".git/HEAD.lock").exists()
    assert lock_file.exists() is (held == b"0" * 40)
    lock_file.unlink(missing_ok=True)
    commit(victim.open(), CASE, advance)
    victim.assert_sound()


def test_a_git_killed_while_it_moves_the_branch(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where git alone dies at the commit point, nothing has changed and nothing is in the way."""
    monkeypatch.setattr("samverkan_cli.history.reflocks.PATIENCE", 0.1)
    box.hook("reference-transaction", "kill -9 $PPID")
    before = box.state()
    with pytest.raises(SamverkanError, match="flyttade inte grenen"):
        commit(box.open(), CASE, advance)
    assert box.state() == before
    assert list((box.top / ".git").rglob("*.lock")) == []
    (box.top / ".git/hooks/reference-transaction").unlink()
    commit(box.open(), CASE, advance)
    box.assert_sound()


def test_recovery_after_the_user_removed_the_index_lock(box: Sandbox, tmp_path: Path) -> None:
    """Where the prepared index cannot be used, our paths are set in the one that is there."""
    victim = _killed_at(box, "ref moved", tmp_path)
    (victim.top / ".git/index.lock").unlink()
    victim.write("ny.txt", "lagd\n")
    victim.git("add", "ny.txt")
    recover(victim.open())
    assert victim.git("status", "--porcelain") == "A  ny.txt\n"
    victim.assert_sound()


def test_recovery_keeps_what_the_user_did_since(box: Sandbox, tmp_path: Path) -> None:
    """A file that somebody edited after the kill is left alone and named."""
    victim = _killed_at(box, "ref moved", tmp_path)
    victim.write(ANSOKAN, "titel: Efteråt\n")
    said = str(recover(victim.open()))
    assert ANSOKAN in said
    assert victim.read(ANSOKAN) == "titel: Efteråt\n"
    assert victim.read(EVENT) == "nummer: 1\n"


def test_recovery_does_not_write_through_a_link(box: Sandbox, tmp_path: Path) -> None:
    """A link or a folder put in a file's place since the kill is never written through."""
    victim = _killed_at(box, "ref moved", tmp_path)
    (victim.top / ANSOKAN).unlink()
    (victim.top / ANSOKAN).symlink_to(tmp_path / "utanfor")
    (victim.top / EVENT).mkdir(parents=True)
    said = str(recover(victim.open()))
    assert ANSOKAN in said
    assert EVENT in said
    assert not (tmp_path / "utanfor").exists()


def test_recovery_when_someone_built_on_top(box: Sandbox, tmp_path: Path) -> None:
    """A commit that others already built on is finished and not undone."""
    victim = _killed_at(box, "ref moved", tmp_path)
    on_top = victim.git("commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "Ovanpå").strip()
    victim.git("update-ref", "refs/heads/main", on_top)
    assert "slutförd" in str(recover(victim.open()))
    assert victim.git("status", "--porcelain") == ""
    victim.assert_sound()


@pytest.mark.parametrize(
    "switch", [("switch", "-q", "-f", "annan"), ("switch", "-q", "-f", "--detach", "HEAD~1")]
)
def test_recovery_on_another_branch(box: Sandbox, tmp_path: Path, switch: tuple[str, ...]) -> None:
    """A work tree switched away since the kill keeps the files it has now."""
    box.git("branch", "annan")
    victim = _killed_at(box, "ref moved", tmp_path)
    (victim.top / ".git/index.lock").unlink()
    victim.git(*switch)
    files = victim.read(ANSOKAN)
    assert "annan gren" in str(recover(victim.open()))
    assert victim.read(ANSOKAN) == files
    assert victim.git("status", "--porcelain") == ""
    victim.assert_sound()


def test_recovery_when_the_branch_is_gone(box: Sandbox, tmp_path: Path) -> None:
    """A change whose branch no longer exists is undone."""
    victim = _killed_at(box, "index locked", tmp_path)
    victim.git("branch", "-m", "main", "nytt")
    assert "inget av den" in str(recover(victim.open()))
    assert victim.git("status", "--porcelain") == ""
    victim.assert_sound()


def test_recovery_when_the_branch_has_another_name(box: Sandbox, tmp_path: Path) -> None:
    """A stored change is finished wherever HEAD holds it, whatever the branch is called now."""
    victim = _killed_at(box, "ref moved", tmp_path)
    victim.git("branch", "-m", "main", "nytt")
    assert "slutförd" in str(recover(victim.open()))
    assert victim.git("status", "--porcelain") == ""
    victim.assert_sound()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"version": 2}',
        {"ref": "HEAD"},
        {"new": None},
        {"new": "x"},
        {"work": "../x"},
        {"work": None},
        {"steps": [{"path": "../x", "mode": "100644", "tip": None, "before": None, "after": None}]},
        {"steps": [{"path": "x", "mode": "120000", "tip": None, "before": None, "after": None}]},
        {"steps": [{"path": "x"}]},
    ],
)
def test_an_unreadable_journal_stops_everything(
    box: Sandbox, damage: bytes | dict[str, object]
) -> None:
    """Nobody guesses what a damaged journal meant: writing stops, reading says so."""
    state = box.top / ".git/samverkan"
    state.mkdir()
    good = {
        "version": 1,
        "ref": "refs/heads/main",
        "old": None,
        "new": "0" * 40,
        "work": "work-a",
        "steps": [],
    }
    text = damage if isinstance(damage, bytes) else json.dumps({**good, **damage}).encode()
    (state / "journal.json").write_bytes(text)
    before = box.state()
    worktree = box.open()
    assert pending(worktree) is not None
    with pytest.raises(SamverkanError, match="går inte att läsa"):
        recover(worktree)
    with pytest.raises(SamverkanError, match="går inte att läsa"):
        commit(worktree, CASE, advance)
    assert box.state() == before
    assert (state / "journal.json").read_bytes() == text


def test_nothing_to_recover(box: Sandbox) -> None:
    """In a repository where nothing was interrupted recovery is silent and writes nothing."""
    worktree = box.open()
    assert recover(worktree) is None
    assert pending(worktree) is None
    assert not worktree.state_dir.exists()


def test_a_live_writer_is_named(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second writer waits, then says who holds the lock; a reader hears it at once."""
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    worktree = box.open()
    worktree.state_dir.mkdir()
    with lock.held(worktree.state_dir):
        (worktree.state_dir / "journal.json").write_bytes(b"{}")
        assert f"process {os.getpid()}" in str(pending(worktree))
        (worktree.state_dir / "journal.json").unlink()
        with pytest.raises(
            SamverkanError, match=f"skriver redan.*process {os.getpid()} på .* sedan"
        ):
            commit(worktree, CASE, advance)
        (worktree.state_dir / "lock").write_bytes(b"")
        with pytest.raises(SamverkanError, match="en annan process"):
            recover(worktree)
    commit(worktree, CASE, advance)
    box.assert_sound()


def test_recovery_waits_for_a_git_that_outlived_its_parent(box: Sandbox) -> None:
    """A git still moving the branch when its parent is killed keeps the lock until it is done."""
    box.hook(
        "reference-transaction",
        '[ "$1" = prepared ] || exit 0\n'
        'kill -9 $(ps -o ppid= -p $PPID)\nsleep 0.4; touch "$(git rev-parse --git-dir)/klar"',
    )
    commit_only = (
        "import sys; from pathlib import Path; from samverkan_cli.history import transaction; "
        "from samverkan_cli.history.worktree import Worktree; "
        "from samverkan_cli.history.change import Change; "
        f"transaction.commit(Worktree.open(Path(sys.argv[1])), {CASE!r}, "
        f"lambda _: Change({{{ANSOKAN!r}: b'titel: Ny'}}, 'Ny'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", commit_only, str(box.base)], capture_output=True, check=False
    )
    assert done.returncode == -9
    before = time.monotonic()
    assert "slutförd" in str(recover(box.open()))
    assert time.monotonic() - before > 0.2
    assert box.read(ANSOKAN) == "titel: Ny"
    (box.top / ".git/hooks/reference-transaction").unlink()
    box.assert_sound()
