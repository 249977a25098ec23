"""What a rule is: an id, a title in the positive, and a function that asks for what it reads."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Finding, Route, Severity
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rulebook.lag import Governing, Lagrad
from samverkan_cli.rulebook.process import Process

Findings = Iterable[Finding]
Checker = Callable[..., Findings]


@dataclass(frozen=True)
class Rule:
    """One rule. `needs` names the documents it reads; one that is missing leaves it untried.

    A rule of `completeness` asks for what a draft may still lack: `check` is silent about it
    until the document's gate is passed, and the gate asks for it.
    """

    id: str
    title: str
    why: str
    severity: Severity
    needs: tuple[str, ...]
    check: Checker
    kalla: tuple[str, ...] = ()
    mend: str = ""
    since: str = "2026.1"
    documents: tuple[str, ...] = ()
    completeness: bool = False
    asked_by: tuple[str, ...] = ()
    law: Governing = field(default_factory=lambda: Governing(()))

    @property
    def reads(self) -> tuple[str, ...]:
        """The kinds of documents that the rule judges; empty for one about the whole case."""
        return self.documents or tuple(name for name in self.needs if name in DOKUMENT)

    @property
    def asked_with(self) -> tuple[str, ...]:
        """The kinds of documents whose gates ask for the rule: those it reads, unless told."""
        return self.asked_by or self.reads

    def run(
        self, case: Case, samverkan: Samverkan | None, process: Process | None = None
    ) -> list[Finding] | None:
        """Judge a case; None means that something it reads is missing or broken."""
        around: dict[str, Any] = {
            "samverkan": samverkan,
            "case": case,
            "process": process,
            "lag": self.law,
        }
        read = {name: _argument(name, case, around) for name in (*self.needs, *self.reads)}
        if any(value is None for value in read.values()):
            return None
        return list(self.check(**{name: read[name] for name in self.needs}))

    def under(self, law: Iterable[Lagrad]) -> "Rule":
        """Bind a rule over law to the rows that govern it; what is unsure only warns."""
        if "lag" not in self.needs:
            return self
        governing = Governing.of(law, self.id)
        severity = Severity.WARNING if governing.is_unsure else self.severity
        return replace(self, law=governing, severity=severity)


def _argument(name: str, case: Case, around: Mapping[str, Any]) -> Any:
    if name in around:
        return around[name]
    if DOKUMENT[name].folder:
        records = case.of_type(name)
        whole = all(record.model is not None for record in records)
        return {record.name: record.model for record in records} if records and whole else None
    return case.model(name)


REGISTER: dict[str, Rule] = {}
"""The rules that are functions, by id; `registry` reads the families that fill it."""


def rule(
    rule_id: str,
    title: str,
    *,
    severity: Severity = Severity.ERROR,
    kalla: tuple[str, ...] = (),
    mend: str = "",
    completeness: bool = False,
    asked_by: tuple[str, ...] = (),
    since: str = "2026.1",
) -> Callable[[Checker], Checker]:
    """Register a rule: its docstring says why, its parameters say what it reads.

    `asked_by` names the documents whose gates ask for it, when they are others than it reads;
    `since` the version of the rule book that it came with.
    """

    def register(check: Checker) -> Checker:
        needs = tuple(inspect.signature(check).parameters)
        why = inspect.getdoc(check) or ""
        REGISTER[rule_id] = Rule(
            rule_id,
            title,
            why,
            severity,
            needs,
            check,
            kalla,
            mend,
            since=since,
            asked_by=asked_by,
            completeness=completeness,
        )
        return check

    return register


def at(
    document: str, *route: str | int, says: str, hint: str = "", severity: Severity | None = None
) -> Finding:
    """Point at a place in a document and say what is wrong there.

    `severity` is given by a rule over law, when the row in force weighs less than the rule.
    """
    place: Route = route
    return Finding(document, place, says, hint, severity)
