"""Where an audit stood at a commit: what it had counted and found, and what it goes on from.

States are kept in git's own folder as results of earlier audits. One is used only when everything
after it begins from its commit, so that the commits come in the very order, and get the very
verdicts, that they would in an audit of the whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from platform import python_version
from typing import Any

from samverkan_cli import cached
from samverkan_cli.audit.found import Break, Proof, Report
from samverkan_cli.audit.policy import Ledger
from samverkan_cli.audit.walking import strangers
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.history.worktree import Worktree

NAME = "audit"
MOST_FOUND = 2000
"""Findings; with more than this nothing is kept, and every audit begins from the beginning."""

_COUNTED = ("decisions", "signatures", "signed", "acts")
_READERS = ("pydantic", "pydantic-core", "ryaml", "ruamel.yaml")


@dataclass
class Tally:
    """What the second pass has found, in the order of jobs whatever order they were judged in."""

    decisions: int = 0
    signatures: int = 0
    signed: int = 0
    acts: int = 0
    proofs: Counter[str] = field(default_factory=Counter)
    foreign: dict[tuple[str, str], tuple[int, int, str]] = field(default_factory=dict)
    """By tool and version of the rule book: how many events, and the first one's job and file."""
    found: list[tuple[int, Break]] = field(default_factory=list)

    def take(self, number: int, report: Report) -> None:
        """Add what came of one job."""
        self.decisions += report.decisions
        self.signatures += report.signatures
        self.proofs.update({proof.value: count for proof, count in report.proofs.items()})
        self.found += [(number, each) for each in report.breaks]
        for key, files in report.foreign.items():
            self._abroad(key, len(files), number, files[0])

    def join(self, other: "Tally") -> None:
        """Add what came of later jobs."""
        self.decisions += other.decisions
        self.signatures += other.signatures
        self.signed += other.signed
        self.acts += other.acts
        self.proofs.update(other.proofs)
        self.found += other.found
        for key, told in other.foreign.items():
            self._abroad(key, *told)

    def _abroad(self, key: tuple[str, str], count: int, number: int, file: str) -> None:
        had, first, which = self.foreign.get(key, (0, number, file))
        self.foreign[key] = (had + count, *min((first, which), (number, file)))

    def ordered(self) -> list[Break]:
        """Give the findings in the order of jobs."""
        return [each for _, each in sorted(self.found, key=lambda pair: pair[0])]


@dataclass
class State:
    """Where an audit stood after a commit; `jobs` is how many had been given numbers."""

    commit: str = ""
    commits: int = 0
    jobs: int = 0
    roots: list[str] = field(default_factory=list)
    walked: list[Break] = field(default_factory=list)
    adopted: list[Break] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    tally: Tally = field(default_factory=Tally)

    def tell(self, report: Report) -> None:
        """Add to a report what was counted and found."""
        report.commits = self.commits
        report.decisions, report.signatures = self.tally.decisions, self.tally.signatures
        report.signed, report.acts = self.tally.signed, self.tally.acts
        report.proofs = Counter({Proof(key): count for key, count in self.tally.proofs.items()})
        report.breaks += self.walked
        strangers(report, self.roots)
        report.breaks += self.adopted
        self.ledger.close(report)
        report.breaks += self.tally.ordered()

    def plain(self) -> dict[str, Any]:
        """Give the state as JSON can hold it."""
        tally = {name: getattr(self.tally, name) for name in _COUNTED} | {
            "proofs": dict(self.tally.proofs),
            "foreign": [[*key, *told] for key, told in self.tally.foreign.items()],
            "found": [[number, *_flat(each)] for number, each in self.tally.found],
        }
        return {
            "commit": self.commit,
            "commits": self.commits,
            "jobs": self.jobs,
            "roots": self.roots,
            "walked": [_flat(each) for each in self.walked],
            "adopted": [_flat(each) for each in self.adopted],
            "ledger": [sorted(self.ledger.adopted), self.ledger.pending],
            "tally": tally,
        }

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "State":
        """Read a state that `plain` gave; anything else is a ValueError, KeyError or TypeError."""
        tally = row["tally"]
        foreign = {(one, two): (*told,) for one, two, *told in tally["foreign"]}
        found = [(number, _break(rest)) for number, *rest in tally["found"]]
        counted = Counter({Proof(key).value: count for key, count in tally["proofs"].items()})
        known = {"foreign": foreign, "found": found, "proofs": counted}
        adopted, pending = row["ledger"]
        return cls(
            row["commit"],
            row["commits"],
            row["jobs"],
            row["roots"],
            [_break(each) for each in row["walked"]],
            [_break(each) for each in row["adopted"]],
            Ledger(set(adopted), [(*each,) for each in pending]),
            Tally(**{**tally, **known}),
        )


def _flat(each: Break) -> list[Any]:
    one = each.remark
    return [one.file, one.rule, one.severity.value, one.message, one.hint, each.commit]


def _break(row: list[Any]) -> Break:
    file, rule, severity, message, hint, commit = row
    return Break(Diagnostic(file, 1, 1, rule, Severity(severity), message, hint), commit)


def load(worktree: Worktree) -> list[State]:
    """Give the states that earlier audits left, the latest first."""
    body = cached.load(cached.place(str(worktree.git_dir)), NAME, _key(worktree.prefix))
    try:
        found = [State.read(row) for row in (body or {})["states"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
    return sorted(found, key=lambda each: -each.commits)


def store(worktree: Worktree, states: Iterable[State]) -> None:
    """Keep some states: the last, and ever fewer the longer ago they are."""
    every = sorted(states, key=lambda each: each.commits)
    if not every or any(_size(each) > MOST_FOUND for each in every):
        return
    kept: dict[int, State] = {}
    for each in every:  # the older of two stays, and will be the one that is further away
        kept.setdefault((every[-1].commits - each.commits).bit_length() // 2, each)
    kept[-1] = every[-1]
    rows = [each.plain() for each in {id(each): each for each in kept.values()}.values()]
    folder = cached.place(str(worktree.git_dir))
    cached.store(folder, NAME, _key(worktree.prefix), {"states": rows})


def _size(state: State) -> int:
    return len(state.walked) + len(state.adopted) + len(state.tally.found)


@lru_cache(maxsize=8)
def _key(prefix: str) -> str:
    """Name what a verdict rests on beside the commits: this edition, and what reads for it."""
    return " ".join([cached.edition(), python_version(), *map(_edition, _READERS), prefix])


def _edition(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
