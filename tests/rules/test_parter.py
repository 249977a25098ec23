"""Parts: what counts as two kinds, and what an owner must be."""

import pytest

from samverkan_cli.rules.parter import distinct_types
from tests.support import SAMVERKAN, built_in, case_of

from .files_people import HEAD, parts
from .row import RULES, says


@pytest.mark.parametrize(
    ("ids", "count"),
    [
        ([], 0),
        (["okand"], 0),
        (["norrby"], 1),
        (["norrby", "soderby"], 1),
        (["norrby", "norrby"], 1),
        (["gotland"], 1),
        (["gotland", "gotland"], 1),
        (["gotland", "af"], 2),
        (["gotland", "norrby"], 2),
        (["norrby", "soderby", "gotland"], 2),
        (["fk", "okand"], 1),
        (["fk", "af", "region", "norrby", "soderby"], 4),
    ],
)
def test_distinct_types(ids: list[str], count: int) -> None:
    """Two municipalities are one part, Gotland is one kind at a time, and an unknown is none."""
    assert distinct_types(SAMVERKAN, ids) == count


def test_part_of_no_kind_counts_for_none() -> None:
    """A member without partstyper cannot make two kinds out of one."""
    bare = SAMVERKAN.parter[0].model_copy(update={"partstyper": []})
    samverkan = SAMVERKAN.model_copy(update={"parter": [bare, *SAMVERKAN.parter[1:]]})
    assert distinct_types(samverkan, ["fk", "af"]) == 1


def test_two_kinds_among_applicants() -> None:
    """A part that only takes part does not stand behind the application."""
    header = parts("norrby") + "  - {id: fk, roll: medverkande}\n"
    assert says("PAR101", {"insats.yaml": header})
    assert not says("PAR101", {"insats.yaml": HEAD.replace("roll: sokande", "enhet: Alla")})


def test_the_process_says_how_many_kinds() -> None:
    """A process that names no number is content with one organisation."""
    one = case_of({"insats.yaml": parts("norrby")})
    two = case_of({"insats.yaml": parts("norrby", "fk")})
    free = built_in().process("mus-8")
    strict = free.model_copy(update={"minst_partstyper": 3})
    rule = RULES["PAR101"]
    assert free.minst_partstyper is None
    assert rule.run(one, SAMVERKAN, free) == []
    found = rule.run(two, SAMVERKAN, strict)
    assert found
    assert found[0].message.startswith("De sökande är inte minst tre parter av olika slag.")
    assert rule.run(one, SAMVERKAN, None) is None


def test_owner_must_be_member() -> None:
    """An owner who is no member of the förbund is pointed at on its own line."""
    found = says("PAR102", {"insats.yaml": HEAD + "insatsagare: okand\n"})
    assert [each.split(" ", 1)[1] for each in found] == [
        "Parten okand finns inte i samverkan.yaml."
    ]
