"""Repositories of every kind: where a command works, where it is refused, and who comes between."""

import os
import subprocess
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from samverkan_cli.history import faults, lock
from samverkan_cli.ports import CLOCK, FixedClock

from .box import OPEN, SHUT, Box
from .conftest import Run

ANSWER = ("answer", OPEN, "F1-9", "ja", "--motivering", "Enligt plan.")
WRITTEN = [f"insatser/{OPEN}/svar/F1-9.yaml"]
Make = Callable[[Box, Path], Box]


def _busy(box: Box, _: Path) -> Box:
    box.edit("README.md", "# Samordn", "# Mitt Samordn")
    box.git("add", "README.md")
    box.edit("README.md", "# Mitt", "# Mitt eget")
    box.write("nytt.txt", "mitt\n")
    return box


def _worktree(box: Box, folder: Path) -> Box:
    box.git("worktree", "add", "-q", "-b", "gren", str(folder / "andra"))
    return Box(folder / "andra")


def _submodule(box: Box, folder: Path) -> Box:
    outer = folder / "yttre"
    subprocess.run(["git", "init", "-q", "-b", "main", str(outer)], check=True)
    add = ("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(box.root), "inre")
    Box(outer).git(*add)
    return Box(outer / "inre")


def _clone(box: Box, folder: Path, *options: str) -> Box:
    words = ["git", "clone", "-q", *options, f"file://{box.root}", str(folder / "klon")]
    subprocess.run(words, check=True)
    return Box(folder / "klon")


def _shallow(box: Box, folder: Path) -> Box:
    box.write("mer.txt", "mer\n")
    box.commit("Mer")
    return _clone(box, folder, "--depth=1")


def _separate(box: Box, folder: Path) -> Box:
    (box.root / ".git").rename(folder / "git")
    box.write(".git", f"gitdir: {folder / 'git'}\n")
    return box


WORKS: dict[str, Make] = {
    "GIT-09 other work": _busy,
    "GIT-24 linked worktree": _worktree,
    "GIT-25 submodule": _submodule,
    "shallow clone": _shallow,
    "git directory elsewhere": _separate,
}


@pytest.mark.parametrize("row", WORKS)
def test_works(
    examples: Box, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    """Exit 0 and one commit with the answer alone; everything else stands as it was."""
    box = WORKS[row](examples, tmp_path)
    monkeypatch.chdir(box.root)
    before, staged = box.status(), box.git("diff", "--cached")
    done = run(*ANSWER)
    assert (done.code, done.err) == (0, "")
    assert box.changed() == WRITTEN
    assert (box.status(), box.git("diff", "--cached")) == (before, staged)
    box.git("fsck", "--strict", "--no-dangling")


def _sha256(box: Box, _: Path) -> Box:
    (box.root / ".git").rename(box.root.parent / "undan")
    box.git("init", "-q", "-b", "main", "--object-format=sha256")
    return box


def _foreign(box: Box, _: Path) -> Box:
    if os.geteuid():
        pytest.skip("only root can give a folder away")
    os.chown(box.root, 4321, 4321)
    return box


def _sparse(box: Box, _: Path) -> Box:
    box.git("update-index", "-q", "--refresh")  # a copied file looks edited until it is read
    box.git("sparse-checkout", "set", "--no-cone", "/samverkan.yaml", f"/insatser/{OPEN}/*.yaml")
    return box


def _partial(box: Box, folder: Path) -> Box:
    box.git("config", "uploadpack.allowFilter", "true")
    clone = _clone(box, folder, "--filter=blob:none", "--no-checkout")
    subprocess.run(["cp", "-r", "insatser", "samverkan.yaml", clone.root], cwd=box.root, check=True)
    clone.git("read-tree", "HEAD")
    box.root.rename(folder / "borta")
    return clone


def _held(box: Box, _: Path) -> Box:
    state = box.root / ".git" / "samverkan"
    state.mkdir()
    script = (
        "import fcntl, os, sys; n = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT); "
        "fcntl.flock(n, fcntl.LOCK_EX); "
        "os.write(n, f'{os.getpid()} kansli 2026-11-23T08:59:00+01:00'.encode()); "
        "print(flush=True); sys.stdin.read()"
    )
    words = ["python3", "-c", script, str(state / "lock")]
    holder = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout
    holder.stdout.readline()
    HOLDERS.append(holder)
    return box


HOLDERS: "list[subprocess.Popen[bytes]]" = []
REFUSED: dict[str, tuple[Make, str, str]] = {
    "GIT-14": (_held, "på kansli sedan 2026-11-23T08:59:00+01:00", "Vänta"),
    "GIT-26": (_sha256, "sha256", "--object-format=sha1"),
    "GIT-28": (_foreign, "ägs av någon annan", "safe.directory"),
    "GIT-29": (_sparse, "sparse checkout", "git sparse-checkout disable"),
    "GIT-30": (_partial, "saknas här", "git fetch"),
}


@pytest.mark.parametrize("row", REFUSED)
def test_refused(
    examples: Box, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    """Exit 2, one sentence and a way out; tree, index and refs stand byte for byte."""
    make, word, hint = REFUSED[row]
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    box = make(examples, tmp_path)
    monkeypatch.chdir(box.root)
    before = box.state()
    done = run(*ANSWER)
    while HOLDERS:
        HOLDERS.pop().communicate()
    assert (done.code, done.out) == (2, ""), done
    assert word in done.err
    assert hint in done.err
    assert box.state() == before


def _moves_branch(box: Box) -> None:
    box.write("annat.txt", "annat\n")
    box.git("add", "annat.txt")
    box.git("commit", "-q", "-m", "Någon annan")


def _moves_case(box: Box) -> None:
    words = ["back", OPEN, "--to", "uppstart", "--motivering", "Skäl.", "-C", str(box.root)]
    from samverkan_cli.cli.app import main

    assert main(words) == 0


BETWEEN: dict[str, tuple[Callable[[Box], None], str, int]] = {
    "GIT-32": (_moves_branch, "before git hash-object", 0),
    "GIT-32 at the last moment": (_moves_branch, "before git update-index", 0),
    "GIT-33": (_moves_case, "case seen", 2),
}


@pytest.mark.parametrize("row", BETWEEN)
def test_somebody_between(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    """A branch that moves is judged again; a moved case is refused, and it is said by whom."""
    assert run(*ANSWER).code == 0
    meddle, where, code = BETWEEN[row]
    before = examples.count()
    met: list[str] = []

    def checkpoint(name: str) -> None:
        if name == where and not met:
            met.append(name)
            meddle(examples)

    monkeypatch.setattr(faults, "checkpoint", checkpoint)
    done = run("advance", OPEN)
    assert (met, done.code) == ([where], code), done
    assert examples.count() == before + (1 if code else 2)
    assert examples.status() == ""
    if code:
        assert "Insatsen har redan flyttats till fas " in done.err
        assert ") av Åsa Öberg (2026-11-23T09:00:00+01:00" in done.err
        assert f"insatser/{OPEN}/handelser/0008.yaml" in done.err


@pytest.mark.parametrize(
    ("year", "behind"), [(1970, True), (2106, False)], ids=["ENV-15 1970", "ENV-15 2106"]
)
def test_clock(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch, year: int, behind: bool
) -> None:
    """A clock that is behind the trail is told, and the command is carried out all the same."""
    moment = datetime.fromisoformat(f"{year}-01-02T09:00:00+01:00")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_DATE", f"@{moment.timestamp():.0f} +0100")
    token = CLOCK.set(FixedClock(moment))
    try:
        done = run("back", SHUT, "--to", "utvecklas", "--motivering", "Skäl.")
    finally:
        CLOCK.reset(token)
    assert done.code == 0
    assert done.err.startswith(f"Datorns klocka visar {year}-01-02" if behind else "")
    assert bool(done.err) is behind
    assert examples.git("log", "-1", "--format=%ad", "--date=format:%Y").strip() == str(year)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Adak"], ids=["ENV-16", "ENV-16 b"])
def test_zone(examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """The moment of an event carries its offset from UTC, wherever the person is."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    token = CLOCK.set(FixedClock(datetime.fromisoformat("2026-11-23T09:00:00+00:00").astimezone()))
    try:
        assert run("back", SHUT, "--to", "utvecklas", "--motivering", "Skäl.").code == 0
    finally:
        CLOCK.reset(token)
        monkeypatch.undo()
        time.tzset()
    event = max(examples.case("handelser", SHUT).iterdir()).read_text(encoding="utf-8")
    assert ("+14:00" if zone.startswith("Pacific") else "-10:00") in event
