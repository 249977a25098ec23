"""What a commit changes, and everything it must not."""

import os
import shutil
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import landing
from samverkan_cli.history.transaction import (
    Change,
    Snapshot,
    UnchangedError,
    UnsavedError,
    commit,
    leave_in_tree,
    preview,
    rewrite,
)

from .sandbox import ANSOKAN, CASE, EVENT, HEADER, Sandbox, advance, edit, template, users_work

_ONE = "insatser/2026-002-granne/insats.yaml"


def _assert_advanced(box: Sandbox, new: str) -> None:
    """See that the transition is wholly there."""
    assert box.tip() == new
    assert box.read(ANSOKAN) == "titel: Efter\n"
    assert box.read(EVENT) == "nummer: 1\n"
    assert box.read(f"{CASE}/utkast.yaml") is None
    assert box.git("status", "--porcelain", "--", str(box.base / CASE)) == ""
    box.assert_sound()


def test_commit_writes_adds_and_deletes_in_one_commit(box: Sandbox) -> None:
    """A commit holds exactly the change, and files and index follow."""
    new = commit(box.open(), CASE, advance)
    _assert_advanced(box, new)
    assert box.git("log", "-1", "--format=%an %aI|%B") == (
        "Åsa Öberg 2026-03-12T09:00:00+01:00|Prov: fas 1 till 2\n\nFas-till: 2\n\n"
    )
    changed = box.git("show", "--name-status", "--format=", "HEAD").splitlines()
    assert sorted(changed) == [f"A\t{EVENT}", f"D\t{CASE}/utkast.yaml", f"M\t{ANSOKAN}"]
    assert "samverkan: Prov: fas 1 till 2" in box.git("reflog")


def test_snapshot_holds_the_scope_and_the_tip(box: Sandbox) -> None:
    """Prepare sees every file of the scope, and the blobs of the tip, and nothing else."""
    seen: list[Snapshot] = []

    def look(snapshot: Snapshot) -> Change:
        seen.append(snapshot)
        return advance(snapshot)

    commit(box.open(), CASE, look)
    assert set(seen[0].files) == {HEADER, ANSOKAN, f"{CASE}/utkast.yaml"} == set(seen[0].tip)
    assert seen[0].files[HEADER] == b"namn: Prov\n"


def test_first_commit_on_an_unborn_branch(tmp_path: Path) -> None:
    """The first commit of a repository works, and leaves what the user has staged out of it."""
    box = Sandbox(tmp_path)
    box.git("init", "-q", "-b", "main")
    box.write("eget.txt", "eget\n")
    box.git("add", "eget.txt")
    worktree = box.open()
    assert worktree.tip() is None
    assert worktree.head_ref() == "refs/heads/main"
    new = commit(worktree, ".", edit("samverkan.yaml", "namn: x\n"), unsaved_ok=True)
    assert box.tip() == new
    assert box.git("ls-tree", "-r", "--name-only", "HEAD") == "samverkan.yaml\n"
    assert box.git("status", "--porcelain") == "A  eget.txt\n"


def test_first_commit_without_any_index(tmp_path: Path) -> None:
    """A repository fresh from git init gets its first commit too."""
    box = Sandbox(tmp_path)
    box.git("init", "-q", "-b", "main")
    commit(box.open(), "", edit("samverkan.yaml", "namn: x\n"))
    assert box.git("status", "--porcelain") == ""
    box.assert_sound()


def test_base_below_the_top(below: Sandbox) -> None:
    """A case repository may be a folder of a larger repository."""
    worktree = below.open()
    assert worktree.prefix == "examples/norr/"
    _assert_advanced(below, commit(worktree, CASE, advance))


def test_linked_worktree(box: Sandbox, tmp_path: Path) -> None:
    """A linked work tree commits to its own branch and leaves the main one alone."""
    box.git("worktree", "add", "-q", "-b", "gren", str(tmp_path / "annat"))
    before = box.state()
    linked = Sandbox(tmp_path / "annat")
    worktree = linked.open()
    assert worktree.git_dir != worktree.common_dir
    _assert_advanced(linked, commit(worktree, CASE, advance))
    assert box.state() == before


