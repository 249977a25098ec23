"""The agenda gathers what awaits an organ, in order, with what is missing and what is late."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Report
from samverkan_cli.reports import agenda, meetings
from samverkan_cli.reports.agenda import Agenda, Point
from samverkan_cli.reports.agenda_minutes import first_values
from samverkan_cli.reports.agenda_report import report
from samverkan_cli.reports.matters import Matter, Sitting
from tests.rules.files_people import event
from tests.rules.row import beslut, lines
from tests.support import File, book_with, header

from .forbund import forbund, in_phase, portfolio

BOARD_DAY, GROUP_DAY, TODAY = date(2026, 5, 20), date(2026, 4, 29), date(2026, 5, 1)
SOUGHT = "sokt_belopp: [{budgetar: 2027, belopp: 850000}]\n"
GATHERED = agenda.GATHERS


def sitting(
    whole: Portfolio,
    day: date = BOARD_DAY,
    organ: str = "styrelse",
    samverkan: Samverkan | None = None,
    idag: date = TODAY,
) -> Sitting:
    """Prepare a meeting."""
    return Sitting(organ, day, idag, whole, samverkan or forbund())


def gathered(made: Agenda) -> list[Point]:
    """Give the points that are not standing ones."""
    return [each for each in made.points if each.row in GATHERED and each.row != "arets"]


def only(made: Agenda) -> Matter:
    """Give the one matter of an agenda."""
    found = [each.matter for each in gathered(made) if each.matter]
    assert len(found) == 1, [each.rubrik for each in found]
    return found[0]


def words(made: Report) -> str:
    """Give all words of a report in reading order."""
    parts = [made.title, *made.lead]
    for each in made.sections:
        parts += [each.title, *each.paragraphs, *each.points, *each.commands]
        parts += [each.empty] if each.is_empty else []
    return "\n".join(parts)


def test_standing_points_in_order() -> None:
    """An empty meeting still opens, elects, asks about jäv, and closes, in that order."""
    made = agenda.build(sitting(portfolio({}), samverkan=forbund(moten=[])))
    assert [each.row for each in made.points] == [
        *("oppnande", "justerare", "jav", "foregaende", "ovrigt", "avslutande")
    ]
    assert [each.nr for each in made.points] == [1, 2, 3, 4, 5, 6]
    said = words(report(made))
    assert "Mötet är inte planerat" in said
    assert "Inget tidigare protokoll" in said


def test_application_before_the_board() -> None:
    """A decision shows sum, proposal, answers to conditions, gaps, lateness and the command."""
    asked = beslut(
        datum="2026-02-10",
        utfall="komplettera",
        besvaras_i="ansokan",
        villkor="[{nr: 1, text: Visa mål}, {nr: 2, text: Visa mer}]",
    )
    letter = "datum: 2026-05-04\nforslag_till_beslut: Bevilja\n  medlen.\n"
    head = header(id="2026-001-team", namn="Team", styrgrupp=[{"namn": "bo  ek"}])
    whole = portfolio(
        {
            "2026-001-team": {
                **in_phase("styrelsebeslut", ansokan=SOUGHT, tjansteskrivelse=letter, insats=head),
                "ansokan.yaml": SOUGHT + "svar_pa_villkor: [{villkor: 1, svar: Visat}]\n",
                "handelser/0001.yaml": event(1, "styrelsebeslut").replace(
                    "datum: 2026-03-01", "datum: 2026-05-02"
                ),
                "beslut/a.yaml": asked,
            }
        }
    )
    matter = only(agenda.build(sitting(whole, idag=date(2026, 5, 8))))
    assert matter.rubrik == "Ansökan om medel: Team"
    assert matter.forslag == "Bevilja medlen."
    said = "\n".join(matter.lines)
    assert "Sökt belopp: 2027 850\u00a0000\u00a0kr." in said
    assert "villkor 1 (besvarat): Visa mål" in said
    assert "villkor 2 (inte besvarat): Visa mer" in said
    assert "medel beviljas (bevilja)" in said
    assert matter.sen == "Ansökan kom 2026-05-02; sista dagen var 2026-04-22."
    assert matter.jav == ("Bo Ek står i insats",)
    assert matter.saknas
    assert not any("Beslut av" in each for each in matter.saknas)
    assert matter.command.startswith("samverkan decide 2026-001-team bevilja --organ styrelse")
    assert "--datum 2026-05-20" in matter.command
    assert matter.underlag[0] == "insatser/2026-001-team/ansokan.yaml"
    shown = words(report(agenda.build(sitting(whole))))
    assert "Fråga om jäv: Bo Ek står i insats." in shown
    assert matter.command in shown


def test_late_preparation_and_old_letter() -> None:
    """What lacks something when it should be ready is late; an old letter is no proposal."""
    whole = portfolio(
        {
            "2026-001-team": in_phase(
                "styrelsebeslut",
                tjansteskrivelse="datum: 2026-02-01\nforslag_till_beslut: Gammalt\n",
                beslut__a=beslut(datum="2026-02-10", utfall="komplettera", handelse=0),
            )
        }
    )
    late = only(agenda.build(sitting(whole, idag=date(2026, 5, 8))))
    assert (late.sen, late.forslag) == ("Förslaget skulle ha varit berett 2026-05-06.", "")
    assert only(agenda.build(sitting(whole))).sen == ""
    quiet = only(agenda.build(sitting(whole, samverkan=forbund(ledtider=None))))
    assert quiet.sen == ""


def test_dialog_and_final_report() -> None:
    """An advice has its command too, and a final report proposes what it recommends."""
    big = header(id="2026-002-stor", namn="Stor", omfattande=True)
    whole = portfolio(
        {
            "2026-002-stor": in_phase("styrelsedialog", insats=big),
            "2026-003-slut": in_phase("redovisning", slutrapport="rekommendation: Godkänn.\n"),
            "2026-004-hem": in_phase("forankras"),
        }
    )
    first, second = [each.matter for each in gathered(agenda.build(sitting(whole))) if each.matter]
    assert first.rubrik == "Styrelsens råd: Stor"
    assert first.command.startswith("samverkan decide 2026-002-stor vidare --organ styrelse")
    assert second.rubrik == "Slutrapport: slut"
    assert second.forslag == "Godkänn."


def test_case_that_cannot_be_judged_is_still_named() -> None:
    """A broken process leaves the matter on the list without a gate report."""
    whole = portfolio({"2026-001-team": in_phase("styrelsebeslut")})
    process = whole.rulebook.processes["finsam-10"]
    lost = process.model_copy(update={"faser": [*process.faser, process.faser[0]]})
    broken = replace(whole, rulebook=book_with(lost))
    assert only(agenda.build(sitting(broken))).command == ""


def test_beredningsgruppen_prepares() -> None:
    """The group sees what stands before the board and what is on its way there."""
    whole = portfolio(
        {
            "2026-001-team": in_phase("styrelsebeslut", ansokan=SOUGHT),
            "2026-002-pa-vag": in_phase("ansokan"),
            "2026-003-tidig": in_phase("vacks"),
        }
    )
    group = forbund(beredningsgrupp=[{"namn": "Lena Wik", "part": "af", "mandat": "Allt"}])
    made = agenda.build(sitting(whole, GROUP_DAY, meetings.PREPARING, group))
    assert [(each.row, each.rubrik) for each in gathered(made)] == [
        ("beredning", "Ansökan om medel: team"),
        ("beredning", "Ansökan lämnas in: pa-vag"),
    ]
    shown = report(made)
    called = next(each for each in shown.sections if each.title == "Kallade")
    assert list(called.tables[0].rows[0]) == ["Lena Wik", None, "af", "Allt"]
    assert first_values(made)["narvarande"] == [
        {"namn": "Lena Wik", "uppdrag": "ledamot", "tjanstgor": None}
    ]
    assert made.mote is not None
    assert "Tid: 29 april 2026, 13.00." in words(shown)


def test_what_the_group_settles_itself() -> None:
    """A decision of the group's, and a gate that it tries, each come with their command."""
    analysis = header(id="2026-001-team", namn="Team", process="beredning-5")
    whole = portfolio({"2026-001-team": in_phase("analys", insats=analysis)})
    made = only(agenda.build(sitting(whole, GROUP_DAY, meetings.PREPARING)))
    assert made.rubrik == "Fördjupad problemanalys: Team"
    assert made.command.startswith("samverkan decide 2026-001-team motiverat --organ bered")

    first = portfolio({"2026-002-ny": in_phase("vacks")})
    process = first.rulebook.processes["finsam-10"]
    early, *rest = process.faser
    grind = early.grind.model_copy(update={"organ": meetings.PREPARING})
    faser = [early.model_copy(update={"grind": grind}), *rest]
    tried = replace(first, rulebook=book_with(process.model_copy(update={"faser": faser})))
    made = only(agenda.build(sitting(tried, GROUP_DAY, meetings.PREPARING)))
    assert (made.rubrik, made.command) == ("Idén registreras: ny", "samverkan advance 2026-002-ny")


