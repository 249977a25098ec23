"""First pass: every commit in order, the tree after each, and what the second pass is to judge."""

from collections import Counter
from collections.abc import Sequence

from samverkan_cli.audit import commits, merges
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Moment
from samverkan_cli.history.log import CommitInfo


def walk(report: Report, history: Sequence[CommitInfo]) -> tuple[list[Job], Moment]:
    """Judge the commits of a history, parents first; gives the jobs and the last tree."""
    moments: dict[str, Moment] = {}
    waiting = Counter(parent for commit in history for parent in commit.parents)
    jobs: list[Job] = []
    last = Moment()
    for commit in history:
        sides = [moments.get(parent, Moment()) for parent in commit.parents]
        before = sides[0] if sides else Moment()
        last = before.after(commit.changes)
        moments[commit.sha] = last
        if len(sides) > 1:
            merges.judge(report, commit, sides, last)
        else:
            jobs += commits.judge(report, commit, before, last)
        _forget(moments, waiting, commit)
    _roots(report, history)
    return jobs, last


def _forget(moments: dict[str, Moment], waiting: Counter[str], commit: CommitInfo) -> None:
    """Let go of trees that no later commit begins from."""
    for parent in commit.parents:
        waiting[parent] -= 1
        if not waiting[parent]:
            moments.pop(parent, None)


def _roots(report: Report, history: Sequence[CommitInfo]) -> None:
    """Find a history that was merged in from elsewhere."""
    for commit in [each for each in history if not each.parents][1:]:
        report.add(
            "REV116",
            "samverkan.yaml",
            "En annan historik, utan gemensam början, har slagits samman med den här.",
            "Undersök var den kommer från: git log " + commit.sha[:12],
            commit=commit.sha,
        )
