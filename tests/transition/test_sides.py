"""Decisions beside the gate: on a change, by whom its size demands, moving nothing."""

from dataclasses import replace

import pytest

from samverkan_cli.case import digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.forbund import Andringsgrans
from samverkan_cli.transition import decisions
from samverkan_cli.transition.decisions import Decision
from tests.support import World, world_in

CHANGE = "datum: 2014-05-01\nvad: Ny lokal\nvarfor: Trångt\nstorlek: mindre\nberedd_av: Styrgrupp\n"
YES = Decision("godkann", "forbundschef", handling="andringar/lokal")


def changed(text: str = CHANGE) -> World:
    """Give a case under way with a change that waits for its decision."""
    made = world_in("genomforande")
    made.put("andringar/lokal.yaml", text)
    return made


def test_a_decided_change_is_bound_and_moves_nothing() -> None:
    """The decision holds what the change said, and the gate does not take it for its own."""
    made = changed()
    assert any("BES105" in each.subject for each in made.report.blocking)
    plan = made.apply(decisions.decide(made.around, made.case, YES))
    _, decision = made.case.beslut[-1]
    assert decision.innehall == digest(made.case.records["andringar/lokal"])
    assert (decision.sidobeslut, decision.utfall) == ("andring", "godkann")
    assert made.case.fas == "genomforande"
    assert not any("BES105" in each.subject for each in made.report.blocking)
    assert plan.says == "Beslutet är antecknat: Ändringen godkänns."


@pytest.mark.parametrize(
    ("text", "given", "says"),
    [
        (CHANGE.replace("mindre", "storre"), YES, "”forbundschef” går inte att använda som organ."),
        (CHANGE.replace("storlek: mindre\n", ""), YES, "säger inte storlek"),
        (CHANGE, replace(YES, utfall="bevilja"), "”bevilja” går inte att använda som utfall."),
        (CHANGE, replace(YES, handling="andringar/annan"), "ingen handling ”andringar/annan”"),
        (CHANGE, replace(YES, handling="insatsplan"), "tas inget beslut om insatsplan"),
        (CHANGE, replace(YES, handling="beslut/x"), "ingen handling ”beslut/x”"),
        ("vad: [\n", YES, "går inte att läsa"),
    ],
)
def test_what_may_not_be_decided_so(text: str, given: Decision, says: str) -> None:
    """A wrong organ, outcome or document is refused with what may be done instead."""
    made = changed(text)
    with pytest.raises((SamverkanError, RefusedError), match=says) as refused:
        decisions.decide(made.around, made.case, given)
    assert refused.value.hint


def test_the_forbund_says_who_decides() -> None:
    """A förbund that lets the board alone decide on small changes is obeyed, without Python."""
    made = changed()
    limit = Andringsgrans.model_validate({"mindre_beslutas_av": ["styrelse"]})
    own = made.around.samverkan.model_copy(update={"andringsgrans": limit})
    around = replace(made.around, samverkan=own)
    with pytest.raises(SamverkanError, match="forbundschef"):
        decisions.decide(around, made.case, YES)
    assert decisions.decide(around, made.case, replace(YES, organ="styrelse")).files


def test_a_grant_notes_what_it_locks() -> None:
    """What follow-up cannot take a change of is written down when the money is granted."""
    made = world_in("styrelsebeslut")
    grant = Decision("bevilja", "styrelse", paragraf="§ 1", belopp=("2013=1",))
    made.apply(decisions.decide(made.around, made.case, grant))
    _, decision = made.case.beslut[-1]
    noted = {each.vag: each.varde for each in decision.laser}
    assert noted["insats.inriktning"] == "struktur"
    assert set(noted) == {"insats.inriktning", "insats.uppfoljningsmetod", "insats.esf.deltar"}
