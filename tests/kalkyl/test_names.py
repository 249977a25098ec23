"""Names of sheets are such as every spreadsheet takes."""

from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.kalkyl.names import sheet_names


@given(st.lists(st.text(max_size=40), max_size=8))
def test_names_are_legal_and_told_apart(titles: list[str]) -> None:
    """Every name is short, free of forbidden signs, and differs by more than capitals."""
    names = sheet_names(titles)
    assert len({each.casefold() for each in names}) == len(titles)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
        assert name.casefold() != "history"
