"""Half-years: where a day lies, and which periods keep to one."""

from datetime import date

from samverkan_cli.periods import Half, half_of, within


def test_the_border_is_midsummer() -> None:
    """June is the first half and July the second."""
    assert half_of(date(2027, 6, 30)) == Half(2027, 1)
    assert half_of(date(2027, 7, 1)) == Half(2027, 2)
    assert Half(2027, 2).name == "andra halvåret 2027"
    assert Half(2027, 1).name == "första halvåret 2027"


def test_only_a_period_within_one_half_has_a_half() -> None:
    """A report from September to April is of no half-year, nor one whose period is unknown."""
    assert within(date(2024, 1, 1), date(2024, 4, 30)) == Half(2024, 1)
    assert within(date(2006, 9, 1), date(2007, 4, 30)) is None
    assert within(None, date(2024, 4, 30)) is None
    assert within(date(2024, 1, 1), None) is None
