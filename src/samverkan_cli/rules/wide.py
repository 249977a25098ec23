"""Rules about the förbund and about all its cases together: what no single case can tell.

They are judged by `check` of the whole repository and never by a gate, so that a gate says the
same whoever looks at it and whenever.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from samverkan_cli.diagnostics import Diagnostic, Route, Severity
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record

Remark = tuple[Record, Route, str, str]
"""A document, a place in it, what is wrong there, and what to do ("" for the rule's own)."""

WideCheck = Callable[..., Iterable[Remark]]


@dataclass(frozen=True)
class Whole:
    """What a wide rule may read: the förbund's file, all cases, and the day it is judged."""

    record: Record
    samverkan: Samverkan
    portfolio: Portfolio
    idag: date


@dataclass(frozen=True)
class WideRule:
    """One rule over the whole repository; `needs` names the attributes of `Whole` it reads."""

    id: str
    title: str
    why: str
    severity: Severity
    needs: tuple[str, ...]
    check: WideCheck
    kalla: tuple[str, ...] = ()
    mend: str = ""
    since: str = "2026.1"

    def run(self, whole: Whole) -> Iterator[Diagnostic]:
        """Judge a repository."""
        arguments = {name: getattr(whole, name) for name in self.needs}
        for record, route, message, hint in self.check(**arguments):
            yield record.remark(self.id, self.severity, route, message, hint or self.mend)


WIDE: dict[str, WideRule] = {}
"""The wide rules by id; `registry` reads the families that fill it."""


def wide_rule(
    rule_id: str,
    title: str,
    *,
    severity: Severity = Severity.ERROR,
    kalla: tuple[str, ...] = (),
    mend: str = "",
    since: str = "2026.1",
) -> Callable[[WideCheck], WideCheck]:
    """Register a rule over the whole repository.

    Its docstring says why; its parameters say what it reads: `record` and `samverkan` (the
    förbund's file and its model), `portfolio` (every case), `idag` (the day it is judged).
    """

    def register(check: WideCheck) -> WideCheck:
        needs = tuple(inspect.signature(check).parameters)
        why = inspect.getdoc(check) or ""
        WIDE[rule_id] = WideRule(rule_id, title, why, severity, needs, check, kalla, mend, since)
        return check

    return register


def judge(whole: Whole, rules: Mapping[str, WideRule]) -> list[Diagnostic]:
    """Judge a repository by every wide rule, in order of id."""
    return [remark for each in rules.values() for remark in each.run(whole)]
