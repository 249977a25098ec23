"""A change laid over a process: rows add and replace, `utan` takes away, versions stand apart."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook

from .own import fas, process, write

END = [{"id": "slut", "namn": "Slut"}, {"id": "vila", "namn": "Vila"}]


def base(**more: Any) -> dict[str, Any]:
    """Make a process of three phases."""
    faser = [fas("ett", 1, "tva", "vila"), fas("tva", 2, "tre"), fas("tre", 3, "slut")]
    return process(*faser, sluttillstand=END) | more


def change(*faser: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Make a change of it."""
    about = {"utokar": "egen", "fran_version": 1, "version": 2}
    return about | ({"faser": list(faser)} if faser else {}) | more


def laid(root: Path, *changes: dict[str, Any]) -> Rulebook:
    """Read the process and the changes, in order of name."""
    write(root, "processer/a.yaml", base())
    for number, each in enumerate(changes):
        write(root, f"processer/b{number}.yaml", each)
    return load(root)


def ways(found: Process) -> dict[str, list[str]]:
    """Tell where each phase leads."""
    return {each.id: [outcome.till for outcome in each.grind.utfall] for each in found.faser}


def new(name: str, after: str, *targets: str) -> dict[str, Any]:
    """Make a row for a new phase."""
    made = fas(name, 9, *targets) | {"efter": after}
    return {key: value for key, value in made.items() if key != "nr"}


def test_insertion(tmp_path: Path) -> None:
    """What led to the next phase leads to the new one; other outcomes lead where they led."""
    book = laid(tmp_path, change(new("ny", "ett", "tva"), new("sist", "tre", "slut")))
    found = book.process("egen")
    assert ways(found) == {
        "ett": ["ny", "vila"],
        "ny": ["tva"],
        "tva": ["tre"],
        "tre": ["sist"],
        "sist": ["slut"],
    }
    assert [each.nr for each in found.faser] == [1, 2, 3, 4, 5]
    assert ways(book.process("egen", 1)) == {
        "ett": ["tva", "vila"],
        "tva": ["tre"],
        "tre": ["slut"],
    }


def test_two_after_the_same(tmp_path: Path) -> None:
    """Of two new phases after the same, the last stands first, as it says."""
    book = laid(tmp_path, change(new("a", "ett", "tva"), new("b", "ett", "a")))
    assert [each.id for each in book.process("egen").faser] == ["ett", "b", "a", "tva", "tre"]
    assert ways(book.process("egen"))["ett"] == ["b", "vila"]


def test_removal_of_a_phase(tmp_path: Path) -> None:
    """What led to a phase that is gone leads where it led itself, closing rules too."""
    write(tmp_path, "processer/a.yaml", base(stangning={"till": ["vila"], "inte_fran": ["tva"]}))
    write(tmp_path, "processer/b.yaml", change(utan={"faser": ["tva"]}))
    found = load(tmp_path).process("egen")
    assert ways(found) == {"ett": ["tre", "vila"], "tre": ["slut"]}
    assert found.stangning
    assert found.stangning.inte_fran == []


def test_values_and_rows(tmp_path: Path) -> None:
    """Values are replaced, rows of lists added, a row with the same name changed where it is."""
    grind = {
        "namn": "Ny",
        "utfall": [{"id": "till0", "namn": "Fort", "beslutsfalt": ["villkor"]}],
        "beslut": {"organ": "styrelse", "kravs": True},
        "underskrifter": [{"dokument": "ansokan", "av": "parter"}],
    }
    first = {"id": "ett", "namn": "Nytt", "grind": grind, "dokument": [{"typ": "ansokan"}]}
    first["checklista"] = ["F1-1"]
    again = {
        "id": "ett",
        "grind": {
            "underskrifter": [{"dokument": "ansokan", "av": "sokande"}],
            "beslut": {"kravs": False, "falt": ["belopp"]},
        },
        "dokument": [{"typ": "ansokan", "krav": "komplett"}, {"typ": "andring"}],
        "checklista": ["F1-1", "F1-2"],
        "nar": None,
    }
    found = laid(tmp_path, change(first), change(again, namn="Bytt")).process("egen")
    ett = found.faser[0]
    assert (found.namn, ett.namn, ett.grind.namn) == ("Bytt", "Nytt", "Ny")
    assert [(each.id, each.namn, each.till) for each in ett.grind.utfall] == [
        ("till0", "Fort", "tva"),
        ("till1", "Vidare", "vila"),
    ]
    assert ett.grind.beslut
    assert (ett.grind.beslut.organ, ett.grind.beslut.kravs) == ("styrelse", False)
    assert [each.av for each in ett.grind.underskrifter] == ["sokande"]
    assert [(each.typ, each.krav) for each in ett.dokument] == [
        ("ansokan", "komplett"),
        ("andring", None),
    ]
    assert ett.checklista == ["F1-1", "F1-2"]


