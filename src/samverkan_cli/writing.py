"""Carries out a plan: saves unsaved edits first when asked to, then writes and commits."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from samverkan_cli.desk import Desk, Manner, Planner, Preview, Tell, Written
from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition import creation
from samverkan_cli.transition.plan import Plan
from samverkan_cli.transition.secrets import refuse_secrets

if TYPE_CHECKING:
    from samverkan_cli.history.change import Change, Prepare, Snapshot

    PlanOf = Callable[[Snapshot], Plan]


def carry_out(desk: Desk, case_id: str, planner: Planner, manner: Manner, tell: Tell) -> Written:
    """Write what a planner makes of a case: wholly, or not at all."""
    mend(desk, manner, tell)
    saved = _save_first(desk, case_id, manner, tell)
    return _write(desk, case_id, _from_case(desk, case_id, planner), manner, tell, loose=saved)


def start(desk: Desk, case_id: str, plan: Plan, manner: Manner, tell: Tell) -> Written:
    """Write a case that does not exist yet."""

    def planned(snapshot: "Snapshot") -> Plan:
        if snapshot.files:
            raise SamverkanError(f"Mappen insatser/{case_id} finns redan.", "Välj ett annat --id.")
        return plan

    return _write(desk, case_id, planned, manner, tell, loose=False)


def save(desk: Desk, case_id: str, text: str | None, manner: Manner, tell: Tell) -> Written:
    """Commit the edits made by hand in a case."""

    def planned(snapshot: "Snapshot") -> Plan:
        return _saving(desk, case_id, snapshot, text)

    return _write(desk, case_id, planned, manner, tell, loose=True)


def _saving(desk: Desk, case_id: str, snapshot: "Snapshot", text: str | None) -> Plan:
    unsaved = _unsaved(snapshot)
    if not unsaved:
        raise SamverkanError(
            f"Det finns inget att spara i {case_id}.", f"Se läget: samverkan status {case_id}"
        )
    case = desk.context.case(case_id, snapshot.files)
    return creation.save(case, snapshot.files, unsaved, text, desk.context.spared)


def _unsaved(snapshot: "Snapshot") -> Sequence[str]:
    from samverkan_cli.history.files import blob_id

    paths = snapshot.files.keys() | snapshot.tip.keys()
    return sorted(
        path
        for path in paths
        if path not in snapshot.files or blob_id(snapshot.files[path]) != snapshot.tip.get(path)
    )


def mend(desk: Desk, manner: Manner, tell: Tell) -> None:
    """Finish or undo what a killed command left, before anyone asks what is unsaved."""
    from samverkan_cli.history.traces import left_behind

    if manner.dry_run or not left_behind(desk.repository.root):
        return
    from samverkan_cli.history.recovery import recover

    said = recover(desk.worktree)
    if said:
        tell(said)


def _save_first(desk: Desk, case_id: str, manner: Manner, tell: Tell) -> bool:
    """Save edits that stand in the way, as a commit of their own; True when they may stay."""
    from samverkan_cli.history.change import UnsavedError

    if manner.dry_run or manner.no_commit:
        return True
    desk.worktree.refuse_unready(desk.repository.folder(case_id))
    unsaved = desk.worktree.unsaved(desk.repository.folder(case_id))
    if not unsaved:
        return False
    question = f"{len(unsaved)} ändrade filer är inte sparade. Ska de sparas först?"
    if not manner.yes and not (manner.ask and manner.ask(question)):
        error = UnsavedError(unsaved)
        error.hint = f"Spara först: samverkan save {case_id}, eller lägg till --yes."
        raise error
    tell(save(desk, case_id, None, Manner(yes=True), tell).plan.says)
    return False


def _from_case(desk: Desk, case_id: str, planner: Planner) -> "PlanOf":
    def planned(snapshot: "Snapshot") -> Plan:
        return planner(desk.context, desk.context.case(case_id, snapshot.files))

    return planned


def _write(
    desk: Desk, case_id: str, planned: "PlanOf", manner: Manner, tell: Tell, *, loose: bool
) -> Written:
    from samverkan_cli.history import transaction

    scope, last = desk.repository.folder(case_id), _Last()
    prepare = _prepare(desk, planned, last)
    tree = desk.worktree
    if manner.dry_run:
        change = transaction.preview(tree, scope, prepare, unsaved_ok=loose)
        return Written(last.plan, preview=Preview(change, _before(desk, change, last.snapshot)))
    if manner.no_commit:
        transaction.leave_in_tree(tree, scope, prepare, unsaved_ok=loose, tell=tell)
        return Written(last.plan)
    commit = transaction.commit(tree, scope, prepare, unsaved_ok=loose, tell=tell)
    return Written(last.plan, commit)


def _before(desk: Desk, change: "Change", snapshot: "Snapshot") -> dict[str, bytes | None]:
    """Give what each path holds now; of an edit being saved, what the last commit holds."""
    edited = {path for path, data in change.files.items() if snapshot.files.get(path) == data}
    saved = desk.worktree.read_blobs(snapshot.tip[path] for path in edited if path in snapshot.tip)
    return {
        path: saved.get(snapshot.tip.get(path, "")) if path in edited else snapshot.files.get(path)
        for path in change.files
    }


class _Last:
    """The plan of the latest attempt: a lost race judges the case anew."""

    plan: Plan
    snapshot: "Snapshot"


def _prepare(desk: Desk, planned: "PlanOf", last: _Last) -> "Prepare":
    from samverkan_cli.history.change import Change
    from samverkan_cli.history.trailers import message

    def prepare(snapshot: "Snapshot") -> "Change":
        last.plan, last.snapshot = planned(snapshot), snapshot
        words = message(last.plan.subject, last.plan.body, last.plan.trailers)
        refuse_secrets(words, last.plan.files, desk.samverkan)
        return Change(last.plan.files, words)

    return prepare