def test_submodule(box: Sandbox, tmp_path: Path) -> None:
    """A case repository may be a submodule."""
    outer = Sandbox(tmp_path / "yttre")
    outer.top.mkdir()
    outer.git("init", "-q", "-b", "main")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(box.top), "inre")
    outer.git("commit", "-q", "-m", "Undermodul")
    inner = Sandbox(outer.top / "inre")
    _assert_advanced(inner, commit(inner.open(), CASE, advance))
    assert outer.git("status", "--porcelain") == " M inre\n"


def test_git_directory_on_another_disk(tmp_path: Path) -> None:
    """Files are replaced whole even where the git directory lies on another file system."""
    far = Path("/dev/shm") / f"samverkan-{os.getpid()}"  # noqa: S108
    if not far.parent.is_dir() or far.parent.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second file system here")
    box = template(tmp_path / "forrad")
    try:
        shutil.move(box.top / ".git", far)
        (box.top / ".git").write_text(f"gitdir: {far}\n")
        (box.top / ANSOKAN).chmod(0o640)
        _assert_advanced(box, commit(box.open(), CASE, advance))
        assert (box.top / ANSOKAN).stat().st_mode & 0o777 == 0o640
        assert sorted(path.name for path in (box.top / CASE).iterdir()) == [
            "ansokan.yaml",
            "handelser",
            "insats.yaml",
        ]
    finally:
        shutil.rmtree(far, ignore_errors=True)


def test_the_users_work_elsewhere_is_untouched(below: Sandbox) -> None:
    """Staged, edited and untracked files elsewhere stay byte for byte, and out of the commit."""
    users_work(below)
    tip, index, status = below.state()
    new = commit(below.open(), CASE, advance)
    _assert_advanced(below, new)
    rows = [row for row in index.split("\n") if CASE not in row]
    assert [row for row in below.git("ls-files", "-s").split("\n") if CASE not in row] == rows
    assert below.git("status", "--porcelain", "-uall") == status
    assert below.read("anteckning.txt") == "rad tre\n"
    assert below.git("diff", "--name-only", tip.strip(), new).count("\n") == 3


def test_an_edit_of_the_same_size_in_the_same_moment_is_still_seen(box: Sandbox) -> None:
    """The copy of the index keeps its time, so git still looks into a racily clean file."""
    for _ in range(5):
        box.write("anteckning.txt", "rad sju\n")
        box.git("add", "anteckning.txt")
        box.write("anteckning.txt", "rad nio\n")
        commit(box.open(), CASE, lambda s: Change({HEADER: s.files[HEADER] + b"#\n"}, "x"))
        assert box.git("status", "--porcelain") == "MM anteckning.txt\n"


def test_unsaved_edits_are_named_and_refused(box: Sandbox) -> None:
    """Edited, added and deleted files of the scope stop the commit, each by name."""
    box.write(ANSOKAN, "titel: Handgjord\n")
    box.write(f"{CASE}/ny.yaml", "ny: 1\n")
    (box.base / HEADER).unlink()
    before = box.state()
    worktree = box.open()
    with pytest.raises(UnsavedError, match="inte är sparade") as caught:
        commit(worktree, CASE, advance)
    assert list(caught.value.paths) == worktree.unsaved(CASE)
    assert worktree.unsaved(CASE) == [ANSOKAN, HEADER, f"{CASE}/ny.yaml"]
    assert "samverkan save" in caught.value.hint
    assert box.state() == before


def test_what_is_only_staged_is_unsaved_too(box: Sandbox) -> None:
    """A staged edit of the case is never overwritten, though the file itself is clean."""
    box.write(ANSOKAN, "titel: Lagd\n")
    box.git("add", ANSOKAN)
    box.write(ANSOKAN, "titel: Före\n")
    with pytest.raises(UnsavedError) as caught:
        commit(box.open(), CASE, advance)
    assert caught.value.paths == (ANSOKAN,)


def test_unsaved_ok_commits_what_prepare_names_and_nothing_else(box: Sandbox) -> None:
    """Edits made by hand are committed when asked for, and only those."""
    box.write(ANSOKAN, "titel: Handgjord\n")
    box.write(f"{CASE}/ny.yaml", "ny: 1\n")
    commit(
        box.open(),
        CASE,
        lambda seen: Change({ANSOKAN: seen.files[ANSOKAN]}, "Sparat"),
        unsaved_ok=True,
    )
    assert box.git("show", f"HEAD:{ANSOKAN}") == "titel: Handgjord\n"
    assert box.git("status", "--porcelain", "-uall") == f"?? {CASE}/ny.yaml\n"


