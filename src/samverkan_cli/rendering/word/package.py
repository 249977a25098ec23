"""A Word file as its parts: opened with care, and zipped so that the same parts give same bytes."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_FILE = 20 * 1024 * 1024
"""Bytes of the file itself."""
MAX_PART = 40 * 1024 * 1024
"""Bytes of one part when it is unpacked."""
MAX_WHOLE = 80 * 1024 * 1024
"""Bytes of all parts together."""
MAX_PARTS = 2_000
DOCUMENT = "word/document.xml"
Parts = dict[str, bytes]

_OLE = b"\xd0\xcf\x11\xe0"
_BAD_NAME = re.compile(r"^/|\\|:|(^|/)\.\.(/|$)|[\x00-\x1f]")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
_AGAIN = "Öppna filen i Word och spara den på nytt som Word-dokument (.docx)."


class WordFileError(RefusedError):
    """A file that is no sound Word file (exit 1): what is wrong, and what to do."""


def read(path: Path) -> Parts:
    """Read a Word file from disk. Faults are SamverkanError or WordFileError."""
    try:
        if not path.is_file():
            what = "är en mapp" if path.is_dir() else "finns inte"
            raise SamverkanError(f"Filen {visible(str(path))} {what}.", "Kontrollera namnet.")
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        reason = in_words(error) if isinstance(error, OSError) else "namnet går inte att använda"
        raise SamverkanError(
            f"Filen {visible(str(path))} går inte att läsa: {reason}.", "Kontrollera filen."
        ) from error
    return opened(raw)


def opened(raw: bytes) -> Parts:
    """Unpack a Word file within bounds of size, every name judged. Faults are WordFileError."""
    if len(raw) > MAX_FILE:
        most = MAX_FILE // 1024 // 1024
        raise WordFileError(f"Filen är större än {most} MB.", "Förminska bilderna i den.")
    if raw.startswith(_OLE):
        raise WordFileError(
            "Filen har lösenord eller är sparad i det gamla formatet .doc.",
            "Ta bort lösenordet och spara den som Word-dokument (.docx).",
        )
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = _unpacked(archive)
    except _BROKEN as error:
        raise WordFileError("Filen är inget helt Word-dokument (.docx).", _AGAIN) from error
    if "[Content_Types].xml" not in parts or DOCUMENT not in parts:
        raise WordFileError("Filen är inget Word-dokument (.docx).", _AGAIN)
    return parts


def _unpacked(archive: zipfile.ZipFile) -> Parts:
    entries = [each for each in archive.infolist() if not each.is_dir()]
    if len(entries) > MAX_PARTS:
        raise WordFileError("Filen har orimligt många delar.", _AGAIN)
    parts: Parts = {}
    left = MAX_WHOLE
    for each in entries:
        if _BAD_NAME.search(each.filename) or each.filename in parts:
            raise WordFileError(
                f"Filen har en del med ett otillåtet namn: {visible(each.filename)[:80]}.", _AGAIN
            )
        if each.flag_bits & 1:
            raise WordFileError("Filen har lösenord.", "Ta bort lösenordet och spara på nytt.")
        if each.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise WordFileError("Filen är packad på ett sätt som Word inte använder.", _AGAIN)
        most = min(MAX_PART, left)
        with archive.open(each) as file:  # what the archive says of the size is not trusted
            data = file.read(most + 1)
        if len(data) > most:
            raise WordFileError("Filen blir orimligt stor när den packas upp.", _AGAIN)
        parts[each.filename] = data
        left -= len(data)
    return parts


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts: fixed times and a fixed order, the types first as Word wants them."""
    out = BytesIO()
    order = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every system
            archive.writestr(info, parts[name])
    return out.getvalue()


def parsed(raw: bytes, name: str) -> "_Element":
    """Read a part's XML: no entities, nothing fetched, no document type. Faults WordFileError."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WordFileError(f"Delen {visible(name)} i filen går inte att läsa.", _AGAIN) from error
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise WordFileError(
            f"Delen {visible(name)} i filen har en dokumenttyp, och det har inget Word-dokument.",
            _AGAIN,
        )
    return root
