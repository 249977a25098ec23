"""Every rule that is a function, by id: reading the families is what registers them."""

from collections.abc import Mapping

from samverkan_cli.rules import (
    andringar,
    antal,
    arsbudget,
    arspengar,
    arstid,
    beslut,
    delegation,
    effekt,
    ekonomi,
    enkater,
    forbund,
    handelser,
    kedja,
    mandat,
    modeller,
    moten,
    nytta,
    parter,
    relationer,
    tider,
    uppfoljning,
)
from samverkan_cli.rules.rule import REGISTER, Rule
from samverkan_cli.rules.wide import WIDE, WideRule

FAMILIES = (
    andringar,
    antal,
    arsbudget,
    arspengar,
    arstid,
    beslut,
    delegation,
    effekt,
    ekonomi,
    enkater,
    forbund,
    handelser,
    kedja,
    mandat,
    modeller,
    moten,
    nytta,
    parter,
    relationer,
    tider,
    uppfoljning,
)
"""The modules that hold rules; a new family is a row here."""


def registered() -> Mapping[str, Rule]:
    """Give the rules that are functions, in order of id."""
    return dict(sorted(REGISTER.items()))


def wide() -> Mapping[str, WideRule]:
    """Give the rules over the whole repository, in order of id."""
    return dict(sorted(WIDE.items()))
