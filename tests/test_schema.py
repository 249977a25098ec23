"""JSON Schema for editors: every field in Swedish, and the examples accepted."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samverkan_cli import schema
from samverkan_cli.models.dokument import DOKUMENT, REGELBESLUT, SAMVERKAN, Dokumenttyp, of_path
from samverkan_cli.yamldoc.document import YamlDocument
from tests.support import EXAMPLES, example_files, example_ids

KINDS = schema.all_kinds()


def objects(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the schema of the document and of every group in it."""
    yield made
    yield from made.get("$defs", {}).values()


def test_every_document_has_one() -> None:
    """Every kind of document has a schema, under a name of its own."""
    assert [SAMVERKAN, REGELBESLUT, *DOKUMENT.values()] == KINDS
    assert len({schema.file_name(typ) for typ in KINDS}) == len(KINDS)


@pytest.mark.parametrize("typ", KINDS, ids=lambda typ: typ.typ)
def test_titles_and_descriptions(typ: Dokumenttyp) -> None:
    """Every field has a Swedish title and a sentence, and unknown keys are refused."""
    made = schema.schema(typ)
    assert made["$schema"] == schema.DIALECT
    assert made["$id"] == f"{typ.typ}.schema.json"
    assert made["title"] == typ.namn
    for part in objects(made):
        assert part["description"].endswith((".", ")."))
        assert part["additionalProperties"] is False
        for key, field in part["properties"].items():
            assert field["title"], key
            assert field["description"].endswith((".", "?")), key
            assert "default" not in field


@pytest.mark.parametrize("typ", KINDS, ids=lambda typ: typ.typ)
def test_every_field_has_an_example(typ: Dokumenttyp) -> None:
    """Every field shows an example of its own, which the schema itself accepts."""
    made = schema.schema(typ)
    for part in objects(made):
        for key, field in part["properties"].items():
            assert field["examples"], key
            assert "en text" not in str(field["examples"]), key
            one = Draft202012Validator({"$defs": made.get("$defs", {}), **field})
            assert [
                error.message for each in field["examples"] for error in one.iter_errors(each)
            ] == []


@pytest.mark.parametrize("typ", KINDS, ids=lambda typ: typ.typ)
def test_words_of_the_editor(typ: Dokumenttyp) -> None:
    """What an editor says of a value is Swedish, and one answer: no choice between kinds."""
    for part in objects(schema.schema(typ)):
        assert "title" not in part or part["title"] == typ.namn
        for key, field in part["properties"].items():
            if "anyOf" in field:
                assert "$ref" in field["anyOf"][0] or key == "varde", key
            elif "$ref" not in field and "object" not in field["type"]:
                assert field["errorMessage"].endswith("."), key
            assert ("pattern" in field) == ("patternErrorMessage" in field), key
            assert len(field.get("enum", [])) == len(
                field.get("enumDescriptions", field.get("enum", []))
            )


@pytest.mark.parametrize("typ", KINDS, ids=lambda typ: typ.typ)
def test_empty_value_in_a_draft(typ: Dokumenttyp) -> None:
    """A key without a value is allowed wherever the reader allows it."""
    for part in objects(schema.schema(typ)):
        for key, field in part["properties"].items():
            if key not in part.get("required", []):
                kinds = field.get("type", [each.get("type") for each in field.get("anyOf", [])])
                assert "null" in kinds, key


@pytest.mark.parametrize("typ", KINDS, ids=lambda typ: typ.typ)
def test_text_is_stable_json(typ: Dokumenttyp) -> None:
    """The file is readable JSON with å, ä and ö as they are, the same every time."""
    text = schema.text(typ)
    assert json.loads(text) == schema.schema(typ)
    assert text == schema.text(typ)
    assert text.endswith("}\n")
    assert "\\u00" not in text


def test_examples_are_accepted() -> None:
    """The schemas accept every document of the demo repository."""
    documents = {"samverkan.yaml": (SAMVERKAN, (EXAMPLES / "samverkan.yaml").read_bytes())}
    for case_id in example_ids():
        for path, raw in example_files(case_id).items():
            typ = of_path(path)
            assert typ is not None
            documents[f"{case_id}/{path}"] = (typ, raw)
    for typ, raw in documents.values():
        data = YamlDocument.parse(raw).data
        Draft202012Validator(schema.schema(typ)).validate(data)