def test_on_the_way() -> None:
    """Cases that may reach the meeting are named with what is left and whether there is time."""
    whole = portfolio(
        {"2026-001-team": in_phase("ansokan"), "2026-002-x": in_phase("genomforande")}
    )

    def way(**more: Any) -> tuple[str, ...]:
        return agenda.build(sitting(whole, **more)).on_the_way

    early, late = way(idag=date(2026, 4, 1)), way(idag=date(2026, 5, 1))
    assert early[0].endswith("återstår; ska vara klar senast 2026-04-22.")
    assert late[0].endswith("sista dagen var 2026-04-22, så ärendet hinner inte till mötet.")
    assert len(late) == 1
    assert way(samverkan=forbund(ledtider=None))[0].endswith("återstår.")


def test_changes_go_to_who_decides_them() -> None:
    """A larger change is the board's, a smaller one is told, and a decided one is neither."""
    whole = portfolio(
        {
            "2026-001-team": in_phase(
                "genomforande",
                andringar__a="storlek: storre\nvad: Ny budget\nvarfor: Fler\n",
                andringar__b="storlek: mindre\nvad: Ny lokal\n",
                andringar__c="vad: Något\n",
                andringar__d="storlek: storre\n",
                beslut__a=beslut(datum="2026-03-01", sidobeslut="andring", dokument="andringar/d"),
            )
        }
    )
    points = gathered(agenda.build(sitting(whole)))
    assert [(each.row, each.rubrik) for each in points] == [
        ("beslut", "Större ändring: team"),
        ("information", "Mindre ändring: team"),
        ("information", "Ändring: team"),
    ]
    first, second, third = [each.matter for each in points if each.matter]
    assert first.command == (
        "samverkan decide 2026-001-team godkann --handling andringar/a"
        " --organ styrelse --datum 2026-05-20"
    )
    assert first.lines == ("Ny budget", "Fler")
    assert second.lines[-1] == "Väntar på beslut av förbundschef."
    assert third.lines[-1] == "Ange storlek i handlingen först."
    limits = {"mindre_beslutas_av": ["styrelse"], "storre_beslutas_av": ["beredningsgrupp"]}
    own = gathered(agenda.build(sitting(whole, samverkan=forbund(andringsgrans=limits))))
    assert [each.row for each in own] == ["beslut", "information", "information"]
    assert own[0].rubrik == "Mindre ändring: team"
    group = agenda.build(sitting(whole, GROUP_DAY, meetings.PREPARING))
    assert gathered(group) == []


