"""The tree as a whole accessible page: no scripts, nothing fetched, good on paper too."""

from html import escape

from samverkan_cli.rendering import embedding
from samverkan_cli.rendering.html import Element

_HOLDERS = {"article", "section", "header", "footer", "div", "ul", "ol", "dl", "table"} | {
    "figure",
    "thead",
    "tbody",
    "tfoot",
    "tr",
}
# The page may use its own style and nothing else, whatever a browser is made to believe.
NONE: embedding.Pictures = {}
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def body(root: Element, pictures: embedding.Pictures = NONE) -> str:
    """Write what stands in a page, to be put into another."""
    lines: list[str] = []
    for child in root.elements():
        _write(child, lines, pictures)
    return "\n".join(lines)


def write(root: Element, title: str, style: str, pictures: embedding.Pictures = NONE) -> str:
    """Write the page. `style` is a style sheet of ours."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="sv">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{style.strip()}\n</style>",
        "</head>",
        "<body>",
        "<main>",
        body(root, pictures),
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def _write(element: Element, lines: list[str], pictures: embedding.Pictures) -> None:
    if element.tag not in _HOLDERS:
        lines.append(_inline(element, pictures))
        return
    if element.tag == "table":
        # A wide table scrolls by itself on a small screen, also from the keyboard.
        label = escape(next(element.elements()).text().strip())
        lines.append(_region(label, lines))
    lines.append(_start(element))
    for child in element.elements():
        _write(child, lines, pictures)
    lines.append(f"</{element.tag}>")
    if element.tag == "table":
        lines.append("</div>")


def _region(label: str, lines: list[str], number: int = 1) -> str:
    """Begin a place of its own for a table; one with the same name as another gets a number."""
    name = f"{label} ({number})" if number > 1 else label
    line = f'<div class="rulle" role="region" aria-label="{name}" tabindex="0">'
    return _region(label, lines, number + 1) if line in lines else line


def _inline(element: Element, pictures: embedding.Pictures) -> str:
    if element.tag == "img":
        return embedding.markup(element, pictures)
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else _inline(child, pictures)
        for child in element.children
    )
    return _start(element) + (inside + f"</{element.tag}>" if element.tag != "br" else "")


def _start(element: Element) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    return f"<{element.tag}{attributes}>"