def test_null_takes_away(tmp_path: Path) -> None:
    """A value that is written null is gone; one that cannot be gone is told where it was taken."""
    write(tmp_path, "processer/a.yaml", base(beskrivning="Lång."))
    write(tmp_path, "processer/b.yaml", change(beskrivning=None))
    assert load(tmp_path).process("egen").beskrivning is None
    text = (
        "utokar: egen\nfran_version: 1\nversion: 2\nfaser:\n  - id: ett\n    grind: {organ: null}\n"
    )
    write(tmp_path, "processer/b.yaml", text)
    with pytest.raises(SamverkanError, match="Nyckeln organ saknas"):
        consistency.usable(load(tmp_path), "egen")


def test_removal_of_rows(tmp_path: Path) -> None:
    """Items, documents, roles, signatures, outcomes and end states can be taken away."""
    grind = {"underskrifter": [{"dokument": "ansokan", "av": "parter"}]}
    roles = [{"roll": "kansli", "gor": "Ser till."}]
    wanted = [{"typ": "ansokan"}, {"typ": "andring"}]
    more: dict[str, Any] = {
        "checklista": ["F1-1", "F1-2"],
        "vem_gor_vad": roles,
        "dokument": wanted,
    }
    first = fas("ett", 1, "tva", "vila", grind=grind, **more)
    made = base(faser=[first, fas("tva", 2, "slut", checklista=["F1-1"])], genomgaende=["F1-1"])
    write(tmp_path, "processer/a.yaml", made)
    inside = {
        "punkter": ["F1-2"],
        "dokument": ["andring"],
        "roller": ["kansli"],
        "underskrifter": ["ansokan"],
        "utfall": ["till1"],
    }
    everywhere = {"punkter": ["F1-1"], "dokument": ["ansokan"], "sluttillstand": ["vila"]}
    row = {"id": "ett", "utan": inside}
    write(tmp_path, "processer/b.yaml", change(row, utan=everywhere))
    book = load(tmp_path)
    assert book.diagnostics == ()
    found, ett = book.process("egen"), book.process("egen").faser[0]
    assert (found.genomgaende, found.faser[1].checklista) == ([], [])
    assert [ett.checklista, ett.dokument, ett.vem_gor_vad, ett.grind.underskrifter] == [[]] * 4
    assert [each.id for each in ett.grind.utfall] == ["till0"]
    assert [each.id for each in found.sluttillstand] == ["slut"]


def test_change_of_a_change(tmp_path: Path) -> None:
    """A change may build on one that another file makes, whatever the files are called."""
    second = change({"id": "ett", "checklista": ["F1-2"]}, fran_version=2, version=3)
    first = change({"id": "ett", "checklista": ["F1-1"]})
    book = laid(tmp_path, second, first)
    assert [book.process("egen", each).faser[0].checklista for each in (1, 2, 3)] == [
        [],
        ["F1-1"],
        ["F1-1", "F1-2"],
    ]
    assert book.process("egen").version == 3
    assert book.process("egen", 99).version == 3
    assert book.source_of(book.process("egen", 2)) == "processer/b1.yaml"


def test_copy_under_a_name_of_its_own(tmp_path: Path) -> None:
    """A change with an id of its own leaves the process it began from as it was."""
    book = laid(tmp_path, change({"id": "ett", "namn": "Annat"}, process="annan", version=1))
    assert book.process("annan").faser[0].namn == "Annat"
    assert book.process("egen").faser[0].namn == "Ett"


@pytest.mark.parametrize(
    ("version", "pinned", "stopped"),
    [(2, 1, False), (2, None, True), (2, 2, True), ("x", 1, True), (2, 7, True)],
)
def test_which_cases_a_broken_version_stops(
    tmp_path: Path, version: int | str, pinned: int | None, stopped: bool
) -> None:
    """A fault concerns those who follow that version, and all when its number cannot be read."""
    book = laid(tmp_path, change(version=version, fasar=[]))
    assert book.blocking == []
    if stopped:
        with pytest.raises(SamverkanError, match=r"Processen egen .*processer/b0\.yaml:"):
            consistency.usable(book, "egen", pinned)
    else:
        assert consistency.usable(book, "egen", pinned).version == 1
    assert consistency.usable(book, "finsam-10", 1).version == 1


def test_broken_file_without_a_name_stops_everything(tmp_path: Path) -> None:
    """A file that does not say which process it concerns may concern any."""
    write(tmp_path, "processer/a.yaml", "version: 1\n")
    assert [each.file for each in load(tmp_path).blocking][:1] == ["processer/a.yaml"]
