"""Which repositories can be used, and what is read from them."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import files
from samverkan_cli.history.create import init_repository
from samverkan_cli.history.files import blob_id
from samverkan_cli.history.identity import Identity
from samverkan_cli.history.runner import GitError
from samverkan_cli.history.transaction import commit
from samverkan_cli.history.worktree import Worktree, explained

from .sandbox import ANSOKAN, CASE, HEADER, Sandbox, advance, users_work


def test_open_finds_the_work_tree_from_below(below: Sandbox) -> None:
    """A folder below the top is mapped by its prefix, in every path given and got."""
    worktree = below.open()
    assert (worktree.base, worktree.top) == (below.base.resolve(), below.top.resolve())
    assert worktree.git_dir == worktree.common_dir == below.top.resolve() / ".git"
    assert worktree.full(ANSOKAN) == f"examples/norr/{ANSOKAN}"
    assert worktree.full(".") == "examples/norr"
    assert set(worktree.tree(CASE)) == {HEADER, ANSOKAN, f"{CASE}/utkast.yaml"}
    assert worktree.tree("")[ANSOKAN] == ("100644", blob_id("titel: Före\n".encode()))
    assert worktree.unsaved(".") == []


def test_a_folder_outside_git_is_refused(tmp_path: Path) -> None:
    """Where there is no repository the way out is samverkan init."""
    with pytest.raises(SamverkanError, match="inte ett git-repositorium") as caught:
        Worktree.open(tmp_path)
    assert "samverkan init" in caught.value.hint
    with pytest.raises(SamverkanError, match="finns inte"):
        Worktree.open(tmp_path / "saknas")


def test_a_bare_repository_is_refused(tmp_path: Path) -> None:
    """A repository without a work tree cannot hold cases."""
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path)], check=True)
    with pytest.raises(SamverkanError, match="bart"):
        Worktree.open(tmp_path)


def test_inside_the_git_directory_is_refused(box: Sandbox) -> None:
    """The git directory itself is no case repository."""
    with pytest.raises(SamverkanError, match="bart"):
        Worktree.open(box.top / ".git")


def test_sha256_is_refused(tmp_path: Path) -> None:
    """An object format that we do not compute is refused, not guessed at."""
    subprocess.run(["git", "init", "-q", "--object-format=sha256", str(tmp_path)], check=True)
    with pytest.raises(SamverkanError, match="sha256"):
        Worktree.open(tmp_path)


def test_a_newline_in_the_way_is_refused(tmp_path: Path) -> None:
    """A folder name that would confuse git's answer is refused."""
    odd = tmp_path / "rad\nbrytning"
    odd.mkdir()
    subprocess.run(["git", "init", "-q", str(odd)], check=True)
    with pytest.raises(SamverkanError, match="oväntat svar"):
        Worktree.open(odd)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_another_owner_is_explained(box: Sandbox) -> None:
    """A repository owned by someone else comes with the command that trusts it."""
    os.chown(box.top, 4321, 4321)
    with pytest.raises(SamverkanError, match="ägs av någon annan") as caught:
        box.open()
    assert "safe.directory" in caught.value.hint


def test_an_unknown_refusal_keeps_gits_words(tmp_path: Path) -> None:
    """What we cannot explain better than git is passed on."""
    error = GitError(["rev-parse"], 128, "fatal: något nytt")
    assert explained(error, tmp_path) is error
    assert "något nytt" in error.message
    owner = explained(GitError(["rev-parse"], 128, "detected dubious ownership"), tmp_path)
    assert "ägs av någon annan" in owner.message


def test_detached_head_is_refused(box: Sandbox) -> None:
    """Without a branch there is nothing to move."""
    box.git("checkout", "-q", "--detach")
    for attempt in (box.open().head_ref, box.open().refuse_unready):
        with pytest.raises(SamverkanError, match="gren") as caught:
            attempt()
        assert "git switch" in caught.value.hint


def _merge(box: Sandbox) -> None:
    box.git("merge", "--no-commit", "--no-ff", "sida", check=False)


def _rebase(box: Sandbox) -> None:
    box.git("rebase", "krock", check=False)


def _apply(box: Sandbox) -> None:
    box.git("rebase", "--apply", "krock", check=False)


def _am(box: Sandbox) -> None:
    box.write("lapp", box.git("format-patch", "-1", "--stdout", "krock"))
    box.git("am", "lapp", check=False)


def _pick(box: Sandbox) -> None:
    box.git("cherry-pick", "krock", check=False)


def _revert(box: Sandbox) -> None:
    box.git("revert", "--no-commit", "HEAD~1", check=False)
    (box.top / ".git/REVERT_HEAD").exists() or box.git("revert", "HEAD~1", check=False)


def _bisect(box: Sandbox) -> None:
    box.git("bisect", "start")


