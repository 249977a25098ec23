"""Sheets at the command line: out, in, all or nothing, and nothing twice."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .box import OPEN, Box
from .conftest import Run

ANSOKAN = f"insatser/{OPEN}/ansokan.yaml"


@pytest.mark.parametrize("vad", ["budget", "deltagare"])
def test_out_and_in_changes_nothing(run: Run, examples: Box, tmp_path: Path, vad: str) -> None:
    """A sheet that comes back as it went out writes nothing."""
    file, tip = tmp_path / "ut.xlsx", examples.tip()
    assert run("export", OPEN, vad, "-o", str(file)).code == 0
    done = run("import", str(file), "--insats", OPEN)
    assert (done.code, done.out) == (0, "Inget att ändra: allt i filen står redan i förrådet.\n")
    assert (examples.tip(), examples.status()) == (tip, "")
    assert run("export", OPEN, vad, "-o", str(file)).code == 2


def test_a_filled_in_sheet_is_one_commit(run: Run, examples: Box, tmp_path: Path) -> None:
    """A new row lands in the YAML, whose other lines stay; another amount asks for --ersatt."""
    file, before = tmp_path / "ut.xlsx", (examples.root / ANSOKAN).read_text()
    run("export", OPEN, "budget", "-o", str(file))
    book = load_workbook(file)
    book["Kostnader"].append([2025, "resor", "1 250 kr", "Tåg"])
    book["Kostnader"]["C2"] = 1650001
    book.save(file)
    refused = run("import", str(file), "--insats", OPEN)
    assert refused.code == 1
    assert "Kostnader, rad 2: Belopp är 1\u00a0650\u00a0001 i filen" in refused.out
    assert (examples.root / ANSOKAN).read_text() == before
    count = examples.count()
    assert run("import", str(file), "--insats", OPEN, "--ersatt", "-n").code == 0
    assert examples.count() == count
    assert run("import", str(file), "--insats", OPEN, "--ersatt").code == 0
    assert examples.count() == count + 1
    after = (examples.root / ANSOKAN).read_text()
    new = "  - budgetar: 2025\n    slag: resor\n    belopp: 1250\n    kommentar: Tåg\n"
    assert after.replace(new, "").replace("1650001", "1650000") == before


def test_a_personal_number_is_told_by_place(run: Run, examples: Box, tmp_path: Path) -> None:
    """The place is said, the number never, and nothing is written."""
    file, tip = tmp_path / "a.csv", examples.tip()
    file.write_text("Budgetår;Kostnadsslag;Belopp\n2030;resor;5;;19121212-1212\n")
    done = run("import", str(file), "--insats", OPEN)
    assert done.code == 1
    assert "a, rad 2, kolumn E: cellen innehåller ett personnummer" in done.out
    assert "1212" not in done.out + done.err
    assert (examples.tip(), examples.status()) == (tip, "")


@pytest.mark.usefixtures("examples")
def test_a_report_without_its_document_is_named(run: Run, tmp_path: Path) -> None:
    """Participants of a report that does not exist are refused with those that do."""
    file = tmp_path / "a.csv"
    file.write_text("Rapport;Mått;Totalt\n2099-h1;nya;12\n")
    done = run("import", str(file), "--insats", OPEN)
    assert done.code == 1
    assert "a, rad 2: rapporten 2099-h1 finns inte; det finns 2024-delar-1" in done.out


@pytest.mark.usefixtures("examples")
def test_reports_are_workbooks(run: Run, tmp_path: Path) -> None:
    """A report on the command line is written as a workbook with its tables."""
    file = tmp_path / "r.xlsx"
    assert run("report", "portfolj", "-f", "xlsx", "-o", str(file)).code == 0
    names = load_workbook(io.BytesIO(file.read_bytes())).sheetnames
    assert names[:2] == ["Om rapporten", "Insatserna"]
    assert "Medel" in names


@pytest.mark.usefixtures("examples")
def test_budget_and_participants_over_all(run: Run) -> None:
    """What is granted stands against what is used, and each measure by itself."""
    said = run("report", "budget", "--ar", "2024", "-f", "csv").out
    assert '"Lumena";"2024";"1200000";"600000"' in said
    assert '"Lumena";"2024";"Personal";"1650000"' in said
    said = run("report", "deltagare", "--ar", "2024", "-f", "csv").out
    assert '"Lumena";"1 januari 2024 – 30 april 2024";"43";"28";"71"' in said
    assert '"Lumena";"inkomna intresseanmälningar till Resursteamen"' in said


@pytest.mark.usefixtures("examples")
def test_a_conflict_does_not_tell_a_small_group(run: Run, tmp_path: Path) -> None:
    """Neither a small group nor the other sex, which would tell it, is shown in a conflict."""
    file = tmp_path / "a.csv"
    file.write_text("Rapport;Mått;Totalt;Kvinnor;Män\n2024-delar-2;avbrott;9;5;4\n")
    done = run("import", str(file), "--insats", OPEN)
    assert done.code == 1
    assert "Kvinnor är ”visas inte” i filen och ”visas inte” i förrådet" in done.out
    assert "Totalt är 9 i filen och 7 i förrådet" in done.out
