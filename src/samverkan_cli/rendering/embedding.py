"""The pictures that a document names, found and put where it wants them."""

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.html import Element
from samverkan_cli.report import Picture

_SCHEME = "bild:"
Pictures = Mapping[str, Picture]


def judge(root: Element, pictures: Pictures) -> None:
    """Refuse a picture that there is none of, with the line that asks for it."""
    for element in root.walk():
        if element.tag == "img" and named(element) not in pictures:
            known = ", ".join(sorted(pictures)) or "inga"
            raise TemplateError(
                element.spot,
                f"Bilden ”{named(element)}” finns inte här.",
                f"Handlingen har bilderna: {known}. Skriv bild(namn) ur _delar.html.j2.",
            )


def named(image: Element) -> str:
    """Give the name of the picture that an `<img>` shows."""
    return image.attributes["src"].removeprefix(_SCHEME)


def markup(image: Element, pictures: Pictures) -> str:
    """Write a picture into a page: our own drawing as it is, any other image as only an image."""
    picture = pictures[named(image)]
    if picture.drawn:
        return picture.data.decode()
    kind = "svg+xml" if picture.kind == "svg" else picture.kind
    source = f"data:image/{kind};base64,{b64encode(picture.data).decode('ascii')}"
    alt = escape(image.attributes["alt"])
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<img src="{source}" alt="{alt}" {size}>'
