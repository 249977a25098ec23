"""A document's data to what people read: the förbund's own template first, then the built-in."""

import hashlib
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan_cli import resources
from samverkan_cli.rendering import embedding, html, structure
from samverkan_cli.rendering.apart import produce_apart
from samverkan_cli.rendering.engine import MAX_SOURCE, parts, plain, produce
from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rendering.sandbox import PARTS
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

_TYPE = re.compile(r"[a-z][a-z0-9_]*")
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    text: str
    own: bool


def has_template(typ: str, own: Path | None) -> bool:
    """Tell if the document kind can be rendered. `own` is the förbund's folder of templates."""
    return _own_file(typ, own) is not None or _built_in(typ).is_file()


def template_digest(typ: str, own: Path | None) -> str:
    """Give the digest that `render` would give, for a provenance line."""
    return _digest(_find(typ, own))


def render(
    typ: str,
    data: Mapping[str, Any],
    *,
    own: Path | None,
    pictures: embedding.Pictures | None = None,
) -> Utskrift:
    """Render plain data (dict, list, text, numbers) with the template of a document kind.

    `pictures` are those that the template may show, by name; `bilder` in the data describes them.

    A fault in a template raises TemplateError; data that is not plain raises TypeError.
    """
    source = _find(typ, own)
    values = plain({"bilder": {}} | dict(data))
    if not isinstance(values, dict):  # pragma: no cover - a mapping gives a dict
        raise TypeError("data for a template is a mapping")
    work = produce_apart if source.own else produce
    tree = html.parse(work(source.text, source.name, values), source.name, PARTS)
    structure.judge(tree)
    embedding.judge(tree, pictures or {})
    _mask(tree)
    title = next(part for part in tree.walk() if part.tag == "h1").text().strip()
    return Utskrift(
        tree=tree,
        title=title,
        template_digest=_digest(source),
        pictures=pictures or {},
        values=values,
        own=own,
    )


def _mask(tree: html.Element) -> None:
    """Hide what must never be shown, in whatever form the document then is written."""
    for element in tree.walk():
        element.children = [
            masked(child) if isinstance(child, str) else child for child in element.children
        ]


def _digest(source: _Source) -> str:
    both = source.text.encode() + b"\0" + parts().encode()
    return "sha256:" + hashlib.sha256(both).hexdigest()


def _built_in(typ: str) -> Path:
    if not _TYPE.fullmatch(typ):
        raise ValueError(f"not a kind of document: {typ!r}")
    return resources.templates() / "utskrift" / f"{typ}.html.j2"


def _own_file(typ: str, own: Path | None) -> Path | None:
    path = own / _built_in(typ).name if own else None
    return path if path and os.path.lexists(path) else None


def _find(typ: str, own: Path | None) -> _Source:
    path = _own_file(typ, own)
    if path:
        name = f"{path.parent.name}/{path.name}"
        return _Source(name, read_own(path, name), own=True)
    path = _built_in(typ)
    if not path.is_file():
        raise TemplateError(
            Spot(path.name, 1),
            "Det finns ingen mall för handlingen.",
            f"Skriv en mall i templates/{path.name}.",
        )
    return _Source(path.name, path.read_text(encoding="utf-8"), own=False)


def read_own(path: Path, name: str) -> str:
    """Read a file that anyone may have put there: a plain file, not too large, plain text."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        raise _unreadable(name, "Mallen går inte att öppna.") from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _unreadable(name, "Mallen är inte en vanlig fil.")
        with os.fdopen(os.dup(handle), "rb") as file:
            raw = file.read(MAX_SOURCE + 1)
    finally:
        os.close(handle)
    if len(raw) > MAX_SOURCE:
        raise _unreadable(name, f"Mallen är större än {MAX_SOURCE // 1024} KiB.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _unreadable(name, "Mallen är inte UTF-8.") from error
    if found := _HIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise TemplateError(
            Spot(name, line),
            f"Mallen innehåller styrtecknet {visible(found[0])}.",
            "Ta bort tecknet.",
        )
    return text


def _unreadable(name: str, says: str) -> TemplateError:
    return TemplateError(Spot(name, 1), says, "Lägg mallen som en vanlig textfil i UTF-8.")
