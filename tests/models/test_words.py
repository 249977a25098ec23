"""Fields that take words from a catalogue, and the words that a document holds."""

from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import bare, is_list
from samverkan_cli.models.grund import Modell, Rad, falt
from samverkan_cli.models.words import DEEPEST, catalogue_fields, catalogue_of, words_in


class Ring(Modell):
    """A group that may hold itself."""

    ord: Rad | None = falt("Ord", "Ett ord.", katalog="hinder")
    inner: "Ring | None" = falt("Inre", "Samma igen.")


def test_fields_with_their_keys() -> None:
    """A field is found wherever it stands, by the keys that lead to it."""
    found = {".".join(keys): katalog for keys, katalog, _ in catalogue_fields(Ansokan)}
    assert found["samverkansbrister"] == "samverkansbrister"
    assert found["malgrupp.behov"] == "behov"
    assert found["risker.hinder"] == "hinder"
    assert found["implementering.alternativ"] == "implementeringsalternativ"
    assert "metod" not in found


def test_words_with_their_routes() -> None:
    """Each word is given with its way in; what is empty or missing gives none."""
    data = {"arbetssatt": ["helhetssyn", "x"], "risker": [{}, {"hinder": "y"}], "malgrupp": None}
    assert list(words_in(Ansokan.model_validate(data))) == [
        (("arbetssatt", 0), "arbetssatt", "helhetssyn"),
        (("arbetssatt", 1), "arbetssatt", "x"),
        (("risker", 1, "hinder"), "hinder", "y"),
    ]
    assert list(words_in(None)) == []


def test_a_model_that_holds_itself_ends() -> None:
    """The walk over a group that holds itself comes to an end."""
    assert len(catalogue_fields(Ring)) == DEEPEST
    ring = Ring.model_validate({"inner": {"ord": "x"}})
    assert list(words_in(ring)) == [(("inner", "ord"), "hinder", "x")]


def test_only_words_and_lists_of_words_have_catalogues() -> None:
    """A catalogue stands on a field of text or a list of texts, never on a group or a number."""
    for typ in DOKUMENT.values():
        for keys, katalog, field in catalogue_fields(typ.model):
            kind = bare(field.annotation)
            inner = bare(kind.__args__[0]) if is_list(field.annotation) else kind
            assert inner is str or inner.__name__ == "Literal", keys
            assert catalogue_of(field) == katalog
