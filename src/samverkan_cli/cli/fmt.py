"""`samverkan fmt`: canonical YAML, in place, all or nothing."""

import difflib
from pathlib import Path
from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.writes import tell
from samverkan_cli.desk import Desk, Manner
from samverkan_cli.diagnostics import Fault, from_fault
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.formatting import formatted, targets
from samverkan_cli.reporters.text import Page
from samverkan_cli.transition.secrets import refuse_secrets
from samverkan_cli.writing import mend
from samverkan_cli.yamldoc.document import YamlFaults
from samverkan_cli.yamldoc.files import read_bytes


def command(
    paths: Annotated[
        list[str] | None,
        Argument(metavar="FIL", help="Filer, mappar eller insatser; annars hela förrådet."),
    ] = None,
    check: Annotated[
        bool, Option("--check", help="Ändra inget; slutkod 1 om något skulle ändras.")
    ] = False,
    repo: options.Repo = None,
    dry_run: options.DryRun = False,
    color: options.Color = "auto",
) -> int:
    """Skriv om handlingar till enhetlig YAML: ordning, indrag och nycklar utan å, ä och ö.

    Innehåll, kommentarer och citattecken behålls. Filer som verktyget skriver lämnas orörda.
    Ändringarna sparas inte i git; det gör samverkan save.
    """
    desk = Desk(options.start(repo))
    page = Page.open(color)
    if not (check or dry_run):
        mend(desk, Manner(), tell)
    changed = _changed(desk.repository.root, targets(desk.repository, paths or ()))
    refuse_secrets("", {name: new.encode() for name, (_, new) in changed.items()}, desk.samverkan)
    if changed and not (check or dry_run):
        _write(desk, changed)
    for name, (old, new) in changed.items():
        if dry_run:
            lines = difflib.unified_diff(
                old.splitlines(), new.splitlines(), name, name, lineterm=""
            )
            page.verbatim("\n".join(lines))
        else:
            page.line(f"{name} {'är inte enhetlig' if check else 'är omskriven'}")
    if not changed:
        page.line("Alla handlingar är redan enhetliga.")
    return int(check and bool(changed))


def _changed(root: Path, names: list[str]) -> dict[str, tuple[str, str]]:
    """Format everything before anything is written; a file that cannot be read stops all."""
    found: dict[str, tuple[str, str]] = {}
    for name in names:
        raw = read_bytes(root / name)
        try:
            new = formatted(name, _read(name, raw))
        except YamlFaults as faults:
            raise _unreadable(name, faults.faults[0]) from faults
        old = raw.decode("utf-8") if isinstance(raw, bytes) else ""
        if new.encode() != raw:
            found[name] = (old, new)
    return found


def _read(name: str, raw: bytes | Fault) -> bytes:
    if isinstance(raw, Fault):
        raise _unreadable(name, raw)
    return raw


def _unreadable(name: str, fault: Fault) -> SamverkanError:
    remark = from_fault(fault, name)
    where = f"{name}:{remark.line}:{remark.column}"
    return RefusedError(f"{where} {remark.rule} {remark.message} Inget är ändrat.", remark.hint)


def _write(desk: Desk, changed: dict[str, tuple[str, str]]) -> None:
    """Write all files or none; without git to keep a journal in, each one whole."""
    from samverkan_cli.history import transaction
    from samverkan_cli.history.files import replace_all

    wanted = {name: (old.encode(), new.encode()) for name, (old, new) in changed.items()}
    try:
        worktree = desk.worktree
    except SamverkanError:
        root = desk.repository.root
        replace_all({root / name: new for name, (_, new) in wanted.items()})
    else:
        transaction.rewrite(worktree, wanted, tell)
