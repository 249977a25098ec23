"""The moves of a case: forwards, back, closed, opened again; each one whole event."""

import itertools
from dataclasses import replace

import pytest

from samverkan_cli.case import file_digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.spar import Handelse
from samverkan_cli.rules.run import all_rules, verdicts
from samverkan_cli.transition import decisions, moves
from samverkan_cli.transition.decisions import Decision
from samverkan_cli.transition.plan import GateClosedError
from samverkan_cli.verdict import Outcome
from tests.support import World, example_world, world_in

GRANT = Decision("bevilja", "styrelse", paragraf="§ 1", belopp=("2013=500000",))
BACK = Decision(
    "komplettera", "styrelse", paragraf="§ 2", motivering="Målen.", villkor=("Visa mål", "Mer")
)
REFUSE = Decision("avsla", "styrelse", paragraf="§ 3", motivering="Utanför målen.")


def last(made: World) -> Handelse:
    """Give the last event of a case."""
    event = made.case.last_event
    assert event is not None
    return event


def ready(phase: str) -> World:
    """Give a case with everything answered and signed in a phase."""
    made = world_in(phase)
    made.answer_all()
    made.sign_all()
    return made


def before_the_board() -> World:
    """Give a case that was signed, handed in and prepared."""
    made = ready("ansokan")
    made.apply(moves.advance(made.around, made.case))
    made.put("tjansteskrivelse.yaml", world_in("styrelsebeslut").files["tjansteskrivelse.yaml"])
    made.answer_all()
    return made


def decide(made: World, given: Decision) -> None:
    """Let the board decide."""
    made.apply(decisions.decide(made.around, made.case, given))


def test_advance() -> None:
    """A step forward writes the event, the next documents and the printed texts, and no more."""
    made = ready("forankras")
    plan = made.apply(moves.advance(made.around, made.case))
    inside = sorted(path.removeprefix(f"insatser/{made.id}/") for path in plan.files)
    assert inside == [
        "behovsanalys.yaml",
        "handelser/0003.yaml",
        "utskrifter/forankring-fk.html",
        "utskrifter/forankring-fk.md",
        "utskrifter/forankring-region.html",
        "utskrifter/forankring-region.md",
        "utskrifter/idebeskrivning.html",
        "utskrifter/idebeskrivning.md",
    ]
    event = last(made)
    assert (event.slag, event.fran, event.till) == ("framat", "forankras", "utvecklas")
    assert (event.grind, event.utfall) == ("g2", "vidare")
    assert event.skapade == [each for each in inside if not each.startswith("handelser")]
    assert plan.subject == f"{made.id}: forankras → utvecklas (g2: vidare)"
    assert plan.says == "Insatsen står nu i fas 3: Idén utvecklas."
    assert plan.trailers == {
        "Insats": made.id,
        "Process": "finsam-10/1",
        "Fas-fran": "forankras",
        "Fas-till": "utvecklas",
        "Grind": "g2",
        "Utfall": "vidare",
    }


def test_event_records_what_was_judged() -> None:
    """An event has the person, the tool, the rule book, the one before it and every document."""
    made = ready("forankras")
    before = dict(made.files)
    made.apply(moves.advance(made.around, made.case))
    event = last(made)
    assert (event.person.namn, event.person.epost) == ("Karin Ek", "karin.ek@example.se")
    assert event.tid == "2026-03-12T09:00:00+01:00"
    assert event.regelbok_innehall == made.around.rulebook.digest
    assert event.foregaende == file_digest(before["handelser/0002.yaml"])
    assert {each.fil: each.sha256 for each in event.dokument} == {
        path: file_digest(content)
        for path, content in before.items()
        if not path.startswith("handelser/")
    }


