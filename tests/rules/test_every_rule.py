"""Every rule of the rule book is seen content, not content, and unable to judge."""

import pytest

from samverkan_cli.diagnostics import Severity
from samverkan_cli.rules.run import verdicts
from samverkan_cli.verdict import Outcome, Verdict, Weight
from tests.support import SAMVERKAN, case_of

from .row import PROCESS, RULES, Files, Row

TABLE = {rule: Row.of(rule) for rule in RULES}
READS = [(rule, kind) for rule, each in RULES.items() for kind in each.reads]


def judged(rule: str, files: Files) -> Verdict:
    """Judge files by one rule."""
    return next(iter(verdicts(case_of(files), {rule: RULES[rule]}, SAMVERKAN, PROCESS)))


def sound(files: Files) -> None:
    """Make sure that a row's files say what the row means and nothing else."""
    assert [each.message for each in case_of(files).diagnostics] == []


@pytest.mark.parametrize(("rule", "row"), TABLE.items(), ids=TABLE)
def test_content(rule: str, row: Row) -> None:
    """The rule has nothing to say about a case that is as it should be, nor about a draft."""
    for files in (row.good, *row.quiet):
        sound(files)
        verdict = judged(rule, files)
        assert (verdict.outcome, verdict.diagnostics) == (Outcome.MET, ())


@pytest.mark.parametrize(("rule", "row"), TABLE.items(), ids=TABLE)
def test_not_content(rule: str, row: Row) -> None:
    """The rule points at the place, in a Swedish sentence, with what to do and its weight."""
    files, place = row.broken()
    sound(files)
    verdict = judged(rule, files)
    assert verdict.outcome is Outcome.UNMET
    remark = verdict.diagnostics[0]
    assert f"{remark.file}:{remark.line}:{remark.column}" == place
    assert row.says == remark.message
    assert remark.message.endswith(".")
    assert remark.rule == rule
    assert remark.severity is RULES[rule].severity
    error = remark.severity is Severity.ERROR
    assert verdict.weight is (Weight.MUST if error else Weight.SHOULD)


@pytest.mark.parametrize(("rule", "kind"), READS, ids=[f"{each}-{kind}" for each, kind in READS])
def test_untried(rule: str, kind: str) -> None:
    """A rule that cannot read what it judges is neither met nor unmet."""
    row = TABLE[rule]
    paths = [path for path in row.good if case_of(row.good).records[path[:-5]].typ.typ == kind]
    assert paths
    without = {path: file for path, file in row.good.items() if path not in paths}
    assert judged(rule, without).outcome is Outcome.UNTRIED
    for fault in ("x: [\n", "okand: 1\n"):
        broken = dict(row.good) | {paths[0]: fault}
        assert judged(rule, broken).outcome is Outcome.UNTRIED


@pytest.mark.parametrize("rule", [each for each in RULES if "samverkan" in RULES[each].needs])
def test_untried_without_forbund(rule: str) -> None:
    """A rule about the förbund's members is untried when its file cannot be read."""
    case = case_of(TABLE[rule].good)
    assert [each.outcome for each in verdicts(case, {rule: RULES[rule]}, None)] == [Outcome.UNTRIED]


@pytest.mark.parametrize("rule", RULES)
def test_told(rule: str) -> None:
    """Every rule says why it is there, what it demands and where that comes from."""
    each = RULES[rule]
    assert each.id == rule
    assert each.title
    assert not each.title.endswith(".")
    assert each.why.endswith((".", ")."))
    assert each.mend.endswith((".", "TEXT")) or not each.mend
