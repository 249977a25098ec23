"""What is kept back cannot be had from what is shown, nor from the sums that others publish."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.export.suppression import Counts, series
from samverkan_cli.masking import FEW

MOST = 9
counts = st.builds(
    lambda women, men: Counts(women, men, women + men), st.integers(0, MOST), st.integers(0, MOST)
)


def _worlds(shown: list[Counts], women: int | None, men: int | None) -> Iterator[list[Counts]]:
    """Give every set of rows that somebody who sees what is shown, and the sums, may believe in."""
    choices = [
        [Counts(k, m, k + m) for k, m in product(range(MOST * 3 + 1), repeat=2) if _fits(row, k, m)]
        for row in shown
    ]
    *first, last = choices
    for rows in product(*first):
        for row in last:
            world = [*rows, row]
            if women is not None and sum(each.kvinnor or 0 for each in world) != women:
                continue
            if men is not None and sum(each.man or 0 for each in world) != men:
                continue
            yield world


def _fits(row: Counts, women: int, men: int) -> bool:
    told = (row.kvinnor, row.man, row.totalt)
    made = (women, men, women + men)
    if row.totalt is None and women + men > MOST * 2:
        return False
    return all(one in {None, other} for one, other in zip(told, made, strict=True))


@given(st.lists(counts, min_size=1, max_size=2))
def test_no_small_group_can_be_computed(rows: list[Counts]) -> None:
    """Whoever knows the sums by sex as well, where those may be known, is left with a choice."""
    shown = [row for row, _ in series(rows)]
    sums = [sum(row[place] or 0 for row in rows) for place in (0, 1)]
    known = all(each >= FEW for each in sums)
    possible = list(_worlds(shown, *(sums if known else (None, None))))
    assert rows in possible
    for at, row in enumerate(rows):
        for place in range(3):
            if (row[place] or 0) < FEW:
                assert shown[at][place] is None
                assert len({world[at][place] for world in possible}) > 1


@given(st.lists(counts, max_size=12))
def test_what_is_kept_back_is_told(rows: list[Counts]) -> None:
    """A row says whether something of it is kept back, and what is shown is what was counted."""
    for row, (shown, kept) in zip(rows, series(rows), strict=True):
        assert kept == (shown != row)
        assert all(one in {None, other} for one, other in zip(shown, row, strict=True))
        assert (shown.kvinnor is None) == (shown.man is None)


def test_the_last_hidden_row_takes_another_with_it() -> None:
    """A half-year that alone was small would follow from the sum over the year."""
    rows = [Counts(30, 20, 50), Counts(12, 11, 23), Counts(2, 1, 3)]
    assert [row.totalt for row, _ in series(rows)] == [50, None, None]
    assert [row.kvinnor for row, _ in series(rows)] == [30, None, None]


def test_large_groups_stay() -> None:
    """Nothing is kept back where nobody is few."""
    rows = [Counts(30, 20, 50), Counts(12, 11, 23)]
    assert series(rows) == [(row, False) for row in rows]


def test_what_two_numbers_tell_counts_as_told() -> None:
    """A sex that is left out follows from the other, and those of neither sex from all three."""
    assert series([Counts(18, None, 20)]) == [(Counts(None, None, 20), True)]
    assert series([Counts(10, 8, 20)]) == [(Counts(None, None, 20), True)]
    assert series([Counts(None, 3, None)]) == [(Counts(None, None, None), True)]
    assert series([Counts(None, None, None)]) == [(Counts(None, None, None), False)]
