"""Every id that a remark may carry is explained, in Swedish."""

import pytest

from samverkan_cli.explaining import explanation, known_ids
from samverkan_cli.rulebook.rulebook import Rulebook
from tests.support import built_in

IDS = known_ids(built_in())


@pytest.mark.parametrize("wanted", IDS)
def test_explained(wanted: str, rulebook: Rulebook) -> None:
    """An explanation has a title, a reason in a sentence, and what to do."""
    found = explanation(rulebook, wanted)
    assert found is not None
    assert found["id"] == wanted
    assert found["title"]
    assert found["why"].rstrip(")").endswith(".")
    assert found["mend"] is None or found["mend"]
    if not wanted.startswith("LAG"):
        assert found["bad"] != found["good"]
        assert all(found[key] for key in ("bad", "good", "since", "source"))


def test_every_family_is_there() -> None:
    """Text, shape, documents, rules, the trail, the rule book and items can all be explained."""
    families = {"YML", "MOD", "DOC", "DOK", "PAR", "EKO", "TID", "EFF", "BES", "PER", "HIS", "BOK"}
    assert families <= {each[:3] for each in IDS}
    assert set(built_in().punkter) <= set(IDS)
    assert sorted(IDS) == IDS


def test_weight_and_source(rulebook: Rulebook) -> None:
    """A rule says if it stops the gate and where it comes from; an item, who answers it."""
    stops, warns = explanation(rulebook, "EKO101"), explanation(rulebook, "PAR108")
    assert stops is not None
    assert warns is not None
    assert (stops["weight"], stops["source"]) == ("stoppar grinden", "S003-077")
    assert warns["weight"] == "varnar"
    must, should = explanation(rulebook, "F1-1"), explanation(rulebook, "F1-7")
    assert must is not None
    assert should is not None
    assert must["weight"] == "krav: stoppar grinden"
    assert should["weight"] == "bör: visas men stoppar inte"
    assert must["role"] == rulebook.role_name("forbundschef")


def test_unknown(rulebook: Rulebook) -> None:
    """An id that nobody knows has no explanation."""
    assert explanation(rulebook, "XYZ999") is None
