"""The förbund's own decisions on what a rule weighs, and the rules that nobody may touch."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from samverkan_cli.diagnostics import Severity
from samverkan_cli.rulebook.katalog import Avvikelse
from samverkan_cli.rules.rule import Rule
from samverkan_cli.rules.wide import WideRule

R = TypeVar("R", Rule, WideRule)

FIXED = ("PER", "YML", "HIS")
"""Personal data, what can be read at all, and the trail: these rules always apply in full."""

_SEVERITY = {"fel": Severity.ERROR, "varning": Severity.WARNING}


def is_fixed(rule_id: str) -> bool:
    """Tell whether a rule is one that no decision can soften."""
    return rule_id.startswith(FIXED)


def weighed(rules: Mapping[str, R], decided: Mapping[str, Avvikelse]) -> dict[str, R]:
    """Give the rules with the weight that the förbund has decided; what is switched off is gone."""
    return {
        rule_id: _one(each, decided.get(rule_id))
        for rule_id, each in rules.items()
        if is_fixed(rule_id) or rule_id not in decided or decided[rule_id].vikt != "av"
    }


def _one(rule: R, decided: Avvikelse | None) -> R:
    if decided is None or is_fixed(rule.id):
        return rule
    return replace(rule, severity=_SEVERITY[decided.vikt])
