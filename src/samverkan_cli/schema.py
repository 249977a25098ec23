"""JSON Schema (2020-12) of every document, made from the models, for editors and CI."""

import json
from typing import Any

from samverkan_cli.models.dokument import DOKUMENT, REGELBESLUT, SAMVERKAN, Dokumenttyp
from samverkan_cli.rulebook.words import built_in

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def all_kinds() -> list[Dokumenttyp]:
    """List every kind of file that has a schema."""
    return [SAMVERKAN, REGELBESLUT, *DOKUMENT.values()]


def file_name(typ: Dokumenttyp) -> str:
    """Give the name of a schema file."""
    return f"{typ.typ}.schema.json"


def schema(typ: Dokumenttyp) -> dict[str, Any]:
    """Make the schema of a document; an empty value is allowed wherever a draft may have one."""
    made = typ.model.model_json_schema()
    made["title"] = typ.namn
    for part in [made, *made.get("$defs", {}).values()]:
        required = set(part.get("required", []))
        part["properties"] = {
            key: _offered(value if key in required else _nullable(value))
            for key, value in part.get("properties", {}).items()
        }
        if "egna" in part["properties"]:  # the förbund's own headings come last, as in the model
            part["properties"]["egna"] = part["properties"].pop("egna")
    return {"$schema": DIALECT, "$id": file_name(typ)} | made


def _nullable(field: dict[str, Any]) -> dict[str, Any]:
    """Let a list be empty by having no value at all, as the reader does."""
    if field.get("type") == "array":
        field = field | {"type": ["array", "null"]}
    field.pop("default", None)
    return field


def _offered(field: dict[str, Any]) -> dict[str, Any]:
    """Let an editor offer the words of a catalogue, and not refuse a förbund's own words."""
    katalog = built_in().get(field.get("x-katalog", ""))
    if katalog is None:
        return field
    offered = {"examples": [row.id for row in katalog.rader]}
    told = "; ".join(f"{row.id} = {row.namn}" for row in katalog.rader)
    told = f"{field['description']} Ord i katalogen {katalog.namn}: {told}."
    if "items" not in field:
        return field | offered | {"description": told}
    return field | {"items": field["items"] | offered, "description": told}


def text(typ: Dokumenttyp) -> str:
    """Write the schema as it lies in `schemas/`."""
    return json.dumps(schema(typ), ensure_ascii=False, indent=2) + "\n"