def test_whatever_prepare_raises_leaves_everything(box: Sandbox) -> None:
    """A prepare that fails changes nothing and its error comes out as it is."""
    before = box.state()

    def fail(_: Snapshot) -> Change:
        raise LookupError("nej")

    with pytest.raises(LookupError):
        commit(box.open(), CASE, fail)
    assert box.state() == before
    box.assert_sound()


@pytest.mark.parametrize(
    "path",
    [_ONE, "../x", f"{CASE}/../x", f"{CASE}/.git/x", f"{CASE}//x", f"/{CASE}", f"{CASE}/a\0"],
)
def test_a_path_outside_the_scope_is_a_bug(box: Sandbox, path: str) -> None:
    """No change reaches outside its scope, whatever prepare says."""
    before = box.state()
    with pytest.raises(ValueError, match=r"outside|not a path"):
        commit(box.open(), CASE, edit(path, "x"))
    assert box.state() == before


def test_a_message_is_demanded(box: Sandbox) -> None:
    """A commit without words is a bug of the caller."""
    with pytest.raises(ValueError, match="message"):
        commit(box.open(), CASE, edit(ANSOKAN, "x", " \n"))


def test_nothing_to_change_is_said(box: Sandbox) -> None:
    """A change that changes nothing is refused by commit, preview and leave_in_tree."""
    same = edit(ANSOKAN, "titel: Före\n")
    worktree = box.open()
    for way in (commit, preview, leave_in_tree):
        with pytest.raises(UnchangedError, match="inget att spara"):
            way(worktree, CASE, same)
    box.write(ANSOKAN, "titel: Annat\n")
    with pytest.raises(UnchangedError):
        commit(worktree, CASE, same, unsaved_ok=True)
    box.assert_sound()


def test_a_file_may_become_a_folder(box: Sandbox) -> None:
    """A file can give way to a folder of its name, and emptied folders go."""
    folder = f"{CASE}/utkast.yaml"
    commit(box.open(), CASE, lambda _: Change({f"{folder}/1.yaml": b"1\n", folder: None}, "Isär"))
    assert box.read(f"{folder}/1.yaml") == "1\n"
    commit(box.open(), CASE, lambda _: Change({folder: b"2\n", f"{folder}/1.yaml": None}, "Ihop"))
    assert box.read(folder) == "2\n"
    assert box.git("status", "--porcelain") == ""
    box.assert_sound()


def test_equal_contents_in_two_files(box: Sandbox) -> None:
    """Two files with the same bytes both get them."""
    one, two = f"{CASE}/1.yaml", f"{CASE}/2.yaml"
    commit(box.open(), CASE, lambda _: Change({one: b"lika\n", two: b"lika\n"}, "Två"))
    assert (box.read(one), box.read(two)) == ("lika\n", "lika\n")
    assert box.git("status", "--porcelain") == ""


def test_an_executable_file_stays_executable(box: Sandbox) -> None:
    """A file's mode in the tree and on the disk survives a change of its bytes."""
    (box.base / ANSOKAN).chmod(0o755)
    box.save()
    commit(box.open(), CASE, edit(ANSOKAN, "titel: x\n"))
    assert box.git("ls-tree", "HEAD", ANSOKAN).startswith("100755 ")
    assert box.git("status", "--porcelain") == ""


def test_a_moved_branch_is_judged_again(box: Sandbox) -> None:
    """When somebody else commits while we judge, we judge again on top of theirs."""
    calls: list[bytes] = []

    def prepare(snapshot: Snapshot) -> Change:
        if not calls:
            box.write(ANSOKAN, "titel: Före hunnen\n")
            box.save("Annan hann före")
        calls.append(snapshot.files[ANSOKAN])
        return advance(snapshot)

    new = commit(box.open(), CASE, prepare)
    assert calls == ["titel: Före\n".encode(), "titel: Före hunnen\n".encode()]
    assert box.git("log", "-1", "--format=%s", f"{new}^") == "Annan hann före\n"
    assert box.read(ANSOKAN) == "titel: Efter hunnen\n"
    box.assert_sound()


