"""What was measured: rows of raw runs, and the ratios and verdicts that follow from them."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

TOP = Path(__file__).resolve().parent
DATA = TOP / "result.json"

Kind = Literal["kvot", "snabbare", "tillvaxt", "minne", "tid"]
"""ours over theirs · theirs over ours, a unit · per unit at two sizes, times ten · MiB · alone."""


@dataclass(frozen=True)
class Row:
    """One row: the runs of ours and of what it is held against, seconds of wall clock (or MiB).

    `units` are what a run went through (documents, commits), in ours and in theirs: the peer may
    have had a part. A target is the most that is allowed; the least, where more is better.
    """

    group: str
    key: str
    what: str
    kind: Kind
    ours: list[float]
    against: str = ""
    theirs: list[float] = field(default_factory=list)
    units: tuple[int, int] = (1, 1)
    target: float | None = None
    stretch: float | None = None
    mib: float | None = None
    note: str = ""

    @property
    def values(self) -> list[float]:
        """The figure of each pair."""
        if self.kind in {"minne", "tid"}:
            return self.ours
        pairs = zip(self.ours, self.theirs, strict=False)
        mine, other = self.units
        if self.kind == "kvot":
            return [one / two for one, two in pairs]
        if self.kind == "snabbare":
            return [(two / other) / (one / mine) for one, two in pairs]
        return [10 * (one / mine) / (two / other) for one, two in pairs]

    @property
    def value(self) -> float:
        """The median of the pairs."""
        return statistics.median(self.values)

    def holds(self, limit: float | None) -> bool | None:
        """Tell whether a limit is kept; None when there is none."""
        if limit is None:
            return None
        return self.value >= limit if self.kind == "snabbare" else self.value <= limit

    @property
    def short(self) -> float:
        """How far off the target is: 1.5 means half as much again as it should be."""
        if not self.target:
            return 1.0
        return self.target / self.value if self.kind == "snabbare" else self.value / self.target


@dataclass(frozen=True)
class Result:
    """A whole measuring: when and on what, and its rows in order."""

    made: dict[str, str]
    rows: list[Row]


def load(path: Path = DATA) -> Result:
    """Read the last measuring."""
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = [Row(**{**each, "units": tuple(each["units"])}) for each in data["rows"]]
    return Result(data["made"], rows)


def save(result: Result, path: Path = DATA) -> None:
    """Write a measuring, figures to a tenth of a millisecond."""
    rows = [_rounded(asdict(each)) for each in result.rows]
    text = json.dumps({"made": result.made, "rows": rows}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    for key in ("ours", "theirs"):
        row[key] = [round(each, 4) for each in row[key]]
    row["mib"] = row["mib"] and round(row["mib"], 1)
    return row


def merged(
    old: Sequence[Row], new: Sequence[Row], groups: Sequence[str], order: Sequence[str]
) -> list[Row]:
    """Put the rows of the groups just measured in place of what they were before."""
    kept = [each for each in old if each.group not in groups]
    return sorted([*kept, *new], key=lambda each: order.index(each.group))
