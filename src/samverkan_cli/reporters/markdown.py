"""A comment for a pull request: a table that a workflow finds again and writes anew."""

import re
from collections.abc import Iterator

from samverkan_cli.diagnostics import Severity
from samverkan_cli.rendering.marking import escaped
from samverkan_cli.reporters.told import Outcome, Told
from samverkan_cli.texts import antal

MARK = "<!-- samverkan-check -->"
LONGEST = 60_000
"""Characters; GitHub takes 65 536, and a sign outside the usual ones may count as two."""

_HEAD = ("| | Var | Regel | Anmärkning |", "|---|---|---|---|")
_WORD = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "upplysning"}


def write(outcome: Outcome) -> str:
    """Write the table, cut where no forge would take more."""
    notes = [escaped(each) for each in outcome.notes]
    lines = [MARK, "### samverkan check", "", escaped(outcome.summary), *_apart(notes)]
    if outcome.remarks:
        lines += ["", *_HEAD]
    left = LONGEST - sum(_size(each) for each in lines)
    rows = list(_fitting(outcome.remarks, left))
    missing = len(outcome.remarks) - len(rows)
    if missing:
        more = antal(missing, "anmärkning till ryms", "anmärkningar till ryms")
        rows += ["", f"… {more} inte här. Se alla: `samverkan check`"]
    return "\n".join([*lines, *rows]) + "\n"


def _apart(notes: list[str]) -> list[str]:
    return [line for each in notes for line in ("", each)]


def _fitting(remarks: tuple[Told, ...], left: int) -> Iterator[str]:
    """Give rows for as long as they fit, the gravest first when not all do."""
    rows = [(each, _row(each)) for each in remarks]
    if sum(_size(row) for _, row in rows) > left:
        rows.sort(key=lambda pair: pair[0].severity is not Severity.ERROR)
    for _, row in rows:
        left -= _size(row)
        if left < 0:
            return
        yield row


def _size(line: str) -> int:
    return len(line.encode("utf-16-le")) // 2 + 1


def _row(each: Told) -> str:
    said = escaped(each.message) + (f"<br>→ {escaped(each.hint)}" if each.hint else "")
    return f"| {_WORD[each.severity]} | {_code(each.place)} | {each.rule} | {said} |"


def _code(text: str) -> str:
    """Write a text as code in a cell: nothing in it is a link, a name or a mark."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{text.replace('|', chr(92) + '|')}{pad}{fence}"
