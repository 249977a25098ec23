"""Annotations for GitHub Actions: one workflow command a remark."""

from samverkan_cli.diagnostics import Severity
from samverkan_cli.reporters.told import Outcome, Told

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def write(outcome: Outcome) -> str:
    """Write the commands; nothing at all when there is nothing to say."""
    return "".join(f"{_annotation(each)}\n" for each in outcome.remarks)


def _annotation(each: Told) -> str:
    named = {"file": each.file, "line": each.line, "col": each.column, "title": each.rule}
    words = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in named.items())
    return f"::{_COMMAND[each.severity]} {words}::{_escaped(each.words, _DATA)}"


def _escaped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Write what would end a value in the way that GitHub reads it back."""
    for sign, written in pairs:
        text = text.replace(sign, written)
    return text
