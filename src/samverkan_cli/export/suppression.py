"""Counts of persons over several half-years, so that a small group cannot be had by subtraction.

One row at a time is masked by `masking`. Here the sum over the rows is taken to be known as well
(a final report or the year's accounts may tell it), in all and for each sex.
"""

from collections.abc import Sequence
from typing import NamedTuple

from samverkan_cli import masking
from samverkan_cli.masking import FEW


class Counts(NamedTuple):
    """Women, men and all; None is a gap, or kept back."""

    kvinnor: int | None
    man: int | None
    totalt: int | None


def series(rows: Sequence[Counts]) -> list[tuple[Counts, bool]]:
    """Give the rows as they may leave, and whether something of each is kept back."""
    whole = [_completed(row) for row in rows]
    totals = [_number(each) for each in masking.groups([row.totalt for row in whole])]
    back = _without_sexes(whole, {at for at, each in enumerate(totals) if each is None})
    made = []
    for at, row in enumerate(whole):
        shown = Counts(None, None, totals[at]) if at in back else row._replace(totalt=totals[at])
        made.append((shown, shown != row))
    return made


def _completed(row: Counts) -> Counts:
    """Fill in the third number that the other two tell: who sees two of them has it anyhow."""
    kvinnor, man, totalt = row
    if totalt is None and kvinnor is not None and man is not None:
        return row._replace(totalt=kvinnor + man)
    if totalt is not None and man is None and kvinnor is not None and kvinnor <= totalt:
        return row._replace(man=totalt - kvinnor)
    if totalt is not None and kvinnor is None and man is not None and man <= totalt:
        return row._replace(kvinnor=totalt - man)
    return row


def _number(shown: masking.Shown) -> int | None:
    return shown if isinstance(shown, int) else None


def _without_sexes(rows: Sequence[Counts], unshown: set[int]) -> set[int]:
    """Choose the rows that are not told by sex: the small ones, and as many others as it takes."""
    told = {at for at, row in enumerate(rows) if row.kvinnor is not None or row.man is not None}
    back = told & (unshown | {at for at in told if _is_small(rows[at])})
    rest = sorted(told - back, key=lambda at: (min(_sexes(rows[at])), at))
    while back and rest and not _is_safe([rows[at] for at in sorted(back)]):
        back.add(rest.pop(0))
    return back


def _sexes(row: Counts) -> tuple[int, int]:
    return row.kvinnor or 0, row.man or 0


def _is_small(row: Counts) -> bool:
    """Tell whether a sex is a small group, or those of no told sex, or the row cannot be whole."""
    if row.kvinnor is None or row.man is None or row.totalt is None:
        return True
    others = row.totalt - row.kvinnor - row.man
    return row.kvinnor < FEW or row.man < FEW or others < 0 or 0 < others < FEW


def _is_safe(rows: Sequence[Counts]) -> bool:
    """Tell whether every kept back number can be more than one, when the sums of them are known."""
    if any(None in row for row in rows):
        return len(rows) > 1
    women = sum(row.kvinnor or 0 for row in rows)
    everyone = sum(row.totalt or 0 for row in rows)
    return all(_width(row.totalt or 0, women, everyone) > 0 for row in rows)


def _width(totalt: int, women: int, everyone: int) -> int:
    """How many values more than one the women of a row may have."""
    return min(totalt, women) - max(0, women - (everyone - totalt))
