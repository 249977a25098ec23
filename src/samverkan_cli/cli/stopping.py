"""A polite request to end, turned into an exception that puts everything in order on its way."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

_POLITE = ("SIGTERM", "SIGHUP")


class StoppedError(BaseException):
    """The system or another program asked us to end; like Ctrl-C it passes every `except`."""

    def __init__(self, number: int) -> None:
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a polite signal end the command as Ctrl-C does, unless somebody wished otherwise."""
    numbers = [getattr(signal, name) for name in _POLITE if hasattr(signal, name)]
    ours = [each for each in numbers if signal.getsignal(each) == signal.SIG_DFL]
    for each in ours:
        _answer(each, _stop)
    try:
        yield
    finally:
        for each in ours:
            _answer(each, signal.SIG_DFL)


def _answer(number: int, how: Any) -> None:
    with suppress(ValueError):  # a thread that is not the main one cannot be asked to stop
        signal.signal(number, how)


def _stop(number: int, _frame: object) -> NoReturn:
    raise StoppedError(number)
