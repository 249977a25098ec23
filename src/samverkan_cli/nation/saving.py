"""One answer as a Parquet file, for who goes on counting."""

import json
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.export.duck import write_parquet
from samverkan_cli.report import Report
from samverkan_cli.texts import visible


def save(report: Report, to: Path) -> None:
    """Write the rows of the report's only answer."""
    if os.path.lexists(to):
        raise SamverkanError(f"Filen {visible(str(to))} finns redan.", "Välj ett annat namn.")
    rows = report.body["fragor"][0]["rader"]
    if not rows:
        raise SamverkanError("Svaret har inga rader, så det finns inget att skriva.", "")
    kinds = {name: _kind([row[name] for row in rows]) for name in rows[0]}
    with tempfile.TemporaryDirectory(prefix="samverkan-svar-") as place:
        staged = Path(place) / "svar.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        staged.write_text("".join(lines), encoding="utf-8", newline="\n")
        write_parquet(staged, kinds, to)


def _kind(values: list[Any]) -> str:
    known = [each for each in values if each is not None]
    if known and all(isinstance(each, bool) for each in known):
        return "BOOLEAN"
    if known and all(isinstance(each, int) for each in known):
        return "BIGINT"
    if known and all(isinstance(each, int | float) for each in known):
        return "DOUBLE"
    if known and all(_is_day(each) for each in known):
        return "DATE"
    return "VARCHAR"


def _is_day(value: Any) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))  # noqa: PLR2004 - ÅÅÅÅ-MM-DD
    except (TypeError, ValueError):
        return False
