"""What every writing command does with its result: tells it, or shows what would be written."""

import difflib
import sys
from collections.abc import Callable

from samverkan_cli.cli.options import start
from samverkan_cli.desk import Desk, Manner, Planner, Written
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import gates
from samverkan_cli.reporters.text import Page
from samverkan_cli.system import in_words
from samverkan_cli.transition.plan import GateClosedError
from samverkan_cli.writing import carry_out


def manner(*, yes: bool = False, dry_run: bool = False, no_commit: bool = False) -> Manner:
    """Tell how to write; a person is asked only on a terminal."""
    if dry_run and no_commit:
        raise SamverkanError("--dry-run och --no-commit går inte ihop.", "Välj en av dem.")
    return Manner(yes, dry_run, no_commit, _ask if _on_terminal() else None)


def _on_terminal() -> bool:
    return all(each is not None and each.isatty() for each in (sys.stdin, sys.stderr))


def _ask(question: str) -> bool:
    print(f"{question} [j/N] ", end="", file=sys.stderr, flush=True)  # noqa: T201 - a question
    return sys.stdin.readline().strip().lower() in {"j", "ja"}


def tell(sentence: str) -> None:
    """Say something that is not data."""
    Page.open(err=True).line(sentence)


def in_case(repo: str | None, wanted: str, planner: Planner, how: Manner, color: str) -> int:
    """Carry out a plan in one case and tell what came of it."""
    desk = Desk(start(repo))
    case_id = desk.repository.resolve(wanted)
    try:
        return told(carry_out(desk, case_id, planner, how, tell), how, color)
    except GateClosedError as closed:
        page = Page.open(color)
        gates.show(page, closed.report, desk.rulebook)
        page.line()
        raise


def told(written: Written, how: Manner, color: str) -> int:
    """Tell what was written; for a dry run show the difference and the commit message."""
    page = Page.open(color)
    for each in written.plan.warns:
        tell(f"Observera: {each}")
    if written.preview is not None:
        change, before = written.preview.change, written.preview.before
        for path in sorted(change.files):
            _difference(page.verbatim, path, before[path], change.files[path])
        page.heading("Text i git")
        page.verbatim(change.message.rstrip("\n"))
        tell("Inget är skrivet (--dry-run).")
        return 0
    try:
        page.line(written.plan.says)
        if written.plan.next:
            page.command(written.plan.next, 2)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SamverkanError(
            f"Ändringen är sparad, men svaret gick inte att skriva: {in_words(error)}.",
            "Se den i stället med samverkan log INSATS.",
        ) from error
    if how.no_commit:
        tell("Filerna är skrivna men inte sparade i git (--no-commit).")
    return 0


def _difference(
    write: Callable[[str], None], path: str, before: bytes | None, after: bytes | None
) -> None:
    old = (before or b"").decode("utf-8", "replace").splitlines()
    new = (after or b"").decode("utf-8", "replace").splitlines()
    left, right = (
        path if before is not None else "/dev/null",
        path if after is not None else "/dev/null",
    )
    lines = list(difflib.unified_diff(old, new, left, right, lineterm=""))
    if lines:
        write("\n".join(lines))
