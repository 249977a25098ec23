"""Repositories of many insatser, for measuring: `python -m bench corpus DIR --insatser N`.

The demo's own cases are told again and again under new ids, each up to another of its acts, so
that ideas, applications, running insatser and closed ones lie side by side. The same number
gives the same bytes, and the same commits. With `--historia` every act is a commit as the tool
writes it, in order of time; without, everything is one commit.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO

from bench import acts, fuller
from bench.acts import CASES, Act, Source
from bench.retold import Model
from bench.variants import told

PROGRAM = str(Path(sys.executable).parent / "samverkan")
TOP = Path(__file__).resolve().parents[1]
KEPT = TOP / "build" / "bench"
"""Where what is measured on is kept between runs; `make clean` takes it away."""

IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Kansliet Exempelbygden",
    "GIT_AUTHOR_EMAIL": "kansli@exempelbygden.example",
    "GIT_COMMITTER_NAME": "Kansliet Exempelbygden",
    "GIT_COMMITTER_EMAIL": "kansli@exempelbygden.example",
}


def git(root: Path, *words: str) -> str:
    """Run git in a repository as the made-up person, whatever the user's own settings are."""
    done = subprocess.run(
        ["git", *words], cwd=root, env=os.environ | IDENTITY, capture_output=True, check=True
    )
    return done.stdout.decode()


def source() -> Source:
    """Read the history that is told again; it is made the first time."""
    root = KEPT / f"kalla-{_edition()}"
    if not root.exists():
        for old in KEPT.glob("kalla-*"):
            shutil.rmtree(old)
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT) as half:
            fuller.build(Path(half) / "kalla", Path(half) / "texter")
            (Path(half) / "kalla").rename(root)
    return acts.read(root)


@cache
def _edition() -> str:
    """Name what the repositories are made from, so that old ones are not measured on."""
    digest = hashlib.sha256()
    manuscripts = (TOP / "src" / "samverkan_cli" / "data").glob("**/*.yaml")
    for path in sorted([*manuscripts, *(TOP / "schemas").glob("*.json"), *_OWN]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


_OWN = [
    Path(__file__).with_name(f"{name}.py")
    for name in ("acts", "corpus", "fuller", "retold", "variants")
]


def kept(count: int, *, whole: bool = True) -> Path:
    """Give the repository of so many insatser, with its history; it is made the first time."""
    root = KEPT / f"forrad-{count}-{_edition()}"
    if not root.exists():
        for old in KEPT.glob(f"forrad-{count}-*"):
            shutil.rmtree(old)
        found = source()
        with tempfile.TemporaryDirectory(dir=KEPT) as half:
            build(Path(half) / "forrad", count, found, history=True, whole=whole)
            (Path(half) / "forrad").rename(root)
    return root


def ready(root: Path) -> list[str]:
    """List the insatser that stand at the first gate, with it open."""
    found = sorted((root / CASES).glob("*/svar/F1-7-vacks.yaml"))
    cases = [path.parents[1] for path in found]
    return [each.name for each in cases if not (each / "handelser" / "0002.yaml").exists()]


def build(root: Path, count: int, found: Source, *, history: bool, whole: bool = True) -> None:
    """Make the repository in a folder that is not there yet."""
    root.mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    made = told(found, count, whole=whole)
    words = ["git", "-c", "core.compression=1", "fast-import", "--quiet", "--done"]
    with subprocess.Popen(words, cwd=root, stdin=subprocess.PIPE) as process:
        if process.stdin is None:
            raise RuntimeError("git fast-import takes no input")
        write(process.stdin, found.first, _in_time(made) if history else _at_once(made))
    if process.returncode:
        raise RuntimeError(f"git fast-import ended with {process.returncode}")
    git(root, "reset", "--quiet", "--hard")


Told = tuple[str, str, Mapping[str, str]]
"""Of one commit: who and when, the message, and the texts by path in the repository."""


def _in_time(made: Iterable[tuple[str, Iterator[Model]]]) -> Iterator[Told]:
    """Give one commit an act, oldest first; acts of the same second keep the order of cases."""
    every = [(act.second, case_id, act) for case_id, acts_ in made for act in acts_]
    every.sort(key=lambda each: each[0])
    for _, case_id, act in every:
        yield act.who, act.message, _placed(case_id, act)


def _at_once(made: Iterable[tuple[str, Iterator[Model]]]) -> Iterator[Told]:
    """Give everything as one commit; of a file that was written twice, the last."""
    files: dict[str, str] = {}
    who, last = "", 0
    for case_id, acts_ in made:
        for act in acts_:
            files |= _placed(case_id, act)
            if act.second >= last:
                who, last = act.who, act.second
    yield who, "Allt på en gång\n", files


def _placed(case_id: str, act: Model) -> dict[str, str]:
    return {f"{CASES}/{case_id}/{sheet.path}": sheet.text for sheet in act.sheets}


def write(out: IO[bytes], first: Act, commits: Iterable[Told]) -> None:
    """Write commits as `git fast-import` reads them."""
    _commit(out, first.who, first.message, first.files)
    for who, message, files in commits:
        _commit(out, who, message, {path: text.encode() for path, text in files.items()})
    out.write(b"done\n")


def _commit(out: IO[bytes], who: str, message: str, files: Mapping[str, bytes]) -> None:
    said = message.encode()
    head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {len(said)}\n"
    out.write(head.encode() + said)
    out.writelines(
        f"M 100644 inline {path}\ndata {len(raw)}\n".encode() + raw + b"\n"
        for path, raw in sorted(files.items())
    )
    out.write(b"\n")


def main(words: list[str]) -> None:
    """Make one repository where it is asked for."""
    asked = argparse.ArgumentParser(prog="python -m bench corpus", description=__doc__)
    asked.add_argument("mapp", type=Path)
    asked.add_argument("--insatser", type=int, default=1000)
    asked.add_argument("--historia", action="store_true", help="en incheckning per handling")
    given = asked.parse_args(words)
    if given.mapp.exists():
        raise SystemExit(f"{given.mapp} finns redan.")
    build(given.mapp, given.insatser, source(), history=given.historia)
