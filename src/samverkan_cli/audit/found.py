"""What an audit finds: breaks in the trail, and how strong a proof each transition has."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum

from samverkan_cli.diagnostics import Diagnostic, Severity


class Proof(StrEnum):
    """How much of a transition can still be shown, the strongest first."""

    COMMIT = "incheckning"
    """Its own commit, its trailers, and the gate judged anew on exactly what lay there."""
    CONTENT = "innehall"
    """The gate judged anew on exactly what lay there; the commit was merged with others."""
    CHAIN = "kedja"
    """Only that the events follow on each other by lawful steps."""


@dataclass(frozen=True, slots=True)
class Break:
    """One finding: a remark about a file, and the commit that it came with (empty: none)."""

    remark: Diagnostic
    commit: str = ""

    @property
    def is_error(self) -> bool:
        """Tell whether the trail does not hold."""
        return self.remark.severity is Severity.ERROR


@dataclass
class Report:
    """What was audited, what was found, and what the proof rests on."""

    head: str = ""
    branch: str = ""
    commits: int = 0
    cases: int = 0
    decisions: int = 0
    signatures: int = 0
    proofs: Counter[Proof] = field(default_factory=Counter)
    signed: int = 0
    acts: int = 0
    anchored: bool = False
    foreign: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """Events judged by another rule book, by tool and version of the rule book."""
    breaks: list[Break] = field(default_factory=list)

    @property
    def transitions(self) -> int:
        """How many transitions were replayed."""
        return sum(self.proofs.values())

    @property
    def errors(self) -> int:
        """How many findings break the trail."""
        return sum(each.is_error for each in self.breaks)

    @property
    def level(self) -> int:
        """Give the level of the proof: 0 names in git, 1 signed commits, 3 anchored."""
        if self.anchored:
            return 3
        return int(bool(self.acts) and self.signed == self.acts)

    def harden(self) -> None:
        """Let every finding count as a break, as when nothing weaker is accepted."""
        self.breaks = [
            Break(replace(each.remark, severity=Severity.ERROR), each.commit)
            for each in self.breaks
        ]

    def add(
        self,
        rule: str,
        file: str,
        message: str,
        hint: str = "",
        *,
        commit: str = "",
        mild: bool = False,
    ) -> None:
        """Add a finding about a whole file; a `mild` one is shown but breaks nothing."""
        severity = Severity.WARNING if mild else Severity.ERROR
        self.breaks.append(Break(Diagnostic(file, 1, 1, rule, severity, message, hint), commit))
