"""The trail: an event that is gone, or that has another number."""

from .row import says
from .rows_people import FIRST, SECOND


def test_removed_event() -> None:
    """An event that is gone leaves a hole in the numbers, the phases and the chain."""
    assert [each.split(" ", 1)[1] for each in says("HIS101", {"handelser/0002.yaml": SECOND})] == [
        "Händelsen har nummer 2 i filen 0002.yaml; väntat 1.",
        "Händelsen går från vacks, men insatsen stod i ingen fas.",
        "Föregående händelse har ändrats sedan denna skrevs.",
    ]


def test_renumbered_event() -> None:
    """An event whose number is not its file's, or used twice, is found."""
    moved = says("HIS101", {"handelser/0001.yaml": FIRST, "handelser/0003.yaml": SECOND})
    assert moved == ["1:1 Händelsen har nummer 2 i filen 0003.yaml; väntat 2."]
    changed = SECOND.replace("nr: 2", "nr: 3")
    found = says("HIS101", {"handelser/0001.yaml": FIRST, "handelser/0002.yaml": changed})
    assert found == ["1:1 Händelsen har nummer 3 i filen 0002.yaml; väntat 2."]
