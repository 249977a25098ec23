"""The sums of the measuring, and how they are told."""

from dataclasses import replace
from pathlib import Path

import pytest
from bench.result import Result, Row

from bench import result, table

ROW = Row("prov", "ett", "`check`", "kvot", [2.0, 6.0, 3.0], "git", [1.0, 2.0, 1.0], target=2.5)


def test_ratios_are_taken_pair_by_pair() -> None:
    """A busy moment strikes a pair, not the sum: the figure is the median of the pairs."""
    assert ROW.values == [2.0, 3.0, 3.0]
    assert ROW.value == 3.0
    assert ROW.holds(2.5) is False
    assert ROW.holds(3.0) is True
    assert ROW.holds(None) is None
    assert ROW.short == pytest.approx(1.2)


def test_a_peer_that_had_a_part_is_compared_by_document() -> None:
    """A tenth of the documents in the same time is ten times slower, and more is better."""
    row = replace(ROW, kind="snabbare", units=(100, 10), theirs=[2.0, 6.0, 3.0], target=40.0)

    assert row.values == [10.0, 10.0, 10.0]
    assert row.holds(10.0)
    assert not row.holds(11.0)
    assert row.short == 4.0
    assert table.limit(row, 40.0) == "≥ 40"
    assert table.verdict(row) == "missar målet 4 ggr"


def test_growth_is_counted_for_ten_times_as_much() -> None:
    """Sizes that are not exactly ten apart are judged as if they were."""
    row = replace(ROW, kind="tillvaxt", ours=[8.0], theirs=[1.0], units=(800, 100), target=11.0)

    assert row.value == 10.0
    assert row.holds(11.0)


def test_memory_and_time_stand_alone() -> None:
    """What has nothing to be held against is its own figure."""
    row = replace(ROW, kind="minne", ours=[50.5, 49.0, 52.0], theirs=[], target=51.0, stretch=40.0)

    assert row.value == 50.5
    assert table.measured(row) == "50,5 MiB"
    assert table.verdict(row) == "klarar målet"
    assert table.verdict(replace(row, stretch=51.0)) == "klarar ribban"
    assert table.measured(replace(row, kind="tid", ours=[0.0123])) == "12,3 ms"


def test_a_result_is_kept_and_told_whole(tmp_path: Path) -> None:
    """What is read back is what was measured, and each row stands in the table that it is of."""
    made = {"datum": "2026-11-26", "kärnor": "2", "Python": "3.11.7", "git": "git version 2.39"}
    free = replace(ROW, key="fri", what="`list`", target=None, mib=12.34)
    found = Result(made, [ROW, free])
    result.save(found, tmp_path / "svar.json")

    again = result.load(tmp_path / "svar.json")
    assert again.rows == [ROW, replace(free, mib=12.3)]
    told = table.report(again)
    aimed, _, rest = told.partition("## Utan mål")
    assert "| `check` | git | ≤ 2,5 | – | 3 × | 2–3 | missar målet 1,2 ggr |" in aimed
    assert "| `list` | git | – | – | 3 × | 2–3 | – |" in rest
    assert "`list`" not in table.readme(again)
    assert table.readme(again).endswith(
        "0 av 1 mål klaras. Mätt 2026-11-26: 2 kärnor, Python 3.11.7, git version 2.39, "
        "minst 3 par av varje."
    )


def test_rows_measured_again_replace_the_group_they_are_of() -> None:
    """Measuring one group again leaves the others as they were, and no row twice."""
    old, other, new = ROW, replace(ROW, group="annan"), replace(ROW, what="`check` igen")
    order = ["prov", "annan"]

    assert result.merged([old, other], [new], ["prov"], order) == [new, other]


def test_the_report_is_what_the_last_measuring_found() -> None:
    """Nobody mends a figure by hand: RESULT.md is written from the runs."""
    report = result.DATA.with_name("RESULT.md").read_text(encoding="utf-8")

    assert report == table.report(result.load())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.125, "0,125"),
        (0.2, "0,2"),
        (1.304, "1,3"),
        (12.34, "12,3"),
        (100.0, "100"),
        (1096, "1096"),
    ],
)
def test_figures_have_three_digits(value: float, shown: str) -> None:
    """A figure tells what was measured and no noise, and a limit is shown as it is."""
    assert table.number(value) == shown
