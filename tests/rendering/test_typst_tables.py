"""Columns are as wide as what stands in them asks, and never wider than the page."""

import pytest

from samverkan_cli.rendering import typst_tables
from samverkan_cli.rendering.typst_tables import LYING, PAGE, Plan

from . import pdfs


def planned(*columns: tuple[str, str], narrow: bool = False, may_lie: bool = True) -> Plan:
    """Plan a table of one row; each column is its class and its text."""
    head = "".join(f'<th scope="col" class="{name}">A</th>' for name, _ in columns)
    row = "".join(f'<td class="{name}">{text}</td>' for name, text in columns)
    body = f"<table><caption>C</caption><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr>"
    tree = pdfs.article(f"{body}</tbody></table>").tree
    table = next(each for each in tree.walk() if each.tag == "table")
    return typst_tables.plan(list(table.elements())[1:], narrow=narrow, may_lie=may_lie)


def test_a_small_table_fills_the_page_or_is_as_narrow_as_it_may() -> None:
    """What there is room for is shared out, unless the table is to be narrow."""
    columns = (("", "Personal"), ("belopp", "1 200 000 kr"))
    assert sum(planned(*columns).widths) == pytest.approx(PAGE)
    assert sum(planned(*columns, narrow=True).widths) < PAGE / 2


def test_long_text_gives_way_to_what_must_not_break() -> None:
    """Money and dates keep what they need on one line; text takes the rest."""
    long = "Det här är en lång mening om ingenting alls. " * 9
    plan = planned(("", long), ("belopp", "1\u00a0200\u00a0000\u00a0kr"), ("", "Kort"))
    assert sum(plan.widths) == pytest.approx(PAGE)
    assert plan.size == 9
    assert plan.widths[0] > 100
    assert plan.widths[1] > 20


def test_many_columns_make_the_text_smaller_and_then_turn_the_page() -> None:
    """A table is never wider than its page, however many columns it has."""
    money = ("belopp", "12\u00a0345\u00a0678\u00a0kr")
    some, more = planned(*[money] * 8), planned(*[money] * 12)
    assert not some.lying
    assert 6 < some.size < 9
    assert more.lying
    assert sum(more.widths) <= LYING + 0.01


@pytest.mark.parametrize(("may_lie", "room"), [(True, LYING), (False, PAGE)])
def test_what_fits_nowhere_is_made_to_fit(*, may_lie: bool, room: float) -> None:
    """Thirty columns of money are small to read, but none lies over another."""
    plan = planned(*[("belopp", "12\u00a0345\u00a0678\u00a0kr")] * 30, may_lie=may_lie)
    assert sum(plan.widths) == pytest.approx(room)
    assert plan.lying is may_lie
    assert plan.size < 6
