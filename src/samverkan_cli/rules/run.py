"""Runs the rules over a case and turns findings into remarks with places and into verdicts."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Finding, Severity, lighter
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.versions import is_later
from samverkan_cli.rules import personal
from samverkan_cli.rules.kinds import from_row
from samverkan_cli.rules.ord import rules_of
from samverkan_cli.rules.personal import Found, Spared
from samverkan_cli.rules.registry import registered, wide
from samverkan_cli.rules.rule import Rule
from samverkan_cli.rules.weight import weighed
from samverkan_cli.rules.wide import WideRule
from samverkan_cli.verdict import Kind, Outcome, Verdict, Weight


@lru_cache(maxsize=8)
def all_rules(rulebook: Rulebook) -> Mapping[str, Rule]:
    """Give every rule by id that applies at the rule book's version, weighed as decided.

    Those that are functions come before rows with the same id: a row never switches one off.
    """
    rows = {row.id: from_row(row) for row in rulebook.regelrader}
    words = rules_of(rulebook.kataloger)
    functions = {
        rule_id: each.under(rulebook.lag)
        for rule_id, each in registered().items()
        if not is_later(each.since, rulebook.version)
    }
    rules = {key: each for key, each in rows.items() if key not in registered()}
    rules |= functions | words
    return MappingProxyType(dict(sorted(weighed(rules, rulebook.avvikelser).items())))


def every_rule(rulebook: Rulebook) -> dict[str, Rule | WideRule]:
    """Give every rule of every version with its own weight, whatever the förbund has decided."""
    rows = {row.id: from_row(row) for row in rulebook.everything.regelrader}
    functions = {key: each.under(rulebook.lag) for key, each in registered().items()}
    wider = {key: each.under(rulebook.lag) for key, each in wide().items()}
    return {**rows, **rules_of(rulebook.kataloger), **functions, **wider}


def wide_rules(rulebook: Rulebook) -> dict[str, WideRule]:
    """Give the rules over the whole repository that apply, weighed as decided."""
    rules = {
        rule_id: each.under(rulebook.lag)
        for rule_id, each in wide().items()
        if not is_later(each.since, rulebook.version)
    }
    return weighed(rules, rulebook.avvikelser)


def verdicts(
    case: Case,
    rules: Mapping[str, Rule],
    samverkan: Samverkan | None,
    process: Process | None = None,
) -> Iterator[Verdict]:
    """Judge a case by each rule; a rule whose documents, or process, are missing is untried."""
    for each in rules.values():
        findings = each.run(case, samverkan, process)
        remarks = tuple(_remark(case, each, finding) for finding in findings or ())
        judged = Outcome.UNMET if remarks else Outcome.MET
        outcome = Outcome.UNTRIED if findings is None else judged
        weight = _weight(each, remarks)
        yield Verdict(each.id, Kind.RULE, each.title, outcome, weight, remarks)


def _weight(each: Rule, remarks: tuple[Diagnostic, ...]) -> Weight:
    """Weigh a verdict: what is only warned of never stops a gate."""
    mild = remarks and all(remark.severity is not Severity.ERROR for remark in remarks)
    return Weight.SHOULD if mild or each.severity is not Severity.ERROR else Weight.MUST


def _remark(case: Case, each: Rule, finding: Finding) -> Diagnostic:
    record = case.records[finding.document]
    hint = finding.hint or each.mend
    severity = lighter(each.severity, finding.severity)
    return record.remark(each.id, severity, finding.route, finding.message, hint)


def personal_numbers(case: Case, spared: Spared = personal.NOTHING) -> list[Diagnostic]:
    """Look for what must never enter git in every file of the case, readable or not."""
    return personal.told(personal_in(case), spared)


def personal_in(case: Case) -> Iterator[Found]:
    """Find it, the exempted too: in documents, in what lies beside them, in names of files."""
    for record in case.records.values():
        yield from personal.in_record(record)
    for file, raw in case.others.items():
        yield from personal.in_text(raw.decode("utf-8", "replace"), file)
    yield from personal.in_names([*(each.file for each in case.records.values()), *case.others])


def scan_record(record: Record, spared: Spared = personal.NOTHING) -> list[Diagnostic]:
    """Look for what must never enter git in one document."""
    return personal.told(personal.in_record(record), spared)
