"""Pages of the web site: whole HTML of our own, where everything from a case is escaped."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from samverkan_cli import resources, texts
from samverkan_cli.rendering import embedding, page
from samverkan_cli.rendering.faults import Spot
from samverkan_cli.rendering.html import Element
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.report import Picture
from samverkan_cli.secrecy.mask import masked

FOLDER = "webb"
SCRIPT = "filter.js"
STYLE = "stil.css"


def write(template: str, data: Mapping[str, Any]) -> bytes:
    """Write a page from one of our own templates and plain data."""
    return _engine().get_template(template).render(data).encode()


def body(printed: Utskrift) -> Markup:
    """Give a rendered document as a part of a page."""
    return Markup(page.body(printed.tree, printed.pictures))  # noqa: S704 - a tree of restricted HTML


def drawing(picture: Picture) -> Markup:
    """Give a picture as a part of a page: our own drawing as it is, another only as an image."""
    source = {"src": f"bild:{picture.name}", "alt": picture.alt}
    image = Element("img", source, Spot(picture.name, 1))
    return Markup(embedding.markup(image, {picture.name: picture}))  # noqa: S704 - escaped there


def style() -> bytes:
    """Give the style sheet of the site: that of the documents, and its own after it."""
    whole = [_text(f"utskrift/_{STYLE}"), _text(f"{FOLDER}/{STYLE}")]
    return "\n".join(whole).encode()


@cache
def script() -> str:
    """Give the script that filters and sorts, as it stands in the page."""
    return f"\n{_text(f'{FOLDER}/{SCRIPT}').strip()}\n"


@cache
def policy(*, scripted: bool) -> str:
    """Give what a page may use: its own style sheet, drawings, and at most our one script.

    `file:` lets the style sheet in when the page is opened without a server.
    """
    code = b64encode(sha256(script().encode()).digest()).decode()
    run = f"script-src 'sha256-{code}'; " if scripted else ""
    return (
        f"default-src 'none'; {run}style-src 'self' file: 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _text(name: str) -> str:
    return (resources.templates() / name).read_text(encoding="utf-8")


@cache
def _engine() -> Environment:
    engine = Environment(
        loader=FileSystemLoader(resources.templates() / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    engine.filters |= {"datum": texts.datum, "adress": address}
    engine.globals |= {"policy": policy, "programmet": lambda: Markup(script())}  # noqa: S704 - ours
    return engine


def _shown(value: Any) -> Any:
    """Hide secrets and show hidden signs in every text that a template writes."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape(texts.visible(masked(str(value)), one_line=False))
    return "" if value is None else value


def address(path: str) -> str:
    """Write a path of the site as an address, whatever signs are in it."""
    return quote(path, safe="/")
