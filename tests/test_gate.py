"""The gate report: one object that says whether a case may go on, and what remains."""

from dataclasses import replace

import pytest

from samverkan_cli import gate
from samverkan_cli.errors import SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.rulebook.katalog import asked_in
from samverkan_cli.transition import decisions
from samverkan_cli.transition.decisions import Decision
from samverkan_cli.verdict import Kind, Outcome, Verdict, Weight
from tests.support import (
    SAMVERKAN,
    World,
    built_in,
    case_of,
    example_world,
    header,
    world_in,
)

PHASES = [fas.id for fas in built_in().process("finsam-10").faser]


def ready(phase: str) -> World:
    """Give a case whose every answer and signature is in place in a phase."""
    made = world_in(phase)
    made.answer_all()
    made.sign_all()
    return made


def decide(made: World, utfall: str, **more: object) -> None:
    """Let the board decide."""
    given = replace(Decision(utfall, "styrelse", paragraf="§ 1"), **more)  # type: ignore[arg-type]
    made.apply(decisions.decide(made.around, made.case, given))


@pytest.mark.parametrize(
    ("prefix", "phase", "open_now", "left"),
    [
        ("2006", "avslutad", False, 0),
        ("2012", "implementering", False, 4),
        ("2020", "ansokan", False, 5),
        ("2023", "genomforande", False, 1),
        ("2026", "ansokan", False, 7),
    ],
)
def test_examples(prefix: str, phase: str, open_now: bool, left: int) -> None:
    """Every example stands where its story has come, with so much left to do."""
    report = example_world(prefix).report
    assert report.state == phase
    assert report.is_open is open_now
    assert len(report.blocking) == left
    for verdict in report.remaining:
        assert verdict.is_open
        assert verdict.command or verdict.diagnostics
    weights = [verdict.stops for verdict in report.remaining]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("phase", PHASES)
def test_complete_phase_is_open(phase: str) -> None:
    """A phase with documents, answers, signatures and decision in place lets the case on."""
    made = ready(phase)
    wanted = made.fas.grind.beslut
    if wanted and wanted.kravs:
        assert [each.kind for each in made.report.blocking] == [Kind.DECISION]
        first = made.fas.grind.utfall[0]
        amount = ("2013=500000",) if "belopp" in first.beslutsfalt else ()
        decide(made, first.id, belopp=amount)
    report = made.report
    assert report.is_open
    assert report.remaining == []
    assert report.outcome == made.fas.grind.utfall[0]


@pytest.mark.parametrize("phase", [each for each in PHASES if each != "styrelsedialog"])
def test_every_answer_that_is_krav_is_needed(phase: str) -> None:
    """Taking away one answer shuts the gate when the item is a krav, and only then."""
    made = ready(phase)
    for path in [path for path in made.files if path.startswith("svar/")]:
        kept = made.files.pop(path)
        item = path.removeprefix("svar/").removesuffix(".yaml").removesuffix(f"-{phase}")
        stops = any(verdict.subject == item for verdict in made.report.blocking)
        assert stops is (asked_in(built_in().punkt(item), made.fas).vikt == "krav")
        made.files[path] = kept


def test_end_has_no_gate() -> None:
    """A closed case has no gate, nothing left, and nothing that opens."""
    report = example_world("2006").report
    assert (report.fas, report.verdicts, report.outcome, report.target) == (None, (), None, None)
    assert (report.is_open, report.blocking, report.waived) == (False, [], [])


def test_skipped_phase() -> None:
    """The early dialogue is passed by unless the idea is extensive."""
    made = ready("utvecklas")
    assert made.report.target == "ansokan"
    made.edit("insats.yaml", "omfattande: false", "omfattande: true")
    assert made.report.target == "styrelsedialog"


def test_advisory_gate_shows_but_does_not_stop() -> None:
    """An advisory gate is open with its points unanswered; a decision that awaits more stops it."""
    made = world_in("styrelsedialog")
    report = made.report
    assert (report.is_open, report.target) == (True, "ansokan")
    assert {each.subject for each in report.remaining} == {"F1-2", "F1-7"}
    decide(made, "arbeta_om")
    assert (made.report.is_open, made.report.target) == (True, "utvecklas")
    made.put("behovsanalys.yaml", "metod: 19121212-1212\n")
    assert not made.report.is_open
    assert {each.subject for each in made.report.blocking} == {"PER101"}


def test_sending_back_needs_the_decision_alone() -> None:
    """Who sends an application back needs no complete documents; who grants it does."""
    made = world_in("styrelsebeslut")
    made.files.pop("tjansteskrivelse.yaml")
    decide(made, "komplettera", motivering="Målen saknas.", villkor=("Visa målen",))
    report = made.report
    assert report.is_open
    assert (report.target, len(report.remaining) > 1) == ("ansokan", True)
    other = world_in("styrelsebeslut")
    other.files.pop("tjansteskrivelse.yaml")
    decide(other, "bevilja", belopp=("2013=500000",))
    assert not other.report.is_open


