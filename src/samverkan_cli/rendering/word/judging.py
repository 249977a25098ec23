"""What is wrong in a Word template, said with the place: fields, marker, form and dangers."""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, meta, nodes

from samverkan_cli.folding import nearest
from samverkan_cli.rendering import naming, wording
from samverkan_cli.rendering.apart import produce_apart
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.word.dangers import dangers
from samverkan_cli.rendering.word.filling import patched
from samverkan_cli.rendering.word.package import DOCUMENT, Parts, WordFileError, opened
from samverkan_cli.rendering.word.paragraphs import MARKER, Paragraph, paragraphs
from samverkan_cli.rendering.word.sandbox import word_sandbox

MAX_TEXT = 4 * 1024 * 1024
"""Bytes of XML in the parts that hold fields."""

REPORT = "rapport"
_ALWAYS = {"titel", "datum", "forbund", "bilder", "proveniens"}
_DOCUMENT = _ALWAYS | {"insats", "parter", "dokument", "dokumentnamn", "kataloger", "ansokan"}
_DOCUMENT |= {"fas", "underskrifter", "beslut", "kedja", "rubriker", "egna", "handling"}
_OF_REPORT = _ALWAYS | {"rapport", "underlag"}
_KEYS: Mapping[str, Sequence[str]] = {"fas": ("id", "nr", "namn")}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: the paragraph's number in its part (from 1), a sentence, what to do."""

    line: int
    says: str
    hint: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a template has: its faults, and the fields that it fills."""

    faults: list[Fault]
    fields: list[str]


def judge(raw: bytes, typ: str) -> Judged:
    """Judge a template of a kind of document (or a report), apart: it may be anybody's."""
    source = b64encode(raw).decode("ascii")
    try:
        answer = json.loads(produce_apart(source, typ, {}, work=judge_text))
    except TemplateError as error:
        return Judged([Fault(error.spot.line, error.says, error.hint)], [])
    return Judged([Fault(**each) for each in answer["faults"]], answer["fields"])


def judge_text(source: str, typ: str, _values: dict[str, Any]) -> str:
    """Judge a template given as base64, and answer in JSON."""
    try:
        judged = _judged(opened(b64decode(source)), typ)
    except WordFileError as error:
        judged = Judged([Fault(1, error.message, error.hint)], [])
    return json.dumps(asdict(judged))


def _judged(parts: Parts, typ: str) -> Judged:
    found = [Fault(1, *each) for each in dangers(parts)]
    rows = paragraphs(parts)
    found += [*_marker(rows), *_broken(rows)]
    if sum(len(parts[name]) for name in {each.part for each in rows}) > MAX_TEXT:
        found.append(Fault(1, "Mallen har för mycket text.", "Ta bort text ur mallen."))
    fields: dict[str, None] = {}
    if not found or all("fält" not in each.says for each in found):
        for name in dict.fromkeys(each.part for each in rows):
            own = [each for each in rows if each.part == name]
            found += _of_part(parts[name].decode("utf-8", "replace"), own, typ, fields)
    return Judged(found, list(fields))


def _marker(rows: Sequence[Paragraph]) -> Iterator[Fault]:
    alone = [each for each in rows if each.is_marker]
    within = [each for each in rows if re.search(rf"\b{MARKER}\b", each.text)]
    if len(alone) > 1:
        places = " och ".join(each.where for each in alone[:3])
        yield Fault(
            alone[1].number, f"{MARKER} står {len(alone)} gånger: {places}.", "Behåll ett av dem."
        )
    elif alone and (alone[0].part != DOCUMENT or not alone[0].where.startswith("stycke")):
        yield Fault(
            alone[0].number,
            f"{MARKER} står i {_within(alone[0])}.",
            f"Sätt {MARKER} i ett eget stycke i sidans löpande text.",
        )
    elif not alone and within:
        yield Fault(
            within[0].number,
            f"{MARKER} står inte ensamt i sitt stycke ({within[0].where}).",
            f"Sätt {MARKER} på en egen rad, utan annan text.",
        )
    elif not alone:
        yield Fault(
            1,
            f"Mallen saknar {MARKER}, så handlingens text har ingen plats.",
            f"Skriv {MARKER} med versaler i ett eget stycke där texten ska stå.",
        )


