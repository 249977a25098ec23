"""All cases of a förbund together, for what no single case can tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Portfolio:
    """Every case of the repository, told apart by whether it is an insats or the förbund's own."""

    cases: tuple[Case, ...]
    rulebook: Rulebook

    @classmethod
    def build(cls, cases: Iterable[Case], rulebook: Rulebook) -> "Portfolio":
        """Gather cases in order of id."""
        return cls(tuple(sorted(cases, key=lambda case: case.id)), rulebook)

    def process_of(self, case: Case) -> Process | None:
        """Give the process that a case follows, when the rule book has it."""
        return self.rulebook.process_of(case.insats)

    @cached_property
    def insatser(self) -> tuple[Case, ...]:
        """The insatser, by id; a case whose process is unknown counts as one."""
        return tuple(case for case in self.cases if self._is_insats(case))

    @cached_property
    def egna(self) -> tuple[Case, ...]:
        """The förbund's own cases, such as its years, by id."""
        return tuple(case for case in self.cases if not self._is_insats(case))

    @cached_property
    def gates(self) -> dict[str, Any]:
        """What has been judged of each case's gate, by id: several reports ask the same."""
        return {}

    def get(self, case_id: str) -> Case | None:
        """Find a case by its whole id."""
        return next((case for case in self.cases if case.id == case_id), None)

    def _is_insats(self, case: Case) -> bool:
        process = self.process_of(case)
        return process is None or process.is_insats
