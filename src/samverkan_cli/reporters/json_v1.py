"""JSON, version 1: its own shapes, apart from the program's types. Additive within the version."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.gate import GateReport
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.secrecy.mask import masked_data
from samverkan_cli.texts import hidden
from samverkan_cli.tracks import Track
from samverkan_cli.verdict import Verdict

VERSION = 1


def dumps(kind: str, body: dict[str, Any]) -> str:
    """Write a body under its kind and version."""
    head = {"schema_version": VERSION, "kind": kind}
    text = json.dumps(head | masked_data(body), ensure_ascii=False, indent=2)
    return "\n".join(hidden(line, _as_json) for line in text.split("\n"))


def _as_json(sign: str) -> str:
    """Write a sign that nobody would see as JSON does: the data is the same."""
    return json.dumps(sign)[1:-1]


def diagnostic(remark: Diagnostic) -> dict[str, Any]:
    """Give a remark with exactly the keys of the contract."""
    return asdict(remark)


def verdict(each: Verdict) -> dict[str, Any]:
    """Give one requirement and how it stands."""
    return {
        "id": each.subject,
        "kind": each.kind.value,
        "title": each.title,
        "outcome": each.outcome.value,
        "weight": each.weight.value,
        "reason": each.reason or None,
        "command": each.command or None,
        "diagnostics": [diagnostic(remark) for remark in each.diagnostics],
    }


def gate_report(report: GateReport) -> dict[str, Any]:
    """Give the gate of a case and every requirement, open ones also by id in order."""
    grind = report.fas.grind if report.fas else None
    return {
        "id": grind.id if grind else None,
        "namn": grind.namn if grind else None,
        "organ": grind.organ if grind else None,
        "advisory": grind.is_advisory if grind else False,
        "open": report.is_open,
        "utfall": report.outcome.id if report.outcome else None,
        "till": report.target,
        "remaining": [each.subject for each in report.remaining],
        "verdicts": [verdict(each) for each in report.verdicts],
    }


def status(report: GateReport, tracks: Sequence[Track] = ()) -> dict[str, Any]:
    """Give the status of one case, and of the tracks it follows."""
    case = report.case
    return {
        "insats": case.id,
        "namn": case.namn,
        "process": report.process.process,
        "fas": report.state,
        "fas_namn": report.process.name_of(report.state),
        "avslutad": report.fas is None,
        "grind": gate_report(report),
        "spar": [track(each) for each in tracks],
    }


def track(each: Track) -> dict[str, Any]:
    """Give a track phase by phase."""
    return {
        "process": each.process.process,
        "namn": each.process.namn,
        "fas": each.current.fas.id if each.current else None,
        "faser": [
            {
                "id": phase.fas.id,
                "nr": phase.fas.nr,
                "namn": phase.fas.namn,
                "klar": phase.is_done,
                "remaining": [one.subject for one in phase.remaining],
            }
            for phase in each.phases
        ],
    }


def check(
    cases: Sequence[CaseCheck],
    others: Sequence[Diagnostic],
    *,
    gates: bool,
    scope: str,
    known: int,
    notes: Sequence[str],
) -> dict[str, Any]:
    """Give the remarks of a check, and the gate reports of named cases.

    `scope` says what was judged, `known` how many remarks a baseline keeps back.
    """
    remarks = [*others, *(remark for each in cases for remark in each.diagnostics)]
    body: dict[str, Any] = {
        "scope": scope,
        "notes": list(notes),
        "known": known,
        "insatser": len(cases),
        "dokument": sum(each.documents for each in cases),
        "errors": sum(remark.severity is Severity.ERROR for remark in remarks),
        "warnings": sum(remark.severity is Severity.WARNING for remark in remarks),
        "diagnostics": [diagnostic(remark) for remark in remarks],
    }
    if gates:
        body["status"] = [status(each.report) for each in cases if each.report]
    return body


def row(case: Case, rulebook: Rulebook) -> dict[str, Any]:
    """Give one case as a row of `list`."""
    insats, event = case.insats, case.last_event
    process = rulebook.process_of(insats)
    return {
        "insats": case.id,
        "namn": case.namn,
        "process": insats.process if insats else None,
        "fas": case.fas,
        "fas_namn": process.name_of(case.fas) if process and case.fas else None,
        "inriktning": insats.inriktning if insats else None,
        "parter": [part.id for part in insats.parter] if insats else [],
        "insatsagare": insats.insatsagare if insats else None,
        "senast": event.datum.isoformat() if event else None,
    }
