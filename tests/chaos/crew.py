"""The side of the tests: orders to a warm interpreter, and its answers."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.chaos.scene import SCENES, template
from tests.cli.box import IDENTITY, copied

_WARM = Path(__file__).with_name("warm.py")


Attach = Callable[[int], Callable[[], None]]
"""Attaches to a process, and gives what ends that."""


class Ended(NamedTuple):
    """How a command ended: its code (negative for a signal), its words, the points it passed."""

    code: int
    out: str
    err: str
    names: list[str]


class Crew:
    """A warm interpreter; commands run in it as in one started for each."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, str(_WARM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **IDENTITY},
        )

    def close(self) -> None:
        """Send it home."""
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.close()
        self._server.stdout.close()
        self._server.wait()

    def order(self, jobs: list[dict[str, Any]]) -> None:
        """Give an order."""
        assert self._server.stdin
        self._server.stdin.write(json.dumps(jobs).encode() + b"\n")
        self._server.stdin.flush()

    def heard(self) -> Any:
        """Hear an answer."""
        assert self._server.stdout
        return json.loads(self._server.stdout.readline())

    def warm(self, cwd: Path, words: Sequence[str]) -> None:
        """Let it load once what each command after this would load."""
        self.order([{"argv": list(words), "cwd": str(cwd), "warm": True}])
        self.heard()

    def run(
        self,
        cwd: Path,
        words: Sequence[str],
        fault: tuple[str, int] | None = None,
        env: dict[str, str] | None = None,
    ) -> Ended:
        """Run one command, perhaps with a fault at one of its points."""
        self.order([{"argv": list(words), "cwd": str(cwd), "fault": fault, "env": env}])
        return Ended(**self.heard()[0])

    def held(self, cwd: Path, words: Sequence[str], hold: Path, attach: Attach) -> Ended:
        """Run one command that waits until somebody has attached to its process."""
        self.order([{"argv": list(words), "cwd": str(cwd), "hold": str(hold)}])
        leave = attach(self.heard())
        hold.touch()
        ended = Ended(**self.heard()[0])
        hold.unlink()
        leave()
        return ended

    def race(self, cwd: Path, many: Sequence[Sequence[str]], env: Any = ()) -> list[Ended]:
        """Run many commands at the same time, each with its own surroundings if given."""
        own = [*env, *([None] * (len(many) - len(env)))]
        self.order(
            [
                {"argv": list(words), "cwd": str(cwd), "env": each}
                for words, each in zip(many, own, strict=True)
            ]
        )
        return [Ended(**each) for each in self.heard()]


def warmed(folder: Path) -> Crew:
    """Give a crew that has done most of what it will be asked to do."""
    crew = Crew()
    root = template(folder, "advance", crew.warm)
    box = copied(root, folder / "varm")
    crew.warm(box.root, SCENES["advance"].words)
    crew.warm(box.root, ("fmt", "insatser/finns-inte"))
    crew.warm(box.root, ("init", str(folder / "nytt"), "--namn", "Prov"))
    return crew
