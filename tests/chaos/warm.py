"""A warm interpreter that forks a child for each command, and lets the child meet its fate.

It reads one order a line from stdin and answers with one line: a tenth of the price of starting
an interpreter for each. An order has `jobs`, each with `argv`, `cwd`, and perhaps `fault`
(a kind and a number of a fault point), `env` and `hold` (wait until somebody has attached).
Several jobs of one order run at the same time, and race from the point where each has seen
the case.
"""

import contextlib
import errno
import io
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NoReturn

sys.path.insert(0, str(Path(__file__).parents[2]))

from samverkan_cli.cli.app import main
from samverkan_cli.history import faults
from samverkan_cli.ports import CLOCK, FixedClock

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
START = "case seen"
"""The fault point at which racers wait for each other: all have seen the same case."""

SIGNALS = {"KILL": signal.SIGKILL, "TERM": signal.SIGTERM, "INT": signal.SIGINT}
Checkpoint = Callable[[str], None]


@dataclass
class Child:
    """A forked command, and where its words end up."""

    pid: int
    out: IO[bytes]
    err: IO[bytes]
    names: IO[bytes]

    def ended(self) -> dict[str, Any]:
        """Wait for the end and tell of it."""
        _, status = os.waitpid(self.pid, 0)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": _read(self.out),
            "err": _read(self.err),
            "names": _read(self.names).splitlines(),
        }


def _read(stream: IO[bytes]) -> str:
    stream.seek(0)
    with stream:
        return stream.read().decode("utf-8", "replace")


def _fate(kind: str, fatal: int, names: IO[bytes]) -> Checkpoint:
    """Make a checkpoint at which this process meets its fate the n:th time."""
    seen: list[str] = []

    def checkpoint(name: str) -> None:
        seen.append(name)
        os.write(names.fileno(), f"{name}\n".encode())
        if len(seen) != fatal:
            return
        if kind in SIGNALS:
            os.kill(os.getpid(), SIGNALS[kind])
        else:
            number = getattr(errno, kind)
            raise OSError(number, os.strerror(number), name)

    return checkpoint


def _line_up(checkpoint: Checkpoint, ready: int, go: int) -> Checkpoint:
    """Make a checkpoint that also waits, once, until every racer stands at the start."""

    def lined(name: str) -> None:
        if name == START:
            os.write(ready, b".")
            os.read(go, 1)
        checkpoint(name)

    return lined


def _run(job: dict[str, Any], child: Child, racing: tuple[int, int] | None) -> NoReturn:
    """Be the child: the command as if it had been started afresh, and nothing after it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(child.out.fileno(), 1)
    os.dup2(child.err.fileno(), 2)
    if not job.get("hold"):  # whoever counts our system calls wants none but the command's own
        kind, fatal = job.get("fault") or ("", 0)
        faults.checkpoint = _fate(kind, fatal, child.names)
    if racing:
        faults.checkpoint = _line_up(faults.checkpoint, *racing)
    os.environ.update(job.get("env") or {})
    os.chdir(job["cwd"])
    while job.get("hold") and not Path(job["hold"]).exists():
        time.sleep(0.001)
    code = 70
    try:
        code = main(job["argv"])
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:  # noqa: BLE001 - told, and never into the loop of the parent
        os.write(2, f"Traceback: {error!r}".encode())
    os._exit(code)


def start(job: dict[str, Any], racing: tuple[int, int] | None = None) -> Child:
    """Fork one child."""
    streams = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115 - closed when read
    child = Child(0, *streams)
    sys.stdout.flush()
    child.pid = os.fork()
    if child.pid == 0:
        _run(job, child, racing)
    return child


def race(jobs: list[dict[str, Any]]) -> list[Child]:
    """Fork many children and let them go at once."""
    (ready, told), (go, gate) = os.pipe(), os.pipe()
    children = [start(job, (told, go)) for job in jobs]
    os.close(told)
    for _ in jobs:  # one that ends before the start closes its end
        if not os.read(ready, 1):
            break
    os.write(gate, b"." * len(jobs))
    for number in (ready, go, gate):
        os.close(number)
    return children


def _answer(answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _warm(job: dict[str, Any]) -> None:
    """Run a command in this very process, so that all it loads is loaded for every child."""
    os.chdir(job["cwd"])
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(job["argv"])
    os.chdir("/")


def serve() -> None:
    """Take orders until there are no more."""
    CLOCK.set(FixedClock(NOW))
    for line in sys.stdin:
        jobs = json.loads(line)
        if jobs[0].get("warm"):
            _warm(jobs[0])
            _answer([])
            continue
        children = race(jobs) if len(jobs) > 1 else [start(jobs[0])]
        if jobs[0].get("hold"):
            _answer(children[0].pid)
        _answer([child.ended() for child in children])


if __name__ == "__main__":
    serve()
