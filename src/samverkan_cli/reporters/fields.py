"""The fields of a document in the terminal: a value by its title, rows as a table or as cards."""

from collections.abc import Sequence

from samverkan_cli.models.fields import FieldInfo
from samverkan_cli.models.grund import Modell
from samverkan_cli.reporters.columns import is_roomy
from samverkan_cli.reporters.grids import SPECIAL
from samverkan_cli.reporters.text import Page
from samverkan_cli.transition.wording import Words, alignment

_LEADS = ("namn", "text", "beskrivning", "fraga")
"""What a row is best known by, the best first; any other row is known by its first field."""
_SHORT = 44
"""Signs of a value that may stand on one line with others."""
_CELL = 60
_MARK = 4
"""Signs of an id that may stand before a row, as E1 and F1-3 do."""


def show(
    page: Page, model: Modell, words: Words, indent: int = 0, skip: frozenset[str] = frozenset()
) -> None:
    """Write every field that says something, in the order of the model."""
    for key, field in _filled(model):
        if key not in skip:
            _field(page, field, getattr(model, key), words, indent)


def _filled(model: Modell) -> list[tuple[str, FieldInfo]]:
    fields = type(model).model_fields
    return [(key, field) for key, field in fields.items() if getattr(model, key) not in (None, [])]


def _field(page: Page, field: FieldInfo, value: object, words: Words, indent: int) -> None:
    title = field.title or ""
    if isinstance(value, Modell):
        page.line(title, "bold", indent)
        _group(page, value, words, indent + 2)
    elif isinstance(value, list) and isinstance(value[0], Modell):
        page.line(title, "bold", indent)
        _rows(page, value, words, indent + 2)
    elif isinstance(value, list) and len(value) > 1 and any(_is_long(each) for each in value):
        page.line(title, "bold", indent)
        for each in value:
            page.line(words.value(field, each) or "", indent=indent + 2, mark="–")
    else:
        page.field(title, words.value(field, value) or "", indent)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and (len(value) > _SHORT or value.rstrip().endswith("."))


def _group(page: Page, value: Modell, words: Words, indent: int) -> None:
    if special := SPECIAL.get(type(value)):
        special(page, value, indent)
    else:
        show(page, value, words, indent)


def _rows(page: Page, rows: Sequence[Modell], words: Words, indent: int) -> None:
    """Lay rows of short values out as a table; a lone row, and rows that hold texts, are cards."""
    if len(rows) == 1 or type(rows[0]) in SPECIAL or not _table(page, rows, words, indent):
        for row in rows:
            _card(page, row, words, indent)


def _table(page: Page, rows: Sequence[Modell], words: Words, indent: int) -> bool:
    fields = type(rows[0]).model_fields
    used = [key for key in fields if any(getattr(row, key) not in (None, []) for row in rows)]
    values = [[getattr(row, key) for key in used] for row in rows]
    if any(_is_nested(value) for row in values for value in row):
        return False
    titles = [fields[key].title or key for key in used]
    cells = [
        [words.value(fields[key], value) or "–" for key, value in zip(used, row, strict=True)]
        for row in values
    ]
    long = any(len(cell) > _CELL or "\n" in cell.rstrip() for row in cells for cell in row)
    if long or not is_roomy(titles, cells, page.console.width - indent):
        return False
    right = {fields[key].title or key for key in used if alignment(fields[key])}
    page.table(titles, cells, right=right, indent=indent)
    return True


def _is_nested(value: object) -> bool:
    return isinstance(value, Modell) or (
        isinstance(value, list) and bool(value) and isinstance(value[0], Modell)
    )


def _card(page: Page, row: Modell, words: Words, indent: int) -> None:
    """Write what a row is known by behind its id, then its short values, then the rest."""
    if special := SPECIAL.get(type(row)):
        special(page, row, indent)
        return
    filled = dict(_filled(row))
    mark, lead = _known_by(row, filled, words)
    page.line(lead, "", indent, mark)
    within = indent + len(mark) + 1
    texts = {key: _text(field, getattr(row, key), words) for key, field in filled.items()}
    short = [key for key, text in texts.items() if text and len(text) <= _SHORT]
    page.facts([f"{filled[key].title}: {texts[key]}" for key in short], within)
    for key, field in filled.items():
        if key not in short:
            _field(page, field, texts[key] or getattr(row, key), words, within)


def _known_by(row: Modell, filled: dict[str, FieldInfo], words: Words) -> tuple[str, str]:
    """Take what a row is known by out of its fields: the mark to set before it, and its words."""
    name = str(getattr(row, "id", None) or "")
    filled.pop("id", None)
    if len(name) > _MARK or name in words.names:
        return "–", words.names.get(name, name)
    key = next((each for each in (*_LEADS, *filled) if each in filled), "")
    field, value = filled.get(key), getattr(row, key, None)
    if field is None or _is_nested(value):
        return name or "–", ""
    text = (words.value(filled.pop(key), value) or "").strip()
    return name or "–", text if key in _LEADS else f"{field.title}: {text}"


def _text(field: FieldInfo, value: object, words: Words) -> str:
    """Write a value on one line; a person is one line too, any other group or list is not."""
    if isinstance(value, Modell) and "namn" in type(value).model_fields:
        return (words.value(field, value) or "").strip()
    text = "" if _is_nested(value) else (words.value(field, value) or "").strip()
    return "" if "\n" in text else text
