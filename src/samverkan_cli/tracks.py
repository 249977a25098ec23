"""Tracks: other processes that an insats follows beside its main one, with derived state.

Nothing is advanced in a track: a phase of it is done when its documents are complete and its
items of weight krav are answered. So no second state can contradict the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan_cli import checklists, requirements
from samverkan_cli.case import Case
from samverkan_cli.rulebook.conditions import holds
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.verdict import Verdict


@dataclass(frozen=True)
class TrackPhase:
    """One phase of a track: what it asks of the case and how that stands."""

    fas: Fas
    verdicts: tuple[Verdict, ...]

    @property
    def remaining(self) -> list[Verdict]:
        """What keeps the phase from being done."""
        return [each for each in self.verdicts if each.stops]

    @property
    def is_done(self) -> bool:
        """Tell whether the phase is done; one that asks for nothing is done with those before."""
        return not self.remaining


@dataclass(frozen=True)
class Track:
    """A process that the case follows beside its main one."""

    process: Process
    phases: tuple[TrackPhase, ...]

    @property
    def current(self) -> TrackPhase | None:
        """The first phase that is not done; None when all are."""
        return next((each for each in self.phases if not each.is_done), None)


def judge(case: Case, rulebook: Rulebook) -> list[Track]:
    """Judge every track that the case follows and the rule book knows."""
    names = case.insats.spar if case.insats else []
    known = [rulebook.processes[name] for name in names if name in rulebook.processes]
    return [Track(process, tuple(_phases(case, rulebook, process))) for process in known]


def _phases(case: Case, rulebook: Rulebook, process: Process) -> Iterator[TrackPhase]:
    for fas in process.faser:
        if holds(fas.nar, case.plain):
            documents = requirements.judge(case, rulebook, fas)
            items = checklists.judge(case, rulebook, process, fas, everywhere=False)
            yield TrackPhase(fas, (*documents, *items))
