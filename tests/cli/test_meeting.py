"""A meeting through the command line: called, decided on, minuted, and checked."""

import csv
import io
import json
import shutil

import pytest
from ruamel import yaml

from .box import SHUT, Box
from .conftest import Run

BOARD = """\
styrelse:
  - {namn: Birgitta Sund, uppdrag: ordforande, medlem: kommun-norrby}
  - {namn: Olle Marklund, uppdrag: vice_ordforande, medlem: region}
  - {namn: Ulla Ros, uppdrag: ledamot, medlem: af}
moten:
  - {organ: beredningsgrupp, datum: 2026-11-25}
  - {organ: styrelse, datum: 2026-12-10, tid: 09.00–12.00, plats: "Kansliet, Norrby"}
ledtider: {ansokan_fore_beredning: 7, beredning_fore_styrelse: 14}
"""
YEAR = """\
process: ar
version: 1
namn: Förbundets år
slag: forbund
kalla: [S003-031]
provenans: hus
sluttillstand: [{id: klart, namn: Klart}]
faser:
  - id: budget
    nr: 1
    namn: Budget
    varfor: Medlen ska räcka.
    resultat: En budget.
    kalla: [S003-031]
    provenans: hus
    grind:
      id: a1
      namn: Budgeten fastställs
      organ: styrelse
      beslut: {organ: styrelse, kravs: true, falt: [paragraf]}
      utfall: [{id: faststall, namn: Budgeten fastställs, till: klart}]
"""
KEPT = frozenset({"formatversion", "forbund", "parter", "personer", "process"})
YAML = yaml.YAML()
OWN = "2026-090-ar"
DAY = "2026-12-10"
MINUTES = f"protokoll/{DAY}-styrelse"


@pytest.fixture
def forbund(examples: Box, run: Run) -> Box:
    """The examples with a small board, other meetings, and only one case of the förbund's own."""
    known = YAML.load(examples.root / "samverkan.yaml")
    kept = {key: value for key, value in known.items() if key in KEPT}
    YAML.dump(kept, examples.root / "samverkan.yaml")
    text = (examples.root / "samverkan.yaml").read_text(encoding="utf-8")
    examples.write("samverkan.yaml", text + BOARD)
    for year in (examples.root / "insatser").glob("ar-*"):
        shutil.rmtree(year)
    examples.write("processer/ar.yaml", YEAR)
    examples.commit()
    assert run("new", "År 2026", "--process", "ar", "--part", "af", "--id", OWN).code == 0
    return examples


def test_from_notice_to_minutes(forbund: Box, run: Run) -> None:
    """The list names the own case; its decision is taken and moved on; the minutes hold it."""
    called = run("agenda", DAY)
    assert called.code == 0
    assert "Plats: Kansliet, Norrby." in called.out
    assert "På väg till mötet" in called.out
    typed = f'samverkan decide {OWN} faststall --organ styrelse --datum {DAY} --paragraf "§ 1"'
    assert f"  {typed}" in called.out.splitlines()

    serving = [word for name in ("Birgitta Sund", "Ulla Ros") for word in ("--tjanstgorande", name)]
    words = ["decide", OWN, "faststall", "--organ", "styrelse", "--datum", DAY, "--paragraf", "§ 5"]
    refused = run(*words, *serving, "--jav", "ulla ros: bror")
    assert (refused.code, refused.out) == (1, "")
    assert "jävig" in refused.err
    assert run(*words, *serving, "--jav", "Olle Marklund: bror").code == 0
    assert run("advance", OWN).code == 0

    begun = run("protokoll", DAY)
    assert begun.code == 0
    assert forbund.changed() == [f"insatser/{OWN}/{MINUTES}.yaml"]
    text = (forbund.root / f"insatser/{OWN}/{MINUTES}.yaml").read_text(encoding="utf-8")
    assert "paragraf: § 5" in text
    assert "skal: bror" in text
    assert "BES1" not in run("check").out
    printed = run("render", OWN, MINUTES)
    assert printed.code == 0
    assert "# Protokoll – Styrelse 10 december 2026" in printed.out
    assert "Bevis om anslag" in printed.out
    assert "Olle Marklund anmäler jäv" in printed.out
    assert "Jäv: Olle Marklund: bror." in run("agenda", DAY).out


