"""The audit as a whole: the state of git, both passes, and the policy's own history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from samverkan_cli.audit import anchor, states
from samverkan_cli.audit.anchor import Anchor
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Moment, placed
from samverkan_cli.audit.passes import Passes
from samverkan_cli.audit.reading import Reader
from samverkan_cli.audit.states import State, Tally
from samverkan_cli.audit.trees import tree
from samverkan_cli.audit.walking import Shape
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import CommitInfo, history, holds, named, parents
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.ports import Clock, today
from samverkan_cli.texts import antal
from samverkan_cli.transition.context import TOOL

T = TypeVar("T")
HELD = 1000
"""Commits that are held in memory, so that only the cases that they touch need to be read."""

WINDOW = 200
"""Jobs read at a time, so that memory does not grow with the history."""


@dataclass(frozen=True)
class Wanted:
    """What to audit: one case or all, how strictly, and since which anchor."""

    only: str | None = None
    strict: bool = False
    signed: bool = False
    anchor: Anchor | None = None
    cache: bool = False

    @property
    def may_lean(self) -> bool:
        """Tell whether earlier audits may be believed: only where nothing is to be proved anew."""
        proving = self.only or self.strict or self.signed or self.anchor
        return self.cache and not proving


@dataclass(frozen=True)
class Audited:
    """An audit that is done: its report, the commits that it names, and the last tree.

    `earlier` is how many commits were taken from earlier audits.
    """

    report: Report
    commits: Mapping[str, CommitInfo] = field(default_factory=dict)
    last: Moment = field(default_factory=Moment)
    earlier: int = 0

    def anchor(self, clock: Clock) -> Anchor:
        """Give the anchor of what was audited."""
        return anchor.drop(self.report.head, self.last, today(clock))


class _UnreadableError(Exception):
    """Git could not tell the history; the cause is what it said."""


def run(worktree: Worktree, wanted: Wanted) -> Audited:
    """Replay the history behind HEAD; one case alone narrows the second pass."""
    branch, tip = worktree.at()
    report = Report(head=tip or "", branch=branch)
    if tip is None or not _whole(report, worktree):
        return Audited(report)
    begun = list(report.breaks)
    with Reader(worktree) as reader:
        try:
            return _replayed(report, worktree, reader, wanted)
        except _UnreadableError as error:
            cause = error.__cause__
            message = cause.message if isinstance(cause, SamverkanError) else str(cause)
            hint = cause.hint if isinstance(cause, SamverkanError) else ""
            report.breaks = begun
            says = f"Historiken går inte att läsa: {message}"
            report.add("REV119", "samverkan.yaml", says, hint)
            return Audited(report)


def _replayed(report: Report, worktree: Worktree, reader: Reader, wanted: Wanted) -> Audited:
    """Carry out both passes, on what no earlier audit has done."""
    earlier = states.load(worktree) if wanted.may_lean else []
    start, shape = _beginning(worktree, report.head, earlier)
    passes = Passes(reader, start, wanted.only)
    told = _Told(worktree, report.head, start.commit, shape.count)
    passes.walk(told, shape, told.known)
    signed = Report()
    passes.weigh(worktree, signed, demanded=wanted.signed)
    end = passes.states[-1] if passes.states else start
    end.tell(report)
    report.cases = len(passes.last.cases)
    report.breaks += signed.breaks
    if wanted.anchor:
        anchor.hold(report, wanted.anchor, worktree)
    _tell_damage(report, reader)
    _tell_foreign(report, end.tally)
    if wanted.may_lean and not reader.damaged:
        states.store(worktree, [*_before(earlier, start), *passes.states])
    if wanted.strict:
        _demand_commits(report, passes)
        report.harden()
    shas = {each.commit for each in report.breaks if each.remark.rule != anchor.RULE}
    return Audited(report, named(worktree, shas - {""}), passes.last, start.commits)


def _before(earlier: Sequence[State], start: State) -> list[State]:
    """Give the states that led to the one that was begun from, itself too."""
    return [each for each in earlier if each.commits <= start.commits and start.commit]


def _beginning(worktree: Worktree, head: str, earlier: Sequence[State]) -> tuple[State, Shape]:
    """Find where to begin: after the latest state that all later commits begin from."""
    for state in earlier:
        if holds(worktree, head, state.commit):
            rows = list(_heard(parents(worktree, head, state.commit)))
            inside = {name for name, _ in rows} | {state.commit}
            if all(before and inside.issuperset(before) for _, before in rows):
                return state, Shape.of(rows)
    return State(), Shape.of(_heard(parents(worktree, head)))


class _Told:
    """The commits after a state, as git tells them, and the tree that they begin from."""

    def __init__(self, worktree: Worktree, head: str, start: str, count: int) -> None:
        self.known: dict[str, Moment] = {}
        self._rows: Iterable[CommitInfo] = _heard(history(worktree, head, start))
        if not start:
            return
        touched: set[str] | None = None
        if count <= HELD:
            self._rows = list(self._rows)
            touched = {placed(path)[0] for each in self._rows for path in each.paths}
        self.known[start] = tree(worktree, start, touched)

    def __iter__(self) -> Iterator[CommitInfo]:
        return iter(self._rows)


def _heard(rows: Iterable[T]) -> Iterator[T]:
    """Tell apart what git could not tell from every other fault."""
    try:
        yield from rows
    except SamverkanError as error:
        raise _UnreadableError from error


def _demand_commits(report: Report, passes: Passes) -> None:
    """Find what was added to the trail by a commit that is not the tool's own."""
    for path, commit in passes.loose:
        says = "Incheckningen är inte verktygets egen: den är sammanslagen eller gjord för hand."
        hint = "Slå samman grenar med merge i stället för squash."
        report.add("REV130", path, says, hint, commit=commit)


