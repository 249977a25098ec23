"""What is wrong with a repository, with what would mend it when that is safe."""

from dataclasses import dataclass
from enum import IntEnum

from samverkan_cli.diagnostics import Diagnostic, Severity


class Step(IntEnum):
    """The steps of mending, in the order in which they are done; each is done wholly or not."""

    LOCK = 1
    RECOVER = 2
    LITTER = 3
    TEXT = 4
    HOOK = 5


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to do: `path` is what it is done to, `data` the new bytes of a text."""

    step: Step
    says: str
    path: str = ""
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark, and its mend; None when only a person can tell what is right."""

    remark: Diagnostic
    mend: Mend | None = None


def found(
    file: str,
    rule: str,
    severity: Severity,
    message: str,
    hint: str,
    *,
    line: int = 1,
    column: int = 1,
    mend: Mend | None = None,
) -> Finding:
    """Find something at a place in a file, or about a file as a whole."""
    return Finding(Diagnostic(file, line, column, rule, severity, message, hint), mend)