def test_check_reads_decision_and_minutes_together(forbund: Box, run: Run) -> None:
    """A decision that points at a paragraph which the minutes lack is found by check."""
    words = ["decide", OWN, "faststall", "--organ", "styrelse", "--datum", DAY]
    assert run(*words, "--paragraf", "§ 5").code == 0
    assert run("protokoll", DAY, "--ar", OWN).code == 0
    forbund.edit(f"insatser/{OWN}/{MINUTES}.yaml", "paragraf: § 5", "paragraf: § 6")
    done = run("check")
    assert done.code == 1
    assert f"beslut/{DAY}-styrelse.yaml" in done.out
    assert "BES111 fel: Paragrafen § 5 finns inte i" in done.out


def test_every_form(forbund: Box, run: Run) -> None:
    """The same points in text, md, html, json and csv; commands only where one types."""
    assert forbund.status() == ""
    said = {form: run("agenda", DAY, "-f", form) for form in ("text", "md", "html", "json", "csv")}
    assert {each.code for each in said.values()} == {0}
    assert all("Budgeten fastställs: År 2026" in each.out for each in said.values())
    assert "samverkan decide" not in said["html"].out + said["md"].out
    assert "Uppgift saknas" not in said["html"].out  # a cell with nothing to say is no gap
    body = json.loads(said["json"].out)
    assert (body["kind"], body["organ"], body["planerat"]) == ("agenda", "styrelse", True)
    rows = list(csv.reader(io.StringIO(said["csv"].out.lstrip("\ufeff")), delimiter=";"))
    assert [row[0] for row in rows if row and row[0].isdecimal()] == [
        str(each["nr"]) for each in body["punkter"]
    ]
    assert forbund.status() == ""


def test_beredningsgruppens_own_day(forbund: Box, run: Run) -> None:
    """The planned day tells the organ; the cases on their way to the board are prepared."""
    assert forbund.status() == ""
    body = json.loads(run("agenda", "2026-11-25", "-f", "json").out)
    assert body["organ"] == "beredningsgrupp"
    assert SHUT in [each["insats"] for each in body["punkter"] if each["slag"] == "beredning"]


def test_change_decided_at_the_meeting(forbund: Box, run: Run) -> None:
    """The command that the list gives for a change can be typed as it stands, and is then done."""
    case = "2023-001-lumena"
    text = "datum: 2026-11-01\nvad: Ny budget\nvarfor: Fler\nstorlek: storre\nberedd_av: SG\n"
    forbund.write(f"insatser/{case}/andringar/a.yaml", text)
    assert run("save", case).code == 0
    body = json.loads(run("agenda", DAY, "-f", "json").out)
    points = {each["rubrik"]: each["kommando"] for each in body["punkter"]}
    typed = points["Större ändring: Lumena"]
    assert run(*typed.split()[1:]).code == 0
    assert run("render", case, f"beslut/{DAY}-styrelse").code == 0
    after = json.loads(run("agenda", DAY, "-f", "json").out)["punkter"]
    titles = [each["rubrik"] for each in after]
    assert "Större ändring: Lumena" not in titles
    assert "Ändring av insatsplan eller budget: Lumena" in titles


REFUSED = {
    "no day": (["agenda", "imorgon"], 2, "samverkan agenda 2026-05-20"),
    "day that is none": (["agenda", "2026-02-30"], 2, "ÅÅÅÅ-MM-DD"),
    "unknown organ": (["agenda", DAY, "--organ", "styrelsen"], 2, "Menade du styrelse?"),
    "minutes in an insats": (["protokoll", DAY, "--ar", SHUT], 1, "--ar ID"),
    "no own case that year": (["protokoll", "2031-01-01"], 2, "--ar INSATS"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(forbund: Box, run: Run, name: str) -> None:
    """What cannot be done is told with what to do, and changes nothing."""
    words, code, hint = REFUSED[name]
    before = forbund.state()
    done = run(*words)
    assert (done.code, done.out) == (code, "")
    assert hint in done.err
    assert forbund.state() == before


def test_several_own_cases(forbund: Box, run: Run) -> None:
    """With several cases of the year the person says which."""
    assert run("new", "Andra", "--process", "ar", "--part", "af", "--id", "2026-091-ar").code == 0
    done = run("protokoll", DAY)
    assert done.code == 2
    assert "flera egna ärenden" in done.err
    assert forbund.status() == ""
