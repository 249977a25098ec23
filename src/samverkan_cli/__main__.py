"""Where `samverkan` begins."""

import atexit
import gc
import os
import sys

from samverkan_cli.cli import quick

_SELDOM = 100_000
"""New objects between two searches for rings of dead ones: a start makes many and few are dead."""


def main() -> int:
    """Answer at once what needs no command; otherwise find it and run it."""
    said = quick.answer(sys.argv[1:])
    if said is not None and quick.told(said):
        return 0
    gc.set_threshold(_SELDOM)
    from samverkan_cli.cli.app import main as run

    return run()


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


if __name__ == "__main__":
    leave(main())
