"""New cases that continue another, are its other half, or come out of an inventory."""

import pytest

from samverkan_cli.case import Case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.transition import creation
from samverkan_cli.transition.creation import Start
from samverkan_cli.transition.kinship import Kin
from tests.support import File, case_of, context, example_files, example_samverkan, header

START = Start("Team två", ())
AREA = """\
omraden:
  - {id: O1, namn: Unga, motivering: Flest, metodforslag: Resan, problem: {individ: Ingen plan}}
  - {id: O2, namn: Sjuka}
"""


def made(start: Start, kin: Kin) -> Case:
    """Plan a new case with its tie, and read it back."""
    plan = creation.new(context(samverkan=example_samverkan()), "2028-001-ny", start, kin)
    inside = {
        path.removeprefix("insatser/2028-001-ny/"): raw
        for path, raw in plan.files.items()
        if raw is not None
    }
    return case_of(inside, "2028-001-ny")


def source() -> Case:
    """Give the case that is continued."""
    return case_of(example_files("2006"), "2006-001")


def inventory() -> Case:
    """Give an inventory with two areas."""
    parts = [{"id": "fk"}, {"id": "af"}]
    files: dict[str, File] = {"insats.yaml": header(parter=parts), "probleminventering.yaml": AREA}
    return case_of(files, "2027-001-inventering")


def test_a_continuation_takes_over_what_was_written() -> None:
    """Parts and documents follow as drafts; dates, money and old answers do not."""
    case = made(START, Kin.find("foregaende", source(), None))
    insats = case.insats
    assert insats is not None
    assert case.diagnostics == []
    assert (insats.foregaende, insats.typ) == ("2006-001", "forlangning")
    assert [part.id for part in insats.parter] == ["af", "kommun-norrby"]
    old, new = source().records["ansokan"].data, case.records["ansokan"].data
    assert new["syfte"] == old["syfte"]
    assert (new["datum"], new["kostnader"], new["svar_pa_villkor"]) == (None, None, None)
    assert not {"slutrapport", "overenskommelse"} & set(case.records)
    assert case.fas == "vacks"


def test_the_other_half_has_the_other_direction() -> None:
    """A blended insats is split into one for persons and one for structure that point at it."""
    start = Start("Team struktur", (), inriktning="struktur")
    case = made(start, Kin.find("delad_med", source(), None))
    assert case.insats is not None
    assert (case.insats.delad_med, case.insats.inriktning) == ("2006-001", "struktur")
    for inriktning in (None, "individ"):
        with pytest.raises(SamverkanError, match="har inriktningen individ"):
            made(Start("X", (), inriktning=inriktning), Kin.find("delad_med", source(), None))


def test_an_area_becomes_an_insats_of_its_own() -> None:
    """The area's problem follows, the link goes back, and analysis is where it begins."""
    start = Start("Unga", (), process="beredning-5")
    case = made(start, Kin.find("ur", inventory(), "O1"))
    assert case.insats is not None
    assert case.insats.ursprung is not None
    assert case.insats.ursprung.omrade == "O1"
    assert [part.id for part in case.insats.parter] == ["fk", "af"]
    assert case.fas == "analys"
    analysis = case.records["fordjupad_analys"].data
    assert (analysis["metod"], analysis["syfte"]) == ("Resan", "Flest")


def test_in_the_main_process_the_area_fills_the_idea() -> None:
    """The same area followed by the ten steps begins as an idea with its problem written."""
    case = made(Start("Unga", ()), Kin.find("ur", inventory(), "O1"))
    assert case.fas == "vacks"
    assert case.records["idebeskrivning"].data["problem"] == "Ingen plan"


@pytest.mark.parametrize(
    ("case", "omrade", "says"),
    [
        (inventory(), "O9", "inget område ”O9”"),
        (case_of({"insats.yaml": header()}), "O1", "har ingen probleminventering"),
        (case_of({"insats.yaml": "id: [\n"}), None, "går inte att läsa"),
    ],
)
def test_ties_that_lead_nowhere(case: Case, omrade: str | None, says: str) -> None:
    """A tie to what is not there is refused before anything is written."""
    with pytest.raises((SamverkanError, RefusedError), match=says) as refused:
        Kin.find("ur", case, omrade)
    assert refused.value.hint
