"""The hidden word that the shells call: never an error, never a word outside the answer."""

import contextlib
import io
import sys


def answer(args: list[str]) -> int:
    """Print what may come next: `COUNT WORD…`, where a shell may have lost the last empty word."""
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            from samverkan_cli.completing.offers import lines

            count, words = int(args[0]), args[1:]
            words += [""] * (min(count, len(words) + 1) - len(words))
            sys.stdout.write("".join(f"{each}\n" for each in lines(words[:count])))
        except Exception:  # noqa: BLE001 - somebody is writing a line: silence is the answer
            return 0
    return 0
