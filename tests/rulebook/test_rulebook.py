"""Looking things up in the rule book: found, or told which ones there are."""

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.rulebook.rulebook import Rulebook


def test_found(rulebook: Rulebook) -> None:
    """A process, an item and a role are found by id."""
    assert rulebook.process("finsam-10").version == 1
    assert rulebook.punkt("F1-7").roll == "part"
    assert rulebook.role_name("styrelse") != "styrelse"
    assert rulebook.role_name("okand") == "okand"
    assert rulebook.requirements("ansokan", "komplett")
    assert rulebook.requirements("ansokan", None) == ()
    assert rulebook.requirements("okand", "komplett") == ()


def test_not_found(rulebook: Rulebook) -> None:
    """A slip of the pen is answered with the nearest; otherwise with all there is."""
    for wanted, hint in (("finsam10", "Menade du finsam-10?"), ("xyz", "Det finns: ")):
        with pytest.raises(SamverkanError, match=f"Processen {wanted} finns inte") as caught:
            rulebook.process(wanted)
        assert caught.value.hint.startswith(hint)
    with pytest.raises(SamverkanError, match="Punkten f1-7 finns inte") as caught:
        rulebook.punkt("f1-7")
    assert caught.value.hint == "Menade du F1-7?"


def test_names_of_states(rulebook: Rulebook) -> None:
    """A phase and an end state have names; an unknown state is its own."""
    process = rulebook.process("finsam-10")
    assert process.name_of("vacks") == "En samverkansidé väcks"
    assert process.name_of("vilande") == "Vilande"
    assert process.name_of("okand") == "okand"
    assert process.is_end("vilande")
    assert not process.is_end("vacks")
    assert process.phase("vilande") is None


def test_built_in_gates(rulebook: Rulebook) -> None:
    """Only the early dialogue is advice, and ten phases are numbered from one to ten."""
    faser = rulebook.process("finsam-10").faser
    assert [fas.nr for fas in faser] == list(range(1, 11))
    assert [fas.id for fas in faser if fas.grind.is_advisory] == ["styrelsedialog"]
