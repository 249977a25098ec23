"""How far a long piece of work has come, on a terminal, once it has taken half a second.

Whoever works says what it has done; that costs next to nothing. A clock of the system's draws the
line on stderr, and the line is gone before anything else is written. Without a terminal, on a
system without that clock, or inside a test, nothing is drawn.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager, suppress
from typing import TextIO, TypeVar

T = TypeVar("T")

FIRST, AGAIN = 0.5, 0.2
"""Seconds before the line is first drawn, and between two drawings."""

_CLEAR = "\r\x1b[2K"


class _Line:
    """The line that is drawn; `says` is what, how many of it are done, and how many there are."""

    def __init__(self, screen: TextIO) -> None:
        self.screen = screen
        self.says: tuple[str, int, int | None] = ("Arbetar", 0, None)
        self.is_drawn = False
        self.is_hushed = False

    def draw(self, *_: object) -> None:
        """Draw the line, unless somebody is being asked something."""
        if self.is_hushed:
            return
        what, done, whole = self.says
        count = f" {done} av {whole}" if whole else f" {done}" if done else ""
        self._put(f"{_CLEAR}{what}{count} …")
        self.is_drawn = True

    def clear(self) -> None:
        """Take the line away."""
        if self.is_drawn:
            self.is_drawn = False
            self._put(_CLEAR)

    def _put(self, text: str) -> None:
        """Write past the stream's own buffer: the clock may strike in the middle of a write."""
        with suppress(OSError, ValueError):
            os.write(self.screen.fileno(), text.encode())


class _Stream:
    """A stream that takes the line away before it writes, and draws no more until work is told."""

    def __init__(self, stream: TextIO, line: _Line) -> None:
        self._stream, self._line = stream, line

    def write(self, text: str) -> int:
        hush()
        return self._stream.write(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


_line: _Line | None = None


def told(what: str, done: int, whole: int | None = None) -> None:
    """Say what is being done, how many are done and, when it is known, of how many."""
    if _line is not None:
        _line.says, _line.is_hushed = (what, done, whole), False


def hush() -> None:
    """Draw nothing until more is told: somebody is asked something, or reads an answer."""
    if _line is not None:
        _line.is_hushed = True
        _line.clear()


def steps(items: Iterable[T], what: str, whole: int | None = None) -> Iterator[T]:
    """Give items one by one, and tell how far that has come."""
    count = len(items) if whole is None and isinstance(items, Sized) else whole
    for done, item in enumerate(items):
        told(what, done, count)
        yield item


def teller(what: str, whole: int) -> Callable[[int], None]:
    """Give a way to say how many of a known number are done."""
    return lambda done: told(what, done, whole)


@contextmanager
def shown() -> Iterator[None]:
    """Draw the line while inside, when somebody sits before a terminal."""
    global _line  # noqa: PLW0603 - one screen, one line
    if not _is_seen():
        yield
        return
    out, err = sys.stdout, sys.stderr
    _line = line = _Line(err)
    sys.stdout, sys.stderr = _Stream(out, line), _Stream(err, line)
    before = signal.signal(signal.SIGALRM, line.draw)
    signal.setitimer(signal.ITIMER_REAL, FIRST, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        line.clear()
        sys.stdout, sys.stderr = out, err
        _line = None


def _is_seen() -> bool:
    """Tell whether there is a terminal that can clear a line, and a clock to draw by."""
    there = sys.stderr is not None and sys.stdout is not None and sys.stderr.isatty()
    able = hasattr(signal, "setitimer") and os.environ.get("TERM", "dumb") != "dumb"
    return there and able
