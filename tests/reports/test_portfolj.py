"""The portfolio report: what each insats is, what it costs, whom it reached, what is missing."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Report, Section
from samverkan_cli.reports.portfolj import portfolio_report
from tests.support import SAMVERKAN, File, built_in, case_of, decision, header

FIRST = "period: {fran: 2024-01-01, till: 2024-04-30}\n"
LUMENA = FIRST + (
    "deltagare:\n"
    "  - {matt: deltagare under perioden, totalt: 71, kvinnor: 43, man: 28}\n"
    "  - {matt: inkomna intresseanmälningar, totalt: 62, kvinnor: 29, man: 33}\n"
)
HOPPET = FIRST + "deltagare: [{matt: aktuella, totalt: 72, kvinnor: 35, man: 37}]\n"
FEW = FIRST + "deltagare: [{matt: Aktuella deltagare, totalt: 3, kvinnor: 1, man: 2}]\n"
GRANT = decision(belopp=[{"budgetar": 2024, "belopp": 900}, {"budgetar": 2025, "belopp": 100}])
APPLIED = """\
start: 2024-01-01
slut: 2025-12-31
resultatmal:
  - {id: R1, matt: Andel, malvarde: 40}
  - {id: R2, text: Bättre}
finansiering:
  - {budgetar: 2024, slag: forbund, belopp: 900}
  - {budgetar: 2024, slag: egen, belopp: 300}
"""


def insats(case_id: str, files: Mapping[str, File], **more: Any) -> Case:
    """Give an insats for individuals."""
    known: dict[str, Any] = {"id": case_id, "namn": case_id[9:].capitalize()}
    first = header(**({"inriktning": "individ"} | known | more))
    return case_of({"insats.yaml": first} | dict(files), case_id)


def told(*cases: Case, year: int | None = None) -> Report:
    """Report on cases."""
    return portfolio_report(Portfolio.build(cases, built_in()), SAMVERKAN, year)


def section(report: Report, title: str) -> Section:
    """Find a section."""
    return next(each for each in report.sections if each.title == title)


def rows(report: Report, title: str) -> list[list[Any]]:
    """Give the rows of a section's first table."""
    return [list(row) for row in section(report, title).tables[0].rows]


def test_the_same_measure_is_added_and_others_never() -> None:
    """Case 10: 71 and 72 participants are 143; 62 interest reports are nobody's participants."""
    report = told(
        insats("2023-001-lumena", {"lagesrapporter/a.yaml": LUMENA}),
        insats("2023-002-hoppet", {"lagesrapporter/a.yaml": HOPPET}),
    )
    halves = section(report, "Deltagare per halvår").tables
    assert [table.caption for table in halves] == ["Aktuella deltagare per halvår"]
    assert [list(row) for row in halves[0].rows] == [
        ["Första halvåret 2024", 2, 78, 65, 143, 0],
    ]
    people = section(report, "Deltagare").tables[0]
    assert people.total is None
    assert list(people.rows[1][:5]) == ["Lumena", "inkomna intresseanmälningar", 29, 33, 62]
    figures = [cell for table in report.tables for row in table.rows for cell in row]
    assert not {133, 134, 205} & {cell for cell in figures if isinstance(cell, int)}


def test_a_small_insats_cannot_be_had_from_the_sum() -> None:
    """The sum is of what is shown, and says how many insatser are not in it."""
    report = told(
        insats("2023-001-lumena", {"lagesrapporter/a.yaml": LUMENA}),
        insats("2023-002-liten", {"lagesrapporter/a.yaml": FEW}),
    )
    assert rows(report, "Deltagare per halvår") == [["Första halvåret 2024", 1, 43, 28, 71, 1]]
    assert rows(report, "Deltagare")[2][2:5] == ["färre än 5"] * 3
    assert report.body["halvar"][0]["rader"][0]["ej_med"] == 1
    assert report.body["insatser"][1]["deltagare"][0]["totalt"] == "färre än 5"


def test_a_hidden_sex_hides_the_sum_of_it() -> None:
    """When women of one insats are not shown, neither are women of all."""
    one_man = FIRST + "deltagare: [{matt: aktuella, totalt: 12, kvinnor: 11, man: 1}]\n"
    report = told(
        insats("2023-001-lumena", {"lagesrapporter/a.yaml": LUMENA}),
        insats("2023-002-b", {"lagesrapporter/a.yaml": one_man}),
        insats("2023-003-c", {"lagesrapporter/a.yaml": FIRST}),
    )
    half = ["Första halvåret 2024", 2, "visas inte", "visas inte", 83, 0]
    assert rows(report, "Deltagare per halvår") == [half]


def test_what_does_not_follow_half_years_is_named() -> None:
    """Two reports in a half-year, a period over the border, and one unknown are told, not added."""
    across = HOPPET.replace("2024-01-01", "2023-09-01")
    report = told(
        insats("2023-001-a", {"lagesrapporter/a.yaml": HOPPET, "lagesrapporter/b.yaml": HOPPET}),
        insats("2023-002-b", {"lagesrapporter/a.yaml": across}),
        insats("2023-003-c", {"lagesrapporter/a.yaml": HOPPET.replace(FIRST, "")}),
    )
    found = section(report, "Deltagare per halvår")
    assert found.tables == []
    starts = [each.partition(". Följer")[0] for each in found.points]
    assert starts == [
        "A: 2 rapporter första halvåret 2024",
        "B: 1 september 2023 – 30 april 2024",
        "C: okänd period",
    ]


