"""Small groups stay hidden from whoever adds and subtracts."""

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli import masking
from samverkan_cli.masking import FEW, FEWER, HIDDEN, Shown

counts = st.lists(st.integers(0, 14), min_size=2, max_size=4)
count = st.integers(0, 30)


def possible(shown: Sequence[Shown], total: int) -> Iterator[tuple[int, ...]]:
    """Give every set of groups that fits what is printed beside the total."""
    least = FEW if FEWER in shown else 0
    ranges = [
        range(each, each + 1)
        if isinstance(each, int)
        else range(FEW)
        if each == FEWER
        else range(least, total + 1)
        for each in shown
    ]
    return (row for row in product(*ranges) if sum(row) == total)


@given(counts)
def test_no_small_group_can_be_computed(groups: list[int]) -> None:
    """From the groups that are shown and their total at least two values fit each small group."""
    total = sum(groups)
    for given_total in (total, None):
        shown = masking.groups(groups, given_total)
        small = [place for place, each in enumerate(groups) if each < FEW]
        assert all(isinstance(shown[place], str) for place in small)
        if total < FEW:
            continue  # the total is a small group itself and is not printed
        fits = list(possible(shown, total))
        for place in small:
            assert len({row[place] for row in fits}) > 1, (groups, shown)


@given(kvinnor=count, man=count)
def test_no_sex_can_be_computed(kvinnor: int, man: int) -> None:
    """With the total known, a hidden number of women or men still has more than one value."""
    shown = masking.sexes(kvinnor, man, kvinnor + man)
    if min(kvinnor, man) >= FEW:
        assert shown == (kvinnor, man, kvinnor + man)
        return
    assert isinstance(shown[0], str)
    assert shown[0] == shown[1]
    whole = [shown[2]] if isinstance(shown[2], int) else range(FEW)
    fits = [(one, total - one) for total in whole for one in range(total + 1)]
    fits = [each for each in fits if min(each) < FEW]
    assert len({one for one, _ in fits}) > 1
    assert len({other for _, other in fits}) > 1


@given(counts)
def test_large_groups_are_shown_as_they_are(groups: list[int]) -> None:
    """Nothing is kept back when no group is small."""
    large = [each + FEW for each in groups]
    assert masking.groups(large, sum(large)) == large


@pytest.mark.parametrize(
    ("groups", "total", "shown"),
    [
        ([2, 8, 42], 52, [FEWER, HIDDEN, 42]),
        ([0, 4, 5, None], 9, [FEWER, FEWER, 5, None]),
        ([0, 0, 22, 8, 11], 41, [FEWER, FEWER, 22, HIDDEN, 11]),
        ([0, 5, 5], 10, [HIDDEN, HIDDEN, HIDDEN]),
        ([4, 4], 8, [HIDDEN, HIDDEN]),
        ([1, 2], 3, [FEWER, FEWER]),
        ([3], None, [FEWER]),
        ([], 0, []),
    ],
)
def test_which_groups_are_kept_back(
    groups: list[int | None], total: int | None, shown: list[Shown]
) -> None:
    """The smallest of the large go first; when that is not enough, no word tells small from large.

    Two noughts beside groups that make up the total could otherwise be computed.
    """
    assert masking.groups(groups, total) == shown


def test_a_gap_stays_a_gap() -> None:
    """A number that nobody has written is not a small group."""
    assert masking.one(None) is None
    assert masking.sexes(3, None, 30) == (HIDDEN, None, 30)
    assert masking.sexes(None, None, 3) == (None, None, FEWER)
    assert masking.sexes(21, None, 38) == (21, None, 38)


def test_only_values_that_count_persons_are_masked() -> None:
    """Three per cent is not three persons."""
    assert masking.measured(3, "deltagare") == FEWER
    assert masking.measured(3, "procent") == 3
    assert masking.measured(3, None) == 3
    assert masking.measured(7, "personer") == 7
    assert masking.measured(None, "personer") is None


def test_shares_and_the_top_of_a_scale() -> None:
    """A masked count has no share, and hides the sum that it is part of."""
    assert masking.share(10, 40) == 25
    assert masking.share(FEWER, 40) == FEWER
    assert masking.share(10, FEWER) is None
    assert masking.share(10, 0) is None
    assert masking.share(None, 10) is None
    assert masking.highest([20, 10, 5]) == 30
    assert masking.highest([20, FEWER, 5]) == HIDDEN
    assert masking.highest([20, 10]) is None
    assert masking.highest([20, None, 5]) is None