def _sequence(box: Sandbox) -> None:
    box.git("cherry-pick", "krock", "sida", check=False)
    box.git("reset", "-q", "--hard")
    (box.top / ".git/CHERRY_PICK_HEAD").unlink(missing_ok=True)
    assert (box.top / ".git/sequencer").exists()


@pytest.mark.parametrize(
    ("begin", "word"),
    [
        (_merge, "git merge"),
        (_rebase, "git rebase"),
        (_apply, "git rebase"),
        (_am, "git am"),
        (_pick, "git cherry-pick"),
        (_revert, "git revert"),
        (_bisect, "git bisect"),
        (_sequence, "svit"),
    ],
)
def test_half_done_operations_are_refused(
    box: Sandbox, begin: Callable[[Sandbox], None], word: str
) -> None:
    """A merge, rebase, am, cherry-pick, revert or bisect must be finished by a person first."""
    for branch, text in (("sida", "rad sida\n"), ("krock", "rad krock\n")):
        box.git("switch", "-q", "-c", branch, "main")
        box.write("anteckning.txt" if branch == "krock" else "sida.txt", text)
        box.save(branch)
    box.git("switch", "-q", "main")
    for text in ("rad main\n", "rad main igen\n"):
        box.write("anteckning.txt", text)
        box.save("main")
    begin(box)
    before = box.state()
    with pytest.raises(SamverkanError, match=word) as caught:
        commit(box.open(), CASE, advance)
    assert caught.value.exit_code == 2
    assert "git status" in caught.value.hint
    assert box.state() == before


def test_unmerged_paths_are_refused(box: Sandbox) -> None:
    """Conflicts without a merge in progress, as after a stash, are refused too."""
    box.write("anteckning.txt", "rad stash\n")
    box.git("stash", "-q")
    box.write("anteckning.txt", "rad main\n")
    box.save()
    box.git("stash", "pop", check=False)
    with pytest.raises(SamverkanError, match="olösta konflikter"):
        commit(box.open(), CASE, advance)


def test_sparse_checkout_without_the_case_is_refused(box: Sandbox) -> None:
    """A case that is not checked out cannot be changed; another one can."""
    box.git("sparse-checkout", "set", "insatser/2026-002-granne")
    worktree = box.open()
    with pytest.raises(SamverkanError, match="sparse"):
        commit(worktree, CASE, advance)
    worktree.refuse_unready("insatser/2026-002-granne")


