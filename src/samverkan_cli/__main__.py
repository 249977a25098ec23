"""Where `samverkan` begins."""

import atexit
import gc
import os
import sys

from samverkan_cli.cli import quick

_KEPT = frozenset({"check", "list", "status"})
"""Commands whose answers are kept; `cli.kept` looks closer."""

_INTERRUPTED = 130
_SELDOM = 100_000
"""New objects between two searches for rings of dead ones: a start makes many and few are dead."""


def main() -> int:
    """Answer at once what needs no command; otherwise find it and run it."""
    said = quick.answer(sys.argv[1:])
    if said is not None and quick.told(said):
        return 0
    code = _kept()
    if code is not None:
        return code
    gc.set_threshold(_SELDOM)
    from samverkan_cli.cli.app import main as run

    return run()


def _kept() -> int | None:
    """Tell an answer that is kept from last time, where there is one."""
    if not _KEPT.intersection(sys.argv):
        return None
    from samverkan_cli.cli import kept

    try:
        quick.speak_utf8()
        code = kept.told(sys.argv[1:])
        if code is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError:  # the command itself says what is the matter with the screen
        return None
    return code


def leave(code: int) -> None:
    """End with a number: what has to be done is done, and the memory is left to the system.

    To take apart all that a command has loaded costs a quarter of it, and nobody sees it.
    """
    threads = sys.modules.get("threading")
    if threads is not None and threads.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - as a forked process of the standard library does
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def run() -> None:
    """Be the command `samverkan`."""
    leave(main())


if __name__ == "__main__":
    run()
