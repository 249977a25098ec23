"""The year's money in a report: sides, insatser, capital, and gaps said as gaps."""

from collections.abc import Mapping

from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Report, Section
from samverkan_cli.reports.aret import money_of_year
from tests.support import File, built_in, case_of, decision, header
from tests.year import ACCOUNTS, BIDRAG, BUDGET

YEAR = header(process="verksamhetsar")


def report(year: Mapping[str, File], **insatser: Mapping[str, File]) -> Report:
    """Report on 2027 for a year's documents and insatser by the letters of their ids."""
    cases = [case_of({"insats.yaml": YEAR} | dict(year), "ar-2027")]
    cases += [
        case_of({"insats.yaml": header(namn=name)} | dict(files), f"2027-001-{name}")
        for name, files in insatser.items()
    ]
    return money_of_year(Portfolio.build(cases, built_in()), 2027)


def rows(section: Section) -> list[list[object]]:
    """Give the cells of a section's table, the total last."""
    table = section.tables[0]
    return [list(row) for row in (*table.rows, *([table.total] if table.total else []))]


def granted(amount: int) -> Mapping[str, File]:
    """Give an insats with a grant for 2027."""
    return {"beslut/a.yaml": decision(belopp=[{"budgetar": 2027, "belopp": amount}])}


def test_money_granted_and_used() -> None:
    """Each insats is a row; a sum with a gap in it is a gap, and other years are not there."""
    used = "ekonomi: [{budgetar: 2027, utfall: 90}]\n"
    told = report(
        {"budget.yaml": BUDGET},
        a={**granted(100), "slutrapport.yaml": used},
        b=granted(50),
        c={"beslut/a.yaml": decision(belopp=[{"budgetar": 2028, "belopp": 1}])},
    )
    assert rows(told.sections[2]) == [
        ["2027-001-a a", 100, 0, 90, 10],
        ["2027-001-b b", 50, 0, None, None],
        ["Summa", 150, 0, None, None],
    ]
    assert list(told.lead) == ["Budgeten är inte beslutad.", "Årsredovisningen är inte beslutad."]


def test_contributions_are_set_against_the_law() -> None:
    """Each side with the law's share, what that would be, what it pays, and what has come in."""
    natura = "  - {medlem: fk, belopp: 9, form: natura}\n"
    told = report({"budget.yaml": BUDGET, "bidrag.yaml": BIDRAG + natura})
    assert rows(told.sections[1])[0] == ["Staten", 50, 2000000, 2000000, 50.0, 2000000]
    without = report({"budget.yaml": BUDGET + "avvikande_andelar: Ett\n  avtal\n"})
    assert rows(without.sections[1])[0][-1] is None
    assert without.sections[1].paragraphs[-1] == "Avvikelse: Ett avtal"


def test_capital_from_budget_and_accounts() -> None:
    """What is left stays visible as own capital, planned beside what came of it."""
    told = report(
        {"budget.yaml": BUDGET + "synnerliga_skal: Sparat\n", "arsredovisning.yaml": ACCOUNTS}
    )
    assert rows(told.sections[3]) == [
        ["Ingående", 100000, 100000],
        ["Intäkter", 4000000, 4000000],
        ["Kostnader", 4000000, 3890000],
        ["Utgående", 100000, 210000],
    ]
    assert told.sections[3].paragraphs == ["Synnerliga skäl: Sparat"]
    assert rows(told.sections[0])[-1] == ["Summa", "", 4000000, 3890000]


def test_rows_are_named_by_what_they_are_for() -> None:
    """A budget row shows its duty or its insats by name; one that leads nowhere, as written."""
    budget = """\
budgetar: 2027
rader:
  - {id: B1, uppgift: folja-upp, belopp: 1}
  - {id: B2, insats: 2027-001-a, belopp: 1}
  - {id: B3, insats: 2027-009-x, belopp: 1}
  - {id: B4, belopp: 1}
"""
    told = report({"budget.yaml": budget}, a={})
    assert [row[1] for row in rows(told.sections[0])[:-1]] == [
        "Följa upp och utvärdera insatserna",
        "a",
        "2027-009-x",
        "",
    ]
    assert told.sections[1].is_empty
    assert rows(told.sections[3])[3] == ["Utgående", None, None]


def test_a_year_that_is_not_there() -> None:
    """Without a case for the year every section says so, and how to begin it."""
    told = money_of_year(Portfolio.build((), built_in()), 2031)
    assert told.lead[0].startswith("Året 2031 är inte upplagt: samverkan new")
    assert all(section.is_empty and section.empty for section in told.sections)
    assert told.body["arende"] is None
