"""Files from outside: real workbooks are read, and hostile ones refused calmly."""

import io
import zipfile
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from samverkan_cli.errors import SamverkanError
from samverkan_cli.kalkyl import reading
from samverkan_cli.kalkyl.gathering import gather, secrets

ROWS: list[list[object]] = [
    ["Budgetår", "Kostnadsslag", "Belopp (kr)"],
    [2027, "Köpt tjänst", "1 250 000 kr"],
]
READ = {"budgetar": 2027, "slag": "kopt_tjanst", "belopp": 1250000}


def _xlsx(path: Path, rows: list[list[object]]) -> Path:
    made = Workbook()
    sheet = made.active
    sheet.title = "Budget"
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def _ods(path: Path) -> Path:
    made = OpenDocumentSpreadsheet()
    table = Table(name="Budget")
    for row in ROWS:
        line = TableRow()
        for cell in row:
            kind = {"valuetype": "float", "value": cell} if isinstance(cell, int) else {}
            made_cell = TableCell(**(kind or {"valuetype": "string"}))
            made_cell.addElement(P(text=str(cell)))
            line.addElement(made_cell)
        table.addElement(line)
    made.spreadsheet.addElement(table)
    made.save(str(path))
    return path


def _csv(path: Path, sign: str, encoding: str) -> Path:
    path.write_bytes("\r\n".join(sign.join(map(str, row)) for row in ROWS).encode(encoding))
    return path


def test_every_kind_of_file_says_the_same(tmp_path: Path) -> None:
    """Xlsx, ods and csv in the usual encodings give the same row."""
    files = [_xlsx(tmp_path / "a.xlsx", ROWS), _ods(tmp_path / "b.ods")]
    for number, (sign, encoding) in enumerate(
        [(";", "utf-8-sig"), (";", "cp1252"), (",", "utf-8"), ("\t", "utf-8")]
    ):
        files.append(_csv(tmp_path / f"{number}.csv", sign, encoding))
    for file in files:
        rows, troubles = gather(reading.read(file))
        assert not troubles, file
        assert [row.values for row in rows] == [READ]


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    """Öre, text, an unknown heading and a double are told at once, by sheet, row and column."""
    rows: list[list[object]] = [
        ["År", "Kostnadsslag", "Belopp", "Komentar"],
        [2027, "personal", 10.5, ""],
        [2027, "resor", "åtta", ""],
        [2027, "lokal", 5, ""],
        [2027, "Hyra", 6, ""],
        [1066, "lokal", 6, ""],
    ]
    _, troubles = gather(reading.read(_xlsx(tmp_path / "a.xlsx", rows)))
    told = {each.where: each.says for each in troubles}
    assert set(told) == {
        "Budget, rad 1, kolumn D",
        "Budget, rad 2, kolumn C",
        "Budget, rad 3, kolumn C",
        "Budget, rad 5",
        "Budget, rad 6, kolumn A",
    }
    assert "Kommentar" in told["Budget, rad 1, kolumn D"]
    assert told["Budget, rad 5"] == "samma rad som Budget, rad 4"


def test_a_number_is_found_in_a_cell_nobody_uses(tmp_path: Path) -> None:
    """A personal number is found as text and as a number, in a column without a heading."""
    rows: list[list[object]] = [*ROWS, [], ["", "", "", "", "", "19121212-1212", 191212121212]]
    found = list(secrets(reading.read(_xlsx(tmp_path / "a.xlsx", rows))))
    assert [where for where, _ in found] == ["Budget, rad 4, kolumn F", "Budget, rad 4, kolumn G"]


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (reading.MOST_UNPACKED + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.xlsx", b"ingen arbetsbok", "skadad"),
        ("a.xlsx", b"PK\x03\x04avbruten", "skadad"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "låst med lösenord"),
        ("a.ods", b"", "är tom"),
        ("a.csv", b"PK\x03\x04\x00\x00", "skadad"),
        ("a.csv", b"a;b\n" * (reading.MOST_ROWS + 1), "läses inte in"),
        ("a.csv", b";" * 200, "läses inte in"),
        ("a.pdf", b"%PDF", "Filer som går"),
    ],
)
def test_hostile_files(tmp_path: Path, name: str, raw: bytes, why: str) -> None:
    """A file that is broken, locked, too large or of another kind is refused in Swedish."""
    file = tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(SamverkanError) as refused:
        reading.read(file)
    assert why in f"{refused.value.message} {refused.value.hint}"


def test_a_bomb(tmp_path: Path) -> None:
    """A small file that grows beyond reason is refused before it is unpacked."""
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(_bomb())
    with pytest.raises(SamverkanError, match="uppackad"):
        reading.read(file)


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    """A packed file of something else is told as such."""
    file = tmp_path / "a.xlsx"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("brev.txt", "hej")
    with pytest.raises(SamverkanError, match="skadad"):
        reading.read(file)
