"""Everything that is wrong with a rule book: its processes, its catalogues, its own rules."""

from samverkan_cli import prepared
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.rulebook.loading import is_built_in
from samverkan_cli.rulebook.rulebook import Rulebook

_BEHIND = (
    *("models", "rulebook", "rules", "yamldoc", "shape.py", "texts.py", "folding.py"),
    *("data/processer", "data/kataloger", "data/kallor", "data/anmarkningar.yaml"),
)
"""Everything that a verdict on the built-in rule book rests on."""


def judge(rulebook: Rulebook) -> list[Diagnostic]:
    """Judge a rule book whole; the built-in one, which nobody changes, is judged once."""
    if not is_built_in(rulebook):
        return _judged(rulebook)
    return prepared.recall("regelbokens-fel", _BEHIND, lambda: _judged(rulebook))


def _judged(rulebook: Rulebook) -> list[Diagnostic]:
    from samverkan_cli.rulebook import consistency
    from samverkan_cli.rules import own

    return [*consistency.judge(rulebook), *own.judge(rulebook)]