def test_event_names_its_approvals() -> None:
    """The event of a gate names the signatures and the decision that it relied on."""
    made = ready("ansokan")
    made.apply(moves.advance(made.around, made.case))
    assert last(made).underskrifter == [
        "underskrifter/ansokan-fk",
        "underskrifter/ansokan-region",
    ]
    made.put("tjansteskrivelse.yaml", world_in("styrelsebeslut").files["tjansteskrivelse.yaml"])
    made.answer_all()
    decide(made, GRANT)
    made.apply(moves.advance(made.around, made.case))
    assert (last(made).till, last(made).beslut) == ("uppstart", ["beslut/2026-03-12-styrelse"])
    assert "utskrifter/ansokan.html" in made.files
    assert "utskrifter/beslut-2026-03-12-styrelse.md" in made.files


def test_closed_gate_is_refused_with_its_report() -> None:
    """A closed gate writes nothing and carries the report of what remains."""
    made = example_world("2026")
    with pytest.raises(GateClosedError, match="är stängd: 7 punkter återstår") as caught:
        moves.advance(made.around, made.case)
    assert len(caught.value.report.blocking) == 7
    assert caught.value.exit_code == 1
    one = example_world("2023")
    with pytest.raises(GateClosedError, match="är stängd: en punkt återstår"):
        moves.advance(one.around, one.case)


def test_advance_on_a_day_that_is_none() -> None:
    """A day that does not exist is refused whether the gate is open or not."""
    for made in (example_world("2026"), ready("vacks")):
        with pytest.raises(SamverkanError, match="är inget datum"):
            moves.advance(made.around, made.case, "2026-02-30")


def test_sent_back_and_answered() -> None:
    """An application that is sent back comes up again when every numbered condition is answered."""
    made = before_the_board()
    decide(made, BACK)
    made.apply(moves.advance(made.around, made.case))
    assert (last(made).till, last(made).motivering) == ("ansokan", "Målen.")
    assert {each.subject for each in made.report.blocking} == {"BES102"}
    text = made.files["ansokan.yaml"].decode()
    made.put("ansokan.yaml", f"{text}\nsvar_pa_villkor:\n  - {{villkor: 1, svar: Visat}}\n")
    remaining = {each.subject: each for each in made.report.blocking}
    assert [each.message for each in remaining["BES102"].diagnostics] == [
        "Villkor 2 är inte besvarat: Mer."
    ]
    made.edit("ansokan.yaml", "svar: Visat}\n", "svar: Visat}\n  - {villkor: 2, svar: Gjort}\n")
    made.sign_all()
    made.answer_all()
    made.apply(moves.advance(made.around, made.case))
    decide(made, replace(BACK, datum="2026-03-20"))
    assert [each.nr for _, taken in made.case.beslut for each in taken.villkor] == [1, 2, 3, 4]


def test_refusal_closes() -> None:
    """A refused application is closed, with the reasons in the event."""
    made = before_the_board()
    decide(made, REFUSE)
    plan = made.apply(moves.advance(made.around, made.case))
    assert (last(made).till, last(made).motivering) == ("avslutad", "Utanför målen.")
    assert plan.says == "Insatsen är nu avslutad."
    assert plan.body.endswith("→ Avslutad\n\nUtanför målen.")


def test_waived_items_stand_in_the_event() -> None:
    """What was passed by is seen for ever."""
    made = ready("forankras")
    made.files.pop("svar/F1-1.yaml")
    decide(made, Decision("undantag", "forbundschef", undantag=("F1-1: Sommar.",)))
    made.apply(moves.advance(made.around, made.case))
    assert last(made).undantag == ["F1-1"]


def test_back() -> None:
    """A case goes back to an earlier phase that it has stood in, with a reason."""
    made = world_in("ansokan")
    plan = made.apply(moves.back(made.around, made.case, "forankras", "En part till."))
    event = last(made)
    assert (event.slag, event.fran, event.till) == ("tillbaka", "ansokan", "forankras")
    assert event.motivering == "En part till."
    assert plan.subject.endswith("(tillbaka)")


