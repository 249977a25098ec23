"""The time plan: bars and diamonds where their days are."""

from datetime import date

import pytest

from samverkan_cli.models.delar import Aktivitet, Milstolpe
from samverkan_cli.pictures.gantt import time_plan
from samverkan_cli.report import Picture

from .seen import SVG, root, sound, words

START, END = date(2026, 1, 1), date(2026, 12, 31)
LEFT, RIGHT = 205, 632


def activity(row_id: str, start: date | None, slut: date | None, text: str = "Arbeta") -> Aktivitet:
    """Build an activity."""
    days = {key: str(day) for key, day in (("start", start), ("slut", slut)) if day}
    return Aktivitet.model_validate({"id": row_id, "text": text, **days})


def x(day: date, *, after: bool = False) -> float:
    """Say where a day of 2026 lies; `after` gives where it ends."""
    return LEFT + ((day - START).days + after) * (RIGHT - LEFT) / 365


@pytest.fixture(scope="module")
def plan() -> Picture:
    """Draw a year with two activities and two milestones."""
    rows = [
        activity("A1", date(2026, 2, 1), date(2026, 6, 30)),
        activity("A2", date(2026, 7, 1), None, "Vänta"),
        activity("A3", None, None),
    ]
    stones = [
        Milstolpe.model_validate({"id": "M2", "text": "Slut", "datum": "2026-12-31"}),
        Milstolpe.model_validate({"id": "M1", "text": "Halvvägs", "datum": "2026-07-01"}),
    ]
    return sound(time_plan(START, END, rows, stones))


def test_bars_lie_at_their_days(plan: Picture) -> None:
    """A bar begins where its first day begins and ends where its last day ends."""
    found = [
        (float(each.attrib["x"]), float(each.attrib["width"]))
        for each in root(plan).iter(f"{SVG}rect")
        if each.attrib.get("stroke") == "#1b1f24"
    ]
    insats, first, second = found
    assert insats == pytest.approx((LEFT, RIGHT - LEFT), abs=0.2)
    whole = x(date(2026, 6, 30), after=True) - x(date(2026, 2, 1))
    assert first == pytest.approx((x(date(2026, 2, 1)), whole), abs=0.2)
    assert second[0] == pytest.approx(x(date(2026, 7, 1)), abs=0.2)


def test_milestones_are_diamonds_in_order_of_time(plan: Picture) -> None:
    """The corner at the top is straight over the day."""
    tops = [float(each.attrib["d"][1:].split()[0]) for each in root(plan).iter(f"{SVG}path")]
    assert tops == pytest.approx([x(date(2026, 7, 1)), x(END)], abs=1)
    said = words(plan)
    assert said.index("M1 Halvvägs") < said.index("M2 Slut")


def test_days_are_said_also_when_they_are_missing(plan: Picture) -> None:
    """A gap is told in words."""
    said = words(plan)
    assert "1 feb 2026 – 30 jun 2026" in said
    assert "1 jul 2026 – slut saknas" in said
    assert "datum saknas" in said
    assert "1 rad saknar datum." in plan.alt


def test_the_words_say_the_conclusion_and_the_table_has_the_days(plan: Picture) -> None:
    """Who does not see the drawing gets the same."""
    assert plan.alt.startswith(
        "Tidplanen går från 1 januari 2026 till 31 december 2026 med 3 aktiviteter och 2 milst"
    )
    assert "Den sista milstolpen är 31 december 2026: M2 Slut." in plan.alt
    assert plan.table
    assert plan.table.rows[0] == ("Insatsen", "Insats", START, END)
    assert plan.table.rows[1] == ("A1 Arbeta", "Aktivitet", date(2026, 2, 1), date(2026, 6, 30))
    assert len(plan.table.rows) == 6


@pytest.mark.parametrize(
    "days",
    [
        (date(2026, 5, 5), date(2026, 5, 5)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(1, 1, 1), date(9999, 12, 31)),
        (date(2020, 3, 1), date(2031, 2, 28)),
        (date(2027, 5, 1), date(2026, 5, 1)),
        (date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_any_span_of_time_is_drawn(days: tuple[date, date]) -> None:
    """One day, eight thousand years, or an end before its start: never a fault."""
    picture = sound(time_plan(None, None, [activity("A1", *days)], []))
    assert any(str(min(days).year) in each for each in words(picture))


def test_nothing_to_draw_gives_no_picture() -> None:
    """Only the insats's own days are no plan."""
    assert time_plan(START, END, [], []) is None
    assert time_plan(START, END, [activity("A1", None, None)], []) is None


def test_many_rows_and_long_words_stay_on_a_page() -> None:
    """What has no room is counted, and stands in the table."""
    rows = [activity(f"A{nr}", START, END, "Samordningsförbund" * 40) for nr in range(60)]
    picture = sound(time_plan(START, END, rows, []))
    assert picture.table
    assert len(picture.table.rows) == 61
    shown = sum(each.startswith("A") for each in words(picture))
    assert f"… och {60 - shown} rader till, som bara står i tabellen." in words(picture)
