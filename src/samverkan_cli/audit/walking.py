"""First pass: every commit in order, the tree after each, and what the second pass is to judge."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samverkan_cli.audit import commits, merges
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Moment
from samverkan_cli.audit.policy import Step, steps
from samverkan_cli.history.log import CommitInfo


@dataclass
class Walked:
    """What the first pass leaves: work for the second, the policy's steps, and the last tree."""

    jobs: list[Job] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    last: Moment = field(default_factory=Moment)


def walk(
    report: Report, history: Sequence[CommitInfo], known: Mapping[str, Moment] | None = None
) -> Walked:
    """Judge the commits of a history, parents first; `known` are trees of commits before it."""
    done = Walked()
    moments: dict[str, Moment] = dict(known or {})
    waiting = Counter(parent for commit in history for parent in commit.parents)
    for commit in history:
        sides = [moments.get(parent, Moment()) for parent in commit.parents]
        before = sides[0] if sides else Moment()
        done.last = moments[commit.sha] = before.after(commit.changes)
        if len(sides) > 1:
            merges.judge(report, commit, sides, done.last)
        else:
            done.jobs += commits.judge(report, commit, before, done.last)
            done.steps += steps(commit, before, done.last)
        _forget(moments, waiting, commit)
    _roots(report, history)
    return done


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
