"""JSON Schema (2020-12) of every document, made from the models, for editors and CI.

`errorMessage`, `patternErrorMessage`, `enumDescriptions` and `defaultSnippets` are for the language
server that most editors use; other validators pass them by.
"""

import json
from typing import TYPE_CHECKING, Any

from samverkan_cli.models.dokument import DOKUMENT, REGELBESLUT, SAMVERKAN, Dokumenttyp
from samverkan_cli.models.exempel import own_examples
from samverkan_cli.models.fields import example_value, inner_model
from samverkan_cli.rulebook.words import built_in

if TYPE_CHECKING:
    from samverkan_cli.models.grund import Modell

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_NULL = {"type": "null"}
_SAYS = {
    "string": "Skriv en text; siffror och true inom citattecken.",
    "integer": "Skriv ett heltal med siffror.",
    "number": "Skriv ett tal med siffror.",
    "boolean": "Skriv true eller false.",
    "array": "Skriv en lista, med ett streck först på varje rad.",
}


def all_kinds() -> list[Dokumenttyp]:
    """List every kind of file that has a schema."""
    return [SAMVERKAN, REGELBESLUT, *DOKUMENT.values()]


def file_name(typ: Dokumenttyp) -> str:
    """Give the name of a schema file."""
    return f"{typ.typ}.schema.json"


def schema(typ: Dokumenttyp) -> Schema:
    """Make the schema of a document; an empty value is allowed wherever a draft may have one."""
    made = typ.model.model_json_schema()
    groups = made.get("$defs", {})
    for model in _models(typ.model):
        group = made if model is typ.model else groups[model.__name__]
        del group["title"]  # the name of the class; a field has a title of its own
        group["properties"] = _properties(model, group)
    head = {"$schema": DIALECT, "$id": file_name(typ), "title": typ.namn}
    return head | made


def _models(root: "type[Modell]") -> list["type[Modell]"]:
    """List a model and every model of the groups in it, each once."""
    found = [root]
    for model in found:
        inner = (inner_model(field.annotation) for field in model.model_fields.values())
        found += dict.fromkeys(each for each in inner if each and each not in found)
    return found


def _properties(model: "type[Modell]", group: Schema) -> Schema:
    """Make the fields of a group, in the order of the model."""
    required = set(group.get("required", []))
    made = {}
    for key, field in model.model_fields.items():
        one = _flat(group["properties"][key])
        if key not in required:
            one = _nullable(one)
        told = own_examples(model, key) or [example_value(model, (key,))]
        one |= {"title": field.title, "examples": told}
        made[key] = _offered(_speaking(one)) | _begun(one["examples"][0])
    return made


def _begun(example: Any) -> Schema:
    """Let an editor begin a field without a value: an example in its place would be a claim."""
    empty = {"label": "(tomt)", "body": "$1"}
    return {} if isinstance(example, list) else {"defaultSnippets": [empty]}


def _flat(field: Schema) -> Schema:
    """Say in one place what pydantic says of each member of a union, where it is of one kind.

    A union is answered by every member at once in an editor; one kind is answered in one way.
    """
    if "items" in field:
        return field | {"items": _flat(field["items"])}
    if "patternProperties" in field:
        return field | {"additionalProperties": False}
    rest = {_LIMITS.get(key, key): value for key, value in field.items() if key != "anyOf"}
    members = [_flat(each) for each in field.get("anyOf", ()) if each != _NULL]
    if {each.get("type") for each in members} == {"integer", "number"}:
        members = [{"type": "number"}]
    if len(members) != 1 or not isinstance(members[0].get("type"), str):
        return field
    return rest | (_or_null(members[0]) if _NULL in field["anyOf"] else members[0])


_LIMITS = {"ge": "minimum", "le": "maximum"}
"""What pydantic leaves beside a union of numbers under its own names."""


def _or_null(one: Schema) -> Schema:
    if "enum" in one or "const" in one:
        one = one | {"enum": [*one.get("enum", [one.get("const")]), None]}
        one.pop("const", None)
    return one | {"type": [one["type"], "null"]}


def _nullable(field: Schema) -> Schema:
    """Let a list be empty by having no value at all, as the reader does."""
    if field.get("type") == "array":
        field = field | {"type": ["array", "null"]}
    field.pop("default", None)
    return field


def _speaking(field: Schema) -> Schema:
    """Say in Swedish what may stand in a field, where a language server asks for the words."""
    if "items" in field:
        field = field | {"items": _speaking(field["items"] | {"examples": field["examples"][0]})}
    kind = field.get("type")
    first = kind[0] if isinstance(kind, list) else kind
    says: Schema = {"errorMessage": _SAYS[first]} if first in _SAYS else {}
    if allowed := [str(each) for each in field.get("enum", ()) if each is not None]:
        says["errorMessage"] = f"Välj ett av: {', '.join(allowed)}."
    if "pattern" in field and "patternErrorMessage" not in field:
        says["patternErrorMessage"] = f"Fel form. Skriv till exempel: {field['examples'][0]}"
    return field | says


def _offered(field: Schema) -> Schema:
    """Let an editor offer the words of a catalogue, and not refuse a förbund's own words."""
    katalog = built_in().get(field.get("x-katalog", ""))
    if katalog is None:
        return field
    offered = {"examples": [row.id for row in katalog.rader]}
    names = {row.id: row.namn for row in katalog.rader}
    if "enum" in field:
        offered["enumDescriptions"] = [names.get(each, "Inget värde.") for each in field["enum"]]
    told = "; ".join(f"{word} = {name}" for word, name in names.items())
    told = f"{field['description']} Ord i katalogen {katalog.namn}: {told}."
    if "items" not in field:
        return field | offered | {"description": told}
    return field | {"items": field["items"] | offered, "description": told}


def text(typ: Dokumenttyp) -> str:
    """Write the schema as it lies in `schemas/`."""
    return json.dumps(schema(typ), ensure_ascii=False, indent=2) + "\n"
