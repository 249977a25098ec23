"""Rules over the whole repository: each seen content and not, with its place."""

from datetime import date

import pytest

from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rules.registry import wide
from samverkan_cli.rules.wide import Whole
from tests.support import built_in, case_of, forbund_record, header

from . import wide_aret, wide_moten, wide_rows
from .wide_rows import WideRow

ROWS = wide_rows.ROWS | wide_aret.ROWS | wide_moten.ROWS


def said(rule: str, row: WideRow, *, bad: bool) -> list[str]:
    """List what a rule says of a row's good or bad repository, with places."""
    cases = [
        case_of({"insats.yaml": header(id=case_id, namn=case_id)} | dict(files), case_id)
        for case_id, files in (row.bad if bad else row.good).items()
    ]
    record = forbund_record(row.bad_forbund if bad else row.good_forbund)
    assert isinstance(record.model, Samverkan), record.diagnostics
    for case in cases:
        assert [each.message for each in case.diagnostics] == []
    day = (row.bad_idag if bad else None) or row.idag
    whole = Whole(record, record.model, Portfolio.build(cases, built_in()), day)
    return [
        f"{each.file}:{each.line}:{each.column} {each.message}" for each in wide()[rule].run(whole)
    ]


def test_the_table_has_every_wide_rule() -> None:
    """A rule that nobody has seen both content and not content does not enter."""
    assert set(ROWS) == set(wide())


@pytest.mark.parametrize(("rule", "row"), ROWS.items(), ids=ROWS)
def test_content_and_not(rule: str, row: WideRow) -> None:
    """The rule is silent about what is right and points at what is wrong."""
    assert said(rule, row, bad=False) == []
    found = said(rule, row, bad=True)
    assert found[: len(row.says)] == list(row.says)
    assert row.says


@pytest.mark.parametrize("rule", wide())
def test_told(rule: str) -> None:
    """Every rule says why it is there, what it demands and where that comes from."""
    each = wide()[rule]
    assert each.id == rule
    assert each.title
    assert not each.title.endswith(".")
    assert each.why.endswith((".", ")."))
    assert each.kalla
    assert each.mend


def test_a_day_is_given() -> None:
    """Rows judge by a day of their own, never by the machine's clock."""
    assert all(isinstance(row.idag, date) for row in ROWS.values())
