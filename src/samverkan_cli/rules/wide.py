"""Rules about the förbund and about all its cases together: what no single case can tell.

They are judged by `check` of the whole repository and never by a gate, so that a gate says the
same whoever looks at it and whenever.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from samverkan_cli.diagnostics import Diagnostic, Route, Severity, lighter
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rulebook.lag import Governing, Lagrad

Remark = tuple[Record, Route, str, str]
"""A document, a place in it, what is wrong there, and what to do ("" for the rule's own)."""


class Weighed(NamedTuple):
    """A remark with a weight of its own: what the law says surely, or does not."""

    record: Record
    route: Route
    message: str
    severity: Severity | None
    hint: str = ""


WideCheck = Callable[..., Iterable[Remark | Weighed]]


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

    def under(self, law: Iterable[Lagrad]) -> "WideRule":
        """Weigh a rule over law by what governs it: what is unsure only warns."""
        unsure = "lag" in self.needs and Governing.of(law, self.id).is_unsure
        return replace(self, severity=Severity.WARNING) if unsure else self

    def run(self, whole: Whole) -> Iterator[Diagnostic]:
        """Judge a repository."""
        for said in self.check(**{name: self._argument(whole, name) for name in self.needs}):
            found = said if isinstance(said, Weighed) else Weighed(*said[:3], None, said[3])
            severity = lighter(self.severity, found.severity)
            hint = found.hint or self.mend
            yield found.record.remark(self.id, severity, found.route, found.message, hint)

    def _argument(self, whole: Whole, name: str) -> object:
        if name == "lag":
            return Governing.of(whole.portfolio.rulebook.lag, self.id)
        return getattr(whole, name)


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
    förbund's file and its model), `portfolio` (every case), `idag` (the day it is judged), `lag`
    (the rows of law that govern it).
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
