"""New documents: every field with its title, nothing broken, nothing claimed."""

from collections.abc import Iterator
from typing import Any

import pytest

from samverkan_cli import skeleton
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN, Dokumenttyp
from samverkan_cli.models.fields import inner_model
from samverkan_cli.models.grund import Modell
from samverkan_cli.records import read_record

WRITABLE = [each for each in DOKUMENT.values() if not each.written_by_tool]
KNOWN: dict[str, dict[str, Any]] = {
    "insats": {
        "formatversion": 1,
        "id": "2026-001-prov",
        "namn": "Ett prov: # och mer",
        "process": "finsam-10",
        "processversion": 1,
    },
    "forankring": {"part": "fk"},
    "ansvarsfrihet": {"part": "fk"},
    "anslutningsplan": {"part": "fk"},
    "samverkan": {"formatversion": 1, "forbund": {"namn": "Prov"}},
}


def titles(model: type[Modell], depth: int = 0) -> Iterator[str]:
    """Give the title of every field that a template lays out."""
    for field in model.model_fields.values():
        yield field.title or ""
        inner = inner_model(field.annotation)
        whole = inner and not any(each.is_required() for each in inner.model_fields.values())
        if inner and whole and depth == 0 and not str(field.annotation).startswith("list"):
            yield from titles(inner, depth + 1)


@pytest.mark.parametrize("typ", WRITABLE, ids=lambda typ: typ.typ)
def test_template_is_a_valid_draft(typ: Dokumenttyp) -> None:
    """A new document can be read at once, has every field, and says what each is."""
    raw = skeleton.write(typ, KNOWN.get(typ.typ), schema="../schemas/x.json")
    record = read_record(typ.typ, f"{typ.typ}.yaml", typ, raw)
    assert record.diagnostics == ()
    assert record.model is not None
    assert list(record.data) == [key for key in typ.model.model_fields if key != "egna"]
    text = raw.decode()
    assert text.startswith("# yaml-language-server: $schema=../schemas/x.json\n")
    assert "Personuppgifter om deltagare hör aldrig hemma här." in text
    for title in titles(typ.model):
        assert f"# {title}" in text or title == "Egna rubriker"


def test_nothing_is_claimed() -> None:
    """An empty template has no value that could be taken for an answer."""
    typ = DOKUMENT["ansokan"]
    record = read_record("ansokan", "a.yaml", typ, skeleton.write(typ))
    assert record.model is not None
    values = record.model.model_dump(exclude_defaults=True)
    assert all(not any(inner.values()) for inner in values.values())


def test_required_fields_are_marked() -> None:
    """What the phase requires is marked at the field, and nothing else is."""
    text = skeleton.write(DOKUMENT["ansokan"], wanted=frozenset({"syfte"})).decode()
    assert "# Syfte (krävs i den här fasen). " in text
    assert text.count("krävs i den här fasen") == 1


def test_choices_and_examples_are_shown() -> None:
    """A field says what may stand there: a choice, an example or a whole row."""
    text = skeleton.write(DOKUMENT["ansokan"]).decode()
    assert "# Välj: nytt_arbetssatt, mojliggor_samverkan, samverkanskostnad\n" in text
    assert "# Exempel: 2026-04-20\n" in text
    assert "#   - budgetar: 2027\n#     slag: personal\n" in text


def test_known_values_are_kept_whatever_they_say() -> None:
    """A name that looks like YAML is quoted and comes back as it was."""
    typ = DOKUMENT["insats"]
    record = read_record("insats", "i.yaml", typ, skeleton.write(typ, KNOWN["insats"]))
    assert record.data["namn"] == "Ett prov: # och mer"


def test_without_schema() -> None:
    """A template for nobody's editor begins with what the document is."""
    text = skeleton.write(SAMVERKAN, KNOWN["samverkan"]).decode()
    assert text.startswith("# Förbundets uppgifter. ")
