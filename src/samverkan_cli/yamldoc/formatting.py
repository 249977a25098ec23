"""The canonical form of a document that people write: `fmt`.

Lines are moved and indented, never written anew, so quotes, comments and layout survive.
"""

from collections.abc import Sequence

from samverkan_cli.diagnostics import Route
from samverkan_cli.folding import fold
from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.layout import KeyOrder, lay_out
from samverkan_cli.yamldoc.screening import screen
from samverkan_cli.yamldoc.tree import ListNode, MapNode, Node


def no_order(_route: Route) -> Sequence[str]:
    """Know no keys: keep every name and every order."""
    return ()


def format_text(raw: bytes | str, key_order: KeyOrder = no_order) -> str:
    """Give a document its canonical form; what cannot be read raises YamlFaults."""
    screened = screen(raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw)
    document = YamlDocument.parse_exactly(screened.text)
    renamed = _with_known_names(document, key_order)
    if renamed != document.text:
        document = YamlDocument.parse_exactly(renamed)
    result = lay_out(document.text, document.tree, key_order)
    # Whatever the layout does, what the document says must stay: then rather the mended text.
    same = YamlDocument.parse(result.encode()).data == document.data
    return result if same else document.text  # pragma: no branch


def _with_known_names(document: YamlDocument, key_order: KeyOrder) -> str:
    """Rename keys whose folded form is known where they stand: `målgrupp` to `malgrupp`."""
    text = document.text
    edits: list[tuple[int, int, str]] = []
    _collect(document.tree, (), key_order, edits)
    for start, end, name in sorted(edits, reverse=True):
        quote = text[start] if text[start] in "'\"" else ""
        text = f"{text[:start]}{quote}{name}{quote}{text[end:]}"
    return text


def _collect(
    node: Node, route: Route, key_order: KeyOrder, edits: list[tuple[int, int, str]]
) -> None:
    if isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            _collect(item, (*route, index), key_order, edits)
    elif isinstance(node, MapNode):
        known = key_order(route)
        taken = set(node.entries)
        for name, entry in node.entries.items():
            better = _known_name(name, known, taken)
            if better != name:
                taken.add(better)
                edits.append((entry.key.start.index, entry.key.end.index, better))
            _collect(entry.value, (*route, better), key_order, edits)


def _known_name(name: str, known: Sequence[str], taken: set[str]) -> str:
    if name in known:
        return name
    folded = fold(name)
    return folded if folded in known and folded not in taken else name
