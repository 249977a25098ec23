"""The words of the restricted HTML: tags, what each may hold, attributes and classes."""

import re

INLINE = frozenset({"a", "abbr", "br", "em", "span", "strong", "time"})
VOID = frozenset({"br", "img"})
TEXT = frozenset({"#text"})
_PROSE = INLINE | TEXT
_FLOW = frozenset(
    {"section", "header", "footer", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "table"}
    | {"figure"}
)
_ITEM = _PROSE | {"p", "ul", "ol"}
_ROWS = frozenset({"tr"})

ROOT = "#dokument"

CONTENT: dict[str, frozenset[str]] = {
    ROOT: frozenset({"article"}),
    **dict.fromkeys(("article", "section", "header", "footer", "div"), _FLOW),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "th"), _PROSE),
    "p": _PROSE | {"img"},
    "figure": frozenset({"img", "figcaption"}),
    **dict.fromkeys(("a", "abbr", "em", "span", "strong", "time"), _PROSE),
    **dict.fromkeys(("li", "dd", "td"), _ITEM),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody", "tfoot"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _ROWS),
    "tr": frozenset({"th", "td"}),
    **dict.fromkeys(VOID, frozenset()),
}
"""What stands directly inside what; `#text` is text that is not only white space."""

NEVER_EMPTY = frozenset(
    {"h1", "h2", "h3", "h4", "p", "caption", "dt", "dd", "th", "td", "li", "a", "strong", "em"}
    | {"figcaption"}
)

CLASSES = frozenset(
    {
        "belopp",
        "brevhuvud",
        "fast",
        "ingress",
        "liten",
        "meta",
        "notis",
        "proveniens",
        "saknas",
        "smal",
        "summa",
        "tal",
        "undertitel",
        "underskrift",
    }
)
"""What a template may say about looks; the style sheet decides what each means."""

_CLASSED = frozenset(
    {"article", "section", "header", "footer", "div", "p", "span", "ul", "ol", "li", "dl"}
) | {"table", "tr", "th", "td"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_LINK = re.compile(
    r"https://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+|mailto:[A-Za-z0-9._%+@-]+|#[a-z][a-z0-9-]{0,63}"
)
_PICTURE = re.compile(r"bild:[a-z][a-z0-9-]{0,63}")
_ALT = re.compile(r"(?=.*\S)[^\n]{1,1000}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_SCOPE = re.compile("col|row")
_TITLE = re.compile(r"[^\n]{1,200}")

_ATTRIBUTES: dict[tuple[str, str], re.Pattern[str]] = {
    ("a", "href"): _LINK,
    ("abbr", "title"): _TITLE,
    ("img", "alt"): _ALT,
    ("img", "src"): _PICTURE,
    ("li", "value"): _NUMBER,
    ("th", "scope"): _SCOPE,
    ("time", "datetime"): _DATE,
    **{(tag, "id"): _ID for tag in ("section", "h2", "h3", "h4", "table")},
}
REQUIRED: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "abbr": ("title",),
    "img": ("src", "alt"),
    "th": ("scope",),
    "time": ("datetime",),
}


def attribute_fault(tag: str, name: str, value: str) -> str:
    """Say what is wrong with an attribute; empty when nothing is."""
    if name == "class" and tag in _CLASSED:
        unknown = [word for word in value.split() if word not in CLASSES]
        return f"Klassen ”{unknown[0]}” finns inte." if unknown else ""
    pattern = _ATTRIBUTES.get((tag, name))
    if pattern is None:
        return f"Attributet ”{name}” finns inte på <{tag}>."
    return "" if pattern.fullmatch(value) else f"Värdet ”{value}” passar inte i {name} på <{tag}>."
