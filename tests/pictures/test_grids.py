"""Filled grids: each cell says in words and by its ring how it stands."""

import pytest

from samverkan_cli.models.uppfoljning import Sjalvvardering
from samverkan_cli.pictures.grids import Box, Filled, grid_picture, self_assessment
from samverkan_cli.report import Picture

from .seen import SVG, root, sound, words

ASSESSED = {
    "deltagare": {"forutsattningar": {"bedomning": "fungerar"}, "process": {"bedomning": "delvis"}},
    "personal": {"resultat": {"bedomning": "brister", "text": "Tid saknas."}},
    "organisation": {"process": {"bedomning": "vet_ej"}, "resultat": {"text": "Bara skäl."}},
}


def rings(picture: Picture) -> list[tuple[str, bool]]:
    """Give the fill of each ring, and whether a part of it is filled."""
    found = [*root(picture)]
    return [
        (each.attrib["fill"], found[place + 1].tag == f"{SVG}path")
        for place, each in enumerate(found)
        if each.tag == f"{SVG}circle"
    ]


def test_the_nine_boxes() -> None:
    """Full, half and empty rings; what is not judged has none, and a dashed edge."""
    picture = sound(self_assessment(Sjalvvardering.model_validate(ASSESSED)))
    assert rings(picture) == [("#14506e", False), ("#ffffff", True), ("#ffffff", False)]
    dashed = [each for each in root(picture).iter() if "stroke-dasharray" in each.attrib]
    assert len(dashed) == 6
    assert picture.table
    assert [list(row) for row in picture.table.rows] == [
        ["Deltagare", "Fungerar", "Delvis", "Ej ifylld"],
        ["Personal", "Ej ifylld", "Ej ifylld", "Brister"],
        ["Organisation", "Ej ifylld", "Vet ej", "Skäl utan bedömning"],
    ]
    said = " ".join(words(picture))
    assert all(str(word) in said for row in picture.table.rows for word in row)
    assert picture.alt == (
        "Självvärderingens 9 rutor: ej ifylld i 4, fungerar i 1, delvis i 1, brister i 1, "
        "vet ej i 1 och skäl utan bedömning i 1."
    )


def test_a_word_of_the_forbunds_own_is_shown_without_a_ring() -> None:
    """Nobody knows how much such a word fills."""
    own = {"deltagare": {"process": {"bedomning": "pa_god_vag"}}}
    picture = sound(self_assessment(Sjalvvardering.model_validate(own)))
    assert "Pa god vag" in words(picture)
    assert rings(picture) == []


@pytest.mark.parametrize("share", [0.25, 0.4, 0.5, 0.75])
def test_a_ring_is_filled_to_its_share(share: float) -> None:
    """The edge of what is filled points where the hand of a clock would."""
    filled = Filled("Rad", ["K"], [("R", [Box(share, "ord")])])
    picture = sound(grid_picture("prov", "Prov", filled, "En ruta som är delvis ifylld."))
    way = next(root(picture).iter(f"{SVG}path")).attrib["d"]
    centre, top, arc = way.removeprefix("M").replace("A", "L").removesuffix("Z").split("L")
    x, y = map(float, centre.split())
    assert float(top.split()[1]) == y - 8
    *_, large, _sweep, end_x, end_y = map(float, arc.split())
    quarter = {0.25: (8, 0), 0.5: (0, 8), 0.75: (-8, 0)}.get(share)
    if quarter:
        assert (end_x - x, end_y - y) == pytest.approx(quarter, abs=0.06)
    assert bool(large) is (share > 0.5)


def test_long_words_and_many_rows_stay_in_their_cells() -> None:
    """Nine columns of long words are cut, never drawn over each other."""
    word = "Informationssäkerhetssamordning"
    rows = [(word * 2, [Box(1.0, word)] * 9) for _ in range(30)]
    picture = sound(grid_picture("prov", "Prov", Filled(word, [word] * 9, rows), word))
    assert picture.table
    assert len(picture.table.rows) == 30


def test_nothing_to_draw_gives_no_picture() -> None:
    """An empty self-assessment is no picture."""
    assert self_assessment(None) is None
    assert self_assessment(Sjalvvardering()) is None
    assert (
        grid_picture("prov", "Prov", Filled("Rad", [], []), "Ingen ruta finns i rutnätet.") is None
    )