def _tell_damage(report: Report, reader: Reader) -> None:
    """Say which stored objects cannot be read."""
    for blob in sorted(reader.damaged):
        says = f"Git-objektet {blob} saknas eller är skadat, så det som stod där kan inte visas."
        report.add("REV119", "samverkan.yaml", says, "Hämta det ur en annan klon: git fetch")


def _tell_foreign(report: Report, tally: Tally) -> None:
    """Say once for each edition which events were judged by another rule book than this one."""
    for (tool, version), (count, _, file) in sorted(
        tally.foreign.items(), key=lambda each: each[1][1]
    ):
        report.add(
            "REV132",
            file,
            f"{antal(count, 'övergång', 'övergångar')} prövades mot en annan regelbok än den som "
            f"nu kan läsas ({tool}, regelbok {version}); det som prövats om här gäller den "
            "nuvarande.",
            "Granska med den version av verktyget som gjorde övergångarna.",
            mild=tool != TOOL,
        )


def windows(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Cut the jobs into windows."""
    return (jobs[start : start + WINDOW] for start in range(0, len(jobs), WINDOW))


def _whole(report: Report, worktree: Worktree) -> bool:
    """See that git shows the history as it is, and all of it."""
    common = worktree.common_dir
    if (common / "shallow").exists():
        report.add(
            "REV117",
            "samverkan.yaml",
            "Klonen är grund: bara en del av historiken finns här, så inget kan visas.",
            "Hämta resten: git fetch --unshallow",
        )
        return False
    replaced = worktree.git.run(["for-each-ref", "--format=%(refname)", "refs/replace/"])
    for name in replaced.decode("utf-8", "replace").split():
        report.add(
            "REV118",
            "samverkan.yaml",
            f"Git är sagt att visa något annat än det som sparades ({name}).",
            f"Ta bort ersättningen: git replace -d {name.rpartition('/')[2]}",
        )
    if (common / "info" / "grafts").exists():
        report.add(
            "REV118",
            "samverkan.yaml",
            "Filen .git/info/grafts ändrar vilka incheckningar som följer på varandra.",
            "Ta bort filen .git/info/grafts.",
        )
    return True
