"""Creates a case repository: a git work tree, the first files and the first commit."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import SAMVERKAN
from samverkan_cli.records import read_record
from samverkan_cli.repository import ROOT_FILE
from samverkan_cli.rules.run import scan_record
from samverkan_cli.texts import visible
from samverkan_cli.transition.beginning import begin
from samverkan_cli.transition.plan import Plan

if TYPE_CHECKING:
    from samverkan_cli.history.change import Change, Snapshot


def create(
    folder: Path,
    namn: str,
    own: Mapping[str, bytes] | None = None,
    tell: Callable[[str], None] = print,
) -> Plan:
    """Create a repository in a folder that has none; what is there already stays as it is.

    Its hooks are laid out by `lay_hooks`.
    """
    from samverkan_cli.history import transaction
    from samverkan_cli.history.change import Change
    from samverkan_cli.history.create import beginning
    from samverkan_cli.history.disk import spoken
    from samverkan_cli.history.trailers import message

    plan = begin(namn, own)
    _mend(folder, tell)
    _refuse(folder, plan)

    def prepare(snapshot: "Snapshot") -> "Change":
        if ROOT_FILE in snapshot.files:  # an interrupted command has just been finished
            raise _begun()
        return Change(plan.files, message(plan.subject, plan.body, plan.trailers))

    with spoken(), beginning(folder) as worktree:
        transaction.commit(worktree, "", prepare, unsaved_ok=True, tell=tell)
    return plan


def _mend(folder: Path, tell: Callable[[str], None]) -> None:
    """Finish or undo what an interrupted `init` left here, before anyone asks what is here."""
    from samverkan_cli.history.recovery import recover
    from samverkan_cli.history.traces import left_behind
    from samverkan_cli.history.worktree import Worktree

    if not (folder / ".git").exists() or not left_behind(folder.resolve()):
        return
    said = recover(Worktree.open(folder.resolve()))
    if said:
        tell(said)


def _begun() -> SamverkanError:
    return SamverkanError(f"Här finns redan ett ärendeförråd ({ROOT_FILE}).", "Välj en annan mapp.")


def lay_hooks(folder: Path, tell: Callable[[str], None]) -> None:
    """Let git ask us about what people commit by hand, where no other hook stands."""
    from samverkan_cli.history import prehook
    from samverkan_cli.history.disk import spoken
    from samverkan_cli.history.worktree import Worktree

    try:
        with spoken():
            done = prehook.install(Worktree.open(folder.resolve()))
    except SamverkanError as error:
        tell(f"Förrådet är sparat, men krokarna kom inte på plats: {error.message}")
        tell("Lägg dit dem: samverkan doctor --fix")
        return
    if not done:
        tell("Förrådet har redan en egen krok. Låt den köra samverkan check --staged.")


def _refuse(folder: Path, plan: Plan) -> None:
    if folder.exists() and not folder.is_dir():
        raise SamverkanError(f"{visible(str(folder))} är ingen mapp.", "Välj en annan plats.")
    if (folder / ROOT_FILE).exists():
        raise _begun()
    taken = [path for path in plan.files if (folder / path).exists()]
    if taken:
        raise SamverkanError(
            f"Mappen har redan {', '.join(taken)}.", "Välj en tom mapp, eller flytta filerna."
        )
    raw = plan.files[ROOT_FILE] or b""
    record = read_record("samverkan", ROOT_FILE, SAMVERKAN, raw)
    errors = [each for each in record.diagnostics if each.severity is Severity.ERROR]
    for each in [*errors, *scan_record(record)]:
        raise SamverkanError(f"Uppgiften går inte att spara: {each.message}", each.hint)