def test_reports_given_and_missing() -> None:
    """Reports since the last meeting are told, with deviations, and those that did not come."""
    long = "ord " * 100
    told = (
        f"datum: 2026-03-01\nrapporttyp: delars\nsammanfattning: {long}\navvikelser: [{{vad: X}}]\n"
    )
    agreed = "slut: 2026-12-31\nredovisning: {forsta: 2026-03-01, intervall_manader: 2}\n"
    whole = portfolio(
        {
            "2026-001-team": in_phase(
                "genomforande",
                overenskommelse=agreed,
                lagesrapporter__a="datum: 2026-02-10\nperiod: {till: 2025-01-01}\n",
                lagesrapporter__b=told,
                lagesrapporter__c="datum: 2026-05-21\nperiod: {till: 2026-07-01}\n",
            )
        }
    )
    first, second = [each.matter for each in gathered(agenda.build(sitting(whole))) if each.matter]
    assert first.rubrik == "Delårsrapport: team"
    assert first.lines[0].startswith("Lämnad 2026-03-01. ord ord")
    assert first.lines[0].endswith("ord …")
    assert first.lines[1] == "1 avvikelse redovisas."
    assert second.lines == ("Rapport 2 skulle lämnas 2026-05-01 och har inte kommit.",)
    group = agenda.build(sitting(whole, GROUP_DAY, meetings.PREPARING))
    assert [each.rubrik for each in gathered(group)] == [
        "Lägesrapport: team",
        "Delårsrapport: team",
    ]


