"""First pass, one ordinary commit: what it touched, and whether it may have."""

from collections.abc import Iterable, Iterator

from samverkan_cli.adopted import is_rule_book
from samverkan_cli.audit import acts, kept
from samverkan_cli.audit.claims import claim_of
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import EVENTS, FIRST, Job, in_trail
from samverkan_cli.audit.moments import Files, Moment, touched
from samverkan_cli.history.log import CommitInfo, FileChange
from samverkan_cli.repository import CASES, ROOT_FILE


def judge(report: Report, commit: CommitInfo, before: Moment, after: Moment) -> Iterator[Job]:
    """Judge what a commit touched, and give a job for every case whose trail it touched."""
    groups = touched(commit.changes)
    claim = claim_of(commit)
    _modes(report, commit)
    _folded(report, commit, before, after, groups.keys() - {""})
    if claim:
        acts.judge(report, commit, claim, groups)
    _mixed(report, commit, groups)
    policy = before.rest if ROOT_FILE in before.rest else after.rest
    for case_id in sorted(groups.keys() - {""}):
        old = before.files(case_id) or _renamed(before, after, case_id, groups)
        new = after.files(case_id)
        if not new:
            _vanished(report, commit, before, after, case_id, groups)
            continue
        kept.judge(report, commit, case_id, old, new)
        job = Job(commit, claim, case_id, old, new, policy)
        if not old or any(in_trail(change.path.split("/", 2)[2]) for change in groups[case_id]):
            yield job


def _modes(report: Report, commit: CommitInfo) -> None:
    """Find links, nested repositories and hidden files."""
    for change in commit.changes:
        inside = change.path.startswith(f"{CASES}/")
        if change.mode in {"120000", "160000"}:
            what = "en länk" if change.mode == "120000" else "ett annat git-förråd"
            report.add(
                "REV112",
                change.path,
                f"Detta är {what} och ingen vanlig fil.",
                "Ta bort det, och lägg dit handlingen som en vanlig fil.",
                commit=commit.sha,
                mild=not inside and change.mode == "120000",
            )
        names = change.path.split("/")
        hidden = (
            inside
            and change.mode
            and any(name.startswith(".") for name in names[1:] if name != ".gitkeep")
        )
        if hidden or (change.mode and names[-1] == ".gitmodules"):
            report.add(
                "REV112",
                change.path,
                "En dold fil hör inte hemma här: ingen ser den.",
                "Ta bort filen.",
                commit=commit.sha,
            )


def _folded(
    report: Report, commit: CommitInfo, before: Moment, after: Moment, touched_cases: set[str]
) -> None:
    """Find names that differ only by case: on many disks they are one and the same file."""
    names = [
        f"{CASES}/{case_id}/{path}" for case_id in touched_cases for path in after.files(case_id)
    ]
    for fresh in sorted(touched_cases - before.cases.keys()):  # may be the twin of any other
        names += [f"{CASES}/{case_id}" for case_id in after.cases.alike(fresh)]
    seen: dict[str, str] = {}
    added = {change.path for change in commit.changes}
    for name in names:
        other = seen.setdefault(name.casefold(), name)
        if other != name and any(each.startswith((name, other)) for each in added):
            report.add(
                "REV113",
                name,
                f"Namnet skiljer sig från {other} bara genom stora och små bokstäver.",
                "Byt namn på det ena.",
                commit=commit.sha,
            )


def _mixed(report: Report, commit: CommitInfo, groups: dict[str, list[FileChange]]) -> None:
    """Refuse a rule that changes together with what it judges."""
    policy = [change.path for change in groups.get("", []) if is_rule_book(change.path)]
    moved = any(
        change.path.split("/", 2)[2].startswith(EVENTS)
        for case_id, changes in groups.items()
        if case_id
        for change in changes
    )
    if policy and moved and commit.parents:
        report.add(
            "REV120",
            policy[0],
            "Regelboken ändrades i samma incheckning som en övergång.",
            "Ändra regelboken för sig, med ett beslut, och gör övergången därefter.",
            commit=commit.sha,
        )


def _renamed(before: Moment, after: Moment, case_id: str, touched_cases: Iterable[str]) -> Files:
    """Find the case that a new folder continues: it has the same first event, and is gone."""
    first = after.files(case_id).get(FIRST)
    gone = (each for each in touched_cases if each in before.cases and each not in after.cases)
    same = (each for each in gone if before.files(each).get(FIRST) == first)
    found = next(same, None) if first else None
    return before.files(found) if found else {}


def _vanished(
    report: Report,
    commit: CommitInfo,
    before: Moment,
    after: Moment,
    case_id: str,
    touched_cases: Iterable[str],
) -> None:
    """Find a case that is gone and goes on under no other name."""
    first = before.files(case_id).get(FIRST)
    fresh = (each for each in touched_cases if each in after.cases and each not in before.cases)
    if first and any(after.files(each).get(FIRST) == first for each in fresh):
        return
    report.add(
        "REV111",
        f"{CASES}/{case_id}",
        "Hela insatsen har tagits bort.",
        f"Hämta den ur git: git checkout {commit.sha[:12]}~ -- {CASES}/{case_id}",
        commit=commit.sha,
    )
