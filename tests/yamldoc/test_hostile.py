"""The hostile documents of the design: refused with a place and a Swedish sentence, and quickly."""

import time

import pytest

from samverkan_cli.diagnostics import Fault
from samverkan_cli.yamldoc.catalogue import CATALOGUE
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

from .hostile_rows import MENDED, REFUSED

ALLOWED = 2.0


def faults_of(raw: bytes) -> list[Fault]:
    """Parse a text that must be refused."""
    with pytest.raises(YamlFaults) as caught:
        YamlDocument.parse(raw)
    return caught.value.faults


def is_a_good_remark(fault: Fault, raw: bytes) -> bool:
    """Check a fault's form: known rule, a place in the text, sentences without control signs."""
    sentences = fault.message.endswith(".") and fault.message.isprintable()
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    return (
        fault.rule in CATALOGUE
        and sentences
        and fault.hint.isprintable()
        and bool(fault.hint)
        and 1 <= fault.place.line <= lines
        and fault.place.column >= 1
    )


@pytest.mark.parametrize(("row", "raw", "rules"), REFUSED, ids=[row[0] for row in REFUSED])
def test_hostile_document_is_refused(row: str, raw: bytes, rules: tuple[str, ...]) -> None:
    """Every hostile document is refused by the right rule, within two seconds."""
    start = time.perf_counter()
    faults = faults_of(raw)
    assert time.perf_counter() - start < ALLOWED, row
    assert any(fault.rule.startswith(rules) for fault in faults), faults
    assert all(is_a_good_remark(fault, raw) for fault in faults), faults


def test_hundred_megabytes_are_refused() -> None:
    """A scalar of 100 MB (BOMB-08) is refused by its size alone."""
    raw = b"a: " + b"x" * 10**8
    start = time.perf_counter()
    assert [fault.rule for fault in faults_of(raw)] == ["YML103"]
    assert time.perf_counter() - start < ALLOWED


@pytest.mark.parametrize(("row", "raw", "rules"), MENDED, ids=[row[0] for row in MENDED])
def test_innocent_fault_is_a_note(row: str, raw: bytes, rules: tuple[str, ...]) -> None:
    """What `fmt` mends is read, with a note and no error, within a second."""
    start = time.perf_counter()
    document = YamlDocument.parse(raw)
    assert time.perf_counter() - start < ALLOWED / 2, row
    assert tuple(note.rule for note in document.notes) == rules
    assert all(is_a_good_remark(note, raw) for note in document.notes)


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"a: " + b"[" * 250_000, "YML302"),
        (b"a: " + b"{a: " * 60_000, "YML302"),
        (b"a: " + b"[1," * 80_000, "YML302"),
        (b"- " * 130_000, "YML302"),
        (b"? " * 130_000, "YML231"),
        (b"a: [" + b"]," * 120_000, "YML2"),
        (b"a: &a x\n" * 20_000, "YML224"),
        (b'a: "' + b"\\e" * 100_000, "YML203"),
        (b"a: " + b"* " * 100_000, "YML224"),
        (("a: e" + "\u0301\u0316" * 60_000 + "\n").encode(), "YML112"),
        (b'a: "e' + b"\\u0301\\u0316" * 5_000 + b'"\n', "YML112"),
        (b"a: !\n" * 40_000, "YML225"),
        (b"\t" * 200_000, "YML110"),
        (("\u202e" * 80_000).encode(), "YML111"),
    ],
)
def test_large_hostile_text_is_quick(raw: bytes, rule: str) -> None:
    """Texts of the allowed size that cost other readers minutes are refused within two seconds."""
    start = time.perf_counter()
    faults = faults_of(raw)
    assert time.perf_counter() - start < ALLOWED
    assert any(fault.rule.startswith(rule) for fault in faults), faults
    assert len(faults) <= 20