def test_a_branch_moved_at_the_last_moment_is_judged_again(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even between our last look and the commit point nobody's commit is lost."""
    worktree = box.open()
    tree = box.git("rev-parse", "HEAD^{tree}").strip()
    others: list[str] = []

    def intrude(name: str) -> None:
        if name == "before git update-ref" and not others:
            others.append(box.git("commit-tree", tree, "-p", "HEAD", "-m", "Annan").strip())
            box.git("update-ref", "refs/heads/main", others[0])

    monkeypatch.setattr("samverkan_cli.history.faults.checkpoint", intrude)
    new = commit(worktree, CASE, advance)
    assert box.git("rev-parse", f"{new}^").strip() == others[0]
    _assert_advanced(box, new)


def test_it_gives_up_when_the_branch_never_rests(box: Sandbox) -> None:
    """A branch that moves every time ends in a sentence, not in an endless loop."""

    def prepare(snapshot: Snapshot) -> Change:
        box.git("commit", "-q", "--allow-empty", "-m", "Igen")
        return advance(snapshot)

    with pytest.raises(SamverkanError, match="hela tiden"):
        commit(box.open(), CASE, prepare)
    assert box.read(ANSOKAN) == "titel: Före\n"
    box.assert_sound()


def test_a_file_edited_while_we_judge_is_not_overwritten(box: Sandbox) -> None:
    """An edit made by hand during the judgement stops the commit."""

    def prepare(snapshot: Snapshot) -> Change:
        box.write(ANSOKAN, "titel: Samtidigt\n")
        return advance(snapshot)

    with pytest.raises(UnsavedError):
        commit(box.open(), CASE, prepare)
    assert box.read(ANSOKAN) == "titel: Samtidigt\n"
    box.assert_sound()


def test_a_file_edited_at_the_commit_point_is_left_and_told(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit made in the instant of the commit stays in the file as an unsaved edit."""
    told: list[str] = []

    def intrude(name: str) -> None:
        if name == "ref moved":
            box.write(ANSOKAN, "titel: Samtidigt\n")

    monkeypatch.setattr("samverkan_cli.history.faults.checkpoint", intrude)
    commit(box.open(), CASE, advance, tell=told.append)
    assert box.read(ANSOKAN) == "titel: Samtidigt\n"
    assert ANSOKAN in told[0]
    assert box.git("show", f"HEAD:{ANSOKAN}") == "titel: Efter\n"
    box.assert_sound()


def test_held_index_lock_is_respected(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index.lock of the user's own git is named, kept, and nothing is changed."""
    monkeypatch.setattr(landing, "INDEX_PATIENCE", 0.1)
    lock = box.top / ".git/index.lock"
    lock.write_bytes(b"")
    before = box.tip()
    with pytest.raises(SamverkanError, match=r"index\.lock"):
        commit(box.open(), CASE, advance)
    assert lock.exists()
    assert (box.tip(), box.read(ANSOKAN)) == (before, "titel: Före\n")
    lock.unlink()
    box.assert_sound()


def test_a_stale_ref_lock_is_said(box: Sandbox) -> None:
    """When git cannot move the branch, its own words come out and nothing is changed."""
    lock = box.top / ".git/refs/heads/main.lock"
    lock.write_bytes(b"")
    before = box.tip()
    with pytest.raises(SamverkanError, match="flyttade inte grenen"):
        commit(box.open(), CASE, advance)
    lock.unlink()
    assert (box.tip(), box.read(ANSOKAN)) == (before, "titel: Före\n")
    box.assert_sound()


def test_files_that_cannot_be_written_after_the_commit_are_said(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure after the commit point says that the commit stands, and is mended later."""
    blocked = True

    def refuse(name: str) -> None:
        if blocked and name == "file in place":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("samverkan_cli.history.faults.checkpoint", refuse)
    with pytest.raises(SamverkanError, match="är sparad som"):
        commit(box.open(), CASE, advance)
    blocked = False
    told: list[str] = []
    commit(box.open(), CASE, edit(HEADER, "namn: B\n"), tell=told.append)
    assert "slutförd" in told[0]
    assert box.git("status", "--porcelain") == ""
    box.assert_sound()


def test_a_disk_that_refuses_becomes_a_sentence(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk before the commit point leaves everything and speaks Swedish."""

    def refuse(name: str) -> None:
        if name == "bytes written":
            raise OSError(28, "No space left on device", "x")

    before = box.state()
    monkeypatch.setattr("samverkan_cli.history.faults.checkpoint", refuse)
    with pytest.raises(SamverkanError, match="Kunde inte läsa eller skriva x"):
        commit(box.open(), CASE, advance)
    monkeypatch.undo()
    assert box.state()[1:] == before[1:]
    box.assert_sound()


def test_leave_in_tree_writes_without_a_commit(box: Sandbox) -> None:
    """With --no-commit the files change, and neither branch nor index does."""
    tip, index, _ = box.state()
    change = leave_in_tree(box.open(), CASE, advance)
    assert set(change.files) == {ANSOKAN, EVENT, f"{CASE}/utkast.yaml"}
    assert (box.read(ANSOKAN), box.read(EVENT)) == ("titel: Efter\n", "nummer: 1\n")
    assert box.read(f"{CASE}/utkast.yaml") is None
    assert box.state()[:2] == (tip, index)
    box.assert_sound()


def test_leave_in_tree_refuses_unsaved_edits(box: Sandbox) -> None:
    """The same state is demanded without a commit as with one."""
    box.write(ANSOKAN, "titel: Handgjord\n")
    with pytest.raises(UnsavedError):
        leave_in_tree(box.open(), CASE, advance)
    assert leave_in_tree(box.open(), CASE, edit(HEADER, "x\n"), unsaved_ok=True).message


def test_rewrite_replaces_all_or_leaves_all(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are rewritten together on any branch, over what was read and nothing else."""
    wanted = {
        ANSOKAN: ("titel: Före\n".encode(), b"titel: Lika\n"),
        _ONE: (b"namn: Granne\n", b"titel: Lika\n"),
        HEADER: (b"namn: Annat\n", b"namn: Nytt\n"),
    }
    box.git("checkout", "-q", "--detach")
    before = box.state()

    def refuse(name: str) -> None:
        if name == "journal in place":
            raise OSError(28, "No space left on device")

    told: list[str] = []
    with monkeypatch.context() as full:
        full.setattr("samverkan_cli.history.faults.checkpoint", refuse)
        with pytest.raises(SamverkanError, match="disken är full"):
            rewrite(box.open(), wanted, told.append)
    assert "slutförd" in told[0]
    assert (box.read(ANSOKAN), box.read(_ONE)) == ("titel: Lika\n", "titel: Lika\n")
    told.clear()
    rewrite(box.open(), wanted, told.append)
    assert (box.read(ANSOKAN), box.read(_ONE)) == ("titel: Lika\n", "titel: Lika\n")
    assert box.read(HEADER) == "namn: Prov\n"
    assert HEADER in told[0]
    assert box.state()[:2] == before[:2]
    box.assert_sound()


def test_preview_writes_nothing_at_all(box: Sandbox) -> None:
    """A dry run leaves not even a lock file or an object behind."""
    everything = sorted(path for path in box.top.rglob("*"))
    before = box.state()
    change = preview(box.open(), CASE, advance)
    assert change.files[EVENT] == b"nummer: 1\n"
    assert sorted(path for path in box.top.rglob("*")) == everything
    assert box.state() == before


def test_preview_refuses_what_commit_refuses(box: Sandbox) -> None:
    """A dry run judges as the real one would."""
    box.write(ANSOKAN, "titel: Handgjord\n")
    with pytest.raises(UnsavedError):
        preview(box.open(), CASE, advance)
    with pytest.raises(ValueError, match="outside"):
        preview(box.open(), CASE, edit(_ONE, "x"), unsaved_ok=True)


@pytest.mark.parametrize("lost", ["diff-index", "config", "write-tree", "diff-tree", "ls-tree"])
def test_an_answer_that_git_could_not_write(
    box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    """A full disk under git's answer is no empty answer: nobody's staged work goes with ours."""
    users_work(box)
    box.git("config", "commit.gpgsign", "false")
    before = box.state()
    real = shutil.which("git")
    trap = tmp_path / "bin" / "git"
    trap.parent.mkdir()
    trap.write_text(f'#!/bin/sh\ncase " $* " in *" {lost} "*) exec {real} "$@" >/dev/full;; esac\n')
    with trap.open("a") as script:
        script.write(f'exec {real} "$@"\n')
    trap.chmod(0o755)
    monkeypatch.setenv("PATH", f"{trap.parent}:{os.environ['PATH']}")
    with pytest.raises(SamverkanError):
        commit(box.open(), CASE, advance)
    monkeypatch.undo()
    assert box.state() == before
    box.assert_sound()
