"""A whole year of the förbund by commands in git: from `new` to each member's discharge."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.manuscript import at
from tests.year import DECIDED, MEMBERS, PHASES, WRITTEN

from .box import Box, copied
from .conftest import Run

YEAR = "ar-2027"
DAYS = {
    "planering": date(2026, 10, 21),
    "budgetbeslut": date(2026, 11, 18),
    "verksamhet": date(2027, 12, 20),
    "arsredovisning": date(2028, 3, 10),
    "revision": date(2028, 4, 17),
    "ansvarsfrihet": date(2028, 6, 20),
}
QUESTIONS = {
    "planering": range(1, 3),
    "verksamhet": range(3, 13),
    "arsredovisning": range(13, 14),
}
REVISORER = """\
revisorer:
  - {namn: Sven Lind, medlemmar: [region, kommun]}
  - {namn: Byrån, medlemmar: [fk]}
"""


def commands(box: Box, phase: str) -> Iterator[list[str]]:
    """Write what a phase asks for, and give its commands as a person would type them."""
    for path, text in WRITTEN.get(phase, {}).items():
        box.write(f"insatser/{YEAR}/{path}", text)
    if phase in WRITTEN:
        yield ["save", YEAR]
    for number in QUESTIONS.get(phase, ()):
        yield ["answer", YEAR, f"VAR-{number}", "ja", "--motivering", "Prövat av styrelsen."]
    if phase in DECIDED:
        utfall, day = DECIDED[phase]
        yield ["decide", YEAR, utfall, "--organ", "styrelse", "--datum", day, "--paragraf", "§ 7"]
    yield ["advance", YEAR]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose year 2027 is over, walked once for all tests."""
    root = tmp_path_factory.mktemp("mall") / "aret"
    with at(date(2026, 10, 1)):
        assert main(["init", str(root), "--namn", "Samordningsförbundet Prov"]) == 0
        words = ["new", "Verksamhetsår 2027", "--process", "verksamhetsar", "--id", YEAR]
        assert main([*words, "-C", str(root)]) == 0
        box = Box(root)
        text = (root / "samverkan.yaml").read_text(encoding="utf-8")
        box.write("samverkan.yaml", text.replace("revisorer:\n", REVISORER))
        box.commit("Revisorerna införda")
    for phase in PHASES[:-1]:
        with at(DAYS[phase]):
            for given in commands(box, phase):
                assert main([*given, "-C", str(root)]) == 0, given
    return root