def test_sending_back_on_changed_words() -> None:
    """A decision to send back that concerns another wording does not open the gate."""
    made = world_in("styrelsebeslut")
    decide(made, "komplettera", motivering="Målen saknas.", villkor=("Visa målen",))
    made.edit("ansokan.yaml", "syfte:", "avslut: Nytt.\nsyfte:")
    assert [each.kind for each in made.report.blocking] == [Kind.DECISION]


def test_decision_of_an_earlier_visit() -> None:
    """A case that comes back to the board needs a new decision."""
    made = ready("styrelsebeslut")
    decide(made, "bevilja", belopp=("2013=500000",))
    assert made.report.is_open
    made.step("tillbaka", "ansokan", "styrelsebeslut")
    made.step("framat", "styrelsebeslut", "ansokan", "lamnas_in")
    assert [each.kind for each in made.report.blocking] == [Kind.DECISION]


def test_stale_signature_shuts_the_gate() -> None:
    """A word changed in what was signed takes every signature on it away."""
    made = ready("ansokan")
    assert made.report.is_open
    made.edit("ansokan.yaml", "syfte:", "# en kommentar\nsyfte:")
    assert made.report.is_open
    made.edit("ansokan.yaml", "syfte: ", "syfte: I korthet. ")
    assert {each.kind for each in made.report.blocking} == {Kind.SIGNATURE}


def test_waiver_passes_an_item() -> None:
    """A waived item is shown as waived and stops nobody; it goes into the event."""
    made = ready("forankras")
    made.files.pop("svar/F1-1.yaml")
    assert not made.report.is_open
    entry = Decision("undantag", "forbundschef", undantag=("F1-1: Sommar.",))
    made.apply(decisions.decide(made.around, made.case, entry))
    assert made.report.is_open
    assert made.report.waived == ["F1-1"]


def test_broken_file_elsewhere_stops() -> None:
    """A document that cannot be read stops the gate, whichever phase it belongs to."""
    made = ready("ansokan")
    made.put("slutrapport.yaml", "datum: [\n")
    blocking = made.report.blocking
    assert [each.subject for each in blocking][:1] == ["slutrapport"]
    assert blocking[0].outcome is Outcome.UNTRIED
    assert blocking[0].title == "Slutrapport (slutrapport) går att läsa"


def test_rules_of_the_phase_stop() -> None:
    """A rule about the phase's documents stops the gate; a warning is only shown."""
    made = ready("ansokan")
    made.edit("insats.yaml", "insatsagare: region", "insatsagare: af")
    stopping = {each.subject for each in made.report.blocking}
    assert stopping == {"PAR103"}
    made = ready("utvecklas")
    made.put("ansokan.yaml", "start: 2026-02-01\nslut: 2026-01-01\n")
    assert made.report.is_open


def test_refused_without_header_event_or_process() -> None:
    """A case that nobody knows the process or the phase of is refused in words."""
    for files, says in (
        ({}, "insats.yaml saknas eller går inte att läsa"),
        ({"insats.yaml": header()}, "har ingen händelse"),
        ({"insats.yaml": header(process="finsam-11")}, "Processen finsam-11 finns inte"),
    ):
        with pytest.raises(SamverkanError, match=says):
            gate.judge(case_of(files), built_in(), SAMVERKAN)


def test_verdict_weights() -> None:
    """Only an open krav stops; a bör that is open is shown."""
    unmet = Verdict("x", Kind.RULE, "X", Outcome.UNMET)
    assert unmet.is_open
    assert unmet.stops
    assert not replace(unmet, weight=Weight.SHOULD).stops
    assert not replace(unmet, outcome=Outcome.WAIVED).is_open


def test_loop_of_skipped_phases_ends() -> None:
    """Phases that skip to each other do not keep the tool busy for ever."""
    process = world_in("vacks").process
    never = process.faser[3].nar
    looped = [fas.model_copy(update={"nar": never}) for fas in process.faser]
    backwards = looped[1].grind.utfall[0].model_copy(update={"till": "vacks"})
    grind = looped[1].grind.model_copy(update={"utfall": [backwards]})
    looped[1] = looped[1].model_copy(update={"grind": grind})
    circle = process.model_copy(update={"faser": looped})
    case = case_of({"insats.yaml": header()})
    assert gate.resolve(case, circle, "forankras") == "forankras"


def test_report_is_one_object() -> None:
    """Two judgements of the same case say the same."""
    first, second = example_world("2026").report, example_world("2026").report
    assert isinstance(first, GateReport)
    assert first.verdicts == second.verdicts
