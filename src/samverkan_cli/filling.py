"""What a new document takes over from those already written, so that nothing is written twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.rulebook.conditions import is_filled, lookup
from samverkan_cli.rulebook.katalog import Fyllningsrad
from samverkan_cli.rulebook.rulebook import Rulebook


def known_fields(
    case: Case, rulebook: Rulebook, typ: str, borrowed: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Give the top-level fields of a new document that the case's other documents know.

    Only documents whose shape is sound are read; the first row that has something is used.
    `borrowed` is data from elsewhere, such as the area of an inventory that the case comes from.
    """
    sound = {name: record.data for name, record in case.records.items() if record.model}
    sound |= borrowed or {}
    return _filled(rulebook.fyllning, typ, sound)


def _filled(rows: Sequence[Fyllningsrad], typ: str, sound: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        document, _, key = row.till.partition(".")
        value = lookup(sound, row.fran)
        if document == typ and "." not in key and key not in found and is_filled(value):
            found[key] = _kept(value, row.nycklar)
    return found


def _kept(value: Any, keys: Sequence[str]) -> Any:
    """Keep only the keys that the new document has, in each row."""
    if not keys or not isinstance(value, list):
        return value
    return [{key: each[key] for key in keys if key in each} for each in value]
