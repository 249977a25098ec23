"""Answers and signatures: what is written, and what is refused."""

import pytest

from samverkan_cli.case import digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.beslut import Underskrift
from samverkan_cli.models.spar import Svar
from samverkan_cli.transition import entries
from samverkan_cli.transition.entries import Answer, Signing
from tests.support import example_world, world_in


def test_answer() -> None:
    """An answer has the question as it stood, the person git knows, the role and the day."""
    made = world_in("forankras")
    plan = made.apply(entries.answer(made.around, made.case, Answer("F1-1", "ja", "Alla hörda.")))
    svar = made.case.records["svar/F1-1"].model
    assert isinstance(svar, Svar)
    assert svar.fraga == made.around.rulebook.punkt("F1-1").fraga
    assert (svar.namn, svar.roll, str(svar.datum)) == ("Karin Ek", "forbundschef", "2026-03-12")
    assert plan.trailers == {"Insats": made.id, "Punkt": "F1-1", "Svar": "ja"}
    again = Answer("F1-1", "nej", namn="Bo", roll="part", datum="2026-03-13", bevis="ansokan.yaml")
    made.apply(entries.answer(made.around, made.case, again))
    svar = made.case.records["svar/F1-1"].model
    assert isinstance(svar, Svar)
    assert (svar.svar, svar.namn, svar.roll, svar.bevis) == ("nej", "Bo", "part", "ansokan.yaml")


def test_answer_at_every_gate() -> None:
    """An item asked at every gate is answered for the phase that the case stands in."""
    made = world_in("forankras")
    made.apply(entries.answer(made.around, made.case, Answer("F1-7", "ja")))
    assert "svar/F1-7-forankras.yaml" in made.files
    assert made.case.diagnostics == []


@pytest.mark.parametrize(
    ("given", "says", "hint"),
    [
        (Answer("F1-99", "ja"), "Punkten F1-99 finns inte", "Menade du F1-9?"),
        (Answer("F1-1", "jaa"), "”jaa” går inte att använda som svar", "Menade du ja?"),
        (Answer("F1-1", "xyz"), "”xyz” går inte att använda som svar", "Välj: ja, nej"),
        (Answer("F1-1", "ej_aktuellt"), "kräver en motivering", "--motivering"),
        (Answer("F1-1", "ja", datum="i går"), "är inget datum", ""),
        (Answer("F1-1", "ja", "19121212-1212 deltog"), "personnummer", ""),
    ],
)
def test_answer_refused(given: Answer, says: str, hint: str) -> None:
    """A slip of the pen is answered with what was meant."""
    made = world_in("forankras")
    with pytest.raises(SamverkanError, match=says) as caught:
        entries.answer(made.around, made.case, given)
    assert hint in caught.value.hint


def test_closed_case_takes_no_answers() -> None:
    """A closed case takes nothing more until it is opened again."""
    made = example_world("2006")
    with pytest.raises(RefusedError, match="Insatsen är avslutad och tar inte emot mer") as caught:
        entries.answer(made.around, made.case, Answer("F1-1", "ja"))
    assert "samverkan reopen" in caught.value.hint


def test_unreadable_event_stops_everything() -> None:
    """When an event cannot be read nobody knows the phase, and nothing is written on top."""
    made = world_in("ansokan")
    last = max(path for path in made.files if path.startswith("handelser/"))
    made.put(last, "nr: x\n")
    with pytest.raises(RefusedError, match="handelser/0004 går inte att läsa"):
        entries.answer(made.around, made.case, Answer("F1-3", "ja"))


def test_sign() -> None:
    """A signature is bound to what the document says now."""
    made = world_in("ansokan")
    plan = made.apply(
        entries.sign(made.around, made.case, Signing("ansokan.yaml", "fk", "Bo", "Chef"))
    )
    found = made.case.records["underskrifter/ansokan-fk"].model
    assert isinstance(found, Underskrift)
    assert found.innehall == digest(made.case.records["ansokan"])
    assert (found.satt, str(found.datum)) == ("papper", "2026-03-12")
    assert plan.trailers == {"Insats": made.id, "Underskrift": "ansokan", "Part": "fk"}
    made.apply(entries.sign(made.around, made.case, Signing("ansokan", "forbundet", "Ek", "Ordf")))
    assert "underskrifter/ansokan-forbundet.yaml" in made.files


def test_sign_in_a_folder() -> None:
    """A document in a folder can be signed; its signature lies beside the others."""
    made = world_in("genomforande")
    name = next(path[:-5] for path in made.files if path.startswith("lagesrapporter/"))
    made.apply(entries.sign(made.around, made.case, Signing(name, "fk", "Bo", "Chef")))
    assert f"underskrifter/{name.replace('/', '-')}-fk.yaml" in made.files


@pytest.mark.parametrize(
    ("given", "says", "hint"),
    [
        (Signing("ansokn", "fk", "Bo", "Chef"), "ingen handling ”ansokn”", "Menade du ansokan?"),
        (Signing("xyz", "fk", "Bo", "Chef"), "ingen handling ”xyz”", "Handlingar i insatsen: "),
        (Signing("handelser/0001", "fk", "Bo", "Chef"), "ingen handling", ""),
        (Signing("ansokan", "af", "Bo", "Chef"), "”af” går inte att använda som part", ""),
        (
            Signing("ansokan", "fk", "Bo", "Chef", "muntligt"),
            "att använda som sätt",
            "Välj: papper",
        ),
        (Signing("ansokan", "fk", "", "Chef"), "Nyckeln namn saknas|namn är tomt", ""),
    ],
)
def test_sign_refused(given: Signing, says: str, hint: str) -> None:
    """Who signs what, and how, must be known."""
    made = world_in("ansokan")
    with pytest.raises(SamverkanError, match=says) as caught:
        entries.sign(made.around, made.case, given)
    assert hint in caught.value.hint


def test_nobody_signs_what_is_broken() -> None:
    """A document that cannot be read is not signed; nor does a case without header know parts."""
    made = world_in("ansokan")
    made.put("ansokan.yaml", "syfte: 3\n")
    with pytest.raises(RefusedError, match=r"ansokan går inte att läsa: .*ansokan.yaml:1:1 "):
        entries.sign(made.around, made.case, Signing("ansokan", "fk", "Bo", "Chef"))
    made.put("insats.yaml", "x: 1\n")
    with pytest.raises(SamverkanError, match="att använda som part"):
        entries.sign(made.around, made.case, Signing("behovsanalys", "fk", "Bo", "Chef"))
