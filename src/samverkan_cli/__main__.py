"""Where `samverkan` begins."""

import sys

from samverkan_cli.cli import quick


def main() -> int:
    """Answer at once what needs no command; otherwise find it and run it."""
    args = sys.argv[1:]
    said = quick.answer(args)
    if said is not None and quick.told(said):
        return 0
    from samverkan_cli.cli.app import main as run

    return run(args)


if __name__ == "__main__":
    sys.exit(main())
