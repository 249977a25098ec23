"""Does a document have the shape of its model? pydantic's verdict in Swedish, with places."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from samverkan_cli.diagnostics import Diagnostic, Route, Severity
from samverkan_cli.folding import nearest
from samverkan_cli.models.fields import allowed_values, bare, example_at, field_at, model_at
from samverkan_cli.models.grund import Modell
from samverkan_cli.texts import tal, visible
from samverkan_cli.yamldoc.document import YamlDocument

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=Modell)

_KINDS = {
    "str": "text",
    "int": "ett heltal",
    "float": "ett tal",
    "bool": "true eller false",
    "list": "en lista",
    "dict": "en grupp av nycklar",
    "NoneType": "tomt",
}


def judge(
    model: type[M],
    document: YamlDocument,
    file: str,
    file_of: Callable[[Route], str] | None = None,
) -> tuple[M | None, list[Diagnostic]]:
    """Validate a document; the second value holds every fault of shape with its place.

    `file_of` tells in which file a route stands, for a document put together from several.
    """
    from samverkan_cli.models.core import ValidationError

    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        whence = file_of or (lambda _: file)
        return None, list(_remarks(model, document, whence, error.errors(include_url=False)))


def _remarks(
    model: type[Modell],
    document: YamlDocument,
    file_of: Callable[[Route], str],
    errors: Sequence["ErrorDetails"],
) -> Iterator[Diagnostic]:
    said: set[Route] = set()
    for error in errors:
        route = _without_tag(error)
        if route in said:  # a union says the same thing once for each of its members
            continue
        said.add(route)
        written = route[:-1] if error["type"] == "missing" else route
        place, file = document.locate(written), file_of(written)
        rule, message, hint = _words(model, route, error)
        yield Diagnostic(file, place.line, place.column, rule, Severity.ERROR, message, hint)


def _without_tag(error: "ErrorDetails") -> Route:
    """Drop the step that pydantic adds for a member of a union and that no document has."""
    loc = error["loc"]
    tagged = loc[-1] in _TAGS and error["type"] not in {"missing", "extra_forbidden"}
    return loc[:-1] if tagged else loc


SHORT = 60
"""Characters of a value that a message repeats."""
_LARGEST_YEAR = 9999
_Words = tuple[str, str, str]
_TAGS = frozenset({"int", "float", "str", "bool"})


def _words(model: type[Modell], route: Route, error: "ErrorDetails") -> _Words:
    key, kind, value = _subject(route), error["type"], error["input"]
    if kind == "greater_than_equal" and math.isnan(value):
        kind = "finite_number"
    if kind in _SIMPLE:
        limits = {name: _limit(limit) for name, limit in error.get("ctx", {}).items()}
        rule, message, hint = _SIMPLE[kind]
        return rule, message.format(key=key, **limits), hint.format(key=key, **limits)
    return _BY_KIND.get(kind, _wrong_type)(model, route, key, error)


def _subject(route: Route) -> str:
    """Name what a remark is about: a key, or a row of a list."""
    key = next((visible(str(step)) for step in reversed(route) if isinstance(step, str)), "")
    last = route[-1] if route else None
    return f"Rad {last + 1} i {key}" if isinstance(last, int) else key or "dokumentet"


def _limit(limit: Any) -> str:
    return tal(limit) if isinstance(limit, int) and abs(limit) > _LARGEST_YEAR else str(limit)


_SIMPLE = {
    "blank": ("MOD009", "{key} är tomt.", "Skriv en text, eller låt raden stå utan värde."),
    "radbrytning": ("MOD009", "{key} ska rymmas på en rad.", "Ta bort radbrytningen."),
    "string_too_long": (
        "MOD009",
        "{key} är längre än {max_length} tecken.",
        "Korta texten, eller lägg det långa i en bilaga.",
    ),
    "greater_than_equal": (
        "MOD006",
        "{key} är mindre än {ge}.",
        "Skriv ett tal som är minst {ge}.",
    ),
    "less_than_equal": ("MOD006", "{key} är större än {le}.", "Skriv ett tal som är högst {le}."),
    "finite_number": ("MOD006", "{key} är inget tal.", "Skriv talet med siffror."),
}


def _unknown(model: type[Modell], route: Route, _key: str, _error: "ErrorDetails") -> _Words:
    key = visible(str(route[-1]))
    owner = model_at(model, route[:-1])
    known = sorted(owner.model_fields) if owner else []
    close = nearest(str(route[-1]), known)
    if close:
        return "MOD001", f"Okänd nyckel {key}.", f"Skriv {close}."
    return "MOD001", f"Okänd nyckel {key}.", f"Kända nycklar här: {', '.join(known)}."


def _missing(model: type[Modell], route: Route, key: str, _error: "ErrorDetails") -> _Words:
    hint = f"Lägg till raden: {key}: {example_at(model, route)}"
    return "MOD002", f"Nyckeln {key} saknas.", hint


def _bad_form(model: type[Modell], route: Route, key: str, error: "ErrorDetails") -> _Words:
    return "MOD008", f"{key}: {_shown(error['input'])} har fel form.", _for_example(model, route)


def _not_allowed(model: type[Modell], route: Route, key: str, error: "ErrorDetails") -> _Words:
    field, value = field_at(model, route), error["input"]
    allowed = allowed_values(field.annotation if field else None)
    options = [str(each) for each in allowed]
    if isinstance(value, bool | list | dict | None) or str(value) in options:
        return _wrong_type(model, route, key, error)
    close = nearest(str(value), options)
    known = ", ".join(options)
    hint = f"Skriv {close}." if close else f"Välj ett av: {known}."
    return "MOD007", f"{key}: {_shown(value)} är inget av de tillåtna värdena ({known}).", hint


def _no_date(model: type[Modell], route: Route, key: str, error: "ErrorDetails") -> _Words:
    if isinstance(error["input"], bool | list | dict | None):
        return _wrong_type(model, route, key, error)
    message = f"{key}: {_shown(error['input'])} är inget datum."
    return "MOD004", message, f"Skriv ÅÅÅÅ-MM-DD. {_for_example(model, route)}"


def _no_such_date(_model: type[Modell], _route: Route, key: str, error: "ErrorDetails") -> _Words:
    message = f"{key}: datumet {_shown(error['input'])} finns inte."
    return "MOD005", message, "Rätta år, månad eller dag."


def _wrong_type(model: type[Modell], route: Route, key: str, error: "ErrorDetails") -> _Words:
    value = error["input"]
    field = field_at(model, route)
    wanted = _wanted(error["type"], bare(field.annotation) if field else None)
    message = f"{key} ska vara {wanted}, men är {_KINDS[type(value).__name__]}."
    if wanted == "text" and type(value) in (int, float):
        quoted = f'"{value}"'
        return "MOD003", message, f"Skriv inom citattecken: {_line(route, quoted)}"
    if wanted == "true eller false":
        return "MOD003", message, f"Skriv {key}: true eller {key}: false."
    return "MOD003", message, _for_example(model, route)


def _wanted(kind: str, annotation: Any) -> str:
    if float in get_args(annotation):
        return "ett tal"
    if kind == "literal_error":
        return _KINDS[type(allowed_values(annotation)[0]).__name__]
    return _WANTED.get(kind, "ett annat slags värde")


def _for_example(model: type[Modell], route: Route) -> str:
    return f"Skriv till exempel: {_line(route, example_at(model, route))}"


def _line(route: Route, value: str) -> str:
    """Write a value as its line in the document: after its key, or alone when it is a row."""
    return f"{route[-1]}: {value}" if route and isinstance(route[-1], str) else value


_BY_KIND = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "literal_error": _not_allowed,
    "datumform": _no_date,
    "datum_saknas": _no_such_date,
    "string_pattern_mismatch": _bad_form,
}
_WANTED = {
    "datumform": "ett datum",
    "string_type": "text",
    "int_type": "ett heltal",
    "int_from_float": "ett heltal",
    "float_type": "ett tal",
    "bool_type": "true eller false",
    "list_type": "en lista",
    "model_type": "en grupp av nycklar",
    "dict_type": "en grupp av nycklar",
}


def _shown(value: Any) -> str:
    text = visible(str(value))
    return f"”{text[:SHORT]}…”" if len(text) > SHORT else f"”{text}”"
