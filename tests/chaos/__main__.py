"""`make chaos`: every fault, the weather and the crowd, for as long as there is time; a table."""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.chaos import calls, machine, storm
from tests.chaos.crew import Crew, warmed
from tests.chaos.scene import SCENES
from tests.chaos.stage import KINDS, Stage

Trial = Callable[[], list[str]]


@dataclass
class Row:
    """One row of the table: what was tried, how many of how many, and what was wrong."""

    what: str
    tried: int = 0
    of: int = 0
    wrong: list[str] = field(default_factory=list)

    def tell(self) -> None:
        """Print it, with the first things that were wrong."""
        known = f" of {self.of}" if self.of else ""
        told(f"{self.what:<58} {self.tried:>6}{known:<9} wrong {len(self.wrong)}")
        for each in self.wrong[:10]:
            told(f"    {each[:600]}")


def told(line: str) -> None:
    """Print a line at once: whoever waits wants to see it."""
    print(line, flush=True)  # noqa: T201 - a table for a person


def within(row: Row, trials: list[Trial], seconds: float, least: int, seed: int) -> Row:
    """Try in an order of its own for each seed, until the time is out and enough is tried."""
    random.Random(seed).shuffle(trials)  # noqa: S311 - to be repeated, not to be secret
    row.of, end = len(trials), time.monotonic() + seconds
    for trial in trials:
        if time.monotonic() > end and row.tried >= least:
            break
        row.wrong += trial()
        row.tried += 1
    return row


def points(stages: list[Stage]) -> Iterator[Trial]:
    """Every kind of fault at every fault point."""
    for stage in stages:
        for point in range(1, len(stage.points) + 1):
            for kind in KINDS:
                yield partial(stage.fault, kind, point)


def system_calls(stages: list[Stage], hows: set[str]) -> Iterator[Trial]:
    """Every writing system call of ours and of every git; git also dies alone."""
    for stage in stages:
        tracer = calls.Tracer(stage)
        for moment in tracer.moments():
            for how in hows:
                for alone in {False, how == "KILL" and moment.git > 0}:
                    yield partial(tracer.fault, moment, how, alone=alone)


def built(crew: Crew, top: Path, only: list[str]) -> list[Stage]:
    """Build the stages; every other one has work of the person's own under way."""
    chosen = [name for name in SCENES if not only or name in only]
    return [Stage(crew, top, name, busy=number % 2 == 0) for number, name in enumerate(chosen)]


def blown(top: Path, seconds: float, seed: int) -> list[Row]:
    """Let the weather blow, and count what is lost."""
    log, box = storm.weather(top / "väder", seconds, seed=seed)
    crew = Crew()
    kills = log.counts["exit -9"]
    what = f"weather {seconds:.0f} s: {kills} killed, {log.counts['foreign commits']} foreign"
    commands = sum(number for name, number in log.counts.items() if name.startswith("exit"))
    rows = [
        Row(f"{what}; commands, lost", commands, 0, [*log.wrong, *storm.lost(log, box)]),
        Row("  said done, illegal afterwards", len(log.done), 0, storm.illegal(crew, box)),
    ]
    crew.close()
    return rows


def crowded(top: Path, people: int, cases: int) -> Row:
    """Let a crowd advance."""
    ends, wrong, took = storm.crowd(top / f"folk-{people}", people, cases)
    what = f"{people} people x {cases} cases at once, {took:.0f} s ({dict(ends)})"
    return Row(what, people * cases, 0, wrong)


def parsed() -> argparse.Namespace:
    """Read the options."""
    options = argparse.ArgumentParser(prog="python -m tests.chaos")
    options.add_argument("--seconds", type=float, default=1800.0, help="for all parts together")
    options.add_argument("--count", type=int, default=3000, help="system calls tried at least")
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--only", action="append", default=[], help="a command, such as fmt")
    options.add_argument("--histories", type=int, default=100, help="of the state machine")
    options.add_argument("--part", default="", help="points, calls, weather, crowd or machine")
    return options.parse_args()


def faults(given: argparse.Namespace, top: Path) -> Iterator[Row]:
    """Try the faults, one kind of place after the other."""
    crew = warmed(top / "varm")
    stages = built(crew, top, given.only)
    if given.part in {"", "points"}:
        what = Row("fault points: KILL, TERM, INT, ENOSPC, EIO, EACCES")
        yield within(what, list(points(stages)), given.seconds * 0.25, 0, given.seed)
    if given.part in {"", "calls"}:
        for hows, share in (({"KILL"}, 0.3), (set(calls.HOW) - {"KILL"}, 0.2)):
            row = Row(f"system calls: {', '.join(sorted(hows))}")
            least = given.count if hows == {"KILL"} else 0
            trials = list(system_calls(stages, hows)) if calls.available() else []
            yield within(row, trials, given.seconds * share, least, given.seed)
    crew.close()


def crowds(given: argparse.Namespace, top: Path) -> Iterator[Row]:
    """Let many work at once."""
    if given.part in {"", "weather"}:
        yield from blown(top, max(60.0, given.seconds * 0.1), given.seed)
    if given.part in {"", "crowd"}:
        yield crowded(top, 16, 40)
        yield crowded(top, 32, 1)
    if given.part in {"", "machine"}:
        tried, wrong = machine.run(given.histories, 30)
        yield Row("state machine: commands x clones x kills, steps", tried, 0, wrong)


def main() -> int:
    """Run the parts and give 1 if anything was wrong."""
    given = parsed()
    told(f"seed {given.seed}")
    if not calls.available():
        told("strace is not here (apt-get install strace): fault points only")
    code = 0
    with tempfile.TemporaryDirectory(prefix="samverkan-kaos-") as name:
        for part in (faults, crowds):
            for row in part(given, Path(name)):
                row.tell()
                code |= bool(row.wrong)
    return code


if __name__ == "__main__":
    sys.exit(main())