@pytest.mark.parametrize(
    ("to", "reason", "says", "hint"),
    [
        ("styrelsedialog", "x", "”styrelsedialog”", "Möjliga faser: vacks, forankras, utvecklas."),
        ("ansokan", "x", "går inte att skicka tillbaka", ""),
        ("genomforande", "x", "går inte att skicka tillbaka", ""),
        ("avslutad", "x", "går inte att skicka tillbaka", ""),
        ("forankras", "  ", "Motiveringen är tom", "--motivering"),
    ],
)
def test_back_refused(to: str, reason: str, says: str, hint: str) -> None:
    """A case does not go back to where it has not been, nor without a reason."""
    made = world_in("ansokan")
    with pytest.raises(SamverkanError, match=says) as caught:
        moves.back(made.around, made.case, to, reason)
    assert hint in caught.value.hint


def test_back_from_the_first_phase() -> None:
    """There is nothing before the first phase."""
    made = world_in("vacks")
    with pytest.raises(RefusedError) as caught:
        moves.back(made.around, made.case, "vacks", "x")
    assert caught.value.hint == "Insatsen står i sin första fas."


def test_close_and_reopen() -> None:
    """A resting case is opened again in the phase that it was closed in."""
    made = world_in("ansokan")
    plan = made.apply(moves.close(made.around, made.case, "Väntar.", "vilande"))
    assert (last(made).slag, last(made).till, made.case.fas) == ("stang", "vilande", "vilande")
    assert plan.says == "Insatsen är nu vilande."
    made.apply(moves.reopen(made.around, made.case, "Nu."))
    assert (last(made).slag, made.case.fas) == ("ateroppna", "ansokan")
    made.apply(moves.close(made.around, made.case, "Slut."))
    assert made.case.fas == "avslutad"
    made.apply(moves.reopen(made.around, made.case, "Nej."))
    assert made.case.fas == "ansokan"


@pytest.mark.parametrize("phase", ["genomforande", "redovisning"])
def test_granted_insats_is_never_just_closed(phase: str) -> None:
    """An insats that was granted means ends with a report, and the refusal says so."""
    made = world_in(phase)
    with pytest.raises(RefusedError, match="avslutas alltid med en skriftlig slutrapport"):
        moves.close(made.around, made.case, "Nog.")


def test_close_refused() -> None:
    """A case is closed to an end that the process knows, with a reason, and only once."""
    made = world_in("ansokan")
    with pytest.raises(SamverkanError, match="”borta” är inget sluttillstånd"):
        moves.close(made.around, made.case, "x", "borta")
    with pytest.raises(SamverkanError, match="Motiveringen är tom"):
        moves.close(made.around, made.case, "")
    closed = example_world("2006")
    with pytest.raises(RefusedError, match="tar inte emot mer"):
        moves.close(closed.around, closed.case, "x")


def test_reopen_refused() -> None:
    """Only a closed case is opened, and only into a phase that it came from."""
    made = world_in("ansokan")
    with pytest.raises(RefusedError, match="Insatsen är inte stängd; den står i fasen En medels"):
        moves.reopen(made.around, made.case, "x")
    made.files = {path: raw for path, raw in made.files.items() if "handelser" not in path}
    made.step("skapa", "avslutad", None)
    with pytest.raises(RefusedError, match="ingen fas att återgå till"):
        moves.reopen(made.around, made.case, "x")
    made.put("handelser/0001.yaml", "nr: x\n")
    with pytest.raises(RefusedError, match="går inte att läsa"):
        moves.reopen(made.around, made.case, "x")


def test_chain_of_events() -> None:
    """Every event carries the digest of the one before it, through every kind of move."""
    made = before_the_board()
    decide(made, BACK)
    made.apply(moves.advance(made.around, made.case))
    made.apply(moves.back(made.around, made.case, "utvecklas", "Om igen."))
    made.apply(moves.close(made.around, made.case, "Vilar.", "vilande"))
    made.apply(moves.reopen(made.around, made.case, "Nu."))
    rule = {"HIS101": all_rules(made.around.rulebook)["HIS101"]}
    chain = next(iter(verdicts(made.case, rule, made.around.samverkan)))
    assert chain.outcome is Outcome.MET
    records = made.case.handelser
    for (before, _), (_, event) in itertools.pairwise(records):
        assert event.foregaende == file_digest(before.raw)
