"""What reading commands share: where the answer goes."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.cli.options import start
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters.text import Page
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

if TYPE_CHECKING:
    from samverkan_cli.rendering.forms import Form
    from samverkan_cli.rendering.printed import Utskrift


def reading(repo: str | None, *, tells_faults: bool = False) -> Desk:
    """Sit down to read; say so when a write is under way or was interrupted.

    A part of the rule book that cannot be read is told too, unless the command itself
    `tells_faults`: what is shown is then judged without it.
    """
    from samverkan_cli.history.traces import left_behind

    desk = Desk(start(repo))
    if left_behind(desk.repository.root):
        from samverkan_cli.history.recovery import pending

        said = pending(desk.worktree)
        if said:
            Page.open(err=True).line(said)
    for each in [] if tells_faults else desk.rulebook.blocking[:1]:
        where = f"{each.file}:{each.line}:{each.column}"
        page = Page.open(err=True)
        page.line(f"En del av regelboken går inte att läsa, och läget visas utan den: {where}")
        page.command("samverkan process check", 2)
    return desk


def put(text: str, output: str | None) -> None:
    """Write data to stdout, or to the file that was asked for."""
    put_raw(text if text.endswith("\n") else f"{text}\n", output)


def put_raw(whole: str, output: str | None) -> None:
    """Write data just as it is, but for secrets: a calendar ends its lines in its own way."""
    whole = masked(whole)
    if output is None:
        sys.stdout.write(whole)
        return
    put_bytes(whole.encode("utf-8", "backslashreplace"), output)


def put_form(printed: "Utskrift", form: "Form", output: str | None) -> None:
    """Write a rendered document in a form."""
    whole = form.write(printed)
    if form.is_text:
        put(whole.decode(), output)
    else:
        put_bytes(whole, output)


def put_bytes(whole: bytes, output: str | None) -> None:
    """Write data that is not text to a file, or to a program that reads stdout."""
    if output is None:
        if sys.stdout.isatty():
            raise SamverkanError(
                "Det som ska skrivas är ingen text för skärmen.", "Lägg till --output FIL."
            )
        sys.stdout.buffer.write(whole)
        return
    try:
        Path(output).write_bytes(whole)
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
