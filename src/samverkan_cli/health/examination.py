"""The examination: every check on one reading of the repository."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Severity
from samverkan_cli.health import copies, events, ids, locks, settings, textual
from samverkan_cli.health.finding import Finding, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.models.dokument import SAMVERKAN
from samverkan_cli.records import read_record
from samverkan_cli.repository import ROOT_FILE
from samverkan_cli.yamldoc.files import read_bytes

_CHECKS = (ids.judge, textual.judge, events.judge, locks.judge, copies.judge, settings.judge)


def examine(patient: Patient) -> list[Finding]:
    """Give everything that is wrong, in order of place."""
    every = [*_root(patient), *(each for check in _CHECKS for each in check(patient))]
    return sorted(every, key=lambda each: each.remark.sort_key)


def _root(patient: Patient) -> Iterator[Finding]:
    """Say that the förbund's own file cannot be read; what is wrong in it is told by `check`."""
    raw = patient.files.get(ROOT_FILE, read_bytes(patient.root / ROOT_FILE))
    record = read_record("samverkan", ROOT_FILE, SAMVERKAN, raw)
    errors = [each for each in record.diagnostics if each.severity is Severity.ERROR]
    if record.model is None and errors:
        first = errors[0]
        message = f"Filen går inte att läsa: {first.message}"
        yield found(
            ROOT_FILE,
            "DOC160",
            Severity.ERROR,
            message,
            first.hint,
            line=first.line,
            column=first.column,
        )
