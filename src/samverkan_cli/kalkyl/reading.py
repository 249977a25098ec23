"""Reads the sheets of a file: xlsx and ods by the library, csv by our own choice of signs."""

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.system import in_words
from samverkan_cli.texts import antal, visible

MOST_BYTES = 10_000_000
MOST_UNPACKED = 100_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 100
MOST_SHEETS = 50
SUFFIXES = (".xlsx", ".ods", ".csv")
_OLD = b"\xd0\xcf\x11\xe0"
"""Begins what Excel locks with a password, and its files from before 2007."""


@dataclass(frozen=True)
class Blad:
    """A sheet as read: its rows from the first of the file, empty ones too."""

    name: str
    rows: list[list[Any]]


def read(path: Path) -> list[Blad]:
    """Read every sheet of a file, hidden ones too; what cannot be read is told calmly."""
    suffix, shown = path.suffix.lower(), visible(path.name)
    if suffix not in SUFFIXES:
        raise SamverkanError(
            f"{shown} går inte att läsa in.", f"Filer som går att läsa in: {', '.join(SUFFIXES)}."
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_much(shown, "är större än 10 MB")
        raw = path.read_bytes()
    except OSError as error:
        raise SamverkanError(f"Det gick inte att läsa {shown}: {in_words(error)}.") from error
    if not raw:
        raise SamverkanError(f"{shown} är tom.", "Välj en annan fil.")
    sheets = _csv(raw, path, shown) if suffix == ".csv" else _workbook(raw, shown)
    for each in sheets:
        _measure(shown, each.name, len(each.rows), max(map(len, each.rows), default=0))
    return sheets


def _too_much(shown: str, why: str) -> SamverkanError:
    return SamverkanError(
        f"{shown} {why} och läses inte in.",
        "Spara bara de blad som ska läsas in i en ny fil, utan tomma rader och kolumner.",
    )


def _measure(shown: str, name: str, height: int, width: int) -> None:
    if height > MOST_ROWS or width > MOST_COLUMNS:
        size = f"{antal(height, 'rad', 'rader')} och {antal(width, 'kolumn', 'kolumner')}"
        raise _too_much(shown, f"har ett blad, {visible(name)}, med {size}")


def _workbook(raw: bytes, shown: str) -> list[Blad]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    _unpackable(raw, shown)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            if len(book.sheet_names) > MOST_SHEETS:
                raise _too_much(shown, f"har fler än {MOST_SHEETS} blad")
            found = []
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                _measure(shown, name, sheet.total_height, sheet.total_width)
                found.append(Blad(name, sheet.to_python(skip_empty_area=False)))
            return found
    except PasswordError as error:
        raise _locked(shown) from error
    except (CalamineError, OSError, ValueError) as error:
        raise _broken(shown) from error


def _unpackable(raw: bytes, shown: str) -> None:
    """Refuse a file that is no workbook, is locked, or grows beyond reason when unpacked."""
    if raw.startswith(_OLD):
        raise _locked(shown)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            sizes = [each.file_size for each in packed.infolist()]
            locked = any(each.flag_bits & 1 for each in packed.infolist())
            if sum(sizes) <= MOST_UNPACKED and not locked:
                _unpack(packed, shown)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise _broken(shown) from error
    if locked:
        raise _locked(shown)
    if sum(sizes) > MOST_UNPACKED:
        raise _too_much(shown, "är större än 100 MB uppackad")


def _unpack(packed: zipfile.ZipFile, shown: str) -> None:
    """Count what really comes out: a file's own word of its size may be a lie."""
    import zlib

    total = 0
    for each in packed.infolist():
        try:
            with packed.open(each) as part:
                while piece := part.read(1 << 20):
                    total += len(piece)
                    if total > MOST_UNPACKED:
                        raise _too_much(shown, "är större än 100 MB uppackad")
        except zlib.error as error:
            raise _broken(shown) from error


def _locked(shown: str) -> SamverkanError:
    return SamverkanError(
        f"{shown} är låst med lösenord, eller i Excels äldre format.",
        "Spara den utan lösenord som Excel-arbetsbok (.xlsx) och läs in den igen.",
    )


def _broken(shown: str) -> SamverkanError:
    return SamverkanError(
        f"{shown} är skadad, eller är inte den sorts fil som namnet säger.",
        "Öppna den i Excel eller LibreOffice, spara den som .xlsx och läs in den igen.",
    )


def _csv(raw: bytes, path: Path, shown: str) -> list[Blad]:
    """Read a text file in the encoding and with the sign between cells that it has."""
    if b"\0" in raw or raw.startswith(b"PK\x03\x04"):
        raise _broken(shown)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text)))
    except csv.Error as error:
        raise _broken(shown) from error
    return [Blad(path.stem, [[_unguarded(cell) for cell in row] for row in rows])]


def _sign(text: str) -> str:
    """Choose what stands between cells: the sign that most lines of the beginning have."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    counts = {sign: sum(sign in line for line in lines) for sign in ";\t,"}
    return max(counts, key=lambda sign: counts[sign])


def _unguarded(cell: str) -> str:
    """Take away the apostrophe that keeps a cell from being computed."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell
