"""A baseline: the fingerprints of remarks that are known already and fail nobody."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.errors import SamverkanError
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

KIND = "baseline"
VERSION = 1
LARGEST = 16 * 1024 * 1024


def read(file: str) -> frozenset[str]:
    """Read the fingerprints of a file, or say why it is no baseline."""
    try:
        with Path(file).open("rb") as stream:
            raw = stream.read(LARGEST)  # what is cut here is no JSON, and is refused below
    except (OSError, ValueError) as error:
        reason = in_words(error) if isinstance(error, OSError) else "namnet går inte att använda"
        raise SamverkanError(
            f"Det gick inte att läsa {visible(file)}: {reason}.",
            f"Skriv filen först: samverkan check --write-baseline {visible(file)}",
        ) from error
    try:
        return frozenset(_fingerprint(row) for row in _rows(json.loads(raw)))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SamverkanError(
            f"{visible(file)} är ingen fil med kända anmärkningar.",
            f"Skriv den på nytt: samverkan check --write-baseline {visible(file)}",
        ) from error


def _rows(body: Any) -> list[Any]:
    if (body["kind"], body["schema_version"]) != (KIND, VERSION):
        raise ValueError(body["kind"])
    rows = body["remarks"]
    if not isinstance(rows, list):
        raise TypeError(rows)
    return rows


def _fingerprint(row: Mapping[str, Any]) -> str:
    found = row["fingerprint"]
    if not isinstance(found, str):
        raise TypeError(found)
    return found


def written(pairs: Sequence[tuple[Diagnostic, str]]) -> str:
    """Write remarks as a baseline that a person can read, one row a remark."""
    rows = [
        {
            "fingerprint": name,
            "rule": each.rule,
            "file": visible(masked(each.file)),
            "message": visible(masked(each.message)),
        }
        for each, name in pairs
    ]
    body = {"schema_version": VERSION, "kind": KIND, "remarks": rows}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
