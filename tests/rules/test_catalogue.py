"""The engine's own remarks: each known, none twice, all in words."""

import re
from typing import TYPE_CHECKING

import pytest

from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.catalogue import entries
from samverkan_cli.rules.registry import wide
from samverkan_cli.rules.run import all_rules
from samverkan_cli.yamldoc.catalogue import CATALOGUE
from tests.support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ID = re.compile(r'"((?:YML|MOD|DOC|DOK|PAR|EKO|TID|EFF|BES|PER|HIS|BOK|REV)[0-9]{3})"')


def used() -> set[str]:
    """Find every id that the source says."""
    files: list[Path] = sorted((ROOT / "src").rglob("*.py"))
    return {found for path in files for found in ID.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("rule", sorted(entries()))
def test_entries_are_told(rule: str) -> None:
    """Every entry has a title without full stop, a reason and what to do, in sentences."""
    entry = entries()[rule]
    assert not entry.titel.endswith(".")
    assert entry.varfor.endswith(".")
    assert entry.atgard.endswith(".")


def test_every_id_in_the_source_is_explained(rulebook: Rulebook) -> None:
    """No remark carries an id that explain does not know, and no id is explained for nothing."""
    known = {*entries(), *CATALOGUE, *all_rules(rulebook), *wide()}
    assert used() - known == set()
    assert set(entries()) - used() == set()


def test_no_id_in_two_tables(rulebook: Rulebook) -> None:
    """An id stands for one thing."""
    tables = [set(entries()), set(CATALOGUE), set(all_rules(rulebook)), set(wide())]
    assert sum(map(len, tables)) == len(set().union(*tables))
