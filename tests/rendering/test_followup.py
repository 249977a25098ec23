"""The reports under way: grid of nine, surveys, before and after; and nothing when empty."""

from samverkan_cli.rendering.render import render

from .facts import full, minimal
from .test_templates import NBSP, Outline, outline


def test_the_grid_has_headings_both_ways() -> None:
    """Three groups by three questions, and a box that nobody filled in says so."""
    grid = outline("lagesrapport").tables["Självvärdering: tre grupper, tre frågor"]
    assert grid[0] == ["För", "Förutsättningar", "Process", "Resultat"]
    assert [row[0] for row in grid[1:]] == ["Deltagare", "Personal", "Organisation"]
    assert grid[2][1:] == [
        *("BristerEn tjänst är obesatt.", "Veckomötet håller ihop arbetet.", "Ej ifylld"),
    ]
    terms = outline("lagesrapport").terms
    assert (terms["Gjord av"], terms["Steg"]) == ("personal och styrgrupp", "Vi prövar")


def test_shares_are_computed_and_not_knowing_stays_in_the_base() -> None:
    """Each share is of all who answered, those who did not know among them."""
    page = outline("lagesrapport")
    rows = page.tables["Fick du tillräckligt med tid? (antal svar: 41)"]
    assert [row[2] for row in rows[1:]] == [f"{each}{NBSP}%" for each in (49, 24, 12, 15)]
    assert rows[4][3] == "De hade just börjat."
    md = render("lagesrapport", full("lagesrapport"), own=None).md
    assert f"Högsta och näst högsta steget: 30 (73{NBSP}%)." in md
    assert "| Ja, bättre | *Uppgift saknas* | 70" in md


def test_a_small_denominator_hides_the_quotient() -> None:
    """A cost per person over fewer than five would tell how many they are."""
    figures = outline("lagesrapport").tables["Nyckeltal med täljare och nämnare"]
    assert figures[1][2:4] == ["färre än 5", "visas inte"]


def test_before_and_after_tell_their_base() -> None:
    """Numbers of those in and those missing stand beneath the groups."""
    md = render("lagesrapport", full("lagesrapport"), own=None).md
    assert "Antal personer som ingår: 28. Bortfall: färre än 5." in md


def test_conditions_stand_with_their_words() -> None:
    """A condition is shown as the board wrote it, with how it went."""
    rows = outline("lagesrapport").tables["Villkoren för medlen"]
    assert rows[1] == ["3", "Redovisning varje halvår.", "Ja", "Redovisat i tid."]


def test_nothing_stands_for_what_was_not_followed_up() -> None:
    """An empty report has no headings for parts that it does not hold."""
    for typ in ("lagesrapport", "slutrapport"):
        headings = Outline(render(typ, minimal(typ), own=None).html).headings
        assert not {"Självvärdering", "Villkor", "Indikatorer och enkäter"} & set(headings)