@pytest.fixture
def over(walked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Box:
    """A copy of that repository; the test stands in it."""
    box = copied(walked, tmp_path / "aret")
    monkeypatch.chdir(box.root)
    return box


def test_the_year_is_over_and_whole(over: Box, run: Run) -> None:
    """Every phase is passed, each by a commit of its own, and check has nothing to say."""
    trail = over.git("log", "--reverse", "--format=%(trailers:key=Fas-till,valueonly)").split()
    assert trail == list(PHASES)
    assert over.status() == ""
    assert "Avslutad" in run("status").out
    done = run("check")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("inga anmärkningar.\n")


def test_the_money_of_the_year(over: Box, run: Run) -> None:
    """`report ar` sets contributions against the law's shares and counts the capital."""
    done = run("report", "ar", "2027")
    assert (done.code, done.err) == (0, "")
    said = done.out.replace("\u00a0", " ")
    assert "Budgeten beslutades 18 november 2026, § 7." in said
    assert "Andelarna följer 5 § lag 2003:1210; läst i källa." in said
    assert "Staten" in said
    assert "210 000 kr" in said
    body = json.loads(run("report", "ar", "2027", "-f", "json").out)
    assert [each["bidrag"] for each in body["sidor"]] == [2000000, 1000000, 1000000]
    assert [each["inkommet"] for each in body["sidor"]] == [2000000, 1000000, 1000000]
    assert body["lag"] == "LAG102"
    assert "Bidrag mot andelar" in run("report", "ar", "2027", "-f", "csv").out
    assert "<h2>Eget kapital</h2>" in run("report", "ar", "2027", "-f", "html").out
    assert over.status() == ""


def test_the_evidence_of_the_year(over: Box, run: Run) -> None:
    """`report revision` names file, commit and day for each duty, and what is missing."""
    body = json.loads(run("report", "revision", "--ar", "2027", "-f", "json").out)
    duties = {each["uppgift"]: each for each in body["uppgifter"]}
    assert len(duties) == 7
    plan = duties["mal-och-riktlinjer"]
    assert plan["bevis"][0]["fil"] == f"insatser/{YEAR}/verksamhetsplan.yaml"
    sha = over.git("log", "-1", "--format=%H", "--", plan["bevis"][0]["fil"]).strip()
    assert sha.startswith(plan["bevis"][0]["commit"])
    assert plan["bevis"][0]["dag"] == "2026-10-21"
    assert plan["saknas"] == ["Styrdokument"]
    assert duties["budget-och-arsredovisning"]["saknas"] == []
    assert duties["finansiera"]["saknas"] == ["Beviljade medel", "Överenskommelse"]
    done = run("report", "revision", "--ar", "2027")
    assert "Saknas: Arbetsordning." in done.out
    assert "VAR-4" in done.out
    assert "Revisorn Sven Lind: Tillräcklig" in done.out
    assert "Styrelsen är inte införd i samverkan.yaml." in done.out


def test_each_member_has_its_page(over: Box, run: Run) -> None:
    """The page of a member begins with its contribution, audit and discharge, and no other's."""
    for member in MEMBERS:
        words = ("report", "revision", "--ar", "2027", "--medlem", member)
        rows = json.loads(run(*words, "-f", "json").out)["medlemmar"]
        assert [row["medlem"] for row in rows] == [member]
        assert rows[0]["ansvarsfrihet"]["beslut"] == "beviljas"
        assert rows[0]["bidrag"] == (None if member == "af" else rows[0]["inkommet"])
    text = run("report", "revision", "--ar", "2027", "--medlem", "region", "-f", "md").out
    assert "Underlag för revision 2027 för Regionen" in text
    assert "Beviljas 2028-06-09 Protokoll 2028 § 61" in text
    assert over.status() == ""


def test_a_slip_is_answered(over: Box, run: Run) -> None:
    """An unknown member is answered with the nearest; a year without case says how to begin it."""
    done = run("report", "revision", "--medlem", "regionn")
    assert (done.code, done.out) == (2, "")
    assert "Menade du region?" in done.err
    assert "Medlemmar: fk, af, region, kommun." in run("report", "revision", "--medlem", "q").err
    assert "Året 2031 är inte upplagt" in run("report", "ar", "2031").out
    assert run("report", "ar", "31").code == 2
    over.git("checkout", "-q", "--orphan", "tom")
    assert "Ingen historia finns i git" in run("report", "revision").out
    shutil.rmtree(over.root / ".git")
    done = run("report", "revision")
    assert (done.code, done.err) == (0, "")
    assert "Ingen historia finns i git" in done.out


def test_the_newest_year_is_shown_when_none_is_named(over: Box, run: Run) -> None:
    """Without a year the last one that has begun is meant; today is 2026, before it began."""
    assert "Underlag för revision 2026" in run("report", "revision").out
    with at(date(2028, 7, 1)):
        assert "Underlag för revision 2027" in run("report", "revision").out
    assert over.status() == ""


def test_a_year_without_part_or_inriktning(small: Box, run: Run) -> None:
    """`new` asks for no part in the förbund's own affairs; in an insats it still does."""
    words = ("new", "Verksamhetsår 2027", "--process", "verksamhetsar", "--id", YEAR)
    done = run(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Nytt ärende: {YEAR}. Fyll i handlingarna i insatser/{YEAR}/")
    assert small.trailers()["Process"] == "verksamhetsar/1"
    assert run("new", "Utan part").code == 2
    assert "Nytt ärende" not in run("new", "Med part", "--part", "fk", "--part", "kommun").out
