"""A process as a picture: every phase, and "du är här" where the case stands."""

import pytest

from samverkan_cli.pictures.steps import process_picture
from samverkan_cli.report import Picture
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook

from .seen import root, said, sound, words


@pytest.fixture(scope="module")
def finsam(rulebook: Rulebook) -> Process:
    """Give the ten steps."""
    return rulebook.process("finsam-10")


def thick(picture: Picture) -> list[dict[str, str]]:
    """Give the boxes with a thick edge."""
    return [each.attrib for each in root(picture).iter() if each.attrib.get("stroke-width") == "3"]


def test_every_process_can_be_drawn(rulebook: Rulebook) -> None:
    """Built in or the förbund's own: the words are every phase's, in order."""
    for process in rulebook.all_processes:
        picture = sound(process_picture(process))
        found = " ".join(words(picture))
        assert all(f"{fas.nr}. " in found for fas in process.faser)
        assert not thick(picture)
        assert "Du är här" not in found
        assert f"har {len(process.faser)} faser" in picture.alt


def test_every_place_in_a_process_can_be_pointed_at(finsam: Process) -> None:
    """One box has a thick edge, the flag points at it, and the words say which it is."""
    for nr, fas in enumerate(finsam.faser, 1):
        picture = sound(process_picture(finsam, fas.id))
        (box,) = thick(picture)
        middle = float(box["y"]) + float(box["height"]) / 2
        flag = next(each for each in said(picture) if each.words == "Du är här")
        assert flag.base == pytest.approx(middle + 4, abs=0.2)
        inside = [
            each.words
            for each in said(picture)
            if float(box["y"]) < each.base < float(box["y"]) + float(box["height"])
        ]
        assert any(each.startswith(f"{fas.nr}. ") for each in inside)
        assert picture.alt == f"Ärendet står i fas {nr} av 10: {fas.namn}."
        assert picture.table
        states = [str(row[-1]) for row in picture.table.rows]
        assert states == ["passerad"] * (nr - 1) + ["du är här"] + ["återstår"] * (10 - nr)


def test_an_end_state_is_pointed_at_and_no_phase_is_said_to_be_passed(finsam: Process) -> None:
    """A refused case never went the whole way, so nothing is claimed of the phases."""
    end = finsam.sluttillstand[-1]
    picture = sound(process_picture(finsam, end.id))
    (box,) = thick(picture)
    named = next(each for each in said(picture) if each.words == end.namn)
    flag = next(each for each in said(picture) if each.words == "Du är här")
    assert float(box["x"]) < named.left < named.right < float(box["x"]) + float(box["width"])
    assert flag.base == named.base
    assert flag.right < float(box["x"]) < flag.right + 20
    assert picture.alt == f"Ärendet står i ”{end.namn}”, efter processens 10 faser."
    assert picture.table
    assert {row[-1] for row in picture.table.rows[:-1]} == {""}
    assert list(picture.table.rows[-1]) == ["–", end.namn, "–", "–", "du är här"]


def test_other_ways_out_are_said_beside_the_phase(finsam: Process) -> None:
    """A refusal leads to an end, and the picture says so."""
    found = " ".join(words(sound(process_picture(finsam))))
    for fas in finsam.faser[:-1]:
        for way in fas.grind.utfall[1:]:
            assert f"{way.namn}:" in found


def test_an_unknown_phase_and_long_names_are_drawn(finsam: Process) -> None:
    """A phase of an older version is named as it is; long names are cut."""
    assert "Ärendet står i ”forsvunnen”" in sound(process_picture(finsam, "forsvunnen")).alt
    long = "Samverkansutvecklingsprocessfas " * 12
    faser = [fas.model_copy(update={"namn": long}) for fas in finsam.faser] * 4
    wide = finsam.model_copy(update={"faser": faser, "sluttillstand": finsam.sluttillstand * 9})
    assert any("faser till" in each for each in words(sound(process_picture(wide))))


def test_no_phases_no_picture(finsam: Process) -> None:
    """A process that is being written has none yet."""
    assert process_picture(finsam.model_copy(update={"faser": []})) is None
