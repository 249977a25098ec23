"""What a killed command left: a journal, our own lock, git's locks, folders and files of ours."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from samverkan_cli.diagnostics import Severity
from samverkan_cli.health import processes
from samverkan_cli.health.finding import Finding, Mend, Step, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.history import journal, lock, traces
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.texts import antal

FRESH = 60.0
"""Seconds that a temporary file may well belong to a command that is running."""

_FIX = "Kör samverkan doctor --fix, eller vilket kommando som helst som skriver."


def judge(patient: Patient) -> Iterator[Finding]:
    """Look for traces in the git folder and among the files."""
    if patient.worktree is not None:
        busy = lock.holder(patient.worktree.state_dir)
        yield from _ours(patient, patient.worktree, busy)
        yield from _gits(patient, patient.worktree)
        if busy:
            return
    yield from _litter(patient)


def _ours(patient: Patient, worktree: Worktree, busy: str | None) -> Iterator[Finding]:
    state = worktree.state_dir
    if busy:
        message = f"En annan samverkan skriver just nu: {busy}."
        hint = "Vänta tills den är klar, och kör sedan samverkan doctor igen."
        yield found(shown(patient, state), "DOC131", Severity.INFO, message, hint)
        return
    recover = Mend(Step.RECOVER, "Den avbrutna skrivningen är slutförd eller ångrad")
    if journal.exists(state):
        message = "En skrivning avbröts och är inte slutförd."
        where = shown(patient, state / traces.NAME)
        yield found(where, "DOC130", Severity.ERROR, message, _FIX, mend=recover)
    elif _holds_words(state / "lock"):
        message = "Ett kommando avbröts medan det höll förrådets lås; ingen håller det nu."
        mend = Mend(Step.RECOVER, "Förrådets eget lås är tömt")
        where = shown(patient, state / "lock")
        yield found(where, "DOC131", Severity.WARNING, message, _FIX, mend=mend)
    left = sorted(path.name for path in state.glob("work-*"))
    if left and not journal.exists(state):
        message = f"{antal(len(left), 'arbetsmapp', 'arbetsmappar')} ligger kvar efter ett avbrott."
        mend = Mend(Step.RECOVER, f"Kvarlämnade arbetsmappar är borttagna ({', '.join(left)})")
        yield found(shown(patient, state), "DOC133", Severity.WARNING, message, _FIX, mend=mend)


def _holds_words(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _gits(patient: Patient, worktree: Worktree) -> Iterator[Finding]:
    found_locks = sorted(path for path in _git_locks(worktree) if not _is_ours(worktree, path))
    if not found_locks:
        return
    folders = [worktree.top, worktree.git_dir, worktree.common_dir]
    seen = processes.look([folder.resolve() for folder in folders])
    for path in found_locks:
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue
        yield _git_lock(patient, path, status, seen)


def _git_locks(worktree: Worktree) -> set[Path]:
    """List git's lock files: those of the index, of HEAD and the settings, and of each ref."""
    folders = {worktree.git_dir, worktree.common_dir}
    tops = {path for folder in folders for path in folder.glob("*.lock")}
    return tops | {path for folder in folders for path in folder.joinpath("refs").rglob("*.lock")}


def _is_ours(worktree: Worktree, path: Path) -> bool:
    """Tell whether a lock holds the index that an interrupted change of ours made ready."""
    ready = worktree.state_dir.glob("work-*/index")
    return path == worktree.git_dir / "index.lock" and any(map(path.samefile, ready))


def _git_lock(
    patient: Patient, path: Path, status: os.stat_result, seen: processes.Seen
) -> Finding:
    where = shown(patient, path)
    message = f"Gits lås {path.name} finns kvar: {_age(status)}, ägare {_owner(status)}."
    why = processes.proof(path, status, seen)
    if seen.users and why is None:
        used = ", ".join(str(each) for each in seen.users)
        hint = f"Git arbetar i förrådet just nu (process {used}). Vänta tills det är klart."
        return found(where, "DOC132", Severity.INFO, message, hint)
    if why is None:
        hint = (
            "Det går inte att bevisa att ingen använder det. Stäng program som arbetar med git "
            f"här, och ta sedan bort filen för hand: rm '{path}'"
        )
        return found(where, "DOC132", Severity.WARNING, message, hint)
    mend = Mend(Step.LOCK, f"Gits lås {where} är borttaget: {why}", str(path))
    hint = f"Ingen håller det: {why}. Kör samverkan doctor --fix."
    return found(where, "DOC132", Severity.WARNING, message, hint, mend=mend)


def _age(status: os.stat_result) -> str:
    seconds = max(time.time() - status.st_mtime, 0)
    for size, one, many in ((86_400, "dygn", "dygn"), (3600, "timme", "timmar")):
        if seconds >= size:
            return f"{antal(int(seconds // size), one, many)} gammalt"
    return f"{antal(int(seconds // 60), 'minut', 'minuter')} gammalt"


def _owner(status: os.stat_result) -> str:
    try:
        import pwd

        return pwd.getpwuid(status.st_uid).pw_name
    except (ImportError, KeyError):
        return str(status.st_uid)


def _litter(patient: Patient) -> Iterator[Finding]:
    for path in patient.litter:
        if path in patient.tree:
            message = "En tillfällig fil från ett avbrott har sparats i git."
            hint = f"Ta bort den: git rm {path}"
            yield found(path, "DOC134", Severity.WARNING, message, hint)
        elif time.time() - (patient.root / path).lstat().st_mtime > FRESH:
            message = "En tillfällig fil ligger kvar efter ett avbrott; ingen läser den."
            mend = Mend(Step.LITTER, f"{path} är borttagen", path)
            yield found(path, "DOC134", Severity.WARNING, message, _FIX, mend=mend)


def shown(patient: Patient, path: Path) -> str:
    """Name a file from the root when it lies below it, otherwise by its whole path."""
    inside = path.is_relative_to(patient.root)
    return path.relative_to(patient.root).as_posix() if inside else path.as_posix()
