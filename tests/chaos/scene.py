"""Repositories to die in: one for each writing command, with work of the person's own under way."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.cli import own_process
from tests.cli.box import EXAMPLES, OPEN, SHUT, Box, copied

IRIS = "2020-001-iris"
YEAR = "ar-2026"
BECAUSE = ("--motivering", "Parterna vill det (exempeldata).")
NEIGHBOUR = "2012-001-indikatorprojektet"
Prepare = Callable[[Box], None]


def _nothing(_: Box) -> None:
    """Leave it as it is."""


def _edit(box: Box) -> None:
    box.edit(f"insatser/{OPEN}/insats.yaml", "namn: Lumena", "namn: Lumena två")


def _answered(box: Box) -> None:
    answer = box.case("svar/F1-7.yaml", OPEN).read_text(encoding="utf-8")
    fresh = answer.replace("punkt: F1-7", "punkt: F1-9")
    box.write(f"insatser/{OPEN}/svar/F1-9.yaml", fresh)
    box.commit()


def _untidy(box: Box) -> None:
    for name in ("insats", "ansokan", "idebeskrivning"):
        path = box.case(f"{name}.yaml", OPEN)
        path.write_bytes(path.read_bytes().replace(b": ", b":   ", 3))
    box.commit()


@dataclass(frozen=True)
class Scene:
    """A command, the cases that it needs, and what must be done before it.

    `commits` is how many it makes; with `yes` it saves what lies loose first.
    """

    words: Sequence[str]
    case: str = OPEN
    prepare: Prepare = _nothing
    before: tuple[Sequence[str], ...] = ()
    commits: int = 1

    @property
    def next(self) -> Sequence[str]:
        """A command that writes nothing of its own, and so shows what it found."""
        if self.words[0] == "init":
            return self.words
        if not self.commits:
            return ("answer", self.case, "FINNS-INTE", "ja")
        return ("save", self.case)


ANSWER = ("answer", OPEN, "F1-9", "ja", "--motivering", "Enligt plan.")
SCENES: dict[str, Scene] = {
    "answer": Scene(ANSWER),
    "advance": Scene(("advance", OPEN), before=(ANSWER,)),
    "back": Scene(("back", SHUT, "--to", "utvecklas", *BECAUSE), SHUT),
    "close": Scene(("close", IRIS, *BECAUSE), IRIS),
    "reopen": Scene(
        ("reopen", IRIS, *BECAUSE), IRIS, before=(("close", IRIS, "--to", "vilande", *BECAUSE),)
    ),
    "sign": Scene(
        ("sign", OPEN, "ansokan", "--part", "af", "--namn", "Bo Ek", "--roll", "Chef"),
    ),
    "decide": Scene(
        (
            *("decide", OPEN, "undantag", "--organ", "styrelse", "--paragraf", "§ 3"),
            *("--undantag", "F1-9: Det räcker.", *BECAUSE),
        )
    ),
    "new": Scene(("new", "Ny insats", "--part", "fk", "--part", "af")),
    "add": Scene(("add", OPEN, "lagesrapport", "--namn", "2025")),
    "save": Scene(("save", OPEN), prepare=_edit),
    "fmt": Scene(("fmt",), prepare=_untidy, commits=0),
    "migrate": Scene(("migrate", SHUT), SHUT, prepare=own_process.add),
    "protokoll": Scene(("protokoll", "2026-12-09", "--ar", YEAR), YEAR),
    "init": Scene(("init", ".", "--namn", "Prov")),
    "answer --yes": Scene((*ANSWER, "--yes"), prepare=_edit, commits=2),
    "advance --no-commit": Scene(("advance", OPEN, "--no-commit"), before=(ANSWER,), commits=0),
}


def template(folder: Path, name: str, run: Callable[[Path, Sequence[str]], object]) -> Path:
    """Build the repository of a scene; `run` carries out the commands that come before."""
    root = folder / name.replace(" ", "")
    scene = SCENES[name]
    if scene.words[0] == "init":
        root.mkdir(parents=True)
        return root
    for case_id in {scene.case, NEIGHBOUR}:
        wanted = EXAMPLES / "insatser" / case_id
        ignore = shutil.ignore_patterns("utskrifter")
        shutil.copytree(wanted, root / "insatser" / case_id, ignore=ignore)
    neighbour = root / "insatser" / NEIGHBOUR
    for path in neighbour.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
    shutil.copy(EXAMPLES / "samverkan.yaml", root)
    shutil.copytree(EXAMPLES / "bilder", root / "bilder")
    box = Box(root)
    box.git("init", "-q", "-b", "main", "--template=")
    box.write("anteckning.txt", "rad ett\n")
    box.commit("Förrådet som det var")
    for words in scene.before:
        run(root, words)
    scene.prepare(box)
    box.git("gc", "-q")
    return root


def users_work(box: Box) -> None:
    """Leave staged, edited, both, new and untracked files of the person's own, elsewhere."""
    box.write("anteckning.txt", "rad tva\n")
    box.write("lagd.txt", "lagd\n")
    box.git("add", "anteckning.txt", "lagd.txt")
    box.write("anteckning.txt", "rad tre\n")
    box.write(f"insatser/{NEIGHBOUR}/insats.yaml", "namn: Nytt\n")
    box.write("okand.txt", "okand\n")


class Picture(NamedTuple):
    """Everything that a half-done change would show."""

    tip: str
    staged: str
    files: dict[str, str]


def picture(box: Box) -> Picture:
    """Take the picture of a repository: branch, index, and every byte of the work tree."""
    files = {path: mark for path, mark in box.state().items() if path.split("/")[0] != ".git"}
    if not (box.root / ".git").exists():
        return Picture("", "", files)
    tip = subprocess.run(
        ["git", "rev-parse", "-q", "--verify", "HEAD"],
        cwd=box.root,
        capture_output=True,
        check=False,
    )
    return Picture(tip.stdout.decode().strip(), box.git("ls-files", "-s", "-t", "-z"), files)


def litter(box: Box) -> list[str]:
    """Name what nobody cleared away: our own work, and locks of git's."""
    git = box.root / ".git"
    ours = [path for path in (git / "samverkan").glob("*") if path.is_dir() or path.read_bytes()]
    return [path.relative_to(git).as_posix() for path in [*ours, *git.rglob("*.lock")]]


def fresh(where: Path, target: Path, *, busy: bool) -> Box:
    """Copy a repository, with the person's own work in it or not."""
    box = copied(where, target)
    if busy and (target / ".git").exists():
        users_work(box)
    return box
