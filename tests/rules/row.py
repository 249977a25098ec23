"""A rule seen both ways: files that content it, and files that do not, with the place marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from samverkan_cli.rules.examples import MARK, example
from samverkan_cli.rules.run import all_rules, verdicts
from samverkan_cli.yamldoc.document import YamlDocument
from tests.support import CASE_ID, SAMVERKAN, File, built_in, case_of, marked

Files = Mapping[str, File]

HEADER = {
    "formatversion": "1",
    "id": CASE_ID,
    "namn": "Ett prov",
    "process": "finsam-10",
    "processversion": "1",
}
DECISION = {"fas": "styrelsebeslut", "handelse": "6"}
"""What an example of a header or a decision leaves out, because it is not what it shows."""


@dataclass(frozen=True)
class Row:
    """The example that `explain` shows of one rule, and files that the rule is silent about too.

    One place in `bad` is marked; `says` is what the remark there says.
    """

    good: Files
    bad: Mapping[str, str]
    says: str
    quiet: tuple[Files, ...] = ()

    @classmethod
    def of(cls, rule: str) -> "Row":
        """Take the example of a rule from the product."""
        found = example(rule)
        assert found is not None, rule
        quiet = tuple(whole(files) for files in _quiet().get(rule, []))
        return cls(whole(found.good), whole(found.bad), found.sager or "", quiet)

    def broken(self) -> tuple[dict[str, File], str]:
        """Give the bad files without the mark, and `fil:rad:kolumn` of the mark."""
        files: dict[str, File] = dict(self.bad)
        path = next(path for path, text in self.bad.items() if MARK in text)
        text, place = marked(self.bad[path])
        files[path] = text
        return files, f"insatser/{CASE_ID}/{path}:{place.line}:{place.column}"


def whole(files: Mapping[str, str]) -> dict[str, str]:
    """Add to each file of an example what a reader does not need to see."""
    return {path: _filled(path, text) for path, text in files.items()}


def _filled(path: str, text: str) -> str:
    more = HEADER if path == "insats.yaml" else {}
    more = DECISION if path.startswith("beslut/") else more
    there = {line.partition(":")[0].lstrip(MARK) for line in text.splitlines()}
    return text + lines(**{key: value for key, value in more.items() if key not in there})


@cache
def _quiet() -> dict[str, list[dict[str, str]]]:
    raw = (Path(__file__).parent / "quiet.yaml").read_bytes()
    return YamlDocument.parse(raw).data


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
