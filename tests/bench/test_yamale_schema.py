"""The peer is given the same schema as ours, in its own words."""

from bench import yamale_schema

PERSON = {"type": "object", "properties": {"namn": {"type": "string", "maxLength": 9}}}
SCHEMA = {
    "$defs": {"Person": PERSON | {"required": ["namn"]}},
    "type": "object",
    "required": ["datum", "rader"],
    "properties": {
        "datum": {"type": "string", "format": "date"},
        "svar": {"type": ["string", "null"], "enum": ["ja", "nej", None]},
        "belopp": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}]},
        "rader": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Person"}},
        "id": {"type": "string", "pattern": "^[a-z]+$"},
    },
}


def test_types_forms_and_limits_are_kept() -> None:
    """A schema that asked for less would make the peer quicker than it is."""
    assert yamale_schema.text(SCHEMA) == (
        "datum: day()\n"
        "svar: enum('ja', 'nej', required=False)\n"
        "belopp: int(min=0, required=False)\n"
        "rader: list(include('Person'), min=1)\n"
        "id: regex('^[a-z]+$', required=False)\n"
        "---\n"
        "Person:\n"
        "  namn: str(max=9)\n"
    )
