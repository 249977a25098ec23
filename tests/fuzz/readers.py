"""What each reader promises of any bytes at all: an answer or its own refusal, and nothing else.

A broken promise is an AssertionError, or whatever else the reader raised.
"""

import re
import string
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from samverkan_cli import formatting
from samverkan_cli.case import Case
from samverkan_cli.checking import check_case
from samverkan_cli.diagnostics import Diagnostic, Fault
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import _read as read_log
from samverkan_cli.history.text import one_line
from samverkan_cli.history.trailers import message, split
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN, of_path
from samverkan_cli.records import read_record
from samverkan_cli.rendering import engine, html, markdown, page
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.structure import judge as judge_structure
from samverkan_cli.repository import check_case_id
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import visible
from samverkan_cli.yamldoc.catalogue import CATALOGUE
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.formatting import format_text
from samverkan_cli.yamldoc.tree import plain_data

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = "2023-001-lumena"
FOLDER = EXAMPLES / "insatser" / CASE
TYPES = [*DOKUMENT.values(), SAMVERKAN]
PATHS = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*.yaml")
    if "utskrifter" not in path.parts
)
TODAY = date(2026, 11, 23)
SHOWN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-?")
DATA = {
    "insats": {"namn": "Väg in", "id": CASE},
    "dokument": {"titel": "<b>", "tom": None, "rader": [{"b": 2, "n": "Ö"}], "parter": ["fk"]},
}


def clear(text: str) -> bool:
    """Tell whether a sentence shows everything that it holds, on one line."""
    return visible(text) == text and "\n" not in text


def told(text: str) -> None:
    """Demand that a refusal is a clear sentence."""
    assert text
    assert clear(text), text


def faults(raw: bytes, found: list[Fault]) -> None:
    """Demand that faults are told: a known rule, a place in the text, clear sentences."""
    lines = raw.count(b"\n") + raw.count(b"\r") + raw.count(b"\0") + 1
    assert found
    for each in found:
        assert each.rule in CATALOGUE, each
        assert clear(each.message), each
        assert clear(each.hint), each
        assert each.hint, each
        assert 1 <= each.place.line <= max(lines, 1), each
        assert each.place.column >= 1, each


def remarks(found: list[Diagnostic]) -> None:
    """Demand that remarks are told in clear sentences, each at a place."""
    for each in found:
        assert clear(f"{each.file}{each.rule}{each.message}{each.hint}"), each
        assert each.line >= 1, each
        assert each.column >= 1, each


def document(raw: bytes) -> None:
    """Read a document: data that both readers agree on, or faults with places."""
    try:
        read = YamlDocument.parse(raw)
    except YamlFaults as refusal:
        faults(raw, refusal.faults)
        return
    assert repr(plain_data(read.tree)) == repr(read.data)
    if read.notes:
        faults(raw, list(read.notes))


def canonical(raw: bytes) -> None:
    """Format a document: the same data, and nothing left to format."""
    try:
        once = format_text(raw)
    except YamlFaults as refusal:
        faults(raw, refusal.faults)
        return
    assert format_text(once.encode()) == once
    assert repr(YamlDocument.parse(once.encode()).data) == repr(YamlDocument.parse(raw).data)


def record(raw: bytes) -> None:
    """Read a document of some kind into its model; the first byte says which kind."""
    typ = TYPES[raw[0] % len(TYPES)] if raw else TYPES[0]
    read = read_record("x", f"insatser/x/{typ.path('x')}", typ, raw[1:])
    remarks(list(read.diagnostics))
    assert read.model is not None or read.diagnostics
    with_names(typ.path("x"), raw[1:])


def with_names(path: str, raw: bytes) -> None:
    """Format a document with the names that its kind knows."""
    try:
        once = formatting.formatted(f"insatser/x/{path}", raw)
    except YamlFaults:
        return
    assert formatting.formatted(f"insatser/x/{path}", once.encode()) == once


