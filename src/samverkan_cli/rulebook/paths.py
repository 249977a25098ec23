"""The fields that conditions and rows name: do they exist, and can the condition ever hold?"""

from collections.abc import Iterator
from typing import Literal, get_origin

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import FieldInfo, allowed_values, bare, field_at
from samverkan_cli.rulebook.conditions import Villkor
from samverkan_cli.rulebook.saying import Say

FIELDS = "Rätta fältets namn; kända fält visas av samverkan schema export."
_OPERATORS = ("ar", "inte", "under", "over", "finns")


def paths(condition: Villkor | None) -> Iterator[str]:
    """Give every path that a condition compares; one that compares nothing gives an empty path."""
    for each in _leaves(condition):
        yield each.falt or ""


def _leaves(condition: Villkor | None) -> Iterator[Villkor]:
    if condition is None:
        return
    parts = [*condition.nagon, *condition.alla]
    for each in parts:
        yield from _leaves(each)
    if not parts:
        yield condition


def stands(path: str) -> bool:
    """Tell whether `dokument.falt.underfalt` leads to a field; `*` is each row of a list."""
    return _field(path) is not None


def _field(path: str) -> FieldInfo | None:
    typ, *keys = (step for step in path.split(".") if step != "*")
    model = DOKUMENT[typ].model if typ in DOKUMENT else None
    if model is None or not keys:
        return None
    found = [field_at(model, tuple(keys[:end])) for end in range(1, len(keys) + 1)]
    return found[-1] if all(found) else None


def condition(nar: Villkor | None, what: str, say: Say) -> Iterator[Diagnostic]:
    """Judge a condition: its fields exist, it compares something, with a value that is allowed."""
    for each in _leaves(nar):
        path = each.falt or ""
        if not stands(path):
            yield say("BOK209", f"{what} har ett villkor på {path}, som inte finns.", FIELDS)
        elif all(getattr(each, key) is None for key in _OPERATORS):
            says = f"{what} har ett villkor på {path} som inte jämför med något."
            yield say("BOK253", says, "Lägg till ar, inte, under, over eller finns.")
        elif odd := _odd_value(each, _field(path)):
            says = f"{what} har ett villkor där {path} jämförs med {odd}, som fältet aldrig är."
            known = ", ".join(str(value) for value in _allowed(_field(path)))
            yield say("BOK253", says, f"Fältet kan vara: {known}.")


def _odd_value(each: Villkor, field: FieldInfo | None) -> str | None:
    allowed = _allowed(field)
    for value in (each.ar, each.inte):
        if value is not None and allowed and value not in allowed:
            return str(value)
    return None


def _allowed(field: FieldInfo | None) -> list[object]:
    kind = bare(field.annotation) if field else None
    return allowed_values(kind) if get_origin(kind) is Literal else []
