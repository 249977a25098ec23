"""Every rule that is a function, by id: reading the families is what registers them."""

from collections.abc import Mapping

from samverkan_cli.rules import beslut, effekt, ekonomi, handelser, parter
from samverkan_cli.rules.rule import REGISTER, Rule

FAMILIES = (beslut, effekt, ekonomi, handelser, parter)
"""The modules that hold rules; a new family is a row here."""


def registered() -> Mapping[str, Rule]:
    """Give the rules that are functions, in order of id."""
    return dict(sorted(REGISTER.items()))
