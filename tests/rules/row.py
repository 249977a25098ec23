"""A rule seen both ways: files that content it, and files that do not, with the place marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samverkan_cli.rules.run import all_rules, verdicts
from tests.support import CASE_ID, MARK, SAMVERKAN, File, built_in, case_of, marked, raw

Files = Mapping[str, File]


@dataclass(frozen=True)
class Row:
    """Good and bad files of one rule.

    One place in `bad` is marked; `says` is what the remark there says, `quiet` files that the
    rule has nothing to say about either.
    """

    good: Files
    bad: Files
    says: str
    quiet: tuple[Files, ...] = ()

    def broken(self) -> tuple[dict[str, File], str]:
        """Give the bad files without the mark, and `fil:rad:kolumn` of the mark."""
        files = dict(self.bad)
        path = next(path for path, file in files.items() if MARK in raw(file).decode())
        text, place = marked(raw(files[path]).decode())
        files[path] = text
        return files, f"insatser/{CASE_ID}/{path}:{place.line}:{place.column}"


def lines(**fields: Any) -> str:
    """Write fields as lines of YAML, values as they stand."""
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


def beslut(**more: Any) -> str:
    """Write a decision; a later field may carry the mark in its key with `{MARK}` first."""
    known = {
        "organ": "styrelse",
        "datum": "2026-03-01",
        "utfall": "bevilja",
        "fas": "styrelsebeslut",
        "handelse": 6,
    }
    return lines(**(known | more))


RULES = all_rules(built_in())
PROCESS = built_in().process("finsam-10")
"""The process that the cases of the rows follow."""


def says(rule: str, files: Files) -> list[str]:
    """List what one rule says of files, in order, with line and column."""
    verdict = next(iter(verdicts(case_of(files), {rule: RULES[rule]}, SAMVERKAN, PROCESS)))
    return [f"{each.line}:{each.column} {each.message}" for each in verdict.diagnostics]
