"""One document: read, broken, or not there at all."""

import pytest

from samverkan_cli.diagnostics import Fault, Place, Severity
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import Record, read_record

TYP = DOKUMENT["forankring"]


def test_sound() -> None:
    """A sound document has data, a model and a name of its own."""
    record = read_record("forankring/fk", "x/forankring/fk.yaml", TYP, b"part: fk\n")
    assert record.model is not None
    assert (record.data, record.stem, record.diagnostics) == ({"part": "fk"}, "fk", ())
    assert record.place(("part",)) == Place(1, 1)


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"", "YML220"),
        (b"part: [fk\n", "YML2"),
        (b"\xff\xfe\x00", "YML1"),
        (Fault("YML101", Place(), "En mapp.", "Ta bort."), "YML101"),
    ],
)
def test_unreadable(raw: bytes | Fault, rule: str) -> None:
    """A text that cannot be read has no data, no model, and a remark with its file."""
    record = read_record("forankring/fk", "x/fk.yaml", TYP, raw)
    assert (record.model, record.data) == (None, {})
    assert record.diagnostics[0].rule.startswith(rule)
    assert record.diagnostics[0].file == "x/fk.yaml"
    assert record.place(("part",)) == Place(1, 1)


def test_notes_are_warnings() -> None:
    """What only needs tidying does not make a document unreadable."""
    record = read_record("forankring/fk", "x/fk.yaml", TYP, b"\xef\xbb\xbfpart: fk\r\n")
    assert record.model is not None
    assert {each.severity for each in record.diagnostics} == {Severity.WARNING}


def test_remark() -> None:
    """A remark stands where its route leads, or at the nearest parent."""
    record = read_record("forankring/fk", "x/fk.yaml", TYP, b"# hej\npart: fk\nforum: lsg\n")
    said = record.remark("DOK101", Severity.INFO, ("forum", "djupt"), "Saknas.", "Skriv.")
    assert (said.file, said.line, said.column, said.hint) == ("x/fk.yaml", 3, 1, "Skriv.")


def test_nothing_read() -> None:
    """A record without text points at its beginning."""
    assert Record("a", "a.yaml", TYP).place(("x",)) == Place(1, 1)


def test_a_slim_record_says_the_same() -> None:
    """What was let go is had again from the bytes: data, places and the way to a value."""
    raw = "# först\nmalgrupp: unga\nmedverkande:\n  - namn: Åsa Öberg\n".encode()
    record = read_record("ide", "insatser/a/ide.yaml", DOKUMENT["idebeskrivning"], raw)
    slim = record.slim
    route = ("medverkande", 0, "namn")
    assert slim.document is not record.document
    assert (slim.data, slim.place(route)) == (record.data, record.place(route))
    assert (slim.raw, slim.model, slim.diagnostics) == (raw, record.model, record.diagnostics)
    broken = read_record("ide", "x", DOKUMENT["idebeskrivning"], b"x: [\n")
    assert broken.slim is broken