def test_half_a_year_back_when_no_meeting_is_known() -> None:
    """Without an earlier meeting the list looks half a year back, and JSON says from when."""
    made = report(agenda.build(sitting(portfolio({}), samverkan=forbund(moten=[]))))
    assert made.body["sedan"] == "2025-11-20"


def test_delegated_decisions_are_told_once() -> None:
    """What the chief decided since the last meeting is told to the board, with its point."""
    waived = beslut(
        organ="forbundschef",
        utfall="undantag",
        datum="2026-05-01",
        undantag="[{punkt: F1-1, motivering: Sommar}]",
    )
    approved = beslut(
        organ="forbundschef",
        utfall="godkann",
        datum="2026-05-02",
        sidobeslut="andring",
        dokument="andringar/a",
    )
    whole = portfolio(
        {
            "2026-001-team": in_phase(
                "genomforande",
                beslut__a=waived,
                beslut__b=approved,
                beslut__c=beslut(organ="forbundschef", datum="2026-01-01"),
                andringar__a="storlek: mindre\n",
            )
        }
    )
    order = [{"delegat": "forbundschef", "punkt": "2.1"}]
    points = gathered(agenda.build(sitting(whole, samverkan=forbund(delegation=order))))
    assert {each.rubrik for each in points} == {
        "team (förbundschef, delegationsordningen punkt 2.1)"
    }
    assert [each.matter.lines[0] for each in points if each.matter] == [
        "2026-05-01 undantag. F1-1: Sommar",
        "2026-05-02 godkänn andringar/a.",
    ]
    plain = gathered(agenda.build(sitting(whole)))
    assert {each.rubrik for each in plain} == {"team (förbundschef)"}
    assert gathered(agenda.build(sitting(whole, GROUP_DAY, meetings.PREPARING))) == []


def test_open_decisions_are_followed_up() -> None:
    """A decision that is not carried out is named: not moved on, or moved and standing since."""
    moved = event(2, "uppstart", fran="styrelsebeslut", beslut="[beslut/a]")
    whole = portfolio(
        {
            "2026-001-kvar": in_phase("styrelsebeslut", beslut__a=beslut(handelse=1)),
            "2026-002-star": {
                **in_phase("styrelsebeslut", beslut__a=beslut(handelse=1)),
                "handelser/0002.yaml": moved,
            },
        }
    )
    first, second = [each.matter for each in gathered(agenda.build(sitting(whole))) if each.matter]
    assert "men ärendet står kvar i fasen" in first.lines[0]
    assert first.command == "samverkan advance 2026-001-kvar"
    assert second.lines[0].startswith("Beslutat 2026-03-01 (bevilja); står sedan dess i fasen")


