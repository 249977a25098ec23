"""A case repository in a git work tree, to run real commands in."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.models.dokument import is_of_trail

EXAMPLES = Path(__file__).parents[2] / "examples"
IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Åsa Öberg",
    "GIT_AUTHOR_EMAIL": "asa@example.se",
    "GIT_AUTHOR_DATE": "2026-11-23T09:00:00+01:00",
    "GIT_COMMITTER_NAME": "Åsa Öberg",
    "GIT_COMMITTER_EMAIL": "asa@example.se",
    "GIT_COMMITTER_DATE": "2026-11-23T09:00:00+01:00",
}
CASE = "2026-001-egen-ide"
"""The one case of the small repository."""

OPEN = "2023-001-lumena"
"""An example whose gate opens as soon as one item is answered."""

SHUT = "2026-001-en-ingang"
"""An example with much left to do."""


class Result(NamedTuple):
    """What a command left: its exit code, and what it said."""

    code: int
    out: str
    err: str


class Box:
    """The repository's folder, and the words to ask it things."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *args: str, check: bool = True) -> str:
        """Run git as the person would, without touching the index on the side."""
        done = subprocess.run(
            ["git", *args],
            cwd=self.root,
            capture_output=True,
            check=False,
            env=os.environ | IDENTITY | {"GIT_OPTIONAL_LOCKS": "0"},
        )
        if check and done.returncode:
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode()

    def feed(self, stdin: bytes, *args: str) -> None:
        """Run git with something to read."""
        env = os.environ | IDENTITY
        subprocess.run(["git", *args], cwd=self.root, input=stdin, env=env, check=True)

    def commit(self, subject: str = "För hand") -> str:
        """Commit everything as the person would."""
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", subject)
        return self.tip()

    def tip(self) -> str:
        """Name the last commit."""
        return self.git("rev-parse", "HEAD").strip()

    def count(self) -> int:
        """Count the commits."""
        return int(self.git("rev-list", "--count", "HEAD"))

    def status(self) -> str:
        """Give what git says is changed, staged or unknown."""
        return self.git("status", "--porcelain", "-uall")

    def changed(self) -> list[str]:
        """List the paths that the last commit touched."""
        return self.git("show", "--format=", "--name-only", "HEAD").split()

    def trailers(self) -> dict[str, str]:
        """Read the trailers of the last commit as git itself finds them.

        That which binds it to its file of the trail is tried here, and left out.
        """
        form = "--format=%(trailers:only,unfold)"
        lines = self.git("log", "-1", form).splitlines()
        found = dict(line.split(": ", 1) for line in lines if line)
        by = self.git("log", "-1", "--format=%an <%ae>").strip()
        assert found.pop("Skrivet", by).endswith(by)
        if (bound := found.pop("Innehall", None)) is not None:
            made = [path for path in self.changed() if is_of_trail(path)]
            assert [_digest(self.root / path) for path in made] == [bound]
        return found

    def case(self, path: str = "", case_id: str = CASE) -> Path:
        """Give a path inside a case."""
        return self.root / "insatser" / case_id / path

    def write(self, path: str, data: str | bytes) -> Path:
        """Write a file below the root."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
        return target

    def edit(self, path: str, old: str, new: str) -> Path:
        """Change some words of a file below the root."""
        target = self.root / path
        text = target.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        target.write_bytes(text.replace(old, new, 1).encode())
        return target

    def hook(self, name: str, script: str) -> None:
        """Install a hook."""
        target = self.root / ".git" / "hooks" / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        target.chmod(0o755)

    def state(self, *, whole: bool = False) -> dict[str, str]:
        """Fingerprint tree, index and refs; `whole` takes in everything that git keeps too.

        What a reader found and keeps for the next time is no part of it.
        """
        return {
            path.relative_to(self.root).as_posix(): _print(path)
            for path in sorted(self.root.rglob("*"))
            if (whole and not _is_cache(path.relative_to(self.root).parts))
            or _counts(path.relative_to(self.root).parts)
        }


def _counts(parts: Sequence[str]) -> bool:
    if parts[0] != ".git":
        return True
    return len(parts) > 1 and parts[1] in {"HEAD", "index", "refs", "packed-refs", "config"}


def _is_cache(parts: Sequence[str]) -> bool:
    """Tell whether a path is our folder in git's, or the cache in it; lock and journal are not."""
    return parts[:2] == (".git", "samverkan") and (len(parts) == 2 or parts[2] == "cache")


def _digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def _print(path: Path) -> str:
    if path.is_symlink():
        return f"link {path.readlink()}"
    if not path.is_file():
        return "folder"
    return f"{path.stat().st_mode:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def copied(template: Path, target: Path) -> Box:
    """Copy a repository, links and all."""
    shutil.copytree(template, target, symlinks=True)
    return Box(target)


def under_git(root: Path) -> Box:
    """Put a folder under git with one commit, packed so that copies are quick."""
    box = Box(root)
    box.git("init", "-q", "-b", "main")
    box.commit("Förrådet som det var")
    box.git("gc", "-q")
    return box
