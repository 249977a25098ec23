"""Many cases checked over the processor's cores, with the very answer that one core would give."""

import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck, check_case, gate_of
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rulebook.rulebook import Rulebook

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Open = Callable[[str], Case]
Answer = list[tuple[Case, list[Diagnostic]]]

FEW = 12
"""Cases for which a process of their own costs more than it gives (a fork, and the way back)."""


def check_all(
    ids: Sequence[str], read: Open, rulebook: Rulebook, samverkan: Samverkan | None
) -> list[CaseCheck]:
    """Check cases, in order. Whatever stops another process, its cases are checked here."""
    with _without_collection():
        shares = _shares(ids)
        others = [_Other(share, read, rulebook, samverkan) for share in shares[1:]]
        try:
            checked = {each: check_case(read(each), rulebook, samverkan) for each in shares[0]}
            for other in others:
                checked |= other.answer() or {
                    each: check_case(read(each), rulebook, samverkan) for each in other.share
                }
        finally:
            for other in others:
                other.stop()
    return [checked[each] for each in ids]


def _shares(ids: Sequence[str]) -> list[Sequence[str]]:
    """Deal the cases out, one share a core; neighbours apart, since years differ in size."""
    count = min(_cores(), len(ids) // FEW)
    return [ids[start::count] for start in range(count)] if count > 1 else [ids]


def _cores() -> int:
    if "fork" not in get_all_start_methods():  # a fresh process would read the rule book anew
        return 1
    with suppress(AttributeError, OSError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Other:
    """A share that a forked process checks; it shares what is loaded and sends pickles back."""

    def __init__(
        self, share: Sequence[str], read: Open, rulebook: Rulebook, samverkan: Samverkan | None
    ) -> None:
        self.share = share
        self._around = (rulebook, samverkan)
        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process: BaseProcess | None = context.Process(
            target=_work, args=(sender, share, read, rulebook, samverkan), daemon=True
        )
        try:
            self._process.start()
        except OSError:  # no more processes to be had
            self._process = None
        sender.close()

    def answer(self) -> dict[str, CaseCheck] | None:
        """Give what the process found; None when it did not end well."""
        try:
            # From our own fork, through a pipe that nobody else holds: a pickle is safe here.
            found: Answer = pickle.loads(self._receiver.recv_bytes())  # noqa: S301
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return {case.id: gate_of(case, remarks, *self._around) for case, remarks in found}

    def stop(self) -> None:
        """End the process, whether or not it is done."""
        self._receiver.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _work(
    sender: Connection,
    share: Sequence[str],
    read: Open,
    rulebook: Rulebook,
    samverkan: Samverkan | None,
) -> None:
    """Check a share and send it. What goes wrong is told by the parent, who tries again itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C, and ends us
    with suppress(BaseException):
        found: Answer = []
        for each in share:
            checked = check_case(read(each), rulebook, samverkan)
            found.append((checked.case, checked.diagnostics))
        sender.send_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    os._exit(0)  # nothing of the parent's is flushed, closed or run twice


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the collector away from cases that all live till the end: it only costs a quarter."""
    was_on: Any = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
