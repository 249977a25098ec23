"""The tree as Markdown (GitHub's kind), for pull requests and terminals."""

from collections.abc import Iterator
from itertools import groupby

from samverkan_cli.rendering.html import Element
from samverkan_cli.rendering.marking import escaped, first_escaped

Block = list[str]
Run = tuple[str, str, str]
"""A text, its emphasis (`""`, `*`, `**`, `***`) and the address it links to."""

_LEVELS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####"}
_BOXES = {"article", "section", "header", "footer", "div"}
_BREAK = "\n"


def write(root: Element) -> str:
    """Write the whole document, with one line break at its end."""
    return "\n\n".join("\n".join(block) for block in _blocks(root)) + "\n"


def _blocks(parent: Element) -> list[Block]:
    """Write each block as its lines; blocks are parted by empty lines."""
    blocks: list[Block] = []
    lists = 0
    for child in parent.elements():
        # Two lists in a row would become one: every other gets another mark.
        lists = lists + 1 if child.tag in {"ul", "ol", "dl"} else 0
        blocks += _element(child, odd=lists % 2 == 0)
    return blocks


def _element(element: Element, odd: bool) -> list[Block]:
    if element.tag in _LEVELS:
        return [[f"{_LEVELS[element.tag]} {_on_one_line(element)}"]]
    if element.tag in _BOXES:
        rule = [["---"]] if element.tag == "footer" else []
        return rule + _blocks(element)
    if element.tag in {"table", "figure"}:
        return _table(element) if element.tag == "table" else _figure(element)
    if element.tag == "dl":
        return [_terms(element, "*" if odd else "-")]
    if element.tag in {"ul", "ol"}:
        return [_list(element, odd)]
    lines = _paragraph(element)
    return [[f"> {line}" for line in lines] if element.has("notis") else lines]


def _paragraph(element: Element) -> Block:
    """Write prose; a forced line break is a backslash at the end of the line."""
    lines = [line.strip() for line in _inline(_runs(element)).split(_BREAK)]
    safe = [first_escaped(line) for line in lines if line]
    return [f"{line}\\" for line in safe[:-1]] + safe[-1:]


def _on_one_line(element: Element) -> str:
    return " ".join(_inline(_runs(element)).split(_BREAK)).strip()


def _item(element: Element) -> list[Block]:
    """Write what stands in a list item or a cell: prose, or blocks, or prose and then blocks."""
    prose = Element(element.tag, {}, element.spot)
    prose.children = [c for c in element.children if isinstance(c, str) or not _is_block(c)]
    first = _paragraph(prose)
    blocks = Element(element.tag, {}, element.spot)
    blocks.children = [c for c in element.elements() if _is_block(c)]
    return ([first] if first else []) + _blocks(blocks)


def _is_block(element: Element) -> bool:
    return element.tag in {"p", "ul", "ol"}


def _hung(mark: str, blocks: list[Block], tight: bool = False) -> Block:
    """Put a list mark before the first line and indent the rest under it."""
    lines: Block = []
    for number, block in enumerate(blocks):
        lines += ([""] if number and not tight else []) + block
    indent = " " * (len(mark) + 1)
    return [f"{mark} {lines[0]}", *(f"{indent}{line}" if line else "" for line in lines[1:])]


def _list(element: Element, odd: bool) -> Block:
    lines: Block = []
    number = 0
    for item in element.elements():
        number = int(item.attributes.get("value", number + 1))
        dot = ")" if odd else "."
        mark = f"{number}{dot}" if element.tag == "ol" else "*" if odd else "-"
        lines += _hung(mark, _item(item))
    return lines


def _terms(element: Element, mark: str) -> Block:
    lines: Block = []
    for term, value in zip(*[element.elements()] * 2, strict=True):
        first, *rest = _item(value)
        name = term.text().strip()
        lead = _inline([(name if name.endswith("?") else f"{name}:", "**", "")])
        # The value's first line no longer begins a line, but what it escaped does no harm.
        lines += _hung(mark, [[f"{lead} {first[0]}", *first[1:]], *rest])
    return lines


def _table(table: Element) -> list[Block]:
    caption, head, *parts = table.elements()
    columns = list(next(head.elements()).elements())
    right = [column.has("belopp") or column.has("tal") for column in columns]
    lines = [
        _row(columns),
        "| " + " | ".join("---:" if is_right else "---" for is_right in right) + " |",
    ]
    for part in parts:
        lines += [_row(list(row.elements()), bold=part.tag == "tfoot") for row in part.elements()]
    return [[_inline([(caption.text(), "**", "")])], lines]


def _figure(figure: Element) -> list[Block]:
    """Say what a picture shows: Markdown has the words and the table beside it."""
    image, caption = figure.elements()
    shows = f"Bild: {image.attributes['alt']}"
    return [[_inline([(caption.text(), "**", "")])], [_inline([(shows, "", "")])]]


def _row(cells: list[Element], bold: bool = False) -> str:
    return "| " + " | ".join(_cell(cell, bold) for cell in cells) + " |"


def _cell(cell: Element, bold: bool) -> str:
    if bold:
        return _inline([(cell.text(), "**", "")])
    parts = [child for child in cell.walk() if child.tag in {"p", "li"}] or [cell]
    return " ".join(filter(None, map(_on_one_line, parts)))


def _runs(element: Element, style: int = 0, link: str = "") -> Iterator[Run]:
    """Give the texts in reading order; `style` counts stars: 1 em, 2 strong, 3 both."""
    style |= {"em": 1, "strong": 2}.get(element.tag, 0) | element.has("saknas")
    link = element.attributes.get("href", link)
    for child in element.children:
        if isinstance(child, str):
            yield child, "*" * style, link
        elif child.tag == "br":
            yield _BREAK, "", ""
        elif not _is_block(child):
            yield from _runs(child, style, link)


def _inline(runs: "Iterator[Run] | list[Run]") -> str:
    r"""Write runs as one text; `\n` stands for a forced line break."""
    merged = [
        ("".join(text for text, _, _ in group), style, link)
        for (style, link), group in groupby(runs, key=lambda run: run[1:])
    ]
    written = ""
    for number, (text, style, link) in enumerate(merged):
        after = merged[number + 1][0][:1] if number + 1 < len(merged) else ""
        written += _run(text, style, link, written[-1:], after)
    return written


def _run(text: str, style: str, link: str, before: str, after: str) -> str:
    """Write one run with its emphasis, when Markdown would read it as emphasis at all."""
    bare = text.strip()
    if not bare or not (style or link):
        return escaped(text)
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    body = f"[{escaped(bare)}](<{link}>)" if link else escaped(bare)
    touches = (not lead and before.strip() and not bare[0].isalnum()) or (
        not trail and after.strip() and not bare[-1].isalnum()
    )
    stars = "" if touches or (not lead and before == "*") else style
    return f"{lead}{stars}{body}{stars}{trail}"
