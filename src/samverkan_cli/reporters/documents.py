"""A document for reading in the terminal: the fields by their Swedish titles."""

from datetime import date
from typing import Any, NamedTuple, get_args

from samverkan_cli import masked, texts
from samverkan_cli.case import Case
from samverkan_cli.models.fields import FieldInfo, allowed_values
from samverkan_cli.models.grund import Modell, Tal
from samverkan_cli.models.words import catalogue_of
from samverkan_cli.records import Record
from samverkan_cli.reporters.grids import SPECIAL
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.rubriker import Headings
from samverkan_cli.rulebook.rulebook import Words
from samverkan_cli.texts import datum, etikett, kronor, tal


def overview(page: Page, case: Case, phase: str, words: Words) -> None:
    """Write the header of a case and the list of its documents."""
    page.line(f"{case.id}  {case.namn}", "bold")
    page.line(f"Fas: {phase}")
    header = case.record("insats")
    if header and header.model:
        _fields(page, header.model, 0, words, skip=frozenset({"id", "namn", "formatversion"}))
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


def show(page: Page, record: Record, words: Words, headings: Headings = ()) -> None:
    """Write every field that says something, and say which ones are empty.

    `words` names the words of the catalogues, `headings` the texts under the förbund's own.
    """
    page.line(record.typ.namn, "bold")
    page.line(record.file, "dim")
    if record.model is None:
        page.line("Handlingen går inte att läsa som den är:")
        page.diagnostics(record.diagnostics, 2)
        return
    _fields(page, masked.masked(record.model), 0, words, skip=_APART)
    names = {each.id: each.namn for each in headings}
    for key, text in (getattr(record.model, "egna", None) or {}).items():
        if text:
            _titled(page, names.get(key, key), text, 0)
    empty = [
        field.title or key
        for key, field in type(record.model).model_fields.items()
        if getattr(record.model, key) in (None, []) and key not in _APART
    ]
    if empty:
        page.line()
        page.line(f"Ej ifyllt: {', '.join(empty)}.", "dim")


_APART = frozenset({"egna", "sigill"})
"""Fields shown by themselves, or not at all: a seal says nothing to a reader."""


class _Shown(NamedTuple):
    """What is known of a field: title, key, what may stand there, and names of words."""

    title: str
    key: str
    field: FieldInfo
    words: Words

    def label(self, code: str) -> str:
        """Write a word of a catalogue by its name, and a code by its label."""
        named = self.words.get(catalogue_of(self.field) or "", {}).get(code)
        return named or (etikett(code) if code in allowed_values(self.field.annotation) else code)


def _filled(model: Modell, words: Words) -> list[tuple[_Shown, Any]]:
    return [
        (_Shown(field.title or key, key, field, words), value)
        for key, field in type(model).model_fields.items()
        if (value := getattr(model, key)) not in (None, [])
    ]


def _fields(
    page: Page, model: Modell, indent: int, words: Words, skip: frozenset[str] = frozenset()
) -> None:
    for shown, value in _filled(model, words):
        if shown.key not in skip:
            _field(page, shown, value, indent)


def _field(page: Page, shown: _Shown, value: Any, indent: int) -> None:
    if isinstance(value, Modell):
        page.line(shown.title, "bold", indent)
        if special := SPECIAL.get(type(value)):
            special(page, value, indent + 2)
        else:
            _fields(page, value, indent + 2, shown.words)
    elif isinstance(value, list) and isinstance(value[0], Modell):
        page.line(shown.title, "bold", indent)
        for row in value:
            if special := SPECIAL.get(type(row)):
                special(page, row, indent + 2)
            else:
                page.line(_row(row, shown.words), indent=indent + 2, mark="–")
    else:
        _titled(page, shown.title, _word(shown, value), indent)


def _titled(page: Page, title: str, text: str, indent: int) -> None:
    first, *more = text.rstrip("\n").split("\n")
    page.line(f"{title}: {first}", indent=indent)
    for paragraph in more:
        page.line(paragraph, indent=indent + 2)


def _row(row: Modell, words: Words) -> str:
    return "; ".join(
        f"{_lower(shown.title)} {_word(shown, value)}" for shown, value in _filled(row, words)
    )


def _lower(title: str) -> str:
    return title if title.isupper() else title.lower()


def _word(shown: _Shown, value: Any) -> str:
    """Write a value as people read it; only a code gets a label, a text stands as written."""
    if isinstance(value, list):
        return ", ".join(_word(shown, each) for each in value)
    if isinstance(value, Modell):
        return _row(value, shown.words)
    if isinstance(value, bool | int | float):
        return tal(value) if _is_measured(shown, value) else _number(shown.key, value)
    if isinstance(value, date):
        return datum(value)
    return shown.label(str(value))


def _is_measured(shown: _Shown, value: float) -> bool:
    """Tell whether a number is in a unit of its own, and not money whatever its key is called."""
    return Tal in get_args(shown.field.annotation) and not isinstance(value, bool)


def _number(key: str, value: float) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return tal(value)
    return kronor(value) if key in texts.PENGAR else str(value)
