"""Pictures in reports: the figures of the tables that they stand over, and nothing when empty."""

from functools import cache

from samverkan_cli import crosscuts
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Picture, Report
from samverkan_cli.reports.aret import money_of_year
from samverkan_cli.reports.matris import matrix
from samverkan_cli.reports.portfolj import portfolio_report
from samverkan_cli.texts import NBSP
from samverkan_cli.transition.printing import print_report
from tests.pictures.seen import bars, sound
from tests.support import SAMVERKAN, built_in, context, example_ids, example_world


@cache
def portfolio() -> Portfolio:
    """Read the examples."""
    return Portfolio.build([example_world(each).case for each in example_ids()], built_in())


def drawn(report: Report) -> dict[str, Picture]:
    """Give the pictures of a report, each of them sound."""
    return {each.name: sound(each) for section in report.sections for each in section.pictures}


def by_name(report: Report, section: int) -> dict[str, tuple[object, ...]]:
    """Give the rows of a section's table by their names."""
    return {str(row[0]): tuple(row[1:]) for row in report.sections[section].tables[0].rows}


def test_the_year_is_drawn_from_its_tables() -> None:
    """Budget against outcome row by row; what pays for an insats against what it cost."""
    report = money_of_year(portfolio(), 2025)
    found = drawn(report)
    budget = by_name(report, 0)
    assert found["budget"].table
    assert {str(name): tuple(pair) for name, *pair in found["budget"].table.rows} == {
        name: cells[1:] for name, cells in budget.items()
    }
    assert len(bars(found["budget"])) == 2 * len(budget)
    alt = found["budget"].alt.replace(NBSP, " ")
    assert alt == "Årets utfall är 3 900 000 kr, 98 % av budgeten på 4 000 000 kr."
    assert found["insatser"].table
    assert [list(row) for row in found["insatser"].table.rows] == [["Mötesplatsen", 400000, 400000]]


def test_a_year_without_figures_has_no_picture() -> None:
    """Nothing is drawn of a year that is not there."""
    assert drawn(money_of_year(Portfolio.build([], built_in()), 2031)) == {}
    assert drawn(portfolio_report(Portfolio.build([], built_in()), SAMVERKAN, None)) == {}


def test_the_portfolio_is_drawn_from_its_tables() -> None:
    """What others pay is a part of what the cost is set against."""
    report = portfolio_report(portfolio(), SAMVERKAN, None)
    found, money = drawn(report), by_name(report, 2)
    assert found["medel"].table
    assert {str(name): tuple(pair) for name, *pair in found["medel"].table.rows} == {
        name: (granted + others, used)
        for name, (granted, others, used, _) in money.items()
        if isinstance(granted, int) and isinstance(others, int)
    }
    assert found["halvar"].table
    assert [list(row)[1:] for row in found["halvar"].table.rows] == [
        [row[0], row[4]]
        for section in report.sections
        if section.title == "Deltagare per halvår"
        for table in section.tables
        for row in table.rows
    ]


def test_a_matrix_is_drawn_as_its_table_says() -> None:
    """The picture and the table are one and the same grid of words."""
    made = example_world("2026-002")
    report = matrix(crosscuts.grid(made.case, built_in(), built_in().tvarsnitt["ramverk-matris"]))
    (picture,) = drawn(report).values()
    table = report.sections[0].tables[0]
    assert picture.table
    assert [list(row) for row in picture.table.rows] == [list(row) for row in table.rows]
    assert picture.alt.startswith("9 av 15 rutor är klara. Öppna: Realisering – Strategi, ")
    printed = print_report(context(), report)
    assert printed.html.count("<svg ") == 1
    assert printed.html.count(f"<caption>{table.caption}</caption>") == 1
