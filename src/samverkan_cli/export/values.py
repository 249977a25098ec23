"""A value as it leaves: of the type its field has, in one line, with what must not be seen out."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from samverkan_cli.export.definition import Falt
from samverkan_cli.masking import FEW, PERSONS
from samverkan_cli.models.grund import Modell
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible
from samverkan_cli.website.hiding import Hider

Value = str | int | float | bool | None

OTHER = "annat"
"""Stands for a code that is none: what people write in words does not leave as a code."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,127}")


def looked_up(start: Any, way: Sequence[str]) -> Any:
    """Follow names through models and mappings; a list gives a list; nothing there is None."""
    found = start
    for at, name in enumerate(way):
        if isinstance(found, list):
            return [looked_up(each, way[at:]) for each in found]
        found = found.get(name) if isinstance(found, dict) else getattr(found, name, None)
        if found is None:
            return None
    return found


def counted(found: Any, how: str) -> Any:
    """Count or add up a list; nothing written is not zero kronor."""
    rows = [each for each in found or [] if each is not None]
    if how == "antal":
        return len(rows)
    return sum(rows) if rows else None


def value(field: Falt, found: Any, enhet: Any, hider: Hider) -> tuple[Value, bool]:
    """Give a value as it leaves, and whether it is kept back.

    A text where a number should stand is the masking's word for a small group.
    """
    if found is None or isinstance(found, Modell):
        return None, False
    if field.typ in {"text", "kod", "koder"}:
        return _words(field, found, hider), False
    if field.typ == "ja_nej":
        return bool(found), False
    if field.typ == "datum":
        return (found.isoformat() if isinstance(found, date) else str(found)[:10]), False
    if isinstance(found, str) or (0 <= found < FEW and _counts_persons(field, enhet)):
        return None, True
    return (float(found) if field.typ in {"tal", "matvarde"} else int(found)), False


def _counts_persons(field: Falt, enhet: Any) -> bool:
    if field.typ == "matvarde":
        return isinstance(enhet, str) and enhet.strip().casefold() in PERSONS
    return field.typ == "antal"


def _words(field: Falt, found: Any, hider: Hider) -> str:
    if field.typ == "text":
        return visible(masked(hider.text(" ".join(str(found).split()))))
    if field.typ == "koder":
        return " ".join(sorted(_code(each) for each in found))
    return _code(found)


def _code(found: Any) -> str:
    text = str(found)
    return text if _CODE.fullmatch(text) else OTHER
