"""A real git repository to try things on."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from samverkan_cli.history.change import Change, Snapshot
from samverkan_cli.history.worktree import Worktree

CASE = "insatser/2026-001-prov"
ANSOKAN = f"{CASE}/ansokan.yaml"
HEADER = f"{CASE}/insats.yaml"
EVENT = f"{CASE}/handelser/0001.yaml"


class Sandbox:
    """A folder with git in it, and the words to ask it things."""

    def __init__(self, top: Path, base: str = "") -> None:
        self.top = top
        self.base = top / base

    def git(self, *args: str, check: bool = True) -> str:
        """Run git as the user would."""
        done = subprocess.run(["git", *args], cwd=self.top, capture_output=True, check=False)
        if check and done.returncode:
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode()

    def write(self, path: str, text: str) -> Path:
        """Write a file below the base."""
        target = self.base / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
        return target

    def read(self, path: str) -> str | None:
        """Read a file below the base."""
        target = self.base / path
        return target.read_text() if target.exists() else None

    def save(self, subject: str = "Sparat för hand") -> str:
        """Commit everything as the user would."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", subject)
        return self.tip()

    def tip(self) -> str:
        """Name the last commit."""
        return self.git("rev-parse", "HEAD").strip()

    def open(self) -> Worktree:
        """Open it as the program does."""
        return Worktree.open(self.base)

    def hook(self, name: str, script: str) -> None:
        """Install a hook."""
        target = Path(
            self.git("rev-parse", "--path-format=absolute", "--git-path", "hooks").strip()
        )
        target.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(f"#!/bin/sh\n{script}\n")
        (target / name).chmod(0o755)

    def state(self) -> tuple[str, str, str]:
        """Everything a refused command must leave alone: tip, index and status."""
        tip = self.git("rev-parse", "-q", "--verify", "HEAD", check=False)
        return tip, self.git("ls-files", "-s"), self.git("status", "--porcelain", "-uall")

    def assert_sound(self) -> None:
        """See that git finds no fault and that we left no litter."""
        git_dir = Path(self.git("rev-parse", "--absolute-git-dir").strip())
        state = git_dir / "samverkan"
        left = sorted(path.name for path in state.iterdir()) if state.exists() else []
        assert left in ([], ["lock"])
        assert not left or (state / "lock").read_bytes() == b""
        assert not (git_dir / "index.lock").exists()
        done = subprocess.run(
            ["git", "fsck", "--strict", "--no-dangling"],
            cwd=self.top,
            capture_output=True,
            check=False,
        )
        noise = done.stderr.replace(b"notice: HEAD points to an unborn branch (main)\n", b"")
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"error" not in noise


def template(top: Path, base: str = "") -> Sandbox:
    """Make a repository with one case, a neighbour, and work of the user's own under way."""
    top.mkdir(parents=True)
    box = Sandbox(top, base)
    box.git("init", "-q", "-b", "main", "--template=")
    box.write(HEADER, "namn: Prov\n")
    box.write(ANSOKAN, "titel: Före\n")
    box.write(f"{CASE}/utkast.yaml", "titel: Bort\n")
    box.write("insatser/2026-002-granne/insats.yaml", "namn: Granne\n")
    box.write("anteckning.txt", "rad ett\n")
    box.save("Första")
    return box


def users_work(box: Sandbox) -> None:
    """Leave staged, edited, both, new and untracked files of the user's own."""
    box.write("anteckning.txt", "rad tva\n")
    box.git("add", "-A")
    box.write("anteckning.txt", "rad tre\n")
    box.write("insatser/2026-002-granne/insats.yaml", "namn: Nytt\n")
    box.write("ny.txt", "lagd\n")
    box.git("add", str(box.base / "ny.txt"))
    box.write("okand.txt", "okand\n")


def advance(snapshot: Snapshot) -> Change:
    """Edit one document, delete one, write an event: a typical transition."""
    old = snapshot.files[ANSOKAN]
    return Change(
        {
            ANSOKAN: old.replace("Före".encode(), b"Efter"),
            f"{CASE}/utkast.yaml": None,
            EVENT: b"nummer: 1\n",
        },
        "Prov: fas 1 till 2\n\nFas-till: 2\n",
    )


def edit(path: str, text: str, message: str = "Ändrat\n") -> Callable[[Snapshot], Change]:
    """Make a `prepare` that gives one file new text."""
    return lambda _: Change({path: text.encode()}, message)
