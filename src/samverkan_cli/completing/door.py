"""The hidden word that the shells call: never an error, never a word outside the answer."""

import sys


def answer(args: list[str]) -> int:
    """Print what may come next."""
    sys.stdout.write(answered(args))
    return 0


def answered(args: list[str]) -> str:
    """Give what may come next: `COUNT WORD…`, where a shell may have lost the last empty word."""
    spoken, sys.stderr = sys.stderr, _Silence()
    try:
        from samverkan_cli.completing.offers import lines

        count, words = int(args[0]), args[1:]
        words += [""] * (min(count, len(words) + 1) - len(words))
        return "".join(f"{each}\n" for each in lines(words[:count]))
    except Exception:  # noqa: BLE001 - somebody is writing a line: silence is the answer
        return ""
    finally:
        sys.stderr = spoken


class _Silence:
    """Takes what a library might say, and drops it."""

    def write(self, text: str) -> int:
        """Take a text."""
        return len(text)

    def flush(self) -> None:
        """There is nothing to put anywhere."""
