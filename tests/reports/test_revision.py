"""Evidence for the auditors: found where it lies, dated, and missing when it is not there."""

from datetime import date
from typing import Any

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports.bevis import label
from samverkan_cli.reports.revision import Asked, Saved, audit, year_asked
from tests.support import SAMVERKAN, answer, built_in, case_of, decision, header
from tests.year import PLAN, discharge

INSATS = "insatser/2027-001-a"
CASES = (
    case_of(
        {
            "insats.yaml": header(process="verksamhetsar", namn="År"),
            "verksamhetsplan.yaml": PLAN,
            "svar/VAR-10.yaml": answer(built_in(), "VAR-10"),
            "svar/VAR-2.yaml": answer(built_in(), "VAR-2"),
            "ansvarsfrihet/region.yaml": discharge("region"),
            "ansvarsfrihet/fk.yaml": "part: fk\n",
        },
        "ar-2027",
    ),
    case_of(
        {
            "insats.yaml": header(namn="Team"),
            "beslut/a.yaml": decision(
                datum="2027-02-01", belopp=[{"budgetar": 2027, "belopp": 100}]
            ),
            "lagesrapporter/h1.yaml": "period: {till: 2027-06-30}\n",
            "lagesrapporter/h2.yaml": "period: {till: 2028-06-30}\n",
            "overenskommelse.yaml": "start: 2027-03-01\n",
            "tjansteskrivelse.yaml": "arende: Team\n",
            "behovsanalys.yaml": "metod: Möten\n",
        },
        "2027-001-a",
    ),
)
TRAIL = {
    f"{INSATS}/tjansteskrivelse.yaml": Saved("a" * 40, date(2027, 1, 5)),
    f"{INSATS}/behovsanalys.yaml": Saved("b" * 40, date(2026, 1, 5)),
}
PORTFOLIO = Portfolio.build(CASES, built_in())


def duties(samverkan: Samverkan = SAMVERKAN) -> dict[str, dict[str, Any]]:
    """Give the duties of 2027 by id."""
    report = audit(PORTFOLIO, samverkan, TRAIL, Asked(2027))
    return {each["uppgift"]: each for each in report.body["uppgifter"]}


def test_evidence_is_of_the_year() -> None:
    """A document counts in the year of its own day, or else of the commit that saved it."""
    files = [each["fil"] for each in duties()["folja-upp"]["bevis"]]
    assert f"{INSATS}/lagesrapporter/h1.yaml" in files
    assert f"{INSATS}/lagesrapporter/h2.yaml" not in files
    assert [each["slag"] for each in duties()["finansiera"]["bevis"]] == [
        "beviljat",
        "overenskommelse",
    ]
    found = {each["slag"]: each for each in duties()["besluta-om-medel"]["bevis"]}
    assert found["tjansteskrivelse"]["commit"] == "aaaaaaaaaa"
    assert found["tjansteskrivelse"]["dag"] == "2027-01-05"
    assert found["beslut"]["commit"] is None
    assert "Behovsanalys" in duties()["stodja-samverkan"]["saknas"]


def test_answers_stand_in_order() -> None:
    """The questions of the self-check come by number, not by spelling."""
    words = [
        each["vad"] for each in duties()["folja-upp"]["bevis"] if each["slag"] == "egenkontroll"
    ]
    assert [each.partition(":")[0] for each in words] == ["VAR-2", "VAR-10"]


def test_a_listed_document_is_evidence() -> None:
    """An arbetsordning that the förbund lists is enough; it needs no document of the year."""
    assert duties()["arbetsordning"]["saknas"] == ["Arbetsordning"]
    listed = {"styrdokument": [{"slag": "Arbetsordning", "beslutad": "2025-02-12"}]}
    own = Samverkan.model_validate(SAMVERKAN.model_dump(mode="json") | listed)
    assert [each["vad"] for each in duties(own)["arbetsordning"]["bevis"]] == [
        "Arbetsordning, beslutad 2025-02-12"
    ]


def test_members_and_their_auditors() -> None:
    """Each member has its discharge; the state's auditor is the auditor of both authorities."""
    audited = {"revisorer": [{"namn": "Byrån", "medlemmar": ["fk"]}]}
    own = Samverkan.model_validate(SAMVERKAN.model_dump(mode="json") | audited)
    rows = {row["medlem"]: row for row in audit(PORTFOLIO, own, {}, Asked(2027)).body["medlemmar"]}
    assert rows["region"]["ansvarsfrihet"]["beslut"] == "beviljas"
    assert rows["fk"]["ansvarsfrihet"] is None
    assert rows["af"]["revisorer"] == ["Byrån"]
    assert rows["region"]["revisorer"] == []


def test_one_member_comes_first_on_its_page() -> None:
    """A member's page begins with the member; an unknown member is told which there are."""
    page = audit(PORTFOLIO, SAMVERKAN, {}, Asked(2027, "region"))
    assert page.title == "Underlag för revision 2027 för region"
    assert page.sections[0].title.startswith("Medlemmarnas bidrag")
    assert [row["medlem"] for row in page.body["medlemmar"]] == ["region"]
    with pytest.raises(SamverkanError, match="finns inte") as caught:
        audit(PORTFOLIO, SAMVERKAN, {}, Asked(2027, "x"))
    assert caught.value.hint.startswith("Medlemmar: fk, ")


def test_the_year_that_is_meant() -> None:
    """A named year wins; otherwise the last that has begun, or this one when there is none."""
    assert year_asked(PORTFOLIO, 2020, date(2028, 1, 1)) == 2020
    assert year_asked(PORTFOLIO, None, date(2028, 1, 1)) == 2027
    assert year_asked(PORTFOLIO, None, date(2026, 1, 1)) == 2026


def test_every_kind_of_evidence_has_a_name() -> None:
    """What the catalogue calls evidence is shown in words; a word of the förbund's own as it is."""
    kinds = {kind for row in built_in().kataloger["plikter"].rader for kind in row.bevis}
    assert {kind for kind in kinds if label(kind) == kind} == set()
    assert label("eget_bevis") == "Eget bevis"
