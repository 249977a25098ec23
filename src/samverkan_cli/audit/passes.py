"""Both passes over a history or the end of one, and where they stood on the way."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from samverkan_cli import progress
from samverkan_cli.audit import papers, replay, signing
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import TRAIL, Job
from samverkan_cli.audit.moments import Moment
from samverkan_cli.audit.reading import Reader
from samverkan_cli.audit.spool import Spool
from samverkan_cli.audit.states import State, Tally
from samverkan_cli.audit.walking import Shape, Walk
from samverkan_cli.history.log import CommitInfo
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.ports import FixedClock
from samverkan_cli.transition.context import Context, Person

APART = 4
"""States on the way lie this many times further from the end each time."""


def judge(report: Report, reader: Reader, job: Job) -> None:
    """Judge one case in one commit."""
    before, after = reader.case(job, job.before), reader.case(job, job.after)
    papers.judge(report, job, before, after)
    if not job.fresh("handelser"):
        return
    samverkan = reader.forbund(job.rest)
    if samverkan is None:
        report.add(
            "REV119",
            "samverkan.yaml",
            "Filen gick inte att läsa när insatsen flyttades.",
            "Rätta filen; se samverkan check.",
            commit=job.commit.sha,
        )
        return
    moment = FixedClock(datetime.fromisoformat(job.commit.date))
    who = Person(job.commit.author, job.commit.email)
    context = Context(Path(), reader.rulebook(job.rest), samverkan, moment, who)
    replay.judge(report, job, context, before, after)


class Passes:
    """An audit under way, from the beginning or from an earlier state.

    `walk` is to be carried to the end before `weigh`; what is needed between them lies on disk.
    """

    def __init__(self, reader: Reader, start: State, only: str | None = None) -> None:
        self._acts: list[signing.Act] = []
        self._adoptions: list[signing.Act] = []
        self.loose: list[tuple[str, str]] = []
        """File and commit of what was added to the trail by no commit of the tool's."""
        self.last = Moment()
        self.states: list[State] = []
        self.start = start
        self._reader = reader
        self._only = only
        self._number = start.jobs
        self._spool = Spool()
        self._walked, self._policy = Report(), Report()
        self._walked.breaks = list(start.walked)
        self._policy.breaks = list(start.adopted)
        self._ledger = start.ledger.copy()

    def walk(
        self, history: Iterable[CommitInfo], shape: Shape, known: Mapping[str, Moment]
    ) -> None:
        """Carry out the first pass; states are noted where nothing else is under way."""
        walk = Walk(self._walked, shape, known)
        walk.roots = list(self.start.roots)
        places = _places(shape.count)
        read = progress.steps(history, "Läser incheckning", shape.count)
        for here, commit in enumerate(read, start=1):
            jobs, steps = walk.step(commit)
            for step in steps:
                self._ledger.enter(self._policy, self._reader, step)
                self._adoptions += signing.adoptions(self._number, step)
                self._number += 1
            for job in jobs:
                if self._only in {None, job.case_id}:
                    self._lay_aside(job)
            if places and here >= places[-1] and (walk.is_alone or here == shape.count):
                while places and places[-1] <= here:
                    places.pop()
                self.states.append(self._state(commit, here, walk.roots))
        self.last = walk.last if shape.count else known.get(self.start.commit, Moment())

    def _lay_aside(self, job: Job) -> None:
        self._acts += signing.acts_of(self._number, job)
        path = next((path for folder in TRAIL for path in job.fresh(folder)), None)
        if job.claim is None and path:
            self.loose.append((job.path(path), job.commit.sha))
        self._spool.put(self._number, job)
        self._number += 1

    def _state(self, commit: CommitInfo, here: int, roots: Sequence[str]) -> State:
        walked, policy = list(self._walked.breaks), list(self._policy.breaks)
        count = self.start.commits + here
        ledger = self._ledger.copy()
        return State(commit.sha, count, self._number, list(roots), walked, policy, ledger)

    def weigh(self, worktree: Worktree, report: Report, *, demanded: bool = False) -> None:
        """Carry out the second pass, and give every state what it found up to there."""
        ends = [state.jobs for state in self.states]
        tallies = [Tally() for _ in self.states]
        judged = progress.steps(self._judged(), "Granskar händelse", self._number - self.start.jobs)
        for number, told in judged:
            tallies[bisect_right(ends, number)].take(number, told)
        acts = [*self._acts, *self._adoptions]
        signed = signing.Signing(worktree, self._reader, acts)
        for act in acts:
            tallies[bisect_right(ends, act.number)].acts += 1
        for act in signing.judge(report, signed, acts, demanded=demanded):
            tallies[bisect_right(ends, act.number)].signed += 1
        sofar = self.start.tally
        for state, tally in zip(self.states, tallies, strict=True):
            state.tally = replace(
                sofar,
                proofs=sofar.proofs.copy(),
                foreign=dict(sofar.foreign),
                found=list(sofar.found),
            )
            state.tally.join(tally)
            sofar = state.tally

    def _judged(self) -> Iterator[tuple[int, Report]]:
        for window in self._spool.windows():
            self._reader.prepare([job for _, job in window])
            for number, job in window:
                report = Report()
                judge(report, self._reader, job)
                yield number, report
        self._spool.close()


def _places(count: int) -> list[int]:
    """Name the commits where a state is to be noted, by their order, the last first."""
    found = {count}
    far = 1
    while far < count:
        found.add(count - far)
        far *= APART
    return sorted(found, reverse=True)
