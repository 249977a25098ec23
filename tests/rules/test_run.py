"""Running the rules: functions and rows together, remarks with places and hints."""

from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.ord import rules_of
from samverkan_cli.rules.registry import registered
from samverkan_cli.rules.run import all_rules, scan_record, verdicts
from tests.support import SAMVERKAN, case_of, header


def test_functions_and_rows(rulebook: Rulebook) -> None:
    """Functions and rows stand in one list, by id, and no id is used for both."""
    rules = all_rules(rulebook)
    rows = {row.id for row in rulebook.regelrader}
    assert list(rules) == sorted(rules)
    words = set(rules_of(rulebook.kataloger))
    assert set(rules) == set(registered()) | rows | words
    assert len(rules) == len(registered()) + len(rows) + len(words)


def test_hint_of_the_finding_before_that_of_the_rule(rulebook: Rulebook) -> None:
    """A finding that knows better what to do says so; otherwise the rule does."""
    case = case_of({"insats.yaml": header(insatsagare="okand")})
    rules = {rule: all_rules(rulebook)[rule] for rule in ("PAR102", "PAR103")}
    hints = [each.diagnostics[0].hint for each in verdicts(case, rules, SAMVERKAN)]
    assert hints == [
        "Parter där: af, fk, gotland, norrby, region, soderby.",
        "Skriv id:t på en av parterna som insatsagare.",
    ]


def test_a_clean_document_has_no_numbers() -> None:
    """A document without personal numbers gives no remark."""
    record = case_of({"insats.yaml": header()}).records["insats"]
    assert scan_record(record) == []
