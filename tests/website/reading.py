"""Reads pages as a browser would, strictly: what is not well formed is a fault."""

from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_VOID = frozenset({"meta", "link", "input", "br", "img"})
_SVG = frozenset({"path", "rect", "line", "circle", "polyline", "polygon"})


class Page(HTMLParser):
    """One page: its tags in order, its texts, its addresses and its ids."""

    def __init__(self, text: str) -> None:
        """Read the page; every element is ended in the order that it was begun."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that no attribute stands twice."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of a drawing, which may end where it begins."""
        assert tag in _SVG, tag
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """End the element that was begun last."""
        assert self.open.pop() == tag, (tag, self.open)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Give the attributes of every element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        """Every id."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def addresses(self) -> list[str]:
        """Every address that the page leads to or fetches."""
        names = ("href", "src", "action", "poster", "srcset", "xlink:href")
        return [each[name] for _, each in self.tags for name in names if name in each]


def leads_to(page: str, address: str) -> str:
    """Give the path from the top of the site that an address on a page leads to."""
    parts = page.split("/")[:-1]
    for step in unquote(urlsplit(address).path).split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)
