"""Every kind of deadline is found, with its day, and nothing that is done or has ended."""

from dataclasses import replace
from datetime import date

import pytest

from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports import deadlines
from samverkan_cli.reports.deadline import KINDS
from samverkan_cli.rules.rapportering import months_later, occasions
from tests.rules.files_people import event
from tests.rules.row import beslut
from tests.support import File, case_of, header

from .forbund import forbund, in_phase, portfolio

TODAY = date(2026, 4, 1)
BARE = forbund(moten=[], ledtider=None, styrelse=[])
AGREED = "slut: 2026-12-31\nredovisning: {forsta: 2026-01-31, intervall_manader: 3}\n"
PLAN = "milstolpar: [{id: M1, text: Start, datum: 2026-02-01}, {id: M2, datum: 2026-06-01}]\n"


def found(whole: Portfolio, samverkan: Samverkan = BARE) -> list[tuple[str, str, str]]:
    """List the deadlines as day, kind and words; the days of the year left out."""
    return [
        (str(each.dag), each.kind, each.vad)
        for each in deadlines.deadlines(whole, samverkan, TODAY)
        if each.kind != "arsdag"
    ]


def at_work(**more: File) -> dict[str, File]:
    """Give a case at work, with an agreement."""
    owner = header(insatsagare="fk", insatsledare={"namn": "Bo"}, id="2026-001-team")
    return in_phase("genomforande", overenskommelse=AGREED, insats=owner, **more)


def test_reports_by_the_rhythm_of_the_agreement() -> None:
    """Each day of the agreement without its report is listed, the end of the month kept."""
    whole = portfolio({"2026-001-team": at_work(lagesrapporter__a="datum: 2026-02-03\n")})
    assert found(whole) == [
        ("2026-04-30", "rapport", "Lägesrapport 2"),
        ("2026-07-31", "rapport", "Lägesrapport 3"),
        ("2026-10-31", "rapport", "Lägesrapport 4"),
        ("2026-12-31", "slutrapport", "Slutrapport, när avtalet går ut"),
    ]
    first = deadlines.deadlines(whole, BARE, TODAY)[0]
    assert (first.vem, first.file) == ("fk", "insatser/2026-001-team/overenskommelse.yaml")


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"a": ("2026-05-02", "2026-04-30")}, [2]),
        ({"a": ("2026-01-20", None), "b": ("2026-01-25", None)}, [1]),
        ({"a": ("2026-01-20", "2026-03-31")}, [1]),
        ({"a": ("2026-01-20", None), "b": ("2026-04-30", None)}, [1, 2]),
        ({"a": ("2027-05-01", None)}, [4]),
        ({}, []),
    ],
    ids=["late by its period", "one too many", "early", "on the day", "after the last", "none"],
)
def test_which_day_a_report_belongs_to(
    given: dict[str, tuple[str, str | None]], taken: list[int]
) -> None:
    """A report counts once, for the day its period reaches, or else for the day it missed."""
    files: dict[str, File] = {
        f"lagesrapporter/{name}.yaml": f"datum: {day}\n"
        + (f"period: {{till: {till}}}\n" if till else "")
        for name, (day, till) in given.items()
    }
    case = case_of(files | {"overenskommelse.yaml": AGREED})
    assert [each.nr for each in occasions(case) if each.record] == taken


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("slut: 2026-12-31\n", []),
        ("redovisning: {intervall_manader: 3}\n", []),
        ("redovisning: {forsta: 2026-01-31, intervall_manader: 3}\n", ["2026-01-31"]),
        ("slut: 2026-12-31\nredovisning: {forsta: 2026-01-31}\n", ["2026-01-31"]),
        ("x: [", []),
    ],
)
def test_agreement_without_rhythm(text: str, days: list[str]) -> None:
    """An agreement that lacks interval, first day or end promises no more than it says."""
    assert [str(each.dag) for each in occasions(case_of({"overenskommelse.yaml": text}))] == days


def test_endless_agreement_ends() -> None:
    """A slip of the pen in the last day does not make a list without end."""
    text = "slut: 2999-12-31\nredovisning: {forsta: 2026-01-31, intervall_manader: 1}\n"
    assert len(occasions(case_of({"overenskommelse.yaml": text}))) == 240


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
    ],
)
def test_months_later(day: str, months: int, then: str) -> None:
    """Months keep the day, or end with a shorter month, and turn the year."""
    assert str(months_later(date.fromisoformat(day), months)) == then


