"""Rows of a file that may hold anything, and the words that a person knows them by."""

TYPE_CHECKING = False  # as typing's own, which costs more than the whole answer
if TYPE_CHECKING:
    from typing import Any

    Rows = list[dict[str, Any]]


def rows(data: object, key: str) -> "Rows":
    """Give the rows of a list in a file that may hold anything."""
    found = data.get(key) if isinstance(data, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def named(found: "Rows", key: str = "namn") -> dict[str, str]:
    """Give rows by id, with the words that a person knows them by."""
    return {str(each["id"]): str(each.get(key) or "") for each in found if "id" in each}
