"""Many cases checked over the processor's cores, with the very answer that one core would give."""

import gc
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from samverkan_cli.extent.pipes import receive, send
from samverkan_cli.watched import Seen, noted, watching

S = TypeVar("S")
T = TypeVar("T")
Tell = Callable[[int], None]


class Named(Protocol):
    """What is found of a case: it knows which one, and can be sent to another process."""

    @property
    def id(self) -> str:
        """The id of the case."""
        ...


@dataclass(frozen=True)
class Said(Generic[S]):
    """What is said of a case: some value that can be sent."""

    id: str
    value: S


F = TypeVar("F", bound=Named)

FEW = 12
"""Cases for which a process of their own costs more than it gives (a fork, and the way back)."""

MOST_AT_ONCE = 16
"""Cases that are taken in one go: few enough that nobody waits long for the last ones."""


def say_all(ids: Sequence[str], say: Callable[[str], S], tell: Tell | None = None) -> list[S]:
    """Say something of each case, in order."""
    found, _ = check_all(ids, lambda each: Said(each, say(each)), lambda: None, tell)
    return [each.value for each in found]


def check_all(
    ids: Sequence[str],
    check: Callable[[str], F],
    meanwhile: Callable[[], T],
    tell: Tell | None = None,
) -> tuple[list[F], T]:
    """Check cases, in order, and do something else at the same time.

    A case is let go when it is checked, so many take no more memory than one. Whatever stops
    another process, its cases are checked here. `tell` hears how many cases are done so far.
    """
    with _settled():
        crew = _Crew(ids, check, tell or (lambda _: None))
        try:
            other = meanwhile()
            crew.work()
            done = crew.gathered()
        finally:
            crew.stop()
    return [done.get(each) or check(each) for each in ids], other


def _cores() -> int:
    if not hasattr(os, "fork"):  # a fresh process would read the rule book anew
        return 1
    with suppress(AttributeError, OSError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Crew(Generic[F]):
    """This process and its forks, which take the cases a few at a time from one queue.

    The queue is a pipe that is filled beforehand: who reads four bytes has taken that share.
    """

    def __init__(self, ids: Sequence[str], check: Callable[[str], F], tell: Tell) -> None:
        self._ids, self._check, self._tell = ids, check, tell
        self._done: dict[str, F] = {}
        self._seen: Seen = {}
        self._lock = threading.Lock()
        self._children: list[int] = []
        self._readers: list[threading.Thread] = []
        others = max(1, min(_cores(), len(ids) // FEW)) - 1
        self._size = max(1, min(MOST_AT_ONCE, len(ids) // (4 * (others + 1))))
        self._queue = _queue(range(0, len(ids), self._size))
        receivers = [each for _ in range(others) if (each := self._fork()) is not None]
        for each in receivers:  # threads only when all forks are made: a fork takes none along
            reader = threading.Thread(target=self._hear, args=(each,), daemon=True)
            reader.start()
            self._readers.append(reader)

    def work(self) -> None:
        """Take shares until there are none."""
        for share in self._shares():
            self._keep([self._check(each) for each in share])

    def gathered(self) -> dict[str, F]:
        """Wait for the others and give what all have found; some may be missing."""
        for each in self._readers:
            while each.is_alive():  # in short waits, so that Ctrl-C is heard
                each.join(0.2)
        noted(self._seen)
        return self._done

    def stop(self) -> None:
        """End the others, whether or not they are done."""
        os.close(self._queue)
        for child in self._children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(child, 0)
        for each in self._readers:
            each.join()

    def _shares(self) -> Iterator[Sequence[str]]:
        while token := os.read(self._queue, 4):
            start = int.from_bytes(token)
            yield self._ids[start : start + self._size]

    def _keep(self, found: list[F]) -> None:
        with self._lock:
            self._done |= {each.id: each for each in found}
            self._tell(len(self._done))

    def _fork(self) -> int | None:
        """Start another; give the end of the pipe that its findings come through."""
        receiver, sender = os.pipe()
        try:
            child = os.fork()
        except OSError:  # no more processes to be had
            os.close(receiver)
            os.close(sender)
            return None
        if child == 0:
            self._slave(sender)
        os.close(sender)
        self._children.append(child)
        return receiver

    def _slave(self, sender: int) -> None:
        """Check shares and send them. What goes wrong is told by the parent, who tries again."""
        with suppress(BaseException):
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers, and ends us
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            for share in self._shares():
                with watching() as seen:
                    found = [self._check(each) for each in share]
                send(sender, pickle.dumps((found, seen), pickle.HIGHEST_PROTOCOL))
        os._exit(0)  # nothing of the parent's is flushed, closed or run twice

    def _hear(self, receiver: int) -> None:
        """Take what another sends until it ends, well or not."""
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            while raw := receive(receiver):
                # From our own fork, through a pipe that nobody else holds: a pickle is safe here.
                found, seen = pickle.loads(raw)  # noqa: S301
                self._seen.update(seen)
                self._keep(found)
        os.close(receiver)


def _queue(starts: Sequence[int]) -> int:
    """Fill a pipe with shares, as many as it holds at once; its last readers see its end."""
    receiver, sender = os.pipe()
    try:
        os.set_blocking(sender, False)
        for each in starts:
            os.write(sender, each.to_bytes(4))
    except BlockingIOError:  # those that found no room are checked last, by this process
        pass
    finally:
        os.close(sender)
    return receiver


@contextmanager
def _settled() -> Iterator[None]:
    """Keep the collector away from the rule book, which stays: it only costs a quarter."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
