"""Follow-up at the command line: the grid, masked counts, the portfolio and the entry sheet."""

import json

import pytest

from .box import OPEN, Box
from .conftest import Run

PATH = f"insatser/{OPEN}/lagesrapporter/2024-h2.yaml"
REPORT = """\
rapporttyp: lages
period: {fran: 2024-07-01, till: 2024-12-31}
datum: 2025-01-20
deltagare: [{matt: aktuella, totalt: 40, kvinnor: 37, man: 3}]
forsorjning:
  antal_svar: 41
  bortfall: 6
  grupper: [{grupp: lön, fore: 2, efter: 20}, {grupp: annat, fore: 39, efter: 21}]
tid_i_aktivitet:
  fran: 2024-07-01
  till: 2024-12-31
  antal: 40
  klasser: [{klass: Kort, antal: 22, kvinnor: 12, man: 10}, {klass: Lång, antal: 18}]
enkater:
  - namn: Deltagare vid avslut
    typ: samsyn
    antal_svar: 30
    resultat: De flesta möter samsyn.
    fragor:
      - fraga: Ser personalen lika på din situation?
        ordnad: true
        svar:
          - {svar: Helt, antal: 12}
          - {svar: Till stor del, antal: 8}
          - {svar: Inte alls, antal: 5}
          - {svar: Vet ej, antal: 5, vet_ej: true, forklaring: De hade en kontakt.}
      - fraga: Gick det bättre?
        svar: [{svar: Ja, andel: 60}, {svar: Nej, andel: 40}]
    teman: [{tema: Tid, antal: 7, text: Mer tid.}, {tema: Resor, antal: 2}]
sjalvvardering:
  datum: 2024-12-10
  gjord_av: [personal, styrgrupp]
  deltagare:
    forutsattningar: {bedomning: fungerar, text: Lokalen ligger nära och är lätt att hitta till.}
    process: {bedomning: delvis, text: Väntan på ett första samtal är ibland fyra veckor.}
    resultat: {bedomning: vet_ej}
  personal: {process: {text: Veckomötet håller ihop teamet.}}
  steg: provar
nasta_steg: Vidare.
"""


@pytest.fixture
def followed(examples: Box) -> Box:
    """Give the examples with a report for the second half of 2024."""
    examples.write(PATH, REPORT)
    return examples


@pytest.mark.usefixtures("followed")
def test_the_grid_fits_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three by three in eighty columns, whole words, the empty boxes told."""
    monkeypatch.setenv("COLUMNS", "80")
    said = run("show", OPEN, "lagesrapporter/2024-h2").out
    assert all(len(line) <= 80 for line in said.splitlines())
    grid = said[said.index("Gjord av") : said.index("Steg: ")].rstrip().splitlines()
    assert grid[0] == "Gjord av personal och styrgrupp, 10 december 2024."
    assert grid[1].split() == ["Förutsättningar", "Process", "Resultat"]
    assert [line.split()[0] for line in grid[2:] if line[:1].strip() and line[0].isupper()] == [
        *("Deltagare", "Personal", "Organisation"),
    ]
    assert grid[-1].split() == ["Organisation", *["ej", "ifylld"] * 3]
    assert "Steg: Vi prövar" in said


@pytest.mark.usefixtures("followed")
def test_show_masks_what_the_file_says(run: Run, followed: Box) -> None:
    """Small groups are words on the screen and in JSON; the file keeps its numbers."""
    said = run("show", OPEN, "lagesrapporter/2024-h2").out
    assert "Kvinnor: visas inte · Män: visas inte" in said
    assert "Bortfall: 6." in said
    assert "lön    färre än 5  20" in said
    assert "annat  visas inte  21" in said
    assert "Tid (7): Mer tid." in said
    assert "Resor (färre än 5)" in said
    data = json.loads(run("show", OPEN, "lagesrapporter/2024-h2", "-f", "json").out)["data"]
    assert data["deltagare"][0] == {
        "matt": "aktuella",
        "totalt": 40,
        "kvinnor": "visas inte",
        "man": "visas inte",
    }
    assert "man: 3" in (followed.root / PATH).read_text(encoding="utf-8")


@pytest.mark.usefixtures("followed")
def test_a_survey_is_shown_with_shares(run: Run) -> None:
    """Shares are of all answers, the top of the scale together, the explanation beneath."""
    said = run("show", OPEN, "lagesrapporter/2024-h2").out.replace("\u00a0", " ")
    assert "Ser personalen lika på din situation? (30 svar)" in said
    assert "Helt           12     40 %" in said
    assert "Högsta och näst högsta steget: 20 (67 %)." in said
    assert "– Vet ej: De hade en kontakt." in said
    assert "Ja    uppgift saknas  60 %" in said


@pytest.mark.usefixtures("followed")
def test_the_portfolio(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same facts on the screen, in JSON, for spreadsheets and as documents."""
    monkeypatch.setenv("COLUMNS", "80")
    done = run("report", "portfolj", "--ar", "2024")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Portföljen 2024\n")
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert "Andra halvåret 2024" in done.out
    body = json.loads(run("report", "portfolj", "-f", "json").out)
    assert body["kind"] == "portfolj"
    assert {each["insats"] for each in body["insatser"]} >= {OPEN}
    assert (
        '"Lumena";"aktuella";"visas inte";"visas inte";"40"'
        in run(*("report", "portfolj", "-f", "csv")).out
    )
    assert "## Det som saknas" in run("report", "portfolj", "-f", "md").out
    assert "<h2>Måluppfyllelse</h2>" in run("report", "portfolj", "-f", "html").out


@pytest.mark.usefixtures("followed")
def test_the_entry_sheet(run: Run) -> None:
    """The sheet of a year; without one, of the last; a year that is no year is refused."""
    said = run("report", "uppfoljning", OPEN, "--ar", "2024")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Inmatning 2024: Lumena\n")
    assert "sedan 4 oktober 2023" in " ".join(said.out.split())
    assert '"Antal deltagare";' in run("report", "uppfoljning", OPEN, "-f", "csv").out
    assert run("report", "uppfoljning", OPEN, "--ar", "24").code == 2
    assert run("report", "uppfoljning", "finns-inte").code == 2