def test_missing_identity_is_refused(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git may not guess who works here."""
    assert box.open().identity() == Identity("Åsa Öberg", "asa@example.se")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    before = box.state()
    with pytest.raises(SamverkanError, match="vem du är") as caught:
        commit(box.open(), CASE, advance)
    assert "git config --global user.name" in caught.value.hint
    assert box.state() == before
    box.git("config", "user.name", "Bo")
    box.git("config", "user.email", "bo@example.se")
    assert box.open().identity().name == "Bo"


def test_an_impossible_date_is_not_a_missing_identity(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A date that git cannot read is reported as that."""
    monkeypatch.setenv("GIT_AUTHOR_DATE", "i förrgår kväll")
    with pytest.raises(GitError, match="date"):
        box.open().identity()


def test_a_committer_without_a_name_is_refused(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A known author is not enough: who commits must be known too, or nothing happens."""
    monkeypatch.delenv("GIT_COMMITTER_NAME")
    before = box.state()
    with pytest.raises(SamverkanError, match="vem du är"):
        commit(box.open(), CASE, advance)
    assert box.state() == before
    box.assert_sound()


@pytest.mark.parametrize("kind", ["link", "folder link", "pipe"])
def test_links_and_pipes_are_refused_by_name(box: Sandbox, tmp_path: Path, kind: str) -> None:
    """Nothing but regular files is read, and nothing outside is reached."""
    odd = box.base / CASE / "konstig"
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to(tmp_path if kind == "folder link" else "/etc/passwd")
    with pytest.raises(SamverkanError, match="konstig är inte en vanlig fil"):
        commit(box.open(), CASE, advance)


def test_a_scope_behind_a_link_is_refused(box: Sandbox, tmp_path: Path) -> None:
    """No folder on the way to the scope may be a link."""
    (box.base / "insatser").rename(tmp_path / "flyttad")
    (box.base / "insatser").symlink_to(tmp_path / "flyttad")
    with pytest.raises(SamverkanError, match="insatser är inte en vanlig fil"):
        box.open().unsaved(CASE)


def test_too_large_files_are_refused(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file too large to hold in memory is refused by name."""
    monkeypatch.setattr(files, "LARGEST", 4)
    with pytest.raises(SamverkanError, match="större än"):
        box.open().unsaved(CASE)


def test_an_unreadable_folder_is_said(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system will not open becomes a sentence with its name."""
    (box.base / CASE / ("n" * 200)).write_text("x")
    monkeypatch.setattr(files, "_READ", os.O_RDONLY | os.O_DIRECTORY)
    with pytest.raises(SamverkanError, match="Kunde inte läsa"):
        box.open().unsaved(CASE)


def test_a_scope_may_be_one_file_or_nothing(box: Sandbox) -> None:
    """A scope is a folder, a file, or a place where nothing stands yet."""
    worktree = box.open()
    assert worktree.read_files(HEADER) == {HEADER: b"namn: Prov\n"}
    assert worktree.read_files("insatser/ny") == {}
    assert worktree.read_files(f"{HEADER}/under") == {}
    assert worktree.tree("insatser/ny") == {}


def test_whole_repository_as_scope(box: Sandbox) -> None:
    """The whole repository can be a scope, without its .git."""
    users_work(box)
    assert box.open().unsaved("") == [
        "anteckning.txt",
        "insatser/2026-002-granne/insats.yaml",
        "ny.txt",
        "okand.txt",
    ]


def test_names_that_are_not_utf8_survive(box: Sandbox) -> None:
    """A file name of any bytes comes out and goes back in as it was."""
    name = os.fsdecode(b"insatser/\xe5\t")
    (box.base / name).write_bytes(b"x")
    assert box.open().unsaved("insatser") == [name]
    box.save()
    assert box.open().unsaved("insatser") == []


def test_a_stored_link_or_submodule_is_never_saved(box: Sandbox) -> None:
    """A link or a submodule in the tree differs from every file."""
    box.git("update-index", "--add", "--cacheinfo", f"160000,{box.tip()},{CASE}/modul")
    box.git("commit", "-q", "-m", "Modul")
    assert box.open().unsaved(CASE) == [f"{CASE}/modul"]
    assert box.open().tree(CASE)[f"{CASE}/modul"] == (
        "160000",
        box.git("rev-parse", "HEAD~1").strip(),
    )


def test_blobs_are_read_whole_and_checked(box: Sandbox) -> None:
    """Contents come back byte for byte, many at once; missing and damaged ones are said."""
    box.write("tom", "")
    box.save()
    worktree = box.open()
    wanted = [blob for _, blob in worktree.tree("").values()]
    found = worktree.read_blobs(wanted)
    assert {blob_id(data) for data in found.values()} == set(wanted) == set(found)
    assert worktree.read_blobs([]) == {}
    with pytest.raises(SamverkanError, match="saknas eller är skadat"):
        worktree.read_blobs(["0" * 40])


def test_trees_are_read_from_full_names_only(box: Sandbox) -> None:
    """A revision is a full name: no option and no expression gets through."""
    worktree = box.open()
    assert worktree.tree(CASE, "refs/heads/main") == worktree.tree(CASE, box.tip())
    for rev in ("--output=x", "main~1", "HEAD:x"):
        with pytest.raises(ValueError, match="full revision"):
            worktree.tree(CASE, rev)


def test_unborn_repository_has_an_empty_tree(tmp_path: Path) -> None:
    """Before the first commit there is a branch, no tip and no tree."""
    init_repository(tmp_path / "nytt" / "forrad")
    worktree = Worktree.open(tmp_path / "nytt" / "forrad")
    assert (worktree.head_ref(), worktree.tip(), worktree.tree("")) == ("refs/heads/main", None, {})


def test_a_broken_branch_is_not_taken_for_an_unborn_one(box: Sandbox) -> None:
    """A branch that git cannot read is never overwritten by a first commit."""
    ref = box.top / ".git/refs/heads/main"
    ref.write_text("skräp\n")
    with pytest.raises(SamverkanError, match="misslyckades"):
        commit(box.open(), CASE, advance, unsaved_ok=True)
    assert ref.read_text() == "skräp\n"
    assert box.read(ANSOKAN) == "titel: Före\n"


def test_a_stopped_git_is_not_taken_for_an_unborn_branch(
    box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git that is killed while it names the tip has not said that there is none."""
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    real = shutil.which("git")
    kill = 'case "$*" in *"rev-parse HEAD"*) kill -9 $$;; esac'
    fake.write_text(f'#!/bin/sh\n{kill}\nexec {real} "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:{os.environ['PATH']}")
    with pytest.raises(GitError):
        box.open().tip()


def test_init_is_silent_at_the_top_of_a_work_tree(box: Sandbox) -> None:
    """A folder that is a work tree keeps the git it has."""
    before = box.tip()
    init_repository(box.top)
    assert box.tip() == before


def test_init_below_a_work_tree_makes_one_of_its_own(box: Sandbox) -> None:
    """Cases never become part of somebody else's history by accident."""
    init_repository(box.top / "build/demo")
    assert (box.top / "build/demo/.git").is_dir()
    assert Worktree.open(box.top / "build/demo").tip() is None


def test_init_inside_a_git_directory_is_refused(box: Sandbox) -> None:
    """No repository is made inside another one's git directory."""
    with pytest.raises(SamverkanError, match="bart"):
        init_repository(box.top / ".git" / "x")
