"""Budget and outcome: bars as long as their amounts, and the same in words."""

import pytest

from samverkan_cli.models.delar import Utfallsrad
from samverkan_cli.pictures.economy import Words, amounts, economy
from samverkan_cli.texts import NBSP, kronor

from .seen import bars, sound, words

FUNDED = Words(("Finansiering", "Använt"), "finansieringen", "Det använda")


def row(year: int, slag: str, budget: int | None, utfall: int | None) -> Utfallsrad:
    """Build a row of accounts."""
    return Utfallsrad.model_validate(
        {"budgetar": year, "slag": slag, "budget": budget, "utfall": utfall}
    )


def test_bars_are_as_long_as_their_amounts() -> None:
    """Budget is hatched, outcome is filled, and each has its figure beside it."""
    rows = [row(2026, "personal", 1_000_000, 900_000), row(2025, "lokal", 250_000, 0)]
    picture = sound(economy(rows))
    found = bars(picture)
    assert [hatched for _, hatched in found] == [True, False, True, False]
    lengths = [long for long, _ in found]
    assert lengths[2] / lengths[0] == pytest.approx(4, rel=0.01)
    assert lengths[3] / lengths[2] == pytest.approx(0.9, rel=0.01)
    assert lengths[1] == 0.5
    said = words(picture)
    figures = [each for each in said if each.endswith("kr")]
    assert figures == [kronor(each) for each in (250_000, 0, 1_000_000, 900_000)]
    assert said[:2] == ["Budget", "Utfall"]
    assert picture.table
    assert list(picture.table.rows) == [
        ("2025", "Lokal", 250_000, 0),
        ("2026", "Personal", 1_000_000, 900_000),
    ]


def test_the_words_say_what_it_came_to() -> None:
    """The share of the budget is said for each year."""
    picture = economy([row(2025, "personal", 2_000_000, 1_850_000)])
    assert picture
    alt = picture.alt.replace(NBSP, " ")
    assert alt == "Utfallet 2025 är 1 850 000 kr, 93 % av budgeten på 2 000 000 kr."


@pytest.mark.parametrize(
    ("budget", "utfall", "says"),
    [
        (100, None, "Utfallet 2026 är inte känt i sin helhet (budgeten på 100 kr)."),
        (None, 100, "Utfallet 2026 är 100 kr; budgeten är inte känd i sin helhet."),
        (0, 100, "Utfallet 2026 är 100 kr, mot budgeten på 0 kr."),
    ],
)
def test_gaps_are_said(budget: int | None, utfall: int | None, says: str) -> None:
    """A gap is no zero, and nothing is a share of zero."""
    picture = sound(economy([row(2026, "resor", budget, utfall)]))
    assert picture.alt.replace(NBSP, " ") == says
    missing = budget is None or utfall is None
    assert ("uppgift saknas" in words(picture)) is missing


def test_many_rows_are_drawn_as_the_sum_of_each_year() -> None:
    """Six years of eight kinds have no room on a page; the years have."""
    kinds = ("personal", "lokal", "material", "utbildning", "resor", "kopt_tjanst", "utvardering")
    picture = sound(
        economy([row(year, kind, 10, 9) for year in range(2020, 2026) for kind in kinds])
    )
    assert picture.table
    assert list(picture.table.rows) == [
        (str(year), "Alla slag", 70, 63) for year in range(2020, 2026)
    ]
    assert len(bars(picture)) == 12


def test_amounts_of_any_name_the_largest_first() -> None:
    """A portfolio of hundreds shows the largest, and says how many others there are."""
    rows = [(f"Insats {nr}", nr * 1000, nr * 900) for nr in range(1, 200)]
    picture = sound(amounts("medel", "Medel", rows, FUNDED))
    assert picture.table
    assert len(picture.table.rows) == 199
    assert picture.table.rows[0] == ("Insats 199", 199_000, 179_100)
    shown = len(bars(picture)) // 2
    assert f"… och {199 - shown} rader till, som bara står i tabellen." in words(picture)
    assert picture.alt.replace(NBSP, " ").startswith("Det använda är 17 910 000 kr, 90 % av finans")


def test_nothing_to_draw_gives_no_picture() -> None:
    """Rows without amounts are no picture."""
    assert economy([]) is None
    assert economy([row(2026, "resor", None, None)]) is None
    assert amounts("medel", "Medel", [("A", None, None)], FUNDED) is None
