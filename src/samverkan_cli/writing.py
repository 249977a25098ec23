"""Carries out a plan: saves unsaved edits first when asked to, then writes and commits."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from samverkan_cli.case import file_digest
from samverkan_cli.desk import Desk, Manner, Planner, Preview, Tell, Written
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import is_of_trail
from samverkan_cli.transition import creation, rivals
from samverkan_cli.transition.plan import Plan
from samverkan_cli.transition.secrets import refuse_secrets

if TYPE_CHECKING:
    from samverkan_cli.history.change import Change, Prepare, Snapshot, UnsavedError
    from samverkan_cli.transition.adoption import Adoption

    PlanOf = Callable[[Snapshot], Plan]


def carry_out(desk: Desk, case_id: str, planner: Planner, manner: Manner, tell: Tell) -> Written:
    """Write what a planner makes of a case: wholly, or not at all."""
    from samverkan_cli.history.change import UnsavedError

    mend(desk, manner, tell)
    scope = desk.repository.folder(case_id)
    planned = _from_case(desk, case_id, planner, tell)
    loose = manner.dry_run or manner.no_commit
    try:
        return _write(desk, scope, planned, manner, tell, loose=loose)
    except UnsavedError as error:
        _save_first(desk, case_id, error, manner, tell)
    return _write(desk, scope, planned, manner, tell, loose=False)


def start(desk: Desk, case_id: str, plan: Plan, manner: Manner, tell: Tell) -> Written:
    """Write a case that does not exist yet."""

    def planned(snapshot: "Snapshot") -> Plan:
        if snapshot.files:
            raise SamverkanError(f"Mappen insatser/{case_id} finns redan.", "Välj ett annat --id.")
        return plan

    return _write(desk, desk.repository.folder(case_id), planned, manner, tell, loose=False)


def save(desk: Desk, case_id: str, text: str | None, manner: Manner, tell: Tell) -> Written:
    """Commit the edits made by hand in a case."""

    def planned(snapshot: "Snapshot") -> Plan:
        return _saving(desk, case_id, snapshot, text)

    return _write(desk, desk.repository.folder(case_id), planned, manner, tell, loose=True)


def adopt(desk: Desk, given: "Adoption", manner: Manner, tell: Tell) -> Written:
    """Commit a decision on the rule book together with the rule book's unsaved files."""
    from samverkan_cli.transition import adoption

    def planned(snapshot: "Snapshot") -> Plan:
        return adoption.adopt(desk.context, snapshot, given)

    mend(desk, manner, tell)
    return _write(desk, "", planned, manner, tell, loose=True)


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


def _save_first(
    desk: Desk, case_id: str, error: "UnsavedError", manner: Manner, tell: Tell
) -> None:
    """Save the edits that stood in the way, as a commit of their own, if that is wished."""
    unsaved = desk.worktree.unsaved(desk.repository.folder(case_id))
    if not unsaved:  # what is staged and nowhere in the files is not ours to save
        raise error
    question = f"{len(unsaved)} ändrade filer är inte sparade. Ska de sparas först?"
    if not manner.yes and not (manner.ask and manner.ask(question)):
        error.hint = f"Spara först: samverkan save {case_id}, eller lägg till --yes."
        raise error
    tell(save(desk, case_id, None, Manner(yes=True), tell).plan.says)


def _from_case(desk: Desk, case_id: str, planner: Planner, tell: Tell) -> "PlanOf":
    from samverkan_cli.history import faults

    seen = _events(desk, case_id)
    faults.checkpoint("case seen")
    told: set[str] = set()

    def planned(snapshot: "Snapshot") -> Plan:
        case = desk.context.case(case_id, snapshot.files)
        rivals.refuse_moved(desk.context, case, seen)
        plan = planner(desk.context, case)
        behind = rivals.clock_behind(desk.context, case)
        if behind and behind not in told:
            told.add(behind)
            tell(behind)
        return plan

    return planned


def _events(desk: Desk, case_id: str) -> frozenset[str]:
    """Name the events that stand in the case's folder now."""
    folder = f"{desk.repository.folder(case_id)}/handelser"
    names = (desk.repository.root / folder).glob("*.yaml")
    return frozenset(f"{folder}/{path.name}" for path in names)


def _write(
    desk: Desk, scope: str, planned: "PlanOf", manner: Manner, tell: Tell, *, loose: bool
) -> Written:
    from samverkan_cli.history import transaction

    last = _Last()
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
        plan = last.plan
        words = message(plan.subject, plan.body, {**plan.trailers, **_bound(desk, plan)})
        refuse_secrets(words, plan.files, desk.samverkan)
        return Change(last.plan.files, words)

    return prepare


def _bound(desk: Desk, plan: Plan) -> dict[str, str]:
    """Bind the commit to who wrote it, when, and to the file of the trail that it adds."""
    who, now = desk.context.person, desk.context.clock.now().isoformat(timespec="seconds")
    written = {"Skrivet": f"{now} {who.name} <{who.email}>"}
    made = [data for path, data in plan.files.items() if data and is_of_trail(path)]
    return written | ({"Innehall": file_digest(made[0])} if len(made) == 1 else {})
