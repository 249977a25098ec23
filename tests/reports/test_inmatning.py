"""The entry sheet: the system's order and words, the old words beside, gaps and locks told."""

from typing import Any

import pytest

from samverkan_cli.case import Case
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.models.fields import field_at
from samverkan_cli.report import Report
from samverkan_cli.reports.inmatning import entry_sheet
from samverkan_cli.reports.sheet import COUNTED
from tests.support import SAMVERKAN as FORBUND
from tests.support import File, built_in, case_of, decision, header

REPORT = """\
period: {fran: 2024-01-01, till: 2024-06-30}
deltagare:
  - {matt: intresseanmälningar, totalt: 62, kvinnor: 29, man: 33}
  - {matt: aktuella deltagare, totalt: 71, kvinnor: 43, man: 28}
ekonomi: [{budgetar: 2024, slag: lokal, budget: 900, utfall: 850}]
"""
APPLIED = """\
start: 2024-01-01
malgrupp: {beskrivning: Unga}
deltagare_planerat: [{budgetar: 2024, antal: 150}]
finansiering:
  - {budgetar: 2024, slag: forbund, belopp: 530}
  - {budgetar: 2024, slag: esf, belopp: 470}
  - {budgetar: 2025, slag: egen, belopp: 9}
"""
FIELDS = built_in().kataloger["uppfoljningsfalt"].rader


def insats(**more: Any) -> Case:
    """Give an insats with a grant, an application and a report."""
    locks = [{"vag": "insats.inriktning", "varde": "individ"}]
    granted = decision(belopp=[{"budgetar": 2024, "belopp": 530}], laser=locks)
    return case_of(
        {
            "insats.yaml": header(inriktning="individ", esf={"deltar": True}, **more),
            "ansokan.yaml": APPLIED,
            "beslut/a.yaml": granted,
            "lagesrapporter/a.yaml": REPORT,
        }
    )


def sheet(case: Case, year: int | None = None) -> Report:
    """Give the sheet of a case."""
    return entry_sheet(case, built_in(), FORBUND, year)


def values(report: Report) -> dict[str, Any]:
    """Give the value of each field by its id."""
    return {each["id"]: each["varde"] for each in report.body["falt"]}


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.id)
def test_every_field_asks_for_something_that_is_there(row: Any) -> None:
    """A field of the sheet points at a field of a document or at something counted."""
    typ, _, rest = (row.falt or "").partition(".")
    models = {name: each.model for name, each in DOKUMENT.items()}
    if typ == "forbund":
        assert field_at(SAMVERKAN.model, ("forbund", rest))
    elif row.falt not in COUNTED:
        assert field_at(models[typ], tuple(rest.split(".")))
    assert row.ersatter


def test_the_order_is_the_systems() -> None:
    """Money first, then budget and outcome, the insats, and last those who take part."""
    report = sheet(insats())
    assert [each.title for each in report.sections] == [
        *("Medel", "Budget och utfall", "Insats", "Deltagare"),
        *("Uppgifter som saknas", "Att tänka på"),
    ]
    assert [each["id"] for each in report.body["falt"]] == [row.id for row in FIELDS]
    assert {each["id"]: each["sus"] for each in report.body["falt"]}["utfall"] == ["Utfall"]


def test_what_it_says() -> None:
    """Codes have labels, days are days, money is of the year, and interest is not participation."""
    found = values(sheet(insats()))
    assert found["ar"] == "2024"
    assert found["forbund"] == "Samordningsförbundet Prov"
    assert found["inriktning"] == "Individ"
    assert found["esf"] == "ja"
    assert found["start"] == "2024-01-01"
    assert (found["budget"], found["utfall"], found["budgettyp"]) == (530, 850, 470)
    assert found["finansiarer"] == "Förbundets medel 530\u00a0kr och ESF 470\u00a0kr"
    assert found["parter"] == "fk och af"
    assert (found["planerat"], found["kvinnor"], found["man"], found["totalt"]) == (150, 43, 28, 71)


def test_what_is_missing_and_what_is_locked() -> None:
    """A gap stands by name; a field is free, locked since a day, or will be locked."""
    report = sheet(insats())
    assert "Slutdatum" in report.sections[4].points
    assert "Startdatum" not in report.sections[4].points
    locks = {each["id"]: each["last"] for each in report.body["falt"]}
    assert locks["inriktning"] == "sedan 1 mars 2026"
    assert locks["metod"] == "när medel beviljas"
    assert locks["insatsnamn"] == "nej"


def test_another_year_has_its_own() -> None:
    """A year without money or report has gaps, not the figures of the year before."""
    found = values(sheet(insats(), 2025))
    assert found["ar"] == "2025"
    assert found["finansiarer"] == "Egen insats 9\u00a0kr"
    assert found["budgettyp"] == 0
    assert (found["budget"], found["utfall"], found["kvinnor"]) == (None, None, None)


def test_several_reports_are_not_added() -> None:
    """The last count of the year stands, with its period, and a warning against adding."""
    files: dict[str, File] = {"insats.yaml": header(inriktning="individ")}
    later = REPORT.replace("01-01", "07-01").replace("06-30", "12-31").replace("71", "5")
    later = later.replace("kvinnor: 43, man: 28", "kvinnor: 3, man: 2")
    report = sheet(
        case_of(files | {"lagesrapporter/a.yaml": REPORT, "lagesrapporter/b.yaml": later})
    )
    found = values(report)
    assert (found["kvinnor"], found["man"], found["totalt"]) == ("visas inte", "visas inte", 5)
    said = " ".join(report.sections[-1].points)
    assert "måttet aktuella deltagare, 1 juli 2024 – 31 december 2024" in said
    assert "läggs inte ihop över perioder" in said


def test_a_structural_insats_has_no_participants() -> None:
    """Nobody is asked for participants where there are none to count."""
    report = sheet(case_of({"insats.yaml": header()}))
    assert values(report)["kvinnor"] == "gäller inte"
    assert "Antal deltagare" not in report.sections[4].points
    assert report.title == "Inmatning: Ett prov"


def test_a_case_without_header_still_has_a_sheet() -> None:
    """What cannot be read is a gap."""
    assert values(sheet(case_of({})))["insatsnamn"] is None
