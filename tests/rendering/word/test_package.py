"""A Word file from anybody is opened within bounds, or refused calmly."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.rendering.word import package
from samverkan_cli.rendering.word.package import WordFileError, opened, parsed, read, zipped

from .making import template


def _zip(*names: str, data: bytes = b"<x/>") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "inget helt Word-dokument"),
        (b"PK\x03\x04nothing", "inget helt Word-dokument"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "lösenord"),
        (_zip("a.txt"), "inget Word-dokument"),
        (_zip("[Content_Types].xml", "word/document.xml", "../ut"), "otillåtet namn"),
        (_zip("[Content_Types].xml", "word/document.xml", "/etc/x"), "otillåtet namn"),
        (_zip("[Content_Types].xml", "word/document.xml", "C:\\x"), "otillåtet namn"),
        (_zip(*(f"{number}" for number in range(package.MAX_PARTS + 1))), "många delar"),
    ],
)
def test_what_is_no_word_file(raw: bytes, says: str) -> None:
    """Each is refused with a sentence and something to do, never a traceback."""
    with pytest.raises(WordFileError, match=says) as refused:
        opened(raw)
    assert refused.value.hint


def test_a_file_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to much is stopped at the bound, whatever it says of its size."""
    monkeypatch.setattr(package, "MAX_PART", 100_000)
    raw = _zip("[Content_Types].xml", "word/document.xml", data=b"0" * 200_000)
    assert len(raw) < 2_000
    with pytest.raises(WordFileError, match="orimligt stor"):
        opened(raw)


def test_a_file_that_is_cut_off() -> None:
    """Every beginning of a sound file is refused, and so is one with its bytes changed."""
    raw = template("DOKUMENT")
    for length in range(0, len(raw), 997):
        with pytest.raises(WordFileError):
            opened(raw[:length])
    start = raw.index(b"word/document.xml") + 30
    with pytest.raises(WordFileError):
        opened(raw[:start] + b"\xff" * 200 + raw[start + 200 :])


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "aa"><!ENTITY y "&x;&x;">]><a>&y;</a>',
        b"<a>",
        b"\x00\xff",
    ],
)
def test_entities_are_never_read(raw: bytes) -> None:
    """XML with a document type, or that is broken, is refused."""
    with pytest.raises(WordFileError):
        parsed(raw, "word/document.xml")


def test_the_same_parts_give_the_same_bytes() -> None:
    """Nothing of when or where a file was packed is left in it."""
    parts = opened(template("DOKUMENT"))
    again = zipped(dict(reversed(parts.items())))
    assert zipped(parts) == again
    assert opened(again) == parts


def test_files_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file, a folder and a huge file are told as what they are."""
    for path, says in ((tmp_path / "x.docx", "finns inte"), (tmp_path, "är en mapp")):
        with pytest.raises(SamverkanError, match=says):
            read(path)
    big = tmp_path / "stor.docx"
    big.write_bytes(b"PK" * 600)
    monkeypatch.setattr(package, "MAX_FILE", 1_000)
    with pytest.raises(WordFileError, match="större"):
        read(big)
