"""First pass, what was there before: the trail only grows, and renderings stay as rendered."""

from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import EVENTS, in_trail
from samverkan_cli.audit.moments import Files
from samverkan_cli.case import UTSKRIFTER
from samverkan_cli.history.log import CommitInfo
from samverkan_cli.repository import CASES

RESTORE = (
    "Återställ filen så som den var: git log -- FIL visar när, git checkout VERSION -- FIL hämtar."
)


def judge(report: Report, commit: CommitInfo, case_id: str, old: Files, new: Files) -> None:
    """Judge what became of the files that a case had."""
    _trail(report, commit, case_id, old, new)
    _printed(report, commit, case_id, old, new)


def _printed(report: Report, commit: CommitInfo, case_id: str, old: Files, new: Files) -> None:
    """Find a rendering that was changed when nothing was rendered: people read it as the record."""
    if any(path.startswith(EVENTS) and path not in old for path in new):
        return
    for path in sorted(path for path in old if path.startswith(f"{UTSKRIFTER}/")):
        if new.get(path) != old[path]:
            gone = path not in new
            says = "tagits bort" if gone else "ändrats för hand"
            report.add(
                "REV109",
                f"{CASES}/{case_id}/{path}",
                f"Utskriften från en övergång har {says}.",
                RESTORE,
                commit=commit.sha,
                mild=gone,
            )


def _trail(report: Report, commit: CommitInfo, case_id: str, old: Files, new: Files) -> None:
    """Find events and decisions that were changed, and anything of the trail taken away."""
    for path in sorted(old.keys() & new.keys()):
        if path.startswith((EVENTS, "beslut/")) and old[path] != new[path]:
            report.add(
                "REV104",
                f"{CASES}/{case_id}/{path}",
                "Filen har ändrats sedan den skrevs; en händelse eller ett beslut ändras aldrig.",
                RESTORE,
                commit=commit.sha,
            )
    for path in sorted(old.keys() - new.keys()):
        if in_trail(path):
            report.add(
                "REV104",
                f"{CASES}/{case_id}/{path}",
                "Filen har tagits bort ur spåret.",
                RESTORE,
                commit=commit.sha,
            )
