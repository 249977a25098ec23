"""JUnit XML: a failure for each error, and a warning as a test that was left out."""

import re
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from samverkan_cli.diagnostics import Severity
from samverkan_cli.reporters.told import Outcome, Told

_NAME = "samverkan check"
_CASE = re.compile(r"(?:^|/)insatser/([^/]+)")


def write(outcome: Outcome) -> str:
    """Write one suite: every remark, and every case about which there is none."""
    root = Element("testsuites")
    quiet = _quiet(outcome)
    total, errors = len(outcome.remarks), outcome.errors
    suite = SubElement(
        root,
        "testsuite",
        {
            "name": _NAME,
            "package": "samverkan",
            "id": "0",
            "timestamp": outcome.moment.strftime("%Y-%m-%dT%H:%M:%S"),
            "hostname": "localhost",  # what the structure asks for when no host is told
            "tests": str(total + len(quiet)),
            "failures": str(errors),
            "errors": "0",
            "skipped": str(total - errors),
            "time": "0",
        },
    )
    SubElement(suite, "properties")
    for case in quiet:
        SubElement(suite, "testcase", {"classname": _NAME, "name": case, "time": "0"})
    for each, name in zip(outcome.remarks, _names(outcome), strict=True):
        _case(suite, each, name)
    SubElement(suite, "system-out").text = "\n".join((outcome.summary, *outcome.notes))
    SubElement(suite, "system-err")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _quiet(outcome: Outcome) -> list[str]:
    """Name the cases about which there is no remark."""
    found = (_CASE.search(each.file) for each in outcome.remarks)
    spoken = {each[1] for each in found if each}
    return [case for case in outcome.cases if case not in spoken]


def _names(outcome: Outcome) -> list[str]:
    """Name each remark by rule and words; one that is said again in a file gets a number."""
    seen = Counter[tuple[str, str]]()
    names: list[str] = []
    for each in outcome.remarks:
        name = f"{each.rule} {each.message}"
        seen[each.file, name] += 1
        again = seen[each.file, name]
        names.append(name if again == 1 else f"{name} ({again})")
    return names


def _case(suite: Element, each: Told, name: str) -> None:
    case = SubElement(suite, "testcase", {"classname": each.file, "name": name, "time": "0"})
    kind = "failure" if each.severity is Severity.ERROR else "skipped"
    said = SubElement(case, kind, {"type": each.rule, "message": each.message})
    said.text = "\n".join(part for part in (each.place, each.hint) if part)
