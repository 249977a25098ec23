"""The examples that `explain` shows: each of them tried, each of them short.

Those of the rules are tried in `test_every_rule`; here are the engine's own, and the form.
"""

import pytest

from samverkan_cli.checking import check_case
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.resources import data
from samverkan_cli.rules.catalogue import entries
from samverkan_cli.rules.examples import MARK, Exempelsamling, example
from samverkan_cli.rules.registry import wide
from samverkan_cli.yamldoc.document import YamlDocument
from tests.support import SAMVERKAN, built_in, case_of, header, marked

from .row import RULES, Files, whole

EXAMPLES = {
    key: each
    for path in sorted(data("exempel").glob("*.yaml"))
    for key, each in Exempelsamling.model_validate(
        YamlDocument.parse(path.read_bytes()).data
    ).exempel.items()
}
TRIED_HERE = [key for key, each in EXAMPLES.items() if each.bad and key not in RULES]
LONGEST = 17


def test_every_id_has_one() -> None:
    """A rule or remark without an example does not enter, nor an example of nothing."""
    assert set(EXAMPLES) == {*RULES, *entries(), *wide()}
    for key, each in EXAMPLES.items():
        assert example(key) == each
        assert each.ratt or each.med


@pytest.mark.parametrize("rule", TRIED_HERE)
def test_the_engines_own(rule: str) -> None:
    """The bad example gives the remark at the marked place, the good one does not."""
    each = EXAMPLES[rule]
    path, text = next((path, text) for path, text in whole(each.bad).items() if MARK in text)
    bad, place = marked(text)
    found = [remark for remark in _remarks({path: bad}) if remark.rule == rule]
    assert [(remark.line, remark.column, remark.message) for remark in found] == [
        (place.line, place.column, each.sager)
    ]
    assert rule not in {remark.rule for remark in _remarks(whole(each.good))}


def _remarks(files: Files) -> tuple[Diagnostic, ...]:
    case = case_of({"insats.yaml": header()} | dict(files))
    return tuple(check_case(case, built_in(), SAMVERKAN).diagnostics)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_shown(rule: str) -> None:
    """What is shown is short and without the mark; files are YAML, the rest are sentences."""
    each = EXAMPLES[rule]
    for shown in (each.shown_bad(), each.shown_good()):
        assert shown
        assert MARK not in shown
        assert shown.count("\n") < LONGEST
        if each.i_ord or not each.bad:
            assert shown.endswith(".")
    for path, text in () if each.i_ord else each.bad.items():
        part = each.shown_bad().partition(f"# {path}\n")[2].partition("\n# ")[0]
        assert YamlDocument.parse(f"{part}\n".encode()).data == _data(text)


def _data(text: str) -> object:
    return YamlDocument.parse(text.replace(MARK, "").encode()).data
