"""What a phase requires of documents: there, readable, filled."""

import pytest

from samverkan_cli import requirements
from samverkan_cli.rulebook.process import Dokumentkrav
from samverkan_cli.verdict import Outcome, Verdict
from tests.support import CASE_ID, File, built_in, case_of, header, world_in

PROCESS = built_in().process("finsam-10")


def judged(phase: str, files: dict[str, File]) -> dict[str, Verdict]:
    """Judge the documents of a phase, by name."""
    fas = PROCESS.phase(phase)
    assert fas is not None
    found = requirements.judge(case_of({"insats.yaml": header()} | files), built_in(), fas)
    return {verdict.subject: verdict for verdict in found}


def test_missing() -> None:
    """A document that is not there is asked for by the command that makes it."""
    verdict = judged("vacks", {})["idebeskrivning"]
    assert verdict.outcome is Outcome.UNMET
    assert verdict.command == f"samverkan add {CASE_ID} idebeskrivning"
    remark = verdict.diagnostics[0]
    assert (remark.rule, remark.severity, remark.line) == ("DOK102", "info", 1)
    assert remark.file == f"insatser/{CASE_ID}/idebeskrivning.yaml"
    assert remark.message == "Idébeskrivning saknas."


def test_one_per_part() -> None:
    """A document per part is asked for by each part's name, and none without a header."""
    found = judged("forankras", {"forankring/af.yaml": "part: af\n"})
    assert found["forankring/fk"].command == f"samverkan add {CASE_ID} forankring --namn fk"
    assert found["forankring/af"].title == "Förankring (af) är ifylld"
    broken = judged("forankras", {"insats.yaml": "x: [\n"})
    assert "forankring/fk" not in broken


def test_at_least_so_many() -> None:
    """A folder that needs one report asks for a name; with one there it judges that one."""
    assert judged("genomforande", {})["lagesrapporter/"].command.endswith("--namn NAMN")
    found = judged("genomforande", {"lagesrapporter/h1.yaml": "rapporttyp: lages\n"})
    assert set(found) == {"lagesrapporter/h1"}


def test_unreadable_is_untried() -> None:
    """A document that cannot be read is neither complete nor lacking."""
    verdict = judged("vacks", {"idebeskrivning.yaml": "ide: [\n"})["idebeskrivning"]
    assert verdict.outcome is Outcome.UNTRIED
    assert verdict.title == "Idébeskrivning går att läsa"
    assert verdict.diagnostics[0].severity == "error"
    assert verdict.command == f"Rätta insatser/{CASE_ID}/idebeskrivning.yaml"


def test_gaps_are_pointed_at() -> None:
    """Every field that is not filled is named in words, at its place, with an example."""
    text = "datum: 2026-02-03\nidegivare:\n  namn: Karin\n  part:\nproblem: P\nmalgrupp: M\n"
    verdict = judged("vacks", {"idebeskrivning.yaml": text})["idebeskrivning"]
    assert [(each.line, each.column, each.message) for each in verdict.diagnostics] == [
        (1, 1, "Idé behöver fyllas i (ide)."),
        (4, 3, "Idégivare – Part behöver fyllas i (idegivare.part)."),
    ]
    assert verdict.diagnostics[1].hint == "Id på parten. Exempel: part: af"
    assert verdict.command.startswith("Redigera ")
    filled = judged(
        "vacks", {"idebeskrivning.yaml": f"{text}ide: I\n".replace("part:", "part: fk")}
    )
    assert filled["idebeskrivning"].outcome is Outcome.MET
    assert filled["idebeskrivning"].command == ""


def test_gaps_in_rows_are_counted_from_one() -> None:
    """A gap in a list says which row, as people count."""
    analysis = "per_part:\n  - {part: fk, beskrivning: B}\n  - part: af\n"
    verdict = judged("utvecklas", {"behovsanalys.yaml": analysis})["behovsanalys"]
    messages = {each.message: (each.line, each.column) for each in verdict.diagnostics}
    assert messages[
        "Behov per part – rad 2 – Behov behöver fyllas i (per_part.1.beskrivning)."
    ] == (
        3,
        5,
    )


@pytest.mark.parametrize(("stand", "lacks"), [("villkor", True), ("ja", False)])
def test_condition_on_the_document_itself(stand: str, lacks: bool) -> None:
    """A requirement may depend on what the document says: conditions must then be written."""
    text = f"part: fk\nforum: lsg\ndatum: 2026-02-03\nstallning: {stand}\n"
    verdict = judged("forankras", {"forankring/fk.yaml": text})["forankring/fk"]
    assert bool(verdict.diagnostics) is lacks


@pytest.mark.parametrize(("direction", "needed"), [("individ", True), ("struktur", False)])
def test_condition_on_the_header(direction: str, needed: bool) -> None:
    """A requirement may depend on the header: the number of people in an individual insats."""
    files: dict[str, File] = {
        "insats.yaml": header(inriktning=direction),
        "behovsanalys.yaml": "metod: M\n",
    }
    hints = [each.message for each in judged("utvecklas", files)["behovsanalys"].diagnostics]
    assert any("malgrupp.antal" in each for each in hints) is needed


def test_condition_on_the_requirement() -> None:
    """A whole document may be wanted only under a condition."""
    fas = PROCESS.phase("vacks")
    assert fas is not None
    wanted = Dokumentkrav.model_validate(
        {"typ": "andring", "nar": {"falt": "insats.inriktning", "ar": "individ"}}
    )
    one = fas.model_copy(update={"dokument": [wanted]})
    for direction, count in (("individ", 1), ("struktur", 0)):
        case = case_of({"insats.yaml": header(inriktning=direction)})
        assert len(requirements.wanted_now(case, one)) == count


def test_the_header_itself_may_be_required() -> None:
    """A phase may ask for more in the header, pointed at there."""
    made = world_in("uppstart")
    made.edit("insats.yaml", "insatsagare: region", "insatsagare: null")
    verdict = next(each for each in made.report.verdicts if each.subject == "insats")
    assert verdict.outcome is Outcome.UNMET
    assert "Insatsägare behöver fyllas i (insatsagare)." in verdict.diagnostics[0].message
