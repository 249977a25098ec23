"""Somebody else's template runs in a process of its own, with little memory and little time."""

import json
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from samverkan_cli.rendering.engine import MAX_OUTPUT, produce
from samverkan_cli.rendering.faults import Spot, TemplateError

Work = Callable[[str, str, dict[str, Any]], str]
"""Renders a source, by its name, with data: `engine.produce`, or the same for another form."""

SECONDS = 4.0
MEMORY = 200 * 1024 * 1024
"""Bytes that the template may use beyond what the program uses already."""

_HINT = "Gör mallen enklare: färre slingor och mindre text."


def produce_apart(
    source: str,
    name: str,
    data: dict[str, Any],
    seconds: float = SECONDS,
    work: Work = produce,
    most: int = 8 * MAX_OUTPUT,
) -> str:
    """Render as `work` does (within `most` bytes), but stopped when it takes too much."""
    # A fork needs no new program and shares what is loaded; Windows has none and starts afresh.
    context = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(sender, source, name, data, work), daemon=True)  # type: ignore[attr-defined]
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # a fork beside threads: the child has one
        process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise TemplateError(
                Spot(name, 1), f"Mallen blev inte klar på {seconds:g} sekunder.", _HINT
            )
        # JSON and not a pickle: what comes back is not trusted.
        answer = json.loads(receiver.recv_bytes(most))
    except (EOFError, OSError) as error:
        raise TemplateError(
            Spot(name, 1), "Mallen kräver för mycket minne eller tid.", _HINT
        ) from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    if "text" in answer:
        return str(answer["text"])
    raise TemplateError(Spot(name, int(answer["line"])), answer["says"], answer["hint"])


def child(
    sender: Connection, source: str, name: str, data: dict[str, Any], work: Work = produce
) -> None:
    """Render and send the answer. Never raises: a traceback is nothing for a kansli."""
    with suppress(BaseException):
        bound()
        sender.send_bytes(json.dumps(_answer(source, name, data, work)).encode())


def _answer(source: str, name: str, data: dict[str, Any], work: Work) -> dict[str, str | int]:
    try:
        return {"text": work(source, name, data)}
    except TemplateError as error:
        return {"line": error.spot.line, "says": error.says, "hint": error.hint}


def bound() -> None:
    """Limit memory, processor time and files, where the system can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C, and ends us
    if sys.platform == "win32":
        return
    import resource

    seconds = int(SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 1, seconds + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
