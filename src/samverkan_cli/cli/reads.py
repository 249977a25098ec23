"""What reading commands share: where the answer goes."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samverkan_cli.cli.system import in_words
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible


def put(text: str, output: str | None) -> None:
    """Write data to stdout, or to the file that was asked for."""
    whole = text if text.endswith("\n") else f"{text}\n"
    if output is None:
        sys.stdout.write(whole)
        return
    try:
        Path(output).write_bytes(whole.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        reason = in_words(error) if isinstance(error, OSError) else "namnet går inte att använda"
        raise SamverkanError(
            f"Det gick inte att skriva {visible(output)}: {reason}.", "Välj en annan fil."
        ) from error


@contextmanager
def paged(color: str, output: str | None) -> Iterator[Page]:
    """Give a page for people: on the screen, or in the file that was asked for."""
    if output is None:
        yield Page.open(color)
        return
    file = io.StringIO()
    yield Page.open(color, file=file)
    put(file.getvalue(), output)
