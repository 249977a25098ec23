"""A whole year of the förbund in memory: the same engine, other data."""

import pytest

from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.transition import creation, decisions, moves
from samverkan_cli.transition.creation import Start
from samverkan_cli.transition.decisions import Decision
from samverkan_cli.transition.plan import GateClosedError
from samverkan_cli.years import years
from tests.support import World, built_in, case_of, context, header
from tests.year import DECIDED, MEMBERS, PHASES, PLAN, WRITTEN, discharge

FORBUND = Samverkan.model_validate(
    {
        "formatversion": 1,
        "forbund": {"namn": "Prov"},
        "parter": [
            {"id": "fk", "partstyper": ["forsakringskassan"], "namn": "FK"},
            {"id": "af", "partstyper": ["arbetsformedlingen"], "namn": "AF"},
            {"id": "region", "partstyper": ["region"], "namn": "Region"},
            {"id": "kommun", "partstyper": ["kommun"], "namn": "Kommun"},
        ],
    }
)
YEAR = "ar-2027"


def begun(**more: str) -> World:
    """Begin a year as `samverkan new` does, without naming any part."""
    around = context(samverkan=FORBUND)
    given = Start("Verksamhetsår 2027", (), "verksamhetsar", id=YEAR, **more)
    made = World({}, YEAR, around)
    plan = made.apply(creation.new(around, YEAR, given))
    assert plan.says.startswith(f"Nytt ärende: {YEAR}. ")
    return made


def filled(made: World) -> World:
    """Do everything that the phase asks for."""
    phase = made.fas.id
    for path, text in WRITTEN.get(phase, {}).items():
        made.put(path, text)
    made.answer_all()
    if phase in DECIDED:
        utfall, day = DECIDED[phase]
        given = Decision(utfall, "styrelse", day, "§ 7")
        made.apply(decisions.decide(made.around, made.case, given))
    return made


def walked(made: World, to: str = "avslutad") -> list[str]:
    """Walk a year to a phase and tell the phases on the way."""
    seen = [made.case.fas or ""]
    while seen[-1] != to:
        made.apply(moves.advance(made.around, filled(made).case))
        seen.append(made.case.fas or "")
    return seen


def test_a_year_concerns_every_member() -> None:
    """No part is named, and all members are there, none of them as applicant."""
    made = begun()
    insats = made.case.insats
    assert insats is not None
    assert [(part.id, part.roll) for part in insats.parter] == [(each, None) for each in MEMBERS]
    assert insats.inriktning is None
    assert sorted(made.files) == [
        "budget.yaml",
        "handelser/0001.yaml",
        "insats.yaml",
        "verksamhetsplan.yaml",
    ]
    assert b"Inriktning (kr" not in made.files["insats.yaml"]


def test_a_year_has_no_inriktning() -> None:
    """An inriktning belongs to an insats; asking for one here is refused in words."""
    with pytest.raises(SamverkanError, match="har ingen inriktning"):
        begun(inriktning="individ")


def test_a_whole_year() -> None:
    """From consultation to each member's discharge, gate by gate, and nothing is left over."""
    made = begun()
    assert walked(made) == list(PHASES)
    assert [each.message for each in made.case.diagnostics] == []
    assert made.case.last_event is not None
    assert made.case.last_event.till == "avslutad"


def test_each_gate_is_shut_until_its_work_is_done() -> None:
    """No phase of the year is passed on its own."""
    made = begun()
    for _ in PHASES[:-1]:
        with pytest.raises(GateClosedError):
            moves.advance(made.around, made.case)
        made.apply(moves.advance(made.around, filled(made).case))


def test_a_member_that_has_not_decided_holds_the_year_open() -> None:
    """Discharge is one decision per member; a refusal counts when it says why."""
    made = begun()
    walked(made, "ansvarsfrihet")
    filled(made)
    made.put("ansvarsfrihet/af.yaml", discharge("af", "vagras"))
    assert [each.subject for each in made.report.blocking] == ["ansvarsfrihet/af"]
    made.put(
        "ansvarsfrihet/af.yaml", discharge("af", "vagras") + "motivering: Bristande styrning\n"
    )
    assert made.report.is_open


def test_shares_that_are_not_the_laws_stop_the_budget() -> None:
    """The rules over law are asked by the gate of the budget, with the paragraf in the remark."""
    made = begun()
    filled(made)
    made.edit("budget.yaml", "belopp: 2000000", "belopp: 1500000")
    found = {each.subject: each for each in made.report.blocking}
    assert list(found) == ["EKO201"]
    assert "(5 § lag 2003:1210)" in found["EKO201"].diagnostics[0].message
    open_but_told = [each.subject for each in made.report.remaining if not each.stops]
    assert open_but_told == ["EKO203"]


def test_a_year_that_has_begun_is_not_closed_on_the_side() -> None:
    """What has been spent is accounted for and audited, whatever happens."""
    made = begun()
    walked(made, "verksamhet")
    with pytest.raises(RefusedError, match="får inte stängas"):
        moves.close(made.around, made.case, "Vi slutar")


def test_an_arbetsordning_is_asked_for_when_it_is_renewed() -> None:
    """The board's own order is a document of the year it changes, and of no other year."""
    made = begun()
    filled(made)
    assert made.report.is_open
    made.put("verksamhetsplan.yaml", PLAN + "ny_arbetsordning: true\n")
    assert [each.subject for each in made.report.blocking] == ["arbetsordning"]


def test_years_are_found_by_what_they_say() -> None:
    """A case of the förbund's own is the year that its documents say, or else its id or name."""
    own = header(process="verksamhetsar")
    cases = [
        case_of({"insats.yaml": own, "budget.yaml": "budgetar: 2028\n"}, "ar-2028"),
        case_of({"insats.yaml": own, "arsredovisning.yaml": "budgetar: 2026\n"}, "ar-2026"),
        case_of({"insats.yaml": own, "budget.yaml": "okand: 1\n"}, "ar-x"),
        case_of({"insats.yaml": own, "budget.yaml": "budgetar:\n"}, "ar-2025"),
        case_of({"insats.yaml": own | {"namn": "Verksamhetsår 2029"}}, "aret"),
        case_of({"insats.yaml": header(), "budget.yaml": "budgetar: 2027\n"}, "2027-001-a"),
    ]
    portfolio = Portfolio.build(cases, built_in())
    assert [(year.number, year.case.id) for year in years(portfolio)] == [
        (2025, "ar-2025"),
        (2026, "ar-2026"),
        (2028, "ar-2028"),
        (2029, "aret"),
    ]
    assert [case.id for case in portfolio.insatser] == ["2027-001-a"]
    assert years(portfolio)[0].approval("budget") is None
