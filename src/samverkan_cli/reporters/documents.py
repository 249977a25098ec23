"""A document for reading in the terminal: the fields by their Swedish titles."""

from datetime import date
from typing import Any, NamedTuple, get_args

from samverkan_cli import masked, texts
from samverkan_cli.case import Case
from samverkan_cli.models.fields import allowed_values
from samverkan_cli.models.grund import Modell, Tal
from samverkan_cli.records import Record
from samverkan_cli.reporters.grids import SPECIAL
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import datum, etikett, kronor, tal


def overview(page: Page, case: Case, phase: str) -> None:
    """Write the header of a case and the list of its documents."""
    page.line(f"{case.id}  {case.namn}", "bold")
    page.line(f"Fas: {phase}")
    header = case.record("insats")
    if header and header.model:
        _fields(page, header.model, 0, skip=frozenset({"id", "namn", "formatversion"}))
    page.heading("Handlingar")
    page.table(
        ("Handling", "Fil"),
        [
            (each.typ.namn, each.name)
            for each in case.records.values()
            if each.typ.typ not in {"insats", "handelse", "svar"}
        ],
    )
    page.line()
    page.line(f"{len(case.svar)} svar på punkter, {len(case.handelser)} händelser.")


def show(page: Page, record: Record) -> None:
    """Write every field that says something, and say which ones are empty."""
    page.line(record.typ.namn, "bold")
    page.line(record.file, "dim")
    if record.model is None:
        page.line("Handlingen går inte att läsa som den är:")
        page.diagnostics(record.diagnostics, 2)
        return
    _fields(page, masked.masked(record.model), 0)
    empty = [
        field.title or key
        for key, field in type(record.model).model_fields.items()
        if getattr(record.model, key) in (None, [])
    ]
    if empty:
        page.line()
        page.line(f"Ej ifyllt: {', '.join(empty)}.", "dim")


def _fields(page: Page, model: Modell, indent: int, skip: frozenset[str] = frozenset()) -> None:
    for key, field in type(model).model_fields.items():
        value = getattr(model, key)
        if value not in (None, []) and key not in skip:
            _field(page, _Shown(field.title or key, key, field.annotation), value, indent)


class _Shown(NamedTuple):
    """What is known of a field: its title, its key, and what may stand there."""

    title: str
    key: str
    kind: Any


def _field(page: Page, shown: _Shown, value: Any, indent: int) -> None:
    if isinstance(value, Modell):
        page.line(shown.title, "bold", indent)
        SPECIAL.get(type(value), _fields)(page, value, indent + 2)
    elif isinstance(value, list) and isinstance(value[0], Modell):
        page.line(shown.title, "bold", indent)
        for row in value:
            if special := SPECIAL.get(type(row)):
                special(page, row, indent + 2)
            else:
                page.line(_row(row), indent=indent + 2, mark="–")
    else:
        first, *more = _word(shown, value).rstrip("\n").split("\n")
        page.line(f"{shown.title}: {first}", indent=indent)
        for paragraph in more:
            page.line(paragraph, indent=indent + 2)


def _row(row: Modell) -> str:
    filled = [
        (_Shown(_lower(field.title or key), key, field.annotation), getattr(row, key))
        for key, field in type(row).model_fields.items()
    ]
    return "; ".join(
        f"{shown.title} {_word(shown, value)}" for shown, value in filled if value not in (None, [])
    )


def _lower(title: str) -> str:
    return title if title.isupper() else title.lower()


def _word(shown: _Shown, value: Any) -> str:
    """Write a value as people read it; only a code gets a label, a text stands as written."""
    if isinstance(value, list):
        return ", ".join(_word(shown, each) for each in value)
    if isinstance(value, Modell):
        return _row(value)
    if isinstance(value, bool | int | float):
        return tal(value) if _is_measured(shown, value) else _number(shown.key, value)
    if isinstance(value, date):
        return datum(value)
    return etikett(value) if value in allowed_values(shown.kind) else str(value)


def _is_measured(shown: _Shown, value: float) -> bool:
    """Tell whether a number is in a unit of its own, and not money whatever its key is called."""
    return Tal in get_args(shown.kind) and not isinstance(value, bool)


def _number(key: str, value: float) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return tal(value)
    return kronor(value) if key in texts.PENGAR else str(value)
