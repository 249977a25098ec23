"""First pass, one merge: every file of the trail is as one of its sides had it."""

from collections.abc import Sequence

from samverkan_cli.adopted import is_rule_book
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import EVENTS, FIRST, in_trail
from samverkan_cli.audit.kept import RESTORE
from samverkan_cli.audit.moments import Files, Moment
from samverkan_cli.history.log import CommitInfo
from samverkan_cli.repository import CASES


def judge(report: Report, commit: CommitInfo, sides: Sequence[Moment], after: Moment) -> None:
    """Judge what a merge made of its sides."""
    for case_id in sorted(after.cases.unlike(side.cases for side in sides)):
        files = [side.files(case_id) for side in sides]
        made = after.files(case_id)
        first = {each[FIRST] for each in files if FIRST in each}
        renamed = not made and any(each.get(FIRST) in first for each in after.cases.values())
        _case(report, commit, case_id, files, made, renamed=renamed)
    for path in sorted(after.rest):
        if is_rule_book(path) and all(side.rest.get(path) != after.rest[path] for side in sides):
            report.add(
                "REV115",
                path,
                "Sammanslagningen gav regelboken en lydelse som ingen av grenarna hade.",
                "Ändra regelboken i en egen incheckning, med ett beslut.",
                commit=commit.sha,
            )


def _case(
    report: Report,
    commit: CommitInfo,
    case_id: str,
    sides: Sequence[Files],
    made: Files,
    *,
    renamed: bool,
) -> None:
    folder = f"{CASES}/{case_id}"
    known = {path for side in sides for path in side if in_trail(path)}
    if not made:
        if known and not renamed:
            says = "Sammanslagningen tog bort hela insatsen."
            report.add("REV111", folder, says, RESTORE, commit=commit.sha)
        return
    _double(report, commit, folder, sides)
    for path in sorted(known | {path for path in made if in_trail(path)}):
        had = [side[path] for side in sides if path in side]
        if path not in made and len(had) == len(sides):
            says = "Sammanslagningen tog bort filen ur spåret."
        elif path not in made and path.startswith((EVENTS, "beslut/")):
            says = "Sammanslagningen tappade en händelse eller ett beslut som en av grenarna hade."
        elif path in made and made[path] not in had:
            says = "Sammanslagningen gav filen ett innehåll som ingen av grenarna hade."
        elif path.startswith((EVENTS, "beslut/")) and len(set(had)) > 1:
            says = "Båda grenarna skrev en fil med detta namn i spåret; den ena gick förlorad."
        else:
            continue
        report.add(
            "REV115",
            f"{folder}/{path}",
            says,
            "Gör om sammanslagningen, och behåll båda grenarnas spår.",
            commit=commit.sha,
        )


def _double(report: Report, commit: CommitInfo, folder: str, sides: Sequence[Files]) -> None:
    """Find a merge of two sides that both moved the case."""
    events = [
        {(path, entry) for path, entry in side.items() if path.startswith(EVENTS)} for side in sides
    ]
    alone = [own - set().union(*events[:nr], *events[nr + 1 :]) for nr, own in enumerate(events)]
    moved = [own for own in alone if own]
    if len(moved) > 1:
        report.add(
            "REV114",
            f"{folder}/{min(path for path, _ in moved[1])}",
            "Två grenar flyttade insatsen var för sig, och båda slogs samman.",
            "Behåll den ena grenens övergång, och gör om den andra efter den.",
            commit=commit.sha,
        )
