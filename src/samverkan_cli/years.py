"""The förbund's years: which case is which year, what its documents say, what is decided."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from samverkan_cli import money
from samverkan_cli.case import Case
from samverkan_cli.models.ar import Arsredovisning, Bidrag, Budget, Verksamhetsplan
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.grund import Dokument
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rulebook.process import Process

D = TypeVar("D", bound=Dokument)


@dataclass(frozen=True)
class Year:
    """One year of the förbund as its case says; a document that is missing or broken is None."""

    number: int
    case: Case
    process: Process | None

    @property
    def plan(self) -> Verksamhetsplan | None:
        """The plan of the year."""
        return document(self.case, "verksamhetsplan", Verksamhetsplan)

    @property
    def budget(self) -> Budget | None:
        """The budget of the year."""
        return document(self.case, "budget", Budget)

    @property
    def received(self) -> Bidrag | None:
        """The contributions that have come in."""
        return document(self.case, "bidrag", Bidrag)

    @property
    def accounts(self) -> Arsredovisning | None:
        """The annual accounts."""
        return document(self.case, "arsredovisning", Arsredovisning)

    def approval(self, typ: str) -> tuple[Record, Beslut] | None:
        """Give the last decision that let a document pass: the ordinary outcome of its gate."""
        found = [
            (record, decided)
            for record, decided in self.case.beslut
            if decided.dokument == typ and self._is_ordinary(decided)
        ]
        return found[-1] if found else None

    def _is_ordinary(self, decided: Beslut) -> bool:
        fas = self.process.phase(decided.fas) if self.process else None
        return fas is None or decided.utfall == fas.grind.utfall[0].id


def document(case: Case, typ: str, model: type[D]) -> D | None:
    """Give a document of a case; None when it is missing or broken."""
    found = case.model(typ)
    return found if isinstance(found, model) else None


def years(portfolio: Portfolio) -> list[Year]:
    """List the förbund's years, oldest first.

    The documents say which year it is; until they do, the id or the name of the case does.
    """
    found = [
        Year(number, case, portfolio.process_of(case))
        for case in portfolio.egna
        if (number := _number(case, portfolio.process_of(case))) is not None
    ]
    return sorted(found, key=lambda year: (year.number, year.case.id))


def cases_of(portfolio: Portfolio, year: int) -> list[str]:
    """List the förbund's own cases for a year, by id: what its minutes belong to."""
    counted = {each.case.id for each in years(portfolio) if each.number == year}
    return [case.id for case in portfolio.egna if case.id in counted or _called(case) == year]


def _number(case: Case, process: Process | None) -> int | None:
    named = (
        document(case, "budget", Budget),
        document(case, "verksamhetsplan", Verksamhetsplan),
        document(case, "arsredovisning", Arsredovisning),
    )
    said = next((each.budgetar for each in named if each and each.budgetar), None)
    faser = process.faser if process else []
    has_budget = any(each.typ == "budget" for fas in faser for each in fas.dokument)
    return said or (_called(case) if has_budget else None)


def _called(case: Case) -> int | None:
    called = _IN_NAME.search(case.id) or _IN_NAME.search(case.namn)
    return int(called[0]) if called else None


_IN_NAME = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A year in the id or the name of a case, such as `ar-2027`."""


@dataclass(frozen=True)
class Spent:
    """The money of one insats in one year (SEK): granted, used, paid by others."""

    case: Case
    granted: int
    used: int | None
    others: int

    @property
    def left(self) -> int | None:
        """What is left of everything that pays for the insats; None when nothing is reported."""
        return None if self.used is None else self.granted + self.others - self.used


def spent(portfolio: Portfolio, year: int) -> list[Spent]:
    """List the insatser that were granted money or used some in a year."""
    rows = []
    for case in portfolio.insatser:
        granted, used = money.granted(case), money.used(case)
        if year in granted or year in used:
            others = money.others(case).get(year, 0)
            rows.append(Spent(case, granted.get(year, 0), used.get(year), others))
    return rows


def sides(budget: Budget) -> Mapping[str, int]:
    """Add the members' contributions in money by side (SEK); work is no contribution."""
    sums = dict.fromkeys(("staten", "regioner", "kommuner"), 0)
    for row in budget.bidrag:
        sums[row.sida] += row.belopp if row.form != "natura" else 0
    return sums


def income(budget: Budget) -> int:
    """Add all the income of a budget (SEK)."""
    return sum(sides(budget).values()) + sum(row.belopp for row in budget.ovriga_intakter)


def costs(budget: Budget) -> int:
    """Add all the rows of a budget (SEK)."""
    return sum(row.belopp for row in budget.rader)
