"""What a file says wrong: a value with a place, a rule id, a sentence and a hint."""

from dataclasses import dataclass
from enum import StrEnum

Route = tuple[str | int, ...]
"""A way into a document: keys and list indexes, outermost first."""


class Severity(StrEnum):
    """How much a remark weighs: an error fails `check`, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def lighter(one: Severity, other: Severity | None) -> Severity:
    """Give the one of two severities that weighs least; None weighs as much as anything."""
    order = (Severity.INFO, Severity.WARNING, Severity.ERROR)
    return min(one, other or one, key=order.index)


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in one text, before anyone knows which file it stands in."""

    rule: str
    place: Place
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say: a document, the way into it, and words.

    `severity` is None when it weighs what its rule weighs.
    """

    document: str
    route: Route
    message: str
    hint: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark about a file: `fil:rad:kolumn ID text`, and a hint on the next line."""

    file: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    hint: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order remarks by place, then by rule."""
        return (self.file, self.line, self.column, self.rule, self.message)


def from_fault(fault: Fault, file: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    """Give a fault its file."""
    return Diagnostic(
        file, fault.place.line, fault.place.column, fault.rule, severity, fault.message, fault.hint
    )


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort remarks and drop those said twice."""
    return sorted(set(diagnostics), key=lambda remark: remark.sort_key)
