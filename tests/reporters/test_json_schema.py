"""The published shape of the answers in JSON is that of the answers themselves."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samverkan_cli.reporters import json_schema
from tests.cli.box import OPEN, SHUT, Box
from tests.cli.conftest import Run, examples, examples_template, fixed, run

__all__ = ["examples", "examples_template", "fixed", "run"]

COMMANDS = {
    "check": [["check"], ["check", SHUT], ["check", OPEN, "2006"]],
    "status": [["status", SHUT], ["status", OPEN], ["status", "2006"]],
    "status-list": [["status"]],
    "list": [["list"]],
}


def groups(part: Any) -> Iterator[dict[str, Any]]:
    """Give every group of keys in a schema."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict):
            yield part
        for each in part.values():
            yield from groups(each)


@pytest.mark.parametrize("kind", json_schema.outputs())
def test_every_key_says_what_it_is(kind: str) -> None:
    """The schema is a good one, and Swedish words stand at every key."""
    made = json_schema.outputs()[kind]
    Draft202012Validator.check_schema(made)
    assert made["$id"] == f"{kind}.schema.json"
    for group in groups(made):
        for key, field in group["properties"].items():
            assert field["description"].endswith("."), key


@pytest.mark.parametrize("kind", COMMANDS)
def test_answers_fit(examples: Box, run: Run, kind: str) -> None:
    """What the commands answer fits, and holds no key that the schema does not know."""
    examples.write(f"insatser/{SHUT}/ansokan.yaml", "titel: Beslut: bifall\n")
    made = json.dumps(json_schema.outputs()[kind])
    closed = json.loads(
        made.replace('"type": "object"', '"type": "object", "additionalProperties": false')
    )
    for words in COMMANDS[kind]:
        body = json.loads(run(*words, "-f", "json").out)
        assert [error.message for error in Draft202012Validator(closed).iter_errors(body)] == []


@pytest.mark.parametrize("kind", COMMANDS)
def test_another_answer_does_not_fit(kind: str) -> None:
    """An answer of another kind or version, or without its keys, is refused."""
    shape = Draft202012Validator(json_schema.outputs()[kind])
    assert not shape.is_valid({"schema_version": 1, "kind": kind})
    assert not shape.is_valid({"schema_version": 2, "kind": kind})
    assert not shape.is_valid({"schema_version": 1, "kind": "annat"})
