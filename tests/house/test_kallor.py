"""Every statement of the five sources lives in the product, or is left out for a reason."""

import re
from pathlib import Path

import pytest

from samverkan_cli.cli.verbs import VERBS
from samverkan_cli.homes import homes, named
from samverkan_cli.rulebook.kallor import sources, statements
from tests.house.generated import ROOT
from tests.house.kallordok import docs
from tests.support import built_in

COMMANDS = [(verb.name, verb.kalla) for verb in VERBS]
LIST = Path("shared", "domain", "seed-requirements.md")
LISTED = next((up / LIST for up in ROOT.parents if (up / LIST).is_file()), None)


def _homeless() -> set[str]:
    found = homes(built_in(), COMMANDS)
    return {each for each, row in statements().items() if not found[each] and not row.utelamnat}


def test_every_statement_has_a_home_or_a_reason() -> None:
    """Nothing that a source asks for is silently lost."""
    assert _homeless() == set()


def test_what_is_left_out_is_not_there() -> None:
    """A reason for leaving something out is untrue when it has a home."""
    found = homes(built_in(), COMMANDS)
    assert [each for each, row in statements().items() if row.utelamnat and found[each]] == []


def test_every_source_named_in_the_product_is_known() -> None:
    """An id that is misspelt in a model, a rule or a command leads nowhere."""
    assert named(built_in(), COMMANDS).keys() - statements().keys() == set()


def test_statements_stand_in_order_and_point_at_each_other() -> None:
    """The ids of a source run from one without gaps, and `samma_som` names others that exist."""
    for source in sources().values():
        digits = len(source.rader[0].id.partition("-")[2])
        wanted = [f"{source.kalla}-{nr:0{digits}}" for nr in range(1, len(source.rader) + 1)]
        assert [row.id for row in source.rader] == wanted
    for row in statements().values():
        assert set(row.samma_som) <= statements().keys() - {row.id}
        assert row.krav.endswith((".", "?"))


@pytest.mark.skipif(LISTED is None, reason="the trace list is not beside this checkout")
def test_the_statements_are_those_of_the_trace_list() -> None:
    """The product answers to all that was drawn from the sources, and to nothing else."""
    assert LISTED is not None
    text = LISTED.read_text(encoding="utf-8")
    assert list(statements()) == re.findall(r"(?m)^\| (S[0-9]{3}-[0-9]+) ", text)


def test_docs_are_what_the_program_says() -> None:
    """The table of sources in `docs/` is made from the product of today."""
    for name, raw in docs().items():
        assert (ROOT / "docs" / name).read_bytes() == raw