@cache
def sound() -> dict[str, bytes]:
    """The files of a real case."""
    return {path: (FOLDER / path).read_bytes() for path in PATHS}


@cache
def book() -> Rulebook:
    """The built-in rule book."""
    from samverkan_cli.rulebook.loading import load

    return load()


def case(raw: bytes) -> None:
    """Check a real case in which one document is something else; the first byte says which."""
    path = PATHS[raw[0] % len(PATHS)] if raw else PATHS[0]
    assert of_path(path) is not None
    files = {**sound(), path: raw[1:]}
    found = check_case(Case.build(CASE, f"insatser/{CASE}", files), book(), None)
    remarks(found.diagnostics)
    assert found.documents == len(PATHS)


def template(raw: bytes) -> None:
    """Judge, compile and, if it cannot run long, run a template; then read what it gave."""
    try:
        source = raw.decode()
    except UnicodeDecodeError:
        return
    try:
        marked = source
        engine.compiled.__wrapped__(source, "x")  # not kept: no two are alike
        if not re.search("for|range|macro|call|recursive", source):
            marked = engine.produce(source, "x", dict(DATA))
            engine.compiled.cache_clear()
        tree = html.parse(marked, "x", "y")
        judge_structure(tree)
        assert len(page.write(tree, "x", "")) + len(markdown.write(tree)) < 8 * engine.MAX_OUTPUT
    except TemplateError as fault:
        told(f"{fault.says}{fault.hint}")


def identity(raw: bytes) -> None:
    """Judge an id from the command line: refused, or nothing but a name in the folder."""
    text = raw.decode("utf-8", "surrogateescape")
    try:
        check_case_id(text)
    except SamverkanError as refusal:
        told(refusal.message)
        return
    assert SHOWN.fullmatch(text), text


def trailers(raw: bytes) -> None:
    """Write a message with a foreign text, and read a history of foreign bytes."""
    text = raw.decode("utf-8", "surrogateescape")
    said = message(f"x{text[:60]}", text, {"Insats": text[-80:]})
    block = said.rstrip("\n").rpartition("\n\n")[2]
    assert split(block) == [("Insats", one_line(text[-80:]))], block
    assert not set(said) & set(map(chr, [*range(10), *range(11, 32), 127]))
    try:
        list(read_log([raw], ""))
    except SamverkanError as refusal:
        told(refusal.message)


READERS: dict[str, Callable[[bytes], None]] = {
    "document": document,
    "canonical": canonical,
    "record": record,
    "case": case,
    "template": template,
    "identity": identity,
    "trailers": trailers,
}


def seeds(reader: str) -> list[bytes]:
    """Give what a reader is meant to read, and what it is known to refuse."""
    from tests.hostile.documents import REFUSED, TYPED
    from tests.hostile.templates import TPL
    from tests.hostile.test_arguments import ARG
    from tests.hostile.texts import TXT

    small = [raw for _, raw, _ in REFUSED if len(raw) < 3000]
    small += [f"{each.text}\n".encode() for each in TYPED.values()]
    if reader in {"document", "canonical"}:
        return [*small, *(raw[:3000] for raw in sound().values())]
    if reader == "case":
        return [bytes([number]) + sound()[path] for number, path in enumerate(PATHS)]
    if reader == "record":
        kinds = [(of_path(path), raw) for path, raw in sound().items()]
        known = [bytes([TYPES.index(typ)]) + raw for typ, raw in kinds if typ]
        return [*known, *(b"\1" + raw for raw in small)]
    if reader == "template":
        built_in = sorted((EXAMPLES.parent / "templates" / "utskrift").glob("*.j2"))
        return [
            *(text.encode() for text in TPL.values()),
            *(each.read_bytes() for each in built_in),
        ]
    words = [*ARG.values(), *TXT.values(), CASE, *string.punctuation]
    return [word.encode("utf-8", "surrogateescape")[:400] for word in words]
