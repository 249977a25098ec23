"""What git says of itself: whether it is there, who works, where HEAD is, settings that hurt."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.health.finding import Finding, Mend, Step, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.history import prehook
from samverkan_cli.history.ever import is_shallow
from samverkan_cli.history.operations import refuse_half_done
from samverkan_cli.history.worktree import Worktree

_GIT = ".git"


def judge(patient: Patient) -> Iterator[Finding]:
    """Ask git about the work tree; what cannot be asked is told as it is."""
    worktree = patient.worktree
    if worktree is None:
        error = patient.no_git or SamverkanError("Git svarar inte.", "Installera git.")
        message = f"{error.message} Ingenting kan sparas här, men allt går att läsa."
        yield found(_GIT, "DOC150", Severity.WARNING, message, error.hint)
        return
    yield from _state(patient, worktree)
    yield from _identity(worktree)
    yield from _configured(worktree)
    yield from _bent(worktree)
    yield from _hooks(worktree)


def _state(patient: Patient, worktree: Worktree) -> Iterator[Finding]:
    if patient.no_git is not None:
        yield found(_GIT, "DOC156", Severity.WARNING, patient.no_git.message, patient.no_git.hint)
    try:
        refuse_half_done(worktree.git_dir)
    except SamverkanError as error:
        yield found(_GIT, "DOC156", Severity.WARNING, error.message, error.hint)


def _hooks(worktree: Worktree) -> Iterator[Finding]:
    """Tell when nothing judges what is committed by hand: a clone has no hooks."""
    if prehook.installed(worktree):
        return
    message = (
        "Inget kontrollerar det som sparas med git för hand: krokarna saknas i den här klonen."
    )
    hint = "Lägg dit dem: samverkan doctor --fix. En egen krok kan köra samverkan check --staged."
    mend = Mend(Step.HOOK, "Krokarna som kontrollerar före en incheckning är på plats.", "hooks")
    yield found(_GIT, "DOC157", Severity.INFO, message, hint, mend=mend)


def _identity(worktree: Worktree) -> Iterator[Finding]:
    try:
        worktree.identity()
    except SamverkanError as error:
        yield found(_GIT, "DOC155", Severity.WARNING, error.message, error.hint)


def _configured(worktree: Worktree) -> Iterator[Finding]:
    said = _settings(worktree)
    if said.get("core.autocrlf", "false") == "true":
        message = "Git är inställt på att byta radslut (core.autocrlf=true)."
        hint = "Förrådets egen .gitattributes styr ändå. Stäng av: git config core.autocrlf false"
        yield found(_GIT, "DOC151", Severity.WARNING, message, hint)
    monitor = said.get("core.fsmonitor", "false")
    if monitor not in {"false", "true", ""}:
        message = "Git kör ett eget program för att se ändringar (core.fsmonitor)."
        hint = "samverkan kör det aldrig, men git gör. Kontrollera att det är ditt."
        yield found(_GIT, "DOC152", Severity.INFO, message, hint)


def _settings(worktree: Worktree) -> dict[str, str]:
    """Read the settings that the person's own git would follow, ours left out."""
    answer = worktree.git.answer(["config", "--list", "--show-scope", "-z"])
    words = answer.out.decode("utf-8", "replace").split("\0")
    pairs = zip(words[::2], words[1::2], strict=False)
    rows = (row.partition("\n") for scope, row in pairs if scope != "command")
    # A key without a value, as in `[core] autocrlf`, means true.
    return {key: (value if line else "true").lower() for key, line, value in rows}


def _bent(worktree: Worktree) -> Iterator[Finding]:
    """Tell of what makes git show another history than the one that was written."""
    common = worktree.common_dir
    replaced = any(path.is_file() for path in common.joinpath("refs/replace").rglob("*"))
    packed = common / "packed-refs"
    if replaced or (packed.exists() and b" refs/replace/" in packed.read_bytes()):
        message = "Förrådet har utbytta objekt (refs/replace); git visar då en annan historia."
        hint = "samverkan bortser från dem. Se dem: git replace --list"
        yield found(_GIT, "DOC153", Severity.INFO, message, hint)
    if common.joinpath("info/grafts").exists():
        message = "Förrådet har en fil som ändrar vilka incheckningar som följer på varandra."
        hint = f"samverkan bortser från den. Granska och ta bort: {common / 'info/grafts'}"
        yield found(_GIT, "DOC153", Severity.INFO, message, hint)
    if is_shallow(worktree):
        message = "Klonen är grund: den äldre historien är inte hämtad."
        hint = "Hämta resten: git fetch --unshallow"
        yield found(_GIT, "DOC154", Severity.INFO, message, hint)
