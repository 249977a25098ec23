"""What a Word file says of itself: title, author, language, and days of the case."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samverkan_cli.rendering.word.styles import LANGUAGE
from samverkan_cli.secrecy.mask import masked

_NO_DAY = "2000-01-01"
"""What Word is told of a document that has no day: it wants one, and the clock is none of ours."""


def set_properties(document: Any, title: str, values: Mapping[str, Any], day: str | None) -> None:
    """Set the properties; those that the template had are not the document's."""
    known = document.core_properties
    known.title = masked(title)
    known.author = known.last_modified_by = str((values.get("forbund") or {}).get("namn") or "")
    known.language = LANGUAGE
    known.created = known.modified = datetime.fromisoformat(f"{day or _NO_DAY}T12:00:00")
    known.revision = 1
    for name in ("comments", "keywords", "subject", "category"):
        setattr(known, name, "")