def test_milestones_and_goals_until_someone_has_told() -> None:
    """A milestone is open until a later report, a goal until the final report has judged it."""
    goals = (
        "resultatmal: [{id: R1, senast: 2026-05-01, matt: Andel}, {id: R2, senast: 2026-05-02}]\n"
    )
    files = at_work(
        insatsplan=PLAN,
        ansokan=goals,
        slutrapport="maluppfyllelse: [{id: R2, bedomning: delvis}]\n",
    )
    whole = portfolio({"2026-001-team": files | {"overenskommelse.yaml": "slut: 2026-12-31\n"}})
    assert found(whole) == [
        ("2026-02-01", "milstolpe", "Milstolpe M1: Start"),
        ("2026-05-01", "mal", "Mål R1: Andel"),
        ("2026-06-01", "milstolpe", "Milstolpe M2: ska vara nådd"),
        ("2026-12-31", "slutrapport", "Slutrapport, när avtalet går ut"),
    ]
    files |= {
        "lagesrapporter/a.yaml": "datum: 2026-02-02\n",
        "slutrapport.yaml": "datum: 2026-03-01\n",
    }
    kinds = [kind for _, kind, _ in found(portfolio({"2026-001-team": files}))]
    assert "slutrapport" not in kinds
    assert kinds.count("milstolpe") == 1


def test_conditions_and_own_decisions() -> None:
    """A condition with a day, and a part's planned decision, stand until they are done."""
    decided = beslut(villkor="[{nr: 1, text: A, senast: 2026-04-20}, {nr: 2, text: B}]")
    parts = [
        {"id": "fk", "beslutsgang": {"organ": "Nämnden", "planerat": "2026-04-14"}},
        {"id": "af", "beslutsgang": {"planerat": "2026-04-14", "beslutat": "2026-04-14"}},
    ]
    files = in_phase("uppstart", beslut__a=decided, insats=header(parter=parts, id="2026-001-team"))
    assert found(portfolio({"2026-001-team": files})) == [
        ("2026-04-14", "partsbeslut", "Nämnden beslutar om medverkan"),
        ("2026-04-20", "villkor", "Villkor 1: A"),
    ]
    answered = decided + "besvaras_i: ansokan\n"
    files |= {
        "beslut/a.yaml": answered,
        "ansokan.yaml": "svar_pa_villkor: [{villkor: 1, svar: X}]\n",
    }
    assert [kind for _, kind, _ in found(portfolio({"2026-001-team": files}))] == ["partsbeslut"]


def test_what_has_ended_has_no_deadlines() -> None:
    """A closed case, one without process and one that cannot be read ask for nothing."""
    closed = at_work() | {"handelser/0001.yaml": event(1, "avslutad")}
    unknown = at_work() | {"insats.yaml": header(id="2026-002-b", process="okand")}
    assert found(portfolio({"2026-001-team": closed, "2026-002-b": unknown})) == []


def test_decisions_wait_for_the_next_meeting() -> None:
    """A decision is due at the organ's next meeting; without one it is named without a day."""
    whole = portfolio(
        {
            "2026-001-team": in_phase("styrelsebeslut"),
            "2026-002-dialog": in_phase(
                "styrelsedialog",
                insats=header(id="2026-002-dialog", namn="dialog", omfattande=True),
            ),
            "2026-003-hemma": in_phase("forankras"),
        }
    )
    planned = forbund(ledtider=None, styrelse=[])
    assert [each for each in found(whole, planned) if each[1] in {"beslut", "dialog"}] == [
        ("2026-05-20", "beslut", "Styrelsens beslut"),
        ("2026-05-20", "dialog", "Styrelsens råd"),
    ]
    said = deadlines.report(whole, BARE, TODAY).sections[-1]
    assert said.title == "Väntar på ett möte som inte är planerat"
    assert list(said.points) == [
        "2026-001-team team: Styrelsens beslut (styrelse)",
        "2026-002-dialog dialog: Styrelsens råd (styrelse)",
    ]


def test_meetings_and_what_comes_before_them() -> None:
    """Lead times count back from each meeting to come; a past day is not asked for again."""
    listed = found(portfolio({}), forbund(styrelse=[]))
    assert [(day, vad) for day, _, vad in listed][:6] == [
        ("2026-04-22", "Ansökan ska vara hos beredningsgruppen inför beredningsgrupp 2026-04-29"),
        ("2026-04-22", "Kallelsen ska vara skickad inför beredningsgrupp 2026-04-29"),
        ("2026-04-22", "Underlagen ska vara utskickade inför beredningsgrupp 2026-04-29"),
        ("2026-04-22", "Ansökan ska vara hos beredningsgruppen inför styrelse 2026-05-20"),
        ("2026-04-29", "Möte med beredningsgrupp (13.00)"),
        ("2026-05-06", "Förslaget ska vara berett inför styrelse 2026-05-20"),
    ]
    assert ("2026-09-10", "mote", "Extra möte med styrelse") in listed
    assert not any(day < "2026-04-01" for day, _, _ in listed)


