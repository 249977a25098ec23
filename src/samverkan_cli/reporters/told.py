"""Remarks made ready for a machine: masked, on one line, with nothing hidden in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.reporters.text import safe

Explain = Callable[[str], dict[str, Any] | None]
"""Gives what `explain` says of an id."""


@dataclass(frozen=True, slots=True)
class Told:
    """One remark as it may be shown; `file` is a path from the top of the git work tree."""

    file: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    hint: str
    fingerprint: str

    @property
    def place(self) -> str:
        """`fil:rad:kolumn`."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def words(self) -> str:
        """The message, and the hint on a line of its own."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


@dataclass(frozen=True)
class Outcome:
    """What a check came to: its remarks, its cases by id, the sentences that sum it up."""

    remarks: tuple[Told, ...]
    cases: tuple[str, ...]
    summary: str
    notes: tuple[str, ...]
    moment: datetime
    explain: Explain

    @property
    def errors(self) -> int:
        """How many of the remarks are errors."""
        return sum(each.severity is Severity.ERROR for each in self.remarks)


def told(
    remarks: Sequence[Diagnostic], names: Mapping[Diagnostic, str], prefix: str
) -> tuple[Told, ...]:
    """Make remarks ready; `prefix` is the folder of the repository inside the work tree."""
    return tuple(
        Told(
            safe(prefix + each.file),
            each.line,
            each.column,
            each.rule,
            each.severity,
            safe(each.message),
            safe(each.hint),
            names[each],
        )
        for each in remarks
    )
