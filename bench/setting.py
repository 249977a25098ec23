"""What every measurement shares: the starter, the sizes, and the states that a run begins in."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from bench import corpus
from bench.acts import CASES
from bench.corpus import PROGRAM, TOP, git
from bench.result import Kind, Row
from bench.timing import Command, Starter, Times

SMALL, MIDDLE, BIG = 150, 1000, 8000
PY_SAID = "`python -c pass`"
PY = Command([sys.executable, "-c", "pass"])


@dataclass(frozen=True)
class Setting:
    """How to measure: how many pairs, and the sizes."""

    starter: Starter
    rounds: int = 5
    small: int = SMALL
    middle: int = MIDDLE
    big: int | None = None

    @property
    def sizes(self) -> list[int]:
        """The sizes from the smallest."""
        return [self.small, self.middle, *([self.big] if self.big else [])]

    def pairs(self, count: int) -> int:
        """Tell how many pairs there are of what takes long: three at least of the largest."""
        return self.rounds if count <= self.middle else min(self.rounds, 3)


def root(count: int) -> Path:
    """Give the repository of so many insatser."""
    return corpus.kept(count)


def tool(place: Path, *words: str, before: Callable[[], None] | None = None) -> Command:
    """Give a command of ours, run in a repository."""
    return Command([PROGRAM, *words], place, before)


def cold(place: Path, *words: str) -> Command:
    """Give a command of ours that finds no results from before; files are as warm as for all."""
    cache = place / ".git" / "samverkan" / "cache"
    return tool(place, *words, before=lambda: shutil.rmtree(cache, ignore_errors=True))


def warm(setting: Setting, place: Path, *words: str) -> Command:
    """Give a command of ours that was run a moment ago, and may use what it kept."""
    command = tool(place, *words)
    setting.starter.once(command, Times())
    return command


def row(
    group: str,
    key: str,
    what: str,
    kind: Kind,
    ours: Times,
    theirs: Times | None = None,
    against: str = "",
    units: tuple[int, int] = (1, 1),
    aims: tuple[float, float] | None = None,
    note: str = "",
) -> Row:
    """Make a row of what was measured; of memory, ours alone is the figure."""
    runs = ours.mib if kind == "minne" else ours.wall
    target, stretch = aims or (None, None)
    made = Row(group, key, what, kind, runs, against, [], units, target, stretch, note=note)
    other = theirs.wall if theirs and kind != "minne" else []
    return replace(made, theirs=other, mib=max(ours.mib))


def edited(place: Path, count: int) -> Callable[[], None]:
    """Give what edits so many documents by hand, each a document of a case of its own."""
    found = sorted((place / CASES).glob("20*/insats.yaml"))[:: max(1, _cases(place) // count)]
    chosen = found[:count]
    raws = {path: path.read_bytes() for path in chosen}
    turn = [0]

    def edit() -> None:
        turn[0] += 1
        for path, raw in raws.items():
            path.write_bytes(raw + f"# ändrad {turn[0]} gånger\n".encode())

    return edit


def _cases(place: Path) -> int:
    return sum(1 for _ in (place / CASES).glob("20*"))


def restored(place: Path) -> None:
    """Put the files back as the last commit has them."""
    git(place, "checkout", "--quiet", "--", CASES)


def live(place: Path) -> str:
    """Give an insats of about ten documents."""
    wanted = range(10, 13)
    folders = sorted((place / CASES).glob("20*-*-*-0*"))
    return next(each.name for each in folders if sum(1 for _ in each.rglob("*.yaml")) in wanted)


def examples() -> Path:
    """Give the examples as a repository: insatser as the demo writes them."""
    place = corpus.KEPT / "exempel"
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(TOP / "examples", place)
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message=Allt")
    return place


def spaced(count: int) -> str:
    """Write a number as Swedish text does."""
    return f"{count:,}".replace(",", " ")


def growth(
    group: str,
    setting: Setting,
    verb: str,
    found: dict[int, tuple[int, Times]],
    state: str,
    of: str = "handlingar",
) -> Iterator[Row]:
    """Compare each size with the one before it, counted for ten times as much."""
    sizes = setting.sizes
    for less, more in pairwise(sizes):
        (few, before), (many, after) = found[less], found[more]
        what = f"`{verb}` {state}: tio gånger så många {of}"
        said = f"{spaced(many)} mot {spaced(few)} {of}"
        aims = (11.0, 10.3) if verb == "check" and more == setting.big else None
        key = f"{verb}-{state}-vaxt-{more}"
        units = (many, few)
        yield row(group, key, what, "tillvaxt", after, before, said, units, aims)
