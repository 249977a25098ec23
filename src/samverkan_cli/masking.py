"""Small groups are never shown: the arithmetic of hiding counts of persons, without documents.

Guards against whoever adds and subtracts what is printed. `FEWER` says that a count is 0–4;
`HIDDEN` says nothing: it may keep back a larger group, so that a small one cannot be computed.
"""

from collections.abc import Sequence

FEW = 5
"""A group smaller than this is not shown."""

FEWER = f"färre än {FEW}"
HIDDEN = "visas inte"

Shown = int | str | None
"""A count as it may be shown; None is a gap."""


def one(count: int | None) -> Shown:
    """Show a count that stands alone."""
    return FEWER if count is not None and count < FEW else count


def sexes(kvinnor: int | None, man: int | None, totalt: int | None) -> tuple[Shown, Shown, Shown]:
    """Show women, men and both. When one sex is a small group, neither is shown.

    A word for the small one alone would tell the other: 5 in all and one of them hidden as
    larger says 0 and 5.
    """
    if totalt is not None and totalt < FEW:
        return _kept(kvinnor, FEWER), _kept(man, FEWER), FEWER
    if any(count is not None and count < FEW for count in (kvinnor, man)):
        return _kept(kvinnor, HIDDEN), _kept(man, HIDDEN), totalt
    return kvinnor, man, totalt


def _kept(count: int | None, word: str) -> Shown:
    return None if count is None else word


def groups(counts: Sequence[int | None], total: int | None = None) -> list[Shown]:
    """Show groups that add up to a total, which is taken to be known also when it is not given.

    Beside the small groups the smallest of the others are kept back, as many as it takes. When
    that is not enough, nothing tells which of those not shown are small.
    """
    if total is not None and total < FEW:
        return [_kept(count, FEWER) for count in counts]
    known = sorted((count, place) for place, count in enumerate(counts) if count is not None)
    few = [(count, place) for count, place in known if count < FEW]
    unshown = list(few)
    for pair in known[len(few) :]:
        if not few or not _is_computable(unshown, len(few)):
            break
        unshown.append(pair)
    back = {place for _, place in unshown}
    small = set[int]() if few and _is_computable(unshown, len(few)) else {place for _, place in few}
    if len(known) == 1:
        small = back
    return [
        FEWER if place in small else HIDDEN if place in back else count
        for place, count in enumerate(counts)
    ]


def _is_computable(unshown: Sequence[tuple[int, int]], few: int) -> bool:
    """Tell whether only one value fits each small group, when the sum of the unshown is known.

    A small group holds 0–4; one that is kept back holds 5 or more.
    """
    rest, back = sum(count for count, _ in unshown), len(unshown) - few
    most = min(FEW - 1, rest - FEW * back)
    least = 0 if back else max(0, rest - (FEW - 1) * (few - 1))
    return most <= least


PERSONS = frozenset({"personer", "person", "deltagare", "kvinnor", "män", "antal personer"})
"""Units that count persons."""


def measured(value: float | None, unit: str | None) -> float | str | None:
    """Show a measured value; one that counts persons is masked as a count."""
    counts = unit is not None and unit.strip().casefold() in PERSONS
    return FEWER if counts and value is not None and 0 <= value < FEW else value


def share(count: Shown, base: Shown) -> float | str | None:
    """Give a count as a share of a base, in per cent; a masked count has no share but its word."""
    if count is None or isinstance(count, str):
        return count
    return None if isinstance(base, str) or not base else 100 * count / base


def highest(counts: Sequence[Shown]) -> Shown:
    """Add the two highest steps of a scale, highest first; a masked step hides the sum."""
    top = counts[:2]
    if len(counts) < 3 or any(count is None for count in top):  # noqa: PLR2004 - both is no group
        return None
    shown = [count for count in top if isinstance(count, int)]
    return sum(shown) if len(shown) == len(top) else HIDDEN
