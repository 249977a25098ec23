"""The year's money: the last grant and the last report rule, and others' shares stand apart."""

import pytest

from samverkan_cli import money
from tests.support import File, case_of, decision


def _beslut(*amounts: tuple[int, int], **more: object) -> dict[str, object]:
    rows = [{"budgetar": year, "belopp": amount} for year, amount in amounts]
    return decision(belopp=rows, **more)


def test_the_last_grant_rules_as_a_whole() -> None:
    """A later grant replaces an earlier one; a decision without amounts takes nothing away."""
    case = case_of(
        {
            "beslut/a.yaml": _beslut((2026, 100), (2027, 200)),
            "beslut/b.yaml": _beslut((2027, 250), (2027, 50), handelse=9),
            "beslut/c.yaml": decision(utfall="komplettera", motivering="Mer", handelse=12),
        }
    )
    assert money.granted(case) == {2027: 300}
    found = money.grant(case)
    assert found is not None
    assert found[0].name == "beslut/b"


def test_nothing_decided_or_reported_is_nothing() -> None:
    """An insats without decision, application or report has no years at all."""
    case = case_of({"beslut/a.yaml": decision()})
    assert (money.granted(case), money.used(case), money.others(case)) == ({}, {}, {})
    assert money.grant(case) is None


REPORTS: dict[str, File] = {
    "lagesrapporter/z-forsta.yaml": "period: {till: 2027-06-30}\n"
    "ekonomi: [{budgetar: 2027, slag: personal, utfall: 40}]\n",
    "lagesrapporter/a-andra.yaml": "period: {till: 2027-12-31}\n"
    "ekonomi:\n  - {budgetar: 2027, slag: personal, utfall: 80}\n"
    "  - {budgetar: 2027, slag: lokal, utfall: 5}\n  - {budgetar: 2028, budget: 90}\n",
}


@pytest.mark.parametrize(
    ("more", "used"),
    [
        ({}, {2027: 85}),
        ({"slutrapport.yaml": "ekonomi: [{budgetar: 2027, utfall: 88}]\n"}, {2027: 88}),
        ({"slutrapport.yaml": "ekonomi: [{budgetar: 2028, utfall: 7}]\n"}, {2027: 85, 2028: 7}),
        ({"slutrapport.yaml": "okand: 1\n", "lagesrapporter/x.yaml": "okand: 1\n"}, {2027: 85}),
    ],
)
def test_the_last_report_of_a_year_rules(more: dict[str, File], used: dict[int, int]) -> None:
    """Reports tell the year so far: they are not added, and what cannot be read says nothing."""
    assert money.used(case_of(REPORTS | more)) == used


def test_what_others_pay_stands_apart() -> None:
    """Own contributions and ESF are the others' money, never the förbund's."""
    rows = "finansiering:\n  - {budgetar: 2027, slag: forbund, belopp: 60}\n"
    rows += "  - {budgetar: 2027, slag: egen, belopp: 30}\n"
    rows += "  - {budgetar: 2027, slag: esf, belopp: 10}\n"
    assert money.others(case_of({"ansokan.yaml": rows})) == {2027: 40}
    assert money.others(case_of({"ansokan.yaml": "okand: 1\n"})) == {}
