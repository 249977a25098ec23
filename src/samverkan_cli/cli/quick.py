"""What is answered before anything is imported: the version, help, what a shell completes.

Every answer here is one that `app` gives too, in the same words; a test asks both. What is
unusual is left to `app`: an unknown word, a flag in an odd place, a closed screen.
"""

import sys

from samverkan_cli import __version__

HELP = ("--help", "-h")
FRONT = "samverkan"
"""The name of the front page among the pages of help."""

_LONGEST = 3
"""Words in the name of a command, with one to spare."""


def answer(args: list[str]) -> str | None:
    """Give the whole answer, or None when the command itself has to be found."""
    if args in (["--version"], ["-V"]):
        return f"samverkan {__version__}\n"
    if args[:1] == ["__complete"]:
        from samverkan_cli.completing.door import answered

        return answered(args[1:])
    return _help(args)


def _help(args: list[str]) -> str | None:
    """Read a page of help as it was made from the commands themselves."""
    if args[:1] == ["help"]:
        words = args[1:]
    elif args and args[-1] in HELP:
        words = args[:-1]
    elif args:
        return None
    else:
        words = []
    if len(words) > _LONGEST or not all(each.isalpha() and each.islower() for each in words):
        return None
    from samverkan_cli.resources import text

    try:
        return text("hjalp", f"{page(words)}.txt")
    except OSError:  # no such command, or one that is written in another way
        return None


def page(words: list[str]) -> str:
    """Name the page of help of a command or a group of them."""
    return "-".join(words) or FRONT


def speak_utf8() -> None:
    """Let the screen take every sign, whatever the surroundings say."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        except (OSError, AttributeError):  # a full disk is told when something is written
            continue


def told(said: str) -> bool:
    """Say it; False when that went wrong, so that `app` may try and say what is the matter."""
    try:
        speak_utf8()
        sys.stdout.write(said)
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True