def test_mandates_and_papers_run_out() -> None:
    """Mandates and governing papers with a last day are listed."""
    papers = [{"slag": "Delegationsordning", "giltig_till": "2026-12-31"}, {"slag": "Policy"}]
    listed = found(portfolio({}), forbund(moten=[], styrdokument=papers))
    assert listed == [
        ("2026-12-31", "styrdokument", "Delegationsordning slutar gälla"),
        ("2027-03-31", "mandat", "Mandatet går ut: Åsa, ledamot"),
        ("2027-03-31", "mandat", "Mandatet går ut: Bo Ek, ledamot"),
        ("2027-03-31", "mandat", "Mandatet går ut: Eva, ledamot"),
    ]


def a_year(number: int, phase: str, **more: File) -> dict[str, File]:
    """Give the case of one of the förbund's years."""
    head = header(id=f"{number}-090-ar", namn=f"År {number}", process="verksamhetsar")
    return in_phase(phase, insats=head, budget=f"budgetar: {number}\n", **more)


def days(whole: Portfolio, idag: str) -> list[str]:
    """List the days of the year as they look on a day."""
    return [
        f"{each.dag} {each.vad} {each.case or '-'}"
        for each in deadlines.deadlines(whole, BARE, date.fromisoformat(idag))
        if each.kind == "arsdag"
    ]


def test_days_of_the_year() -> None:
    """The next day for budget and accounts comes from the rows of law; without rows, nothing."""
    assert days(portfolio({}), "2026-12-05") == [
        "2027-03-31 Årsredovisningen för 2026 är beslutad -",
        "2027-11-30 Budgeten för 2028 är fastställd -",
    ]
    assert days(portfolio({}), "2026-03-31")[0] == (
        "2026-03-31 Årsredovisningen för 2025 är beslutad -"
    )
    bare = replace(portfolio({}), rulebook=replace(portfolio({}).rulebook, lag=()))
    assert days(bare, "2026-12-05") == []


def test_a_year_that_is_not_decided_is_late() -> None:
    """A year whose budget is not decided stays until it is; a decided or ended one asks no more."""
    case = "2027-090-ar"
    late = days(portfolio({case: a_year(2027, "budgetbeslut")}), "2026-12-05")
    assert late == [
        "2026-11-30 Budgeten för 2027 är fastställd 2027-090-ar",
        "2027-03-31 Årsredovisningen för 2026 är beslutad -",
        "2027-11-30 Budgeten för 2028 är fastställd -",
        "2028-03-31 Årsredovisningen för 2027 är beslutad 2027-090-ar",
    ]
    decided = beslut(fas="budgetbeslut", utfall="faststall", dokument="budget")
    done = a_year(2027, "verksamhet", beslut__a=decided)
    assert [each for each in days(portfolio({case: done}), "2026-11-05") if "Budget" in each] == [
        "2027-11-30 Budgeten för 2028 är fastställd -"
    ]
    ended = days(portfolio({case: a_year(2027, "avslutad")}), "2026-12-05")
    assert not any(case in each for each in ended)


def test_report_tells_late_first() -> None:
    """Late days stand first and say so in words; a number of days cuts only what comes."""
    whole = portfolio({"2026-001-team": at_work()})
    made = deadlines.report(whole, BARE, TODAY, 30)
    late, coming = made.sections
    assert [list(row)[1:] for row in late.tables[0].rows] == [
        ["Lägesrapport 1", "Ett prov", "fk", "försenad 60 dagar"]
    ]
    assert [row[-1] for row in coming.tables[0].rows] == ["om 29 dagar"]
    assert list(made.lead) == ["1 är försenad; 1 kommer inom 30 dagar."]
    first = made.body["frister"][0]
    assert (first["slag"], first["forsenad"], first["dagar_kvar"]) == ("rapport", True, -60)
    quiet = deadlines.report(portfolio({}), BARE, date(2026, 11, 30))
    assert quiet.lead[0].startswith("Inget är försenat")
    assert quiet.sections[1].tables[0].rows[0][-1] == "i dag"


def test_a_deadline_that_moves_is_the_same() -> None:
    """The id in calendars follows the matter and not its day, and is no other förbund's."""
    first = deadlines.deadlines(portfolio({"2026-001-team": at_work()}), BARE, TODAY)
    moved = [replace(each, dag=date(2030, 1, 1)) for each in first]
    assert [each.uid("A") for each in first] == [each.uid("A") for each in moved]
    assert len({each.uid(name) for each in first for name in ("A", "B")}) == 2 * len(first)
    assert {each.kind for each in first} <= set(KINDS)
