"""Budget against outcome over all insatser: a row for each year, and one for each kind of cost."""

from collections.abc import Iterator, Sequence
from typing import Any

from samverkan_cli import money
from samverkan_cli.case import Case
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.genomforande import Insatsplan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports.followed import Followed
from samverkan_cli.texts import etikett
from samverkan_cli.years import document, spent

_NOTE = "Utfallet gäller hela insatsen, också det som andra betalar, enligt den senaste rapporten."
_KINDS_NOTE = (
    "Budgeten är insatsplanens, annars ansökans. Det som rapporterna inte delar på slag står som "
    "Ej fördelat."
)
_UNSHARED = "Ej fördelat"

Amounts = dict[tuple[int, str], int]
"""SEK by budget year and kind of cost; "" is a kind that nobody has given."""


def budgets(portfolio: Portfolio, year: int | None) -> Report:
    """Set what each insats was granted and planned against what it has cost."""
    wanted = [year] if year else _years(portfolio)
    rows = [
        (each.case.namn, at, each.granted, each.others, each.used, each.left)
        for at in wanted
        for each in spent(portfolio, at)
    ]
    kinds = [
        (case.namn, *row)
        for case in portfolio.insatser
        for row in _kind_rows(case)
        if year in (None, row[0])
    ]
    title = f"Budget och utfall {year}" if year else "Budget och utfall"
    sections = [
        Section(
            "Per insats och år",
            [_NOTE] if rows else [],
            tables=[Table("Beviljat och utfall", _columns(), _worded(rows))],
            empty="Ingen insats har medel eller utfall.",
        ),
        Section(
            "Per kostnadsslag",
            [_KINDS_NOTE] if kinds else [],
            tables=[Table("Budget och utfall per slag", _kind_columns(), _worded(kinds))],
            empty="Ingen insats har en budget per slag.",
        ),
    ]
    return Report("budget", title, sections=sections, body=_body(year, rows, kinds))


def _worded(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """Write the year as the word it is: nobody puts a space among its thousands."""
    return [(name, str(at), *rest) for name, at, *rest in rows]


def _columns() -> list[Column]:
    amounts = ("Beviljat", "Annan finansiering", "Utfall", "Kvar")
    return [Column("Insats"), Column("År"), *(Column(each, "kronor") for each in amounts)]


def _kind_columns() -> list[Column]:
    amounts = ("Budget", "Utfall", "Kvar")
    words = (Column("Insats"), Column("År"), Column("Kostnadsslag"))
    return [*words, *(Column(each, "kronor") for each in amounts)]


def _years(portfolio: Portfolio) -> list[int]:
    cases = portfolio.insatser
    return sorted({at for case in cases for at in (*money.granted(case), *money.used(case))})


def _kind_rows(case: Case) -> Iterator[tuple[int, str, int | None, int | None, int | None]]:
    """Give year, kind, planned, used and left (SEK) of a case."""
    for (at, kind), (plan, cost) in by_kind(case).items():
        left = None if plan is None or cost is None else plan - cost
        yield at, etikett(kind) if kind else _UNSHARED, plan, cost, left


def by_kind(case: Case) -> dict[tuple[int, str], tuple[int | None, int | None]]:
    """Give what is planned and used (SEK) by year and kind of cost; "" is a kind not given."""
    planned, used = _planned(case), _used(case)
    keys = sorted(planned.keys() | used.keys())
    return {key: (planned.get(key), used.get(key)) for key in keys}


def _planned(case: Case) -> Amounts:
    plan, application = document(case, "insatsplan", Insatsplan), document(case, "ansokan", Ansokan)
    rows = (plan.budget if plan else []) or (application.kostnader if application else [])
    sums: Amounts = {}
    for row in rows:
        sums[row.budgetar, row.slag] = sums.get((row.budgetar, row.slag), 0) + row.belopp
    return sums


def _used(case: Case) -> Amounts:
    """Give the outcome by kind; of each year the last report that names it rules."""
    sums: Amounts = {}
    for _, report in Followed(case).reports:
        told: Amounts = {}
        for row in report.ekonomi:
            if row.utfall is not None:
                key = row.budgetar, row.slag or ""
                told[key] = told.get(key, 0) + row.utfall
        years = {at for at, _ in told}
        sums = {key: sek for key, sek in sums.items() if key[0] not in years} | told
    return sums


def _body(year: int | None, rows: list[Any], kinds: list[Any]) -> dict[str, Any]:
    by_year = ("insats", "ar", "beviljat", "annan_finansiering", "utfall", "kvar")
    by_kind = ("insats", "ar", "slag", "budget", "utfall", "kvar")
    return {
        "ar": year,
        "insatser": [dict(zip(by_year, row, strict=True)) for row in rows],
        "slag": [dict(zip(by_kind, row, strict=True)) for row in kinds],
    }
