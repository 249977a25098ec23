"""The effect chain as a value: ways, trees, and what is loose."""

from samverkan_cli.chain import Chain

DATA = {
    "effektmal": [{"id": "E1", "text": "Fler i arbete"}],
    "resultatmal": [{"id": "R1", "effektmal": ["E1"]}, {"id": "R2", "effektmal": ["E1"]}],
    "delmal": [{"id": "D1", "resultatmal": ["R1", "R2"]}],
    "aktiviteter": [{"id": "A1", "delmal": ["D1"]}],
    "resurser": [{"id": "S1", "aktiviteter": ["A1"], "text": "Två\ntjänster"}],
}


def ids(chain: Chain) -> list[str]:
    """Write each way as its ids."""
    return ["-".join(str(row["id"]) if row else "." for row in path) for path in chain.paths()]


def test_every_way_is_given_once() -> None:
    """A sub-goal that serves two goals stands on a way for each."""
    chain = Chain.of("forandringsbeskrivning", DATA)
    assert ids(chain) == ["E1-R1-D1-A1-S1", "E1-R2-D1-A1-S1"]
    assert chain.loose == ()
    assert not chain.is_empty


def test_tree_shows_a_link_once_under_each_that_it_serves() -> None:
    """A person reads the chain from the top; nothing is repeated without need."""
    lines = Chain.of("forandringsbeskrivning", DATA).tree()
    assert lines[:3] == [(0, "Önskad effekt E1: Fler i arbete"), (1, "Mål R1"), (2, "Delmål D1")]
    assert lines[4] == (4, "Resurs S1: Två tjänster")
    assert lines[5] == (1, "Mål R2")


def test_what_nothing_points_at_is_still_shown() -> None:
    """Whatever is written is drawn, with a gap where the chain is broken, and told as loose."""
    chain = Chain.of("forandringsbeskrivning", DATA | {"delmal": [{"id": "D1"}]})
    assert ids(chain) == ["E1-R1-.-.-.", "E1-R2-.-.-.", ".-.-D1-A1-S1"]
    assert [each.message for each in chain.loose] == [
        "Mål R1 leder inte till något delmål.",
        "Mål R2 leder inte till något delmål.",
        "Delmål D1 hör inte till något mål.",
    ]


def test_an_application_has_three_links() -> None:
    """The application holds the same chain with fewer links; an empty one says so."""
    chain = Chain.of("ansokan", {"effektmal": [{"id": "E1"}], "resultatmal": None})
    assert ids(chain) == ["E1-.-."]
    assert Chain.of("ansokan", {}).is_empty