def test_money_of_the_year() -> None:
    """Granted, paid by others, used and left; a year takes its own, and an unknown is a gap."""
    spent = LUMENA + "ekonomi: [{budgetar: 2024, slag: lokal, budget: 1200, utfall: 1000}]\n"
    files: dict[str, File] = {"ansokan.yaml": APPLIED, "beslut/a.yaml": GRANT}
    case = insats("2023-001-lumena", files | {"lagesrapporter/a.yaml": spent})
    poor = insats("2023-002-b", files)
    asking = insats("2023-003-c", {"ansokan.yaml": APPLIED})
    money = section(told(case, poor, asking, year=2024), "Beviljade och använda medel").tables[0]
    assert [list(row) for row in money.rows] == [
        ["Lumena", 900, 300, 1000, 200],
        ["B", 900, 300, None, None],
    ]
    assert list(money.total or ()) == ["Summa", 1800, 600, 1000, 200]
    assert rows(told(case), "Beviljade och använda medel")[0] == ["Lumena", 1000, 300, 1000, 300]
    unknown = section(told(poor, year=2024), "Beviljade och använda medel").tables[0]
    assert list(unknown.total or ()) == ["Summa", 900, 300, None, None]
    assert section(told(asking), "Beviljade och använda medel").is_empty


def test_goals_and_what_is_missing() -> None:
    """Each goal has its judgement or is counted as not reported; gaps are told in words."""
    granted: dict[str, File] = {"ansokan.yaml": APPLIED, "beslut/a.yaml": GRANT}
    half = FIRST + "maluppfyllelse: [{id: R1, bedomning: delvis}]\n"
    report = told(
        insats("2023-001-a", granted | {"lagesrapporter/a.yaml": half}),
        insats("2023-002-b", granted),
        insats("2023-003-c", {}),
    )
    assert rows(report, "Måluppfyllelse") == [["A", 2, 0, 1, 0, 0, 1], ["B", 2, 0, 0, 0, 0, 2]]
    assert list(section(report, "Det som saknas").points) == [
        "A: mål utan mått eller målvärde: R2.",
        "A: mål som inte är redovisade: R2.",
        "A: inget antal deltagare är redovisat.",
        "A: ingen kostnad är redovisad.",
        "B: mål utan mått eller målvärde: R2.",
        "B: medel är beviljade men ingen rapport finns.",
        "C: inga mål i ansökan.",
    ]


def test_nothing_is_missing_from_a_whole_account() -> None:
    """An insats that tells its goals, counts and costs has no gaps."""
    whole = LUMENA + (
        "maluppfyllelse: [{id: R1, bedomning: uppnatt}]\n"
        "ekonomi: [{budgetar: 2024, slag: lokal, budget: 1, utfall: 1}]\n"
    )
    applied = APPLIED.replace("  - {id: R2, text: Bättre}\n", "")
    files: dict[str, File] = {"ansokan.yaml": applied, "beslut/a.yaml": GRANT}
    report = told(insats("2023-001-a", files | {"lagesrapporter/a.yaml": whole}))
    assert section(report, "Det som saknas").is_empty


def test_the_final_report_speaks_last() -> None:
    """Goals and counts are those of the final report when there is one."""
    case = insats(
        "2023-001-a",
        {
            "ansokan.yaml": APPLIED,
            "beslut/a.yaml": GRANT,
            "lagesrapporter/a.yaml": LUMENA + "maluppfyllelse: [{id: R1, bedomning: delvis}]\n",
            "slutrapport.yaml": "maluppfyllelse: [{id: R1, bedomning: uppnatt}]\n"
            "deltagare: [{matt: deltagare, totalt: 90, kvinnor: 50, man: 40}]\n",
        },
    )
    report = told(case)
    assert rows(report, "Måluppfyllelse") == [["A", 2, 1, 0, 0, 0, 1]]
    assert rows(report, "Deltagare") == [["A", "deltagare", 50, 40, 90, None]]


def test_running_insatser_by_kind_and_obstacles() -> None:
    """Granted and not ended is running; obstacles in the rules are gathered as written."""
    rules: dict[str, File] = {"lagesrapporter/a.yaml": "regelhinder: Två lagar\n  krockar\n"}
    report = told(
        insats("2023-001-a", rules | {"beslut/a.yaml": GRANT}, typ="pilot", slag=["kunskap"]),
        insats("2023-002-b", {"beslut/a.yaml": GRANT}),
        insats("2023-003-c", {}, typ="pilot"),
    )
    kinds = rows(report, "Pågående insatser efter slag")
    assert kinds == [["Kunskap", 1, "A"], ["Pilot", 1, "A"], ["Slag är inte angivet", 1, "B"]]
    found = section(report, "Hinder i regelverk").points
    assert list(found) == ["A (lagesrapporter/a): Två lagar krockar"]


def test_a_year_leaves_out_what_lies_elsewhere() -> None:
    """An insats whose time is over and that reported nothing in the year is not in the report."""
    past = insats("2006-001-a", {"ansokan.yaml": "start: 2006-01-01\nslut: 2007-01-01\n"})
    unknown = insats("2023-002-b", {"lagesrapporter/a.yaml": "datum: 2022-05-01\n"})
    long = insats(
        "2023-003-c",
        {
            "ansokan.yaml": "start: 2019-01-01\nslut: 2020-01-01\n",
            "lagesrapporter/a.yaml": "period: {fran: 2023-01-01, till: 2025-01-01}\n",
        },
    )
    names = [row["namn"] for row in told(past, unknown, long, year=2024).body["insatser"]]
    assert names == ["B", "C"]
    assert [row[0] for row in rows(told(past, year=2006), "Insatserna")] == ["A"]
    assert told(past, year=2024).body["insatser"] == []


def test_a_case_without_header_is_still_there() -> None:
    """What cannot be read is not left out; its id stands for its name."""
    report = told(case_of({}, "2023-001-a"))
    assert rows(report, "Insatserna") == [["2023-001-a", "okänd", None, None]]
