"""Two cases that git, a disk or a person would take for one."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from samverkan_cli.diagnostics import Severity
from samverkan_cli.health.finding import Finding, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import CASES


def judge(patient: Patient) -> Iterator[Finding]:
    """Find ids and diarienummer used twice, and folders that differ only to a machine."""
    headers = {
        case_id: read_record("insats", f"{CASES}/{case_id}/insats.yaml", DOKUMENT["insats"], raw)
        for case_id, files in patient.cases.items()
        if (raw := files.get("insats.yaml")) is not None
    }
    for rule, key, word, severity in (
        ("DOC101", "id", "id", Severity.ERROR),
        ("DOC102", "dnr", "diarienummer", Severity.WARNING),
    ):
        yield from _twice(headers, rule, key, word, severity)
    yield from _twins(patient)


def _twice(
    headers: dict[str, Record], rule: str, key: str, word: str, severity: Severity
) -> Iterator[Finding]:
    seen: dict[Any, list[str]] = defaultdict(list)
    for case_id, record in headers.items():
        if value := record.data.get(key):
            seen[_folded(str(value))].append(case_id)
    for case_ids in seen.values():
        for case_id in case_ids[1:]:
            record = headers[case_id]
            place = record.place((key,))
            message = f"Samma {word} som {CASES}/{case_ids[0]}: {record.data[key]}."
            hint = "Ge den ena insatsen ett eget; id ska vara mappens namn."
            if key == "dnr":
                hint = "Rätta dnr i den ena insatsens insats.yaml, och spara med samverkan save."
            yield found(
                record.file, rule, severity, message, hint, line=place.line, column=place.column
            )


def _twins(patient: Patient) -> Iterator[Finding]:
    names = sorted({path.split("/")[1] for path in _all_names(patient) if path.count("/") > 1})
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(_folded(name), name)
        if first != name:
            how = "stora och små bokstäver"
            if _composed(first) == _composed(name):
                how = "hur å, ä och ö är sparade"
            message = f"Mapparna {CASES}/{first} och {CASES}/{name} skiljer sig bara i {how}."
            hint = (
                "På en annan dator blir de en och samma mapp, och filer skrivs över. Flytta över "
                "det som saknas till den ena och ta bort den andra (git mv, git rm)."
            )
            yield found(f"{CASES}/{name}", "DOC103", Severity.ERROR, message, hint)


def _all_names(patient: Patient) -> Iterator[str]:
    """Name the paths of cases on the disk and in the last commit: a disk may show only one."""
    for path in {*patient.files, *patient.tree}:
        if path.startswith(f"{CASES}/"):
            yield path


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _folded(text: str) -> str:
    return _composed(text).strip().casefold()
