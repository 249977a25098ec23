"""First pass, one act of the tool: a commit holds that act alone, by the one and then it says."""

from collections.abc import Sequence
from datetime import datetime

from samverkan_cli.audit.claims import Claim
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import EVENTS, in_trail
from samverkan_cli.history.log import CommitInfo, FileChange
from samverkan_cli.models.dokument import MAPPAR
from samverkan_cli.repository import CASES
from samverkan_cli.texts import visible

LATEST = 3600.0
"""Seconds between the text and the commit: a hook or a key may have waited for a person."""


def judge(
    report: Report, commit: CommitInfo, claim: Claim, groups: dict[str, list[FileChange]]
) -> None:
    """See that a commit that says it is one act of the tool holds that act and no more."""
    for case_id, changes in groups.items():
        if case_id != claim.case_id:
            rule = "REV107" if case_id else "REV106"
            report.add(
                rule,
                changes[0].path,
                f"Incheckningen säger sig gälla {claim.case_id} men ändrar också detta.",
                "Undersök vem som lade till det, och varför.",
                commit=commit.sha,
            )
    _written(report, commit, claim)
    _within_act(report, commit, claim, groups.get(claim.case_id, []))


def _written(report: Report, commit: CommitInfo, claim: Claim) -> None:
    """See that a commit has the person and the time that its text gives."""
    when, _, who = claim.trailers.get("Skrivet", "").partition(" ")
    if who == f"{visible(commit.author)} <{visible(commit.email)}>" and _near(when, commit.date):
        return
    told = visible(claim.trailers.get("Skrivet", "inget"))
    report.add(
        "REV126",
        f"{CASES}/{claim.case_id}",
        f"Incheckningen är gjord {commit.date} av {visible(commit.author)}, men säger {told}.",
        "Incheckningen har gjorts om. Jämför med en annan klon.",
        commit=commit.sha,
    )


def _near(written: str, committed: str) -> bool:
    """Tell whether two moments are as near as writing and committing are."""
    try:
        apart = datetime.fromisoformat(written) - datetime.fromisoformat(committed)
    except (ValueError, TypeError):
        return False
    return abs(apart.total_seconds()) <= LATEST


def _within_act(
    report: Report, commit: CommitInfo, claim: Claim, changes: Sequence[FileChange]
) -> None:
    """See that only the file of the act itself was touched in the trail."""
    for change in changes:
        inside = change.path.split("/", 2)[2]
        # What `--no-commit` left may be saved with other edits; its seal is judged by itself.
        loose = not claim.folder and not inside.startswith(EVENTS)
        if in_trail(inside) and not loose and not inside.startswith(f"{claim.folder}/"):
            act = MAPPAR[claim.folder].namn.lower() if claim.folder else "sparade handlingar"
            report.add(
                "REV106",
                change.path,
                f"Incheckningen säger sig gälla {act} men ändrar också detta.",
                "Undersök vem som ändrade det, och varför.",
                commit=commit.sha,
            )
