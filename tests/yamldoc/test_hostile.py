"""Texts of the allowed size that cost other readers minutes; the rows stand in tests/hostile."""

import time

import pytest

from samverkan_cli.diagnostics import Fault
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

ALLOWED = 2.0


def faults_of(raw: bytes) -> list[Fault]:
    """Parse a text that must be refused."""
    with pytest.raises(YamlFaults) as caught:
        YamlDocument.parse(raw)
    return caught.value.faults


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
