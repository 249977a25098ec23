"""Shares many cases among the processor's cores; the answers come in order, as from one."""

import os
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from samverkan_cli.errors import SamverkanError

T = TypeVar("T")
R = TypeVar("R")

ENOUGH = 40
"""Cases from which it pays to share the work; fewer are done before the others have begun."""

_MOST = 8
_SHARE = 12
"""Cases that each process does in a turn."""
_work: Callable[[Any], Any] | None = None


def shared(work: Callable[[T], R], every: Sequence[T]) -> Iterator[R]:
    """Do the same work for each, in order. What one cannot do stops them all."""
    cores = min(_MOST, os.cpu_count() or 1)
    if len(every) < ENOUGH or cores < 2 or "fork" not in get_all_start_methods():  # noqa: PLR2004
        yield from map(work, every)
        return
    global _work  # noqa: PLW0603 - a fork finds the work here, and nothing has to be copied
    _work = work
    with warnings.catch_warnings():
        # No thread of ours is running: site serve builds without a crew.
        warnings.simplefilter("ignore", DeprecationWarning)
        pool = get_context("fork").Pool(cores, _begin)
    try:
        for start in range(0, len(every), cores * _SHARE):
            # One turn at a time: what is made must not pile up before it is written.
            for answer, fault in pool.map(_one, every[start : start + cores * _SHARE], 1):
                if fault is not None:
                    raise SamverkanError(*fault)
                yield answer
    finally:
        pool.terminate()
        pool.join()
        _work = None


def _begin() -> None:
    """Leave it to the one who shares the work to answer Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _one(each: Any) -> tuple[Any, tuple[str, str] | None]:
    """Do one piece; an error is sent as words, since not every error can be sent."""
    if _work is None:  # pragma: no cover - set before the fork
        raise RuntimeError("a crew without work")
    try:
        return _work(each), None
    except SamverkanError as error:
        return None, (error.message, error.hint)
