"""Budget against outcome, and what was granted against what was used (whole kronor, SEK)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from samverkan_cli.models.delar import Utfallsrad
from samverkan_cli.pictures import bars
from samverkan_cli.pictures.drawing import Sheet
from samverkan_cli.report import Column, Picture, Table
from samverkan_cli.texts import etikett, kronor, procent

_MOST_ROWS = 16
"""With more rows than a page holds in two bars each, only the sum of each year is drawn."""
_TOLD = 4

Amounts = tuple[str, int | None, int | None]
"""A name, what was thought and what it became (SEK)."""


def economy(rows: Sequence[Utfallsrad]) -> Picture | None:
    """Draw budget against outcome by year and kind of cost; None when there is no amount."""
    known = sorted(
        (row for row in rows if row.budget is not None or row.utfall is not None),
        key=lambda row: row.budgetar,
    )
    if not known:
        return None
    years = [(year, list(own)) for year, own in groupby(known, key=lambda row: row.budgetar)]
    sums = [(str(year), _sum([row.budget for row in own]), _sum([row.utfall for row in own]))
            for year, own in years]  # fmt: skip
    by_kind = len(known) <= _MOST_ROWS
    groups = [
        bars.Group(str(year), [bars.Row(_kind(row), (row.budget, row.utfall)) for row in own])
        for year, own in years
    ]
    if not by_kind:
        groups = [bars.Group("", [bars.Row(year, pair) for year, *pair in sums])]
    columns = (Column("År"), Column("Kostnadsslag"), *_columns("Budget", "Utfall"))
    cells = (
        [(str(row.budgetar), _kind(row), row.budget, row.utfall) for row in known]
        if by_kind
        else [(year, "Alla slag", *pair) for year, *pair in sums]
    )
    sheet = Sheet()
    height = bars.draw(sheet, groups, ("Budget", "Utfall"), "kronor")
    alt = " ".join(_outcomes(sums))
    table = Table("Budget och utfall", columns, cells)
    return sheet.picture("ekonomi", height, alt, "Budget och utfall", table)


@dataclass(frozen=True)
class Words:
    """What two series of amounts are called: in the legend, and in a sentence about their sums."""

    series: tuple[str, str]
    plan: str
    outcome: str


def amounts(name: str, caption: str, rows: Sequence[Amounts], words: Words) -> Picture | None:
    """Draw two amounts for each name, the largest first; None when there is no amount."""
    known = [row for row in rows if row[1] is not None or row[2] is not None]
    if not known:
        return None
    ordered: list[Amounts] = sorted(known, key=lambda row: -max(row[1] or 0, row[2] or 0))
    sheet = Sheet()
    group = bars.Group("", [bars.Row(title, pair) for title, *pair in ordered])
    height = bars.draw(sheet, [group], words.series, "kronor")
    table = Table(caption, (Column("Namn"), *_columns(*words.series)), ordered)
    thought, became = _sum([row[1] for row in known]), _sum([row[2] for row in known])
    alt = _compared(words.outcome, became, words.plan, thought)
    return sheet.picture(name, height, alt, caption, table)


def _columns(*titles: str) -> list[Column]:
    return [Column(title, "kronor") for title in titles]


def _kind(row: Utfallsrad) -> str:
    return etikett(row.slag) if row.slag else "Slag är inte angivet"


def _sum(amounts: Sequence[int | None]) -> int | None:
    """Add amounts, unless one is missing."""
    known = [each for each in amounts if each is not None]
    return sum(known) if len(known) == len(amounts) else None


def _outcomes(sums: Sequence[Amounts]) -> Iterator[str]:
    for year, budget, outcome in sums[-_TOLD:]:
        yield _compared(f"Utfallet {year}", outcome, "budgeten", budget)


def _compared(outcome: str, became: int | None, plan: str, thought: int | None) -> str:
    """Say two amounts and how they compare, and which of them is not wholly known."""
    known = f" på {kronor(thought)}" if thought is not None else ""
    if became is None:
        gap = "" if known else ", inte heller " + plan
        return f"{outcome} är inte känt i sin helhet{gap}{f' ({plan}{known})' if known else ''}."
    if not known:
        return f"{outcome} är {kronor(became)}; {plan} är inte känd i sin helhet."
    share = procent(100 * became / thought, 0) if thought else ""
    against = f"{share} av {plan}{known}" if share else f"mot {plan}{known}"
    return f"{outcome} är {kronor(became)}, {against}."
