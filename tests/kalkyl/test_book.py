"""A report as a workbook says what the report says, in a form that computes nothing unasked."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from samverkan_cli.kalkyl import book
from samverkan_cli.report import GAP, Column, Report, Section, Table

HOSTILE = ["=1+1", "@SUM(1)", "https://example.se", "+46", "a\x01b", "_x0041_"]
TABLE = Table(
    "Medel: en / mycket lång rubrik som inte ryms",
    (
        Column("Insats"),
        Column("Belopp", "kronor"),
        Column("Andel", "procent"),
        Column("Dag", "datum"),
    ),
    [
        ("Lumena", 1200000, 40, date(2026, 3, 12)),
        ("Iris", None, 12.5, "2026-04-01"),
        ("Bron", 300000, None, date(1890, 1, 1)),
    ],
    ("Summa", 1500000, None, ""),
)
COUNTS = Table(
    "Deltagare",
    (Column("Insats"), Column("Totalt", "tal")),
    [("A", "färre än 5"), ("B", 7)],
    ("Summa", 7),
)
REPORT = Report(
    "prov",
    "Medel & mål",
    ["En inledning."],
    [
        Section("Medel", ["Allt i kronor."], tables=[TABLE]),
        Section("Deltagare", tables=[COUNTS]),
        Section("Fientligt", tables=[Table("Fientligt", [Column("Text")], [[x] for x in HOSTILE])]),
        Section("Det som saknas", points=["Iris: belopp"]),
    ],
)


@pytest.fixture(scope="module")
def raw() -> bytes:
    """Give the workbook."""
    return book.write(REPORT, "Förbundet Prov")


@pytest.fixture(scope="module")
def opened(raw: bytes) -> Any:
    """Give the workbook as openpyxl reads it."""
    return load_workbook(io.BytesIO(raw))


def test_same_bytes(raw: bytes) -> None:
    """The same report gives the same bytes."""
    assert book.write(REPORT, "Förbundet Prov") == raw


def test_cells_are_what_they_are(opened: Any) -> None:
    """Numbers are numbers, days are days, a gap is a gap, and formats are Swedish."""
    sheet = opened.worksheets[1]
    assert sheet.title == "Medel en mycket lång rubrik"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert rows[0] == ["Insats", "Belopp", "Andel", "Dag"]
    assert rows[1] == ["Lumena", 1200000, 0.4, datetime(2026, 3, 12)]  # noqa: DTZ001
    assert rows[2] == ["Iris", GAP, 0.125, datetime(2026, 4, 1)]  # noqa: DTZ001
    assert rows[3] == ["Bron", 300000, GAP, "1 januari 1890"]
    assert rows[4] == ["Summa", "=SUM(B7:B9)", GAP, None]
    assert sheet["B7"].number_format == '#,##0 "kr"'


def test_sums_say_their_value(raw: bytes) -> None:
    """A reader that does not compute finds the value of a sum in the file."""
    found = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(1).to_python()
    assert found[-1][:2] == ["Summa", 1500000.0]


def test_a_masked_group_is_not_summed(opened: Any) -> None:
    """Beside what is kept back a total stands as the number that the report gives."""
    sheet = opened.worksheets[2]
    assert [cell.value for cell in list(sheet.iter_rows())[-1]] == ["Summa", 7]


def test_text_stays_text(opened: Any) -> None:
    """No text of a case becomes a formula or a link."""
    cells = [row[0] for row in opened.worksheets[3].iter_rows(min_row=5)]
    assert [cell.data_type for cell in cells] == ["s"] * len(HOSTILE)
    assert not [cell for cell in cells if cell.hyperlink]
    assert [cell.value for cell in cells][:4] == HOSTILE[:4]


def test_print_and_filter(opened: Any) -> None:
    """Headings stay in view, are filtered, and are repeated on every page across A4."""
    sheet = opened.worksheets[1]
    assert sheet.freeze_panes == "B7"
    assert sheet.auto_filter.ref == "A6:D9"
    assert sheet.print_title_rows == "$6:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert opened.properties.creator == "Förbundet Prov"
    assert opened.properties.created == datetime(1980, 1, 1)  # noqa: DTZ001


def test_words_have_a_sheet(opened: Any) -> None:
    """What the report says outside its tables is there too."""
    said = [row[0].value for row in opened.worksheets[0].iter_rows() if row[0].value]
    assert said[:3] == ["Medel & mål", "Förbundet Prov", "En inledning."]
    assert "– Iris: belopp" in said
