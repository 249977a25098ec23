"""The trail: an event that is gone, has another number, or goes on from where another did."""

from samverkan_cli.case import file_digest

from .files_people import FIRST, SECOND, event
from .row import says


def test_removed_event() -> None:
    """Events that are gone are named, once each, whatever else the hole leaves."""
    assert [each.split(" ", 1)[1] for each in says("HIS101", {"handelser/0002.yaml": SECOND})] == [
        "Händelse 0001 saknas, men 0002 går vidare därifrån."
    ]
    third = event(3, "utvecklas", fran="forankras", foregaende=file_digest(SECOND.encode()))
    fifth = event(5, "ansokan", fran="utvecklas", foregaende=file_digest(b"?"))
    files = {
        "handelser/0001.yaml": FIRST,
        "handelser/0003.yaml": third,
        "handelser/0005.yaml": fifth,
    }
    assert [each.split(" ", 1)[1] for each in says("HIS101", files)] == [
        "Händelse 0002 saknas, men 0003 går vidare därifrån.",
        "Händelse 0004 saknas, men 0005 går vidare därifrån.",
    ]
    two = {"handelser/0001.yaml": FIRST, "handelser/0005.yaml": fifth}
    assert says("HIS101", two) == [
        "1:1 Händelserna 0002–0004 saknas, men 0005 går vidare därifrån."
    ]


def test_renumbered_event() -> None:
    """An event whose number is not its file's, or used twice, is found."""
    moved = says("HIS101", {"handelser/0001.yaml": FIRST, "handelser/0003.yaml": SECOND})
    assert moved == ["1:1 Händelsen har nummer 2 i filen 0003.yaml; väntat 2."]
    changed = SECOND.replace("nr: 2", "nr: 3")
    found = says("HIS101", {"handelser/0001.yaml": FIRST, "handelser/0002.yaml": changed})
    assert found == ["1:1 Händelsen har nummer 3 i filen 0002.yaml; väntat 2."]


def test_forked_events() -> None:
    """Two moves from the same place, both kept, are told once, with who made each."""
    other = SECOND.replace("nr: 2", "nr: 3").replace("Karin Ek", "Bo Ek")
    files = {
        "handelser/0001.yaml": FIRST,
        "handelser/0002.yaml": SECOND,
        "handelser/0003.yaml": other,
    }
    (found,) = says("HIS101", files)
    assert "Händelserna 0002 och 0003 går båda vidare från samma ställe" in found
    assert "har flyttat insatsen var för sig" in found


def test_other_predecessor() -> None:
    """An event that goes on from another than the one that is there says so."""
    alien = event(2, "forankras", fran="vacks", foregaende=file_digest(b"another"))
    assert says("HIS101", {"handelser/0001.yaml": FIRST, "handelser/0002.yaml": alien}) == [
        "5:1 Föregående händelse har ändrats sedan denna skrevs."
    ]
    first = FIRST.replace("nr: 1\n", f"nr: 1\nforegaende: sha256:{'0' * 64}\n")
    assert says("HIS101", {"handelser/0001.yaml": first}) == ["2:1 Händelsen före denna saknas."]
