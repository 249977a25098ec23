"""One writer at a time in a work tree: a file lock that the system releases when we die."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults
from samverkan_cli.history.text import one_line

PATIENCE = 5.0
"""Seconds to wait for another writer."""

_PAUSE = 0.05


@contextmanager
def held(state_dir: Path) -> Iterator[int]:
    """Hold the lock; gives the descriptor, so that a child may share it."""
    state_dir.mkdir(exist_ok=True)
    number = os.open(state_dir / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait_for(number)
        faults.checkpoint("lock taken")
        os.ftruncate(number, 0)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        os.pwrite(number, f"{os.getpid()} {socket.gethostname()} {now}\n".encode(), 0)
        try:
            yield number
        finally:
            # The file stays: a lock file that is removed can be locked by two at once.
            with suppress(OSError):  # an old holder's words mean nothing without the lock
                os.ftruncate(number, 0)
                faults.checkpoint("lock emptied")
    finally:
        os.close(number)


def holder(state_dir: Path) -> str | None:
    """Say who holds the lock right now; None when it is free."""
    try:
        number = os.open(state_dir / "lock", os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        return None if _try(number) else _who(number)
    finally:
        os.close(number)


def _wait_for(number: int) -> None:
    """Take the lock, patiently, or say who has it."""
    end = time.monotonic() + PATIENCE
    while not _try(number):
        if time.monotonic() > end:
            raise SamverkanError(
                f"En annan samverkan skriver redan i förrådet: {_who(number)}.",
                "Vänta tills den är klar och försök igen, eller avsluta den processen.",
            )
        time.sleep(_PAUSE)


def _try(number: int) -> bool:
    """Take the lock if it is free."""
    try:
        import fcntl
    except ImportError as error:  # pragma: no cover - Windows
        raise SamverkanError(
            "Samverkan kan bara skriva på Linux och macOS.", "Använd WSL på Windows."
        ) from error
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _who(number: int) -> str:
    """Read the holder's own words about itself."""
    words = one_line(os.pread(number, 300, 0).decode("utf-8", "replace")).split(" ")
    if len(words) != 3:  # noqa: PLR2004 - process, host, time
        return "en annan process"
    return f"process {words[0]} på {words[1]} sedan {words[2]}"