def _within(row: Paragraph) -> str:
    return (
        row.where.split(",")[0].replace("tabell", "en tabell:")
        if row.part == DOCUMENT
        else (row.where.split(",")[0])
    )


_PAIRS = (("{{", "}}"), ("{%", "%}"))
_RAW = re.compile(r"\{\{\s*[rp]\s")


def _broken(rows: Sequence[Paragraph]) -> Iterator[Fault]:
    """Find a field that begins in one paragraph and ends in another, or never ends."""
    for each in rows:
        for first, last in _PAIRS:
            if each.text.count(first) != each.text.count(last):
                yield Fault(
                    each.number,
                    f"Ett fält är inte helt: {first} och {last} är olika många ({each.where}).",
                    f"Skriv hela fältet i ett stycke, med {first} före och {last} efter.",
                )
                break
        if _RAW.search(each.text):
            yield Fault(
                each.number,
                f"Fältets skrivsätt med {{{{r eller {{{{p finns inte här ({each.where}).",
                "Skriv bara {{ och fältets namn.",
            )


def _of_part(
    xml: str, rows: Sequence[Paragraph], typ: str, fields: dict[str, None]
) -> Iterator[Fault]:
    if not any("{{" in each.text or "{%" in each.text for each in rows):
        return
    text = patched(xml)
    try:
        tree = word_sandbox().parse(text, "mallen", "mallen")
        word_sandbox().compile(tree, "mallen", "mallen")
    except TemplateSyntaxError as error:
        words = wording.swedish(error.message or "")
        yield _placed(rows, _line(text, error.lineno), *words)
        return
    except TemplateError as error:
        yield _placed(rows, _line(text, error.spot.line), error.says, error.hint)
        return
    yield from _names(tree, rows, typ)
    for each in tree.find_all(nodes.Output):
        for node in each.nodes:
            if path := naming.path_of(_bare(node)):
                fields[".".join(path)] = None


def _bare(node: nodes.Node) -> nodes.Node:
    """Take away the filters around a name."""
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    return node


def _names(tree: nodes.Template, rows: Sequence[Paragraph], typ: str) -> Iterator[Fault]:
    """Find names that nobody gives the template, and fields that do not exist."""
    roots = _OF_REPORT if typ.split("_", maxsplit=1)[0] == REPORT else _DOCUMENT
    asked = {
        each.node.name
        for each in tree.find_all(nodes.Test)
        if each.name == "defined" and isinstance(each.node, nodes.Name)
    }
    for name in sorted(meta.find_undeclared_variables(tree) - roots - asked - {"range"}):
        close = nearest(name, roots)
        hint = f"Menade du {close}?" if close else f"Börja med {', '.join(sorted(roots))}."
        yield _placed(rows, name, f"Fältet {name} finns inte i det som mallen får.", hint)
    for _, path, key, close in naming.unknown(tree, naming.models_of(typ)):
        better = f"{path.rpartition('.')[0]}.{close}"
        hint = f"Menade du {better}?" if close else "Se fälten: samverkan schema export"
        yield _placed(rows, path, f"Fältet {path} finns inte: {key} är okänt.", hint)
    for each in tree.find_all(nodes.Getattr):
        path_ = naming.path_of(each)
        known = _KEYS.get(path_[0]) if len(path_) > 1 else None
        if known and path_[1] not in known:
            says = f"Fältet {'.'.join(path_)} finns inte: {path_[1]} är okänt."
            yield _placed(rows, ".".join(path_), says, f"{path_[0]} har {', '.join(known)}.")


def _line(text: str, number: int) -> str:
    """Give what a line of the patched text says, without tags."""
    lines = text.split("\n")
    line = lines[min(number, len(lines)) - 1]
    return re.sub(r"<[^>]*>", "", line)


def _placed(rows: Sequence[Paragraph], wanted: str, says: str, hint: str) -> Fault:
    """Say where: the first paragraph with a field that holds what is wanted."""
    sought = "".join(wanted.split())
    braced = [each for each in rows if "{" in each.text]
    near = (each for each in braced if sought and sought in "".join(each.text.split()))
    row = next(near, braced[-1] if braced else rows[0])
    return Fault(row.number, f"{says.rstrip('.')} ({row.where}).", hint)
