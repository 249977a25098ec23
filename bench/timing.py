"""Whole processes, measured in turn: A B A B, so that a busy moment strikes them alike."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from bench.corpus import IDENTITY

CODES = frozenset({0, 1})
"""Fine, and findings: both are work done to the end."""


@dataclass(frozen=True)
class Command:
    """A program to run: its words, where, and what is put in order before each run (untimed).

    `codes` are the exit statuses that mean the work was done.
    """

    words: Sequence[str]
    cwd: Path = Path()
    before: Callable[[], Any] | None = None
    codes: frozenset[int] = CODES


@dataclass
class Times:
    """The runs of one command: seconds of wall clock and of processor, and MiB at most."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    mib: list[float] = field(default_factory=list)


class Starter:
    """The small process that starts and measures the others."""

    def __init__(self) -> None:
        words = [sys.executable, "-S", "-E", str(Path(__file__).with_name("starter.py"))]
        clean = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **IDENTITY}
        self._process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=clean
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def once(self, command: Command, times: Times) -> None:
        """Run a command once and note its time; stop when it did not do its work."""
        if command.before:
            command.before()
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the starter has no pipes")
        with tempfile.NamedTemporaryFile() as said:
            asked = [list(command.words), str(command.cwd.resolve()), said.name]
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
            code, wall, cpu, kib = json.loads(process.stdout.readline())
            if code not in command.codes:
                words = " ".join(command.words)[:300]
                told = Path(said.name).read_text(errors="replace")[-2000:]
                raise SystemExit(f"{words} slutade med {code}:\n{told}")
        times.wall.append(wall)
        times.cpu.append(cpu)
        times.mib.append(kib / (1024**2 if sys.platform == "darwin" else 1024))

    def turns(self, commands: Mapping[str, Command], rounds: int) -> dict[str, Times]:
        """Run each command in turn, and all of them again, so many rounds."""
        times = {name: Times() for name in commands}
        for number in range(rounds):
            for name, command in commands.items():
                self.once(command, times[name])
                told(f"  {number + 1}/{rounds} {name}: {times[name].wall[-1]:.3f} s")
        return times


def told(line: str) -> None:
    """Tell how the measuring goes, beside the table."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
