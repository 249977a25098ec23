"""Mends what can be mended safely, step by step; each step is done wholly or not at all."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.health import processes
from samverkan_cli.health.finding import Finding, Mend, Step
from samverkan_cli.health.patient import Patient
from samverkan_cli.history import lock, prehook, recovery, transaction
from samverkan_cli.history.change import Change, Snapshot
from samverkan_cli.history.disk import spoken
from samverkan_cli.history.files import blob_id, read_if_any, replace_all
from samverkan_cli.texts import antal


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done, or that could not be: `why` is then the reason."""

    says: str
    why: SamverkanError | None = None


def mends(findings: Sequence[Finding]) -> list[Mend]:
    """Give what would be done, in the order of the steps, each once."""
    every = dict.fromkeys(each.mend for each in findings if each.mend is not None)
    return sorted(every, key=lambda mend: (mend.step, mend.path))


def carry_out(patient: Patient, wanted: Sequence[Mend]) -> Iterator[Done]:
    """Do it, telling each thing; a step that fails leaves the others to be tried."""
    steps = {
        Step.LOCK: _unlock,
        Step.RECOVER: _recover,
        Step.LITTER: _sweep,
        Step.TEXT: _rewrite,
        Step.HOOK: _hook,
    }
    for step, work in steps.items():
        todo = [mend for mend in wanted if mend.step is step]
        if todo:
            try:
                with spoken():
                    yield from work(patient, todo)
            except SamverkanError as error:
                yield Done(f"Gick inte: {error.message}", error)


def _unlock(patient: Patient, todo: Sequence[Mend]) -> Iterator[Done]:
    """Remove locks that are proven dead, proving it once more just before."""
    worktree = patient.worktree
    folders = [worktree.top, worktree.git_dir, worktree.common_dir] if worktree else []
    held = {Path(mend.path): Path(mend.path).lstat() for mend in todo}
    seen = processes.look([folder.resolve() for folder in folders])
    for path, status in held.items():
        if processes.proof(path, status, seen) is None:
            raise SamverkanError(f"Låset {path} används igen.", "Vänta tills git är klart.")
    for mend, (path, status) in zip(todo, held.items(), strict=True):
        _remove_just(path, status)
        yield Done(mend.says)


def _remove_just(path: Path, status: os.stat_result) -> None:
    """Remove this very file: one that has come in its place since goes back."""
    aside = path.with_name(f"{path.name}-{os.getpid()}")
    path.rename(aside)
    now = aside.lstat()
    if (now.st_ino, now.st_mtime_ns) != (status.st_ino, status.st_mtime_ns):
        os.link(aside, path)
    aside.unlink()


def _recover(patient: Patient, todo: Sequence[Mend]) -> Iterator[Done]:
    """Finish or undo what was interrupted; taking our own lock empties it and proves it free."""
    if patient.worktree is None:
        return
    said = recovery.recover(patient.worktree)
    if said:
        yield Done(said)
    yield from (Done(mend.says) for mend in todo if not said or "arbetsmapp" in mend.says)


def _sweep(patient: Patient, todo: Sequence[Mend]) -> Iterator[Done]:
    """Remove temporary files while nobody else writes; what recovery took is gone already."""
    if patient.worktree is not None:
        with lock.held(patient.worktree.state_dir):
            yield from _swept(patient, todo)
    else:
        yield from _swept(patient, todo)


def _swept(patient: Patient, todo: Sequence[Mend]) -> Iterator[Done]:
    for mend in todo:
        (patient.root / mend.path).unlink(missing_ok=True)
        yield Done(mend.says)


def _hook(patient: Patient, todo: Sequence[Mend]) -> Iterator[Done]:
    """Lay our hooks where there are none; somebody else's is told of, and stays."""
    if patient.worktree is not None and prehook.install(patient.worktree):
        yield from (Done(mend.says) for mend in todo)
    else:
        yield Done("Förrådet har egna krokar, och de är orörda.")


def _rewrite(patient: Patient, todo: Sequence[Mend]) -> Iterator[Done]:
    """Write texts anew: those that are saved in git as one commit, the rest in the tree alone.

    A file with edits that nobody has saved is mended where it lies: saving is the person's to do.
    """
    saved = [mend for mend in todo if _is_saved(patient, mend.path)]
    loose = [mend for mend in todo if mend not in saved]
    if saved and patient.worktree is not None:
        told: list[str] = []
        transaction.commit(
            patient.worktree, "", lambda now: _change(now, saved), unsaved_ok=True, tell=told.append
        )
        yield from (Done(each.says) for each in saved)
        yield Done(f"{antal(len(saved), 'fil är sparad', 'filer är sparade')} som en incheckning")
        yield from (Done(each) for each in told)
    if loose:
        fresh = {patient.root / mend.path: mend.data or b"" for mend in loose}
        replace_all({path: data for path, data in fresh.items() if path.parent.is_dir()})
        yield from (Done(f"{each.says} (inte sparat i git)") for each in loose)


def _is_saved(patient: Patient, path: str) -> bool:
    """Tell whether a file lies as the last commit has it; one that is nowhere yet does."""
    if patient.worktree is None:
        return False
    raw = read_if_any(patient.root, path)
    return patient.tree.get(path) == (None if raw is None else blob_id(raw))


def _change(now: Snapshot, saved: Sequence[Mend]) -> Change:
    for mend in saved:
        raw = now.files.get(mend.path)
        if (None if raw is None else blob_id(raw)) != now.tip.get(mend.path):
            raise SamverkanError(
                f"{mend.path} ändrades under tiden; inget är rättat.",
                "Kör samverkan doctor --fix igen.",
            )
    names = "\n".join(f"- {mend.path}" for mend in saved)
    files = {mend.path: mend.data for mend in saved}
    return Change(files, f"Förrådet ställt i ordning\n\n{names}\n")
