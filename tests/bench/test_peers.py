"""The peers get the same documents as ours, and the schema of each."""

from pathlib import Path

from bench.corpus import TOP

from bench import peers


def test_every_document_has_a_kind_and_a_schema(examples: Path) -> None:
    """A document that the peers were not given would be work that only ours did."""
    files = peers.documents(examples)
    kinds = peers.by_kind(examples, files)

    assert sum(len(each) for each in kinds.values()) == len(files) > 400
    assert next(iter(kinds)) == "svar"
    for kind in kinds:
        assert (TOP / "schemas" / f"{kind}.schema.json").is_file()


def test_a_part_has_the_mixture_of_the_whole(examples: Path) -> None:
    """Every eighth document of each common kind is an eighth of the work, not of the easy half."""
    whole, part = peers.part(examples, 1), peers.part(examples, 8)

    assert part.keys() == whole.keys()
    for kind, each in part.items():
        assert set(each) <= set(whole[kind])
        assert len(each) == -(-len(whole[kind]) // 8)
