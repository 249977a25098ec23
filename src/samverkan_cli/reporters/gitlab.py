"""GitLab's code quality report: one row a remark."""

import json

from samverkan_cli.diagnostics import Severity
from samverkan_cli.reporters.told import Outcome

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome) -> str:
    """Write the rows; an empty list when there is nothing to say."""
    rows = [
        {
            "description": each.words,
            "check_name": each.rule,
            "fingerprint": each.fingerprint,
            "severity": _SEVERITY[each.severity],
            "location": {
                "path": each.file,
                "lines": {"begin": each.line},
                "positions": {"begin": {"line": each.line, "column": each.column}},
            },
        }
        for each in outcome.remarks
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
