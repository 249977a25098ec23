"""First pass: every commit in order, the tree after each, and what the second pass is to judge."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samverkan_cli.audit import commits, merges
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Moment
from samverkan_cli.audit.policy import Step, steps
from samverkan_cli.history.log import CommitInfo


@dataclass
class Shape:
    """How commits hang together: how many, and which are begun from by others than the next."""

    count: int = 0
    forks: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Iterable[str]]]) -> "Shape":
        """Look at commits by name and parents, parents first."""
        shape, last = cls(), ""
        for name, parents in rows:
            shape.count += 1
            shape.forks.update(each for each in parents if each != last)
            last = name
        return shape


class Walk:
    """The first pass over a history, one commit at a time; only trees that are needed are kept."""

    def __init__(
        self, report: Report, shape: Shape, known: Mapping[str, Moment] | None = None
    ) -> None:
        self.last = Moment()
        self.roots: list[str] = []
        self._report = report
        self._forks = Counter(shape.forks)
        self._moments = dict(known or {})
        self._sha = ""

    @property
    def is_alone(self) -> bool:
        """Tell whether all that follows begins from the last commit."""
        return not self._moments and self._sha not in self._forks

    def step(self, commit: CommitInfo) -> tuple[list[Job], list[Step]]:
        """Judge a commit, and give the work that it leaves."""
        sides = [self._side(parent) for parent in commit.parents]
        before = sides[0] if sides else Moment()
        after = before.after(commit.changes)
        jobs: list[Job] = []
        found: list[Step] = []
        if len(sides) > 1:
            merges.judge(self._report, commit, sides, after)
        else:
            jobs += commits.judge(self._report, commit, before, after)
            found += steps(commit, before, after)
        self._forget(commit)
        self._sha, self.last = commit.sha, after
        if not commit.parents:
            self.roots.append(commit.sha)
        return jobs, found

    def _side(self, parent: str) -> Moment:
        return self.last if parent == self._sha else self._moments.get(parent, Moment())

    def _forget(self, commit: CommitInfo) -> None:
        """Keep the last tree if others begin from it; let go of those that no more do."""
        if self._sha in self._forks:
            self._moments[self._sha] = self.last
        for parent in commit.parents:
            if parent != self._sha and parent in self._forks:
                self._forks[parent] -= 1
                if not self._forks[parent]:
                    del self._forks[parent]
                    self._moments.pop(parent, None)


def strangers(report: Report, roots: Iterable[str]) -> None:
    """Find histories that were merged in from elsewhere."""
    for sha in list(roots)[1:]:
        report.add(
            "REV116",
            "samverkan.yaml",
            "En annan historik, utan gemensam början, har slagits samman med den här.",
            "Undersök var den kommer från: git log " + sha[:12],
            commit=sha,
        )


@dataclass
class Walked:
    """What the first pass leaves: work for the second, the policy's steps, and the last tree."""

    jobs: list[Job] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    last: Moment = field(default_factory=Moment)


def walk(
    report: Report, history: Iterable[CommitInfo], known: Mapping[str, Moment] | None = None
) -> Walked:
    """Judge the commits of a short history; `known` are trees of commits before it."""
    every, done = list(history), Walked()
    shape = Shape.of((each.sha, each.parents) for each in every)
    here = Walk(report, shape, known)
    for commit in every:
        jobs, found = here.step(commit)
        done.jobs += jobs
        done.steps += found
    strangers(report, here.roots)
    done.last = here.last
    return done