def test_days_of_the_year_before_the_next_meeting() -> None:
    """A yearly day comes up at the last meeting before it."""

    def year(day: date, **more: Any) -> list[str]:
        made = agenda.build(sitting(portfolio({}), day, samverkan=forbund(**more)))
        return [each.matter.lines[0] for each in made.points if each.row == "arets" and each.matter]

    planned = [{"organ": "styrelse", "datum": day} for day in ("2026-09-10", "2026-12-10")]
    assert year(date(2026, 9, 10), moten=planned) == [
        "Senast 2026-11-30; nästa planerade möte är 2026-12-10."
    ]
    assert year(date(2026, 2, 10), moten=planned) == [
        "Senast 2026-03-31; nästa planerade möte är 2026-09-10."
    ]
    assert year(date(2026, 11, 20), moten=[]) == ["Senast 2026-11-30."]
    assert year(date(2026, 5, 20), moten=[]) == []


def test_decided_that_day() -> None:
    """After the meeting its decisions stand on the list, with jäv, ready for the minutes."""
    granted = beslut(
        datum="2026-05-20",
        paragraf="§ 34",
        handelse=1,
        belopp="[{budgetar: 2027, belopp: 850000}]",
        villkor="[{nr: 1, text: Visa mål}]",
        motivering="Behovet är visat.",
        jav="[{namn: Bo Ek, skal: syskon}, {namn: Eva}]",
    )
    changed = beslut(
        datum="2026-05-20",
        fas="genomforande",
        utfall="godkann",
        sidobeslut="andring",
        dokument="andringar/a",
    )
    odd: dict[str, File] = {
        "insats.yaml": header(id="2026-003-c", namn="c", process="okand"),
        "beslut/a.yaml": changed,
    }
    whole = portfolio(
        {
            "2026-001-team": in_phase("styrelsebeslut", beslut__a=granted),
            "2026-002-b": in_phase("genomforande", beslut__a=changed),
            "2026-003-c": odd,
        }
    )
    made = agenda.build(sitting(whole))
    first, second, third = [each for each in gathered(made) if each.matter]
    assert first.rubrik == "Ansökan om medel: team"
    assert (second.rubrik, third.rubrik) == ("Ändring av insatsplan eller budget: b", "Beslut: c")
    known = {each["nr"]: each for each in first_values(made)["punkter"]}
    item = known[first.nr]
    assert (item["paragraf"], item["beslut"], item["insats"]) == (
        "§ 34",
        "beslut/a",
        "2026-001-team",
    )
    assert item["jav"] == [
        {"namn": "Bo Ek", "skal": "syskon"},
        {"namn": "Eva", "skal": "skäl inte angivet"},
    ]
    assert "Medel beviljas." in item["text"]
    assert "Villkor 1: Visa mål" in item["text"]
    assert "Skäl: Behovet är visat." in item["text"]
    assert "Jäv: Bo Ek: syskon." in words(report(made))
    assert known[1] == {"nr": 1, "paragraf": None, "rubrik": "Mötet öppnas", "text": None}


def test_previous_minutes_and_next_meeting() -> None:
    """The list tells whether the last minutes are adjusted, and when the organ meets again."""

    def said(adjusted: str) -> list[str]:
        text = lines(organ="styrelse", datum="2026-02-10") + adjusted
        files: dict[str, File] = {"protokoll/a.yaml": text}
        made = agenda.build(sitting(portfolio({"2026-009-ar": files})))
        return [each.text for each in made.points if each.row in {"foregaende", "avslutande"}]

    assert said("")[0].startswith("Protokollet 2026-02-10 är inte justerat (insatser/2026-009-ar/")
    before, after = said("justerat: 2026-02-17\n")
    assert before.startswith("Protokollet 2026-02-10 är justerat 2026-02-17")
    assert after == "Nästa möte: 2026-09-10."


