"""What every answer to a hostile input keeps: no traceback, no control sign, no trace, no wait."""

import io
import re
import resource
import sys
import time
import warnings
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from samverkan_cli.cli.app import main
from tests.cli.box import Box, Result
from tests.cli.conftest import Run

SECONDS = 5.0
"""Seconds of work. A machine that many share may let them take longer, but not for ever."""
PATIENCE = 60.0
MEMORY = 300 * 1024 * 1024
"""Bytes that a command may take beyond what the tests use already."""

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


def keeps(box: Box, run: Run, *words: str, code: int | set[int]) -> str:
    """Run a command that may change nothing; give what it said when it kept every promise."""
    before = box.state(whole=True)
    worked, waited = time.process_time(), time.monotonic()
    done = run(*words)
    assert time.process_time() - worked < SECONDS, words
    assert time.monotonic() - waited < PATIENCE, words
    assert done.code in ({code} if isinstance(code, int) else code), (words, done)
    assert box.state(whole=True) == before, words
    return harmless(done.out.removeprefix("\ufeff") + done.err)


def harmless(said: str) -> str:
    """Demand that an answer is words only, and give it."""
    assert "Traceback" not in said
    assert not (found := CONTROL.search(said.replace("\r\n", "\n"))), repr(found)
    return said


def bounded(*words: str) -> Result:
    """Run a command in a process of its own that is ended when it takes too much."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(sender, words))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a fork beside threads
        process.start()
    sender.close()
    try:
        assert receiver.poll(PATIENCE), f"{words} did not end"
        code, out, err = receiver.recv()
    except EOFError as error:
        raise AssertionError(f"{words} took more than {SECONDS:g} s or {MEMORY} bytes") from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    return Result(code, out, err)


def _child(sender: Connection, words: Sequence[str]) -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    code = main(list(words))
    sender.send((code, sys.stdout.getvalue(), sys.stderr.getvalue()))
