"""Where `samverkan` begins."""

import gc
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


if __name__ == "__main__":
    sys.exit(main())
