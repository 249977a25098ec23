"""A rendered document before it has a form: the tree, its pictures, and what is known of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from samverkan_cli import resources
from samverkan_cli.records import Record
from samverkan_cli.rendering import markdown, page
from samverkan_cli.rendering.html import Element
from samverkan_cli.report import Picture


@dataclass(frozen=True)
class Utskrift:
    """A rendered document; every form of it (`forms.FORMS`) is written from this one value."""

    tree: Element
    title: str
    template_digest: str
    """`sha256:` of the template and the built-in macros."""
    pictures: Mapping[str, Picture]
    values: Mapping[str, Any] = field(repr=False)
    """The plain data that the template was given: fields of a Word template are filled from it."""
    own: Path | None = None
    """The förbund's folder of templates, where its Word template may be."""

    sources: Callable[[], Iterable[Record]] = field(default=tuple, repr=False)
    """What the document was made of, nearest first; asked only to say where a fault stands."""

    @cached_property
    def html(self) -> str:
        """The whole page."""
        return page.write(self.tree, self.title, _style(), self.pictures)

    @cached_property
    def md(self) -> str:
        """The same in Markdown."""
        return markdown.write(self.tree)


@cache
def _style() -> str:
    return (resources.templates() / "utskrift" / "_stil.css").read_text(encoding="utf-8")
