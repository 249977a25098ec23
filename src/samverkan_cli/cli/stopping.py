"""A request to end, turned into an exception that puts everything in order on its way."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

_ASKED = ("SIGINT", "SIGTERM", "SIGHUP")
_USUAL = (signal.SIG_DFL, signal.default_int_handler)


class StoppedError(BaseException):
    """A person, the system or another program asked us to end.

    It passes every `except`, also typer's own for Ctrl-C, which says nothing.
    """

    def __init__(self, number: int) -> None:
        self.exit_code = 128 + number
        self.by_hand = number == signal.SIGINT


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a signal that asks end the command, unless somebody wished otherwise."""
    numbers = [getattr(signal, name) for name in _ASKED if hasattr(signal, name)]
    usual = {each: signal.getsignal(each) for each in numbers}
    ours = {each: how for each, how in usual.items() if how in _USUAL}
    for each in ours:
        _answer(each, _stop)
    try:
        yield
    finally:
        for each, how in ours.items():
            _answer(each, how)


def _answer(number: int, how: Any) -> None:
    with suppress(ValueError):  # a thread that is not the main one cannot be asked to stop
        signal.signal(number, how)


def _stop(number: int, _frame: object) -> NoReturn:
    raise StoppedError(number)
