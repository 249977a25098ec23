"""Every rule about YAML is explained, and its examples are true."""

import re
from pathlib import Path

import pytest

from samverkan_cli import yamldoc
from samverkan_cli.yamldoc.catalogue import CATALOGUE
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

SOURCE = Path(str(yamldoc.__file__)).parent
# Examples that show what cannot be typed, a file, or a large text.
TOLD = {
    *("YML101", "YML102", "YML103", "YML104", "YML105", "YML106", "YML107", "YML108", "YML110"),
    *("YML112", "YML301", "YML303", "YML232", "YML200"),
}


def test_catalogue_and_code_agree() -> None:
    """Every rule that the code names is explained, and nothing else is."""
    used = {
        rule
        for path in SOURCE.glob("*.py")
        if "catalogue" not in path.name
        for rule in re.findall(r'"(YML[0-9]{3})"', path.read_text())
    }
    assert used == set(CATALOGUE)


@pytest.mark.parametrize("rule", sorted(CATALOGUE))
def test_explanation_is_whole(rule: str) -> None:
    """A rule has a title without a full stop, and a reason and a cure that are sentences."""
    entry = CATALOGUE[rule]
    assert all(entry)
    assert not entry.title.endswith(".")
    assert entry.why.endswith(".")
    assert entry.mend.endswith(".")


@pytest.mark.parametrize("rule", sorted(set(CATALOGUE) - TOLD))
def test_examples_are_true(rule: str) -> None:
    """The bad example is refused by its own rule, and the good one is read."""
    entry = CATALOGUE[rule]
    with pytest.raises(YamlFaults) as caught:
        YamlDocument.parse(entry.bad.encode() + b"\n")
    assert rule in {fault.rule for fault in caught.value.faults}
    if ":" in entry.good:
        assert YamlDocument.parse(entry.good.encode()).data
