"""Writes a new document as a commented template, made from its model."""

import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from samverkan_cli.diagnostics import Route
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.models.fields import (
    allowed_values,
    example_at,
    examples_at,
    inner_model,
    is_list,
)
from samverkan_cli.models.words import catalogue_of
from samverkan_cli.rulebook.rulebook import Words, names
from samverkan_cli.rulebook.words import built_in
from samverkan_cli.yamldoc.writing import dump_new

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from samverkan_cli.models.grund import Modell

DEPTH = 2
"""How deep groups inside groups are laid out; what is deeper is shown as an example."""
MANY = 12
"""So many words of a catalogue are listed; the rest are a command away."""


OWN = "egna"
"""The key of the förbund's own headings; a document of a förbund without any has no such key."""


def write(
    typ: Dokumenttyp,
    known: Mapping[str, Any] | None = None,
    wanted: frozenset[str] = frozenset(),
    schema: str = "",
    egna: Mapping[str, str] | None = None,
    words: Words | None = None,
) -> bytes:
    """Write a template with every field of the model, filled where something is known.

    `wanted` names the top-level fields that the phase requires; they are marked in the comments.
    `egna` holds what to say at each heading that the förbund has added, by its id; `words` are
    those of the catalogues in use, otherwise the built-in ones.
    """
    chosen = names(built_in()) if words is None else words
    data, comments = _laid_out(typ.model, (), typ.model, dict(known or {}), wanted, chosen)
    if egna:
        data[OWN] = dict.fromkeys(egna)
        comments |= {(OWN, name): said for name, said in egna.items()}
    elif data.get(OWN, ...) is None:
        del data[OWN], comments[OWN,]
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    head += [f"# {typ.namn}. {(typ.model.__doc__ or '').strip()}", "# Låt en rad stå tom tills"]
    head[-1] += " uppgiften finns. Personuppgifter om deltagare hör aldrig hemma här."
    return dump_new(data, comments=comments, header="\n".join(head)).encode()


def _laid_out(
    root: "type[Modell]",
    route: Route,
    model: "type[Modell]",
    known: dict[str, Any],
    wanted: frozenset[str],
    words: Words,
) -> tuple[dict[str, Any], dict[Route, str]]:
    data: dict[str, Any] = {}
    comments: dict[Route, str] = {}
    for key, field in model.model_fields.items():
        here = (*route, key)
        comments[here] = _comment(root, here, field, key in wanted, words)
        inner = inner_model(field.annotation)
        if key in known:
            data[key] = known[key]
        elif inner and _is_laid_out(field, here):
            data[key], more = _laid_out(root, here, inner, {}, frozenset(), words)
            comments |= more
        else:
            data[key] = None
    return data, comments


def _is_laid_out(field: "FieldInfo", route: Route) -> bool:
    """Tell whether a group is written out key by key.

    A list, what lies deep, and a group that may be left out but not half filled stay a comment.
    """
    inner = inner_model(field.annotation)
    if inner is None or is_list(field.annotation) or len(route) >= DEPTH:
        return False
    half = any(each.is_required() for each in inner.model_fields.values())
    return field.is_required() or not half


def _comment(
    root: "type[Modell]", route: Route, field: "FieldInfo", is_wanted: bool, words: Words
) -> str:
    mark = " (krävs i den här fasen)" if is_wanted else ""
    lines = [f"{field.title}{mark}. {field.description}"]
    inner = inner_model(field.annotation)
    if inner and not _is_laid_out(field, route):
        lines += _example_rows(inner, as_list=is_list(field.annotation))
        for key, each in inner.model_fields.items():
            lines += _choice(each, words, f"Välj {key}")
    elif choice := _choice(field, words, "Välj"):
        lines += choice
    elif allowed := allowed_values(field.annotation):
        lines.append(f"Välj: {', '.join(str(each) for each in allowed)}")
    elif not inner and examples_at(root, route):
        lines.append(f"Exempel: {example_at(root, route)}")
    return "\n".join(lines)


def _choice(field: "FieldInfo", words: Words, lead: str) -> list[str]:
    """List the words of a field's catalogue."""
    katalog = catalogue_of(field) or ""
    known = list(words.get(katalog, ()))
    if not known:
        return []
    if len(known) <= MANY:
        return _wrapped(lead, known)
    return [*_wrapped(lead, [*known[:MANY], "…"]), f"Alla: samverkan process show {katalog}"]


def _wrapped(lead: str, words: Iterable[str]) -> list[str]:
    return textwrap.wrap(f"{lead}: {', '.join(words)}", 96, break_on_hyphens=False)


def _example_rows(inner: "type[Modell]", *, as_list: bool) -> list[str]:
    """Show one row of a list as it is written, so that nobody needs to look elsewhere."""
    rows = [f"{key}: {_short(inner, key)}" for key in inner.model_fields]
    first, rest = ("  - ", "    ") if as_list else ("  ", "  ")
    return [f"{first if index == 0 else rest}{row}" for index, row in enumerate(rows)]


def _short(model: "type[Modell]", key: str) -> str:
    return example_at(model, (key,))
