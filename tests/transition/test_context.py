"""The surroundings of a plan: days as they are written, cases from the bytes that were read."""

from datetime import date

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition.context import TOOL, read_day
from tests.support import CASE_ID, context, header, raw


def test_day() -> None:
    """Without a date given the clock's day is taken."""
    assert context().day(None) == date(2026, 3, 12)
    assert context().day("2025-01-31") == date(2025, 1, 31)
    assert TOOL.startswith("samverkan ")


@pytest.mark.parametrize(
    "text",
    ["2026-3-1", "20260301", "2026-W10-4", "2026-02-30", "0000-01-01", "i går", "", "٢٠٢٦-٠٣-١٢"],
)
def test_days_that_are_none(text: str) -> None:
    """A day is ÅÅÅÅ-MM-DD and stands in the calendar, or is refused with an example."""
    with pytest.raises(SamverkanError, match="är inget datum") as caught:
        read_day(text)
    assert "--datum 2026-03-12" in caught.value.hint


def test_case_from_bytes() -> None:
    """A case is built from what the transaction read, by paths from the root."""
    files = {f"insatser/{CASE_ID}/insats.yaml": raw(header())}
    assert context().case(CASE_ID, files).namn == "Ett prov"
