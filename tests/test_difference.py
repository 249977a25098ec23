"""Differences between two versions of a case, in words and matched by what rows are."""

from samverkan_cli.case import Case
from samverkan_cli.difference import changes
from samverkan_cli.reports.skillnad import difference, word
from tests.support import case_of, header

BEFORE = """\
syfte: Kortare väg
resultatmal: [{id: R1, malvarde: 40}, {id: R2, malvarde: 10}]
kostnader: [{budgetar: 2027, slag: personal, belopp: 100}]
sokande: {part: fk}
"""
AFTER = """\
syfte: Kort väg
resultatmal: [{id: R0}, {id: R1, malvarde: 50}, {id: R2, malvarde: 10}]
kostnader: [{budgetar: 2027, slag: personal, belopp: 150}]
sokande: {part: af}
"""


def test_rows_are_matched_by_id_and_not_by_place() -> None:
    """A row put first is one addition, and not a change of all that follow."""
    found = changes(case_of({"ansokan.yaml": BEFORE}), case_of({"ansokan.yaml": AFTER}))
    assert [(each.words, each.before, each.after) for each in found] == [
        ("Syfte", "Kortare väg", "Kort väg"),
        ("Resultatmål – R0", None, {"id": "R0"}),
        ("Resultatmål – R1 – Målvärde", 40, 50),
        ("Kostnader – 2027 personal – Belopp", 100, 150),
        ("Sökande – Part", "fk", "af"),
    ]


def test_in_words() -> None:
    """A reader sees money as money and texts within quotation marks, and documents by name."""
    before = case_of({"ansokan.yaml": BEFORE, "tjansteskrivelse.yaml": "arende: A\n"})
    after = case_of({"ansokan.yaml": AFTER, "insatsplan.yaml": "organisation: B\n"})
    report = difference(before, after, "Titel", "Då → nu.")
    said = {section.title: list(section.points) for section in report.sections}
    assert "Syfte: ”Kortare väg” → ”Kort väg”" in said["Ansökan om medel (ansokan)"]
    assert any("100\u00a0kr → 150\u00a0kr" in each for each in said["Ansökan om medel (ansokan)"])
    assert said["Insatsplan (insatsplan)"] == ["Handlingen är tillagd."]
    assert said["Tjänsteskrivelse (tjansteskrivelse)"] == ["Handlingen är borttagen."]


def test_rows_within_rows() -> None:
    """The outer row stands first in words, and a digest is short enough to read."""
    text = "projektmodell: {faser: [{egen: Behov, fas: behov}]}"
    files = [f"parter: [{{part: af, {text}}}]\n", f"parter: [{{part: af, {text[:-7]}x}}]}}}}]\n"]
    before, after = (
        Case.build("a", "insatser/a", {"insats.yaml": each.encode()}) for each in files
    )
    (change,) = changes(before, after)
    assert [step for step in change.words.split(" – ") if step in {"af", "1"}] == ["af", "1"]
    assert word("innehall", f"sha256:{'a' * 64}") == f"sha256:{'a' * 12}…"


def test_between_two_insatser_only_what_people_wrote_is_compared() -> None:
    """Each insats has its own name, answers and decisions; those tell nothing of the extension."""
    first = case_of({"insats.yaml": header(namn="Ett"), "svar/F1-1.yaml": "punkt: F1-1\n"}, "a")
    other = case_of({"insats.yaml": header(namn="Två", inriktning="individ")}, "b")
    report = difference(first, other, "Titel", "Ett → två.")
    assert [list(each.points) for each in report.sections] == [
        ["Inriktning: ”struktur” → ”individ”"]
    ]


def test_nothing_differs() -> None:
    """Silence is said aloud."""
    same = case_of({"ansokan.yaml": BEFORE})
    report = difference(same, same, "Titel", "Då → nu.")
    assert list(report.sections[0].paragraphs) == ["Inget skiljer."]
    assert report.body == {"andringar": []}


def test_blank_is_as_good_as_nothing() -> None:
    """A list that is written empty says no more than one that is not there."""
    before, after = "milstolpar:\n", "risker: []\n"
    assert changes(case_of({"ansokan.yaml": before}), case_of({"ansokan.yaml": after})) == []
