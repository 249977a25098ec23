"""Remarks and refusals as values."""

import pytest

from samverkan_cli.diagnostics import Diagnostic, Fault, Place, Severity, from_fault, in_order
from samverkan_cli.errors import RefusedError, SamverkanError


def remark(file: str, line: int, column: int = 1, rule: str = "DOK101") -> Diagnostic:
    """Make a remark at a place."""
    return Diagnostic(file, line, column, rule, Severity.INFO, "Text.")


def test_in_order() -> None:
    """Remarks come by file, line, column and rule, each said once."""
    shuffled = [remark("b", 1), remark("a", 10), remark("a", 9, 2), remark("a", 9, 2, "BES101")]
    found = in_order([*shuffled, *shuffled])
    assert [(each.file, each.line, each.rule) for each in found] == [
        ("a", 9, "BES101"),
        ("a", 9, "DOK101"),
        ("a", 10, "DOK101"),
        ("b", 1, "DOK101"),
    ]


def test_from_fault() -> None:
    """A fault of a text becomes a remark when its file is known."""
    found = from_fault(Fault("YML101", Place(2, 3), "Fel.", "Gör så."), "a.yaml")
    assert found == Diagnostic("a.yaml", 2, 3, "YML101", Severity.ERROR, "Fel.", "Gör så.")


@pytest.mark.parametrize(("kind", "code"), [(SamverkanError, 2), (RefusedError, 1)])
def test_exit_codes(kind: type[SamverkanError], code: int) -> None:
    """What cannot be done ends with 2, and what the process refuses with 1."""
    error = kind("Går inte.", "Gör så.")
    assert (error.exit_code, error.message, error.hint, str(error)) == (
        code,
        "Går inte.",
        "Gör så.",
        "Går inte.",
    )