def test_who_is_called() -> None:
    """Those whose mandate holds on the day are called, members first, with the quorum."""
    board = [
        {"namn": "Ersättaren", "uppdrag": "ersattare", "medlem": "fk"},
        {"namn": "Ordföranden", "uppdrag": "ordforande", "medlem": "fk"},
        {"namn": "Gammal", "uppdrag": "ledamot", "medlem": "af", "mandat_till": "2026-03-31"},
        {"namn": "Kommande", "uppdrag": "ledamot", "medlem": "af", "mandat_fran": "2027-04-01"},
    ]
    made = agenda.build(sitting(portfolio({}), samverkan=forbund(styrelse=board)))
    called = next(each for each in report(made).sections if each.title == "Kallade")
    assert [row[0] for row in called.tables[0].rows] == ["Ordföranden", "Ersättaren"]
    assert list(called.paragraphs) == ["Beslutsför när fler än hälften av 1 tjänstgör."]
    known = first_values(made)
    assert known["ordforande"] == "Ordföranden"
    assert known["narvarande"][1] == {
        "namn": "Ersättaren",
        "uppdrag": "ersattare",
        "tjanstgor": None,
        "ersatter": None,
    }
    nobody = report(agenda.build(sitting(portfolio({}), samverkan=forbund(styrelse=[]))))
    assert "Styrelsen står inte i samverkan.yaml (styrelse)." in words(nobody)


def test_catalogue_of_a_forbund() -> None:
    """Without a row in the catalogue a matter still stands last; nothing is lost."""
    whole = portfolio({"2026-001-team": in_phase("styrelsebeslut")})
    bare = replace(whole, rulebook=replace(whole.rulebook, kataloger={}))
    made = agenda.build(sitting(bare))
    assert [(each.nr, each.rubrik) for each in made.points] == [(1, "Ansökan om medel: team")]


def test_times_counted_back() -> None:
    """Lead times are days before the meeting; the group's own meeting moves the application's."""
    said = words(report(agenda.build(sitting(portfolio({})))))
    assert "Ansökan ska vara hos beredningsgruppen senast 2026-04-22 (har passerat)." in said
    assert "Förslaget ska vara berett senast 2026-05-06." in said
    assert "Kallelsen ska vara skickad senast 2026-05-13." in said
    none = words(report(agenda.build(sitting(portfolio({}), samverkan=forbund(ledtider=None)))))
    assert "Förbundet har inga ledtider" in none
    alone = forbund(moten=[{"organ": "styrelse", "datum": "2026-05-20"}])
    assert str(meetings.application_day(alone, "styrelse", BOARD_DAY)) == "2026-04-29"
    assert str(meetings.application_day(alone, meetings.PREPARING, GROUP_DAY)) == "2026-04-22"


def test_which_organ_meets() -> None:
    """The planned organ is taken; two on one day must be told apart; else it is the board."""
    both = [*forbund().moten, forbund().moten[1].model_copy(update={"datum": BOARD_DAY})]
    assert agenda.organ_on(both, GROUP_DAY, None) == "beredningsgrupp"
    assert agenda.organ_on(both, TODAY, None) == "styrelse"
    assert agenda.organ_on(both, BOARD_DAY, "styrelse") == "styrelse"
    with pytest.raises(SamverkanError, match="beredningsgrupp, styrelse"):
        agenda.organ_on(both, BOARD_DAY, None)


def test_points_as_data() -> None:
    """JSON carries every point with the same keys, standing or not."""
    whole = portfolio({"2026-001-team": in_phase("styrelsebeslut")})
    points = report(agenda.build(sitting(whole))).body["punkter"]
    assert len({tuple(each) for each in points}) == 1
    assert [each["insats"] for each in points if each["insats"]] == ["2026-001-team"]
