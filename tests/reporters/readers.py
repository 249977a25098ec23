"""Reads the formats back as those who receive them do, each by another's program or rule."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt

from samverkan_cli.texts import visible

SCHEMAS = Path(__file__).parent / "schemas"


class Row(NamedTuple):
    """One remark as a reader understands it."""

    file: str
    line: int
    column: int
    rule: str
    severity: str
    words: str


@cache
def _sarif() -> Draft4Validator:
    return Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_bytes()))


@cache
def _gitlab() -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / "gitlab-codequality.json").read_bytes()))


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd"))


def _words(message: str, hint: str) -> str:
    return f"{message}\n{hint}" if hint else message


def json_rows(text: str) -> list[Row]:
    """Read JSON; only here does what nobody would see stand as itself."""
    found = []
    for each in json.loads(text)["diagnostics"]:
        words = _words(visible(each["message"]), visible(each["hint"]))
        place = (visible(each["file"]), each["line"], each["column"])
        found.append(Row(*place, each["rule"], each["severity"], words))
    return found


def sarif_rows(text: str) -> list[Row]:
    """Read SARIF by the schema of OASIS."""
    log = json.loads(text)
    assert [each.message for each in _sarif().iter_errors(log)] == []
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    levels = {"error": "error", "warning": "warning", "note": "info"}
    found = []
    for each in run["results"]:
        place = each["locations"][0]["physicalLocation"]
        file, region = unquote(place["artifactLocation"]["uri"]), place["region"]
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        where = (file, region["startLine"], region["startColumn"])
        found.append(Row(*where, each["ruleId"], levels[each["level"]], each["message"]["text"]))
    return found


def junit_rows(text: str) -> list[Row]:
    """Read JUnit by its XSD; what a warning weighs the format cannot say, so it is left out."""
    _junit().validate(text)
    root = ET.fromstring(text)  # noqa: S314 - what we have written ourselves
    (suite,) = root
    cases = suite.findall("testcase")
    said = [(case, said) for case in cases for said in case]
    assert int(suite.attrib["tests"]) == len(cases)
    assert int(suite.attrib["failures"]) == sum(each.tag == "failure" for _, each in said)
    assert int(suite.attrib["skipped"]) == sum(each.tag == "skipped" for _, each in said)
    assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
    found = []
    for case, each in said:
        place, _, hint = (each.text or "").partition("\n")
        file, line, column = place.rsplit(":", 2)
        assert file == case.attrib["classname"]
        words = _words(each.attrib["message"], hint)
        weight = "error" if each.tag == "failure" else "warning"
        found.append(Row(file, int(line), int(column), each.attrib["type"], weight, words))
    return found


def github_rows(text: str) -> list[Row]:
    """Read annotations as GitHub's runner does: split at the signs, then put back what was cut."""
    found = []
    for line in text.splitlines():
        assert line.startswith("::"), line
        command, _, data = line[2:].partition("::")
        name, _, properties = command.partition(" ")
        given = dict(each.split("=", 1) for each in properties.split(","))
        named = {key: _github(value, (":", "%3A"), (",", "%2C")) for key, value in given.items()}
        place = (named["file"], int(named["line"]), int(named["col"]))
        weight = {"error": "error", "warning": "warning", "notice": "info"}[name]
        found.append(Row(*place, named["title"], weight, _github(data)))
    return found


def _github(text: str, *more: tuple[str, str]) -> str:
    for sign, written in (("\r", "%0D"), ("\n", "%0A"), *more, ("%", "%25")):
        text = text.replace(written, sign)
    return text


def gitlab_rows(text: str) -> list[Row]:
    """Read the code quality report by its schema; GitLab drops rows of the same fingerprint."""
    rows = json.loads(text)
    assert [each.message for each in _gitlab().iter_errors(rows)] == []
    assert len({each["fingerprint"] for each in rows}) == len(rows)
    levels = {"major": "error", "minor": "warning", "info": "info"}
    found = []
    for each in rows:
        spot = each["location"]["positions"]["begin"]
        assert spot["line"] == each["location"]["lines"]["begin"]
        place = (each["location"]["path"], spot["line"], spot["column"])
        found.append(Row(*place, each["check_name"], levels[each["severity"]], each["description"]))
    return found


def markdown_rows(text: str) -> list[Row]:
    """Read the comment with a Markdown program of somebody else's."""
    assert text.startswith("<!-- samverkan-check -->\n")
    weights = {"fel": "error", "varning": "warning", "upplysning": "info"}
    found = []
    for weight, place, rule, words in _cells(text):
        file, line, column = place.rsplit(":", 2)
        found.append(Row(file, int(line), int(column), rule, weights[weight], words))
    return found


def _cells(text: str) -> Iterator[list[str]]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inside, row = False, list[str]()
    for each in tokens:
        if each.type in {"tbody_open", "tbody_close"}:
            inside = each.type == "tbody_open"
        elif inside and each.type == "tr_open":
            row = []
        elif inside and each.type == "tr_close":
            yield row
        elif inside and each.type == "inline":
            row.append("".join(_said(child) for child in each.children or []))


def _said(token: Any) -> str:
    if token.type == "html_inline":
        assert token.content == "<br>", token.content
        return "\n"
    assert token.type in {"text", "text_special", "code_inline"}, token
    return str(token.content).removeprefix("→ ") if token.type == "text" else str(token.content)


READERS: dict[str, Callable[[str], list[Row]]] = {
    "json": json_rows,
    "sarif": sarif_rows,
    "junit": junit_rows,
    "github": github_rows,
    "gitlab": gitlab_rows,
    "markdown": markdown_rows,
}
