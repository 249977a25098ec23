"""SARIF 2.1.0: remarks for code scanning, with what `explain` says of each rule."""

import json
from typing import Any
from urllib.parse import quote

from samverkan_cli import __version__
from samverkan_cli.diagnostics import Severity
from samverkan_cli.reporters.text import safe
from samverkan_cli.reporters.told import Outcome, Told

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(outcome: Outcome) -> str:
    """Write a log with one run."""
    ids = sorted({each.rule for each in outcome.remarks})
    driver = {
        "name": "samverkan",
        "version": __version__,
        "language": "sv",
        "rules": [_rule(outcome, each) for each in ids],
    }
    results = [_result(each, ids.index(each.rule)) for each in outcome.remarks]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "properties": {"summary": outcome.summary, "notes": list(outcome.notes)},
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(outcome: Outcome, rule_id: str) -> dict[str, Any]:
    """Give a rule its title, why it is, and how to mend what it finds."""
    found = outcome.explain(rule_id) or {}
    title, why, mend = (_text(found.get(key)) for key in ("title", "why", "mend"))
    said = {"id": rule_id, "shortDescription": {"text": title or rule_id}}
    if why:
        said["fullDescription"] = {"text": why}
    parts = [part for part in (why, mend) if part]
    help_ = "\n\n".join([*parts, f"Mer: samverkan explain {rule_id}"])
    return said | {"help": {"text": help_}}


def _text(value: object) -> str:
    return safe(" ".join(str(value or "").split()))


def _result(each: Told, index: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(each.file), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": each.line, "startColumn": each.column},
    }
    return {
        "ruleId": each.rule,
        "ruleIndex": index,
        "level": _LEVEL[each.severity],
        "message": {"text": each.words},
        "locations": [{"physicalLocation": place}],
        # The first is what code scanning follows a remark by; it would else be made of the line.
        "partialFingerprints": {
            "primaryLocationLineHash": each.fingerprint,
            "samverkan/v1": each.fingerprint,
        },
    }
