"""Participants over time: measures apart, small groups never as numbers."""

from datetime import date

import pytest

from samverkan_cli.masking import FEWER, HIDDEN
from samverkan_cli.models.delar import Antalsrad, Period
from samverkan_cli.pictures.bars import Row
from samverkan_cli.pictures.participants import Counted, by_measure, participants

from .seen import bars, sound, words

FIRST = Period.model_validate({"fran": "2026-01-01", "till": "2026-06-30"})
SECOND = Period.model_validate({"fran": "2026-07-01", "till": "2026-12-31"})
WHOLE = Period.model_validate({"fran": "2026-01-01", "till": "2026-12-31"})


def count(matt: str, totalt: int | None, planerat: int | None = None) -> Antalsrad:
    """Build a count."""
    return Antalsrad(matt=matt, totalt=totalt, planerat=planerat)


def report(period: Period | None, *rows: Antalsrad) -> Counted:
    """Build what a report counts."""
    return Counted(period, date(2027, 1, 15), rows)


def test_each_measure_is_drawn_apart_and_never_added() -> None:
    """New and current participants are the same persons: no sum of them is written anywhere."""
    picture = sound(
        participants(
            [
                report(FIRST, count("nya", 30, 40), count("aktuella", 70)),
                report(SECOND, count("Nya", 20, 10), count("aktuella", 60)),
            ]
        )
    )
    said = words(picture)
    assert [each for each in said if each.isdigit()] == ["40", "30", "10", "20", "70", "60"]
    lengths = bars(picture)
    assert [hatched for _, hatched in lengths] == [True, False, True, False, False, False]
    assert [round(long / lengths[4][0] * 70) for long, _ in lengths] == [40, 30, 10, 20, 70, 60]
    assert picture.alt == (
        "Nya, andra halvåret 2026: 20 av 10 planerade. Aktuella, andra halvåret 2026: 60."
    )
    assert picture.table
    assert [list(row) for row in picture.table.rows] == [
        ["Nya", "Första halvåret 2026", 40, 30],
        ["Nya", "Andra halvåret 2026", 10, 20],
        ["Aktuella", "Första halvåret 2026", None, 70],
        ["Aktuella", "Andra halvåret 2026", None, 60],
    ]


@pytest.mark.parametrize("small", range(5))
def test_a_small_group_looks_the_same_whatever_it_is(small: int) -> None:
    """Neither figure, word nor length of a bar tells 0 from 4."""
    picture = sound(participants([report(FIRST, count("nya", small, 40))]))
    other = participants([report(FIRST, count("nya", 4 - small, 40))])
    assert other
    assert picture == other
    assert FEWER in words(picture)
    assert str(small) not in words(picture)
    assert picture.alt.startswith(f"Nya, första halvåret 2026: {FEWER}")


def test_a_longer_time_does_not_tell_a_hidden_part() -> None:
    """23 in the year and 20 in one half would tell that the other half had 3."""
    picture = sound(
        participants(
            [
                report(FIRST, count("nya", 3)),
                report(SECOND, count("nya", 20)),
                report(WHOLE, count("nya", 23)),
            ]
        )
    )
    assert picture.table
    shown = [row[-1] for row in picture.table.rows]
    assert shown[2] == 23
    assert all(isinstance(each, str) for each in shown[:2])
    assert HIDDEN in shown
    assert not {"3", "20"} & set(words(picture))


def test_a_time_that_is_not_known_is_said() -> None:
    """A report without a period is named by its day; one of neither is said to be so."""
    picture = sound(
        participants([report(None, count("nya", 9)), Counted(None, None, [count("nya", 8)])])
    )
    assert "till 15 januari 2027" in words(picture)
    assert "okänd period" in words(picture)


def test_nothing_to_draw_gives_no_picture() -> None:
    """A report without counts is no picture."""
    assert participants([]) is None
    assert participants([report(FIRST)]) is None
    assert participants([report(FIRST, count("nya", None))]) is None
    assert by_measure("halvar", "Deltagare", {}) is None


def test_many_measures_stay_on_a_page() -> None:
    """What has no room is counted in words; no measure is drawn over another."""
    rows = [Row(f"Halvår {nr}", (nr, None)) for nr in range(12)]
    picture = sound(by_measure("halvar", "Deltagare", {f"Mått {nr}": rows for nr in range(9)}))
    said = words(picture)
    shown = sum(each.startswith("Halvår") for each in said)
    assert said[-1] == f"… och {9 * 12 - shown} rader till, som bara står i tabellen."
    assert not said[-2].startswith("Mått")
    assert picture.alt.endswith("Ytterligare 5 mått.")
