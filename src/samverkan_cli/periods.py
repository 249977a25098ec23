"""Half-years, in which participants are counted."""

from datetime import date
from typing import NamedTuple

_SUMMER = 7
"""The month in which the second half begins."""


class Half(NamedTuple):
    """A half-year: `nr` is 1 (January to June) or 2 (July to December)."""

    year: int
    nr: int

    @property
    def name(self) -> str:
        """Write it as people do."""
        return f"{'första' if self.nr == 1 else 'andra'} halvåret {self.year}"


def half_of(day: date) -> Half:
    """Tell in which half-year a day lies."""
    return Half(day.year, 1 if day.month < _SUMMER else 2)


def within(first: date | None, last: date | None) -> Half | None:
    """Tell which half-year a period lies in; None when it is not known or goes over a border."""
    if first is None or last is None or half_of(first) != half_of(last):
        return None
    return half_of(first)
