"""One template and its data to marked text, within bounds of size."""

import marshal
import os
from collections.abc import Iterator, Mapping
from functools import cache
from types import CodeType, TracebackType
from typing import Any

from jinja2 import Environment, Template, TemplateSyntaxError, UndefinedError, compiler

from samverkan_cli import prepared, resources
from samverkan_cli.rendering import grammar, wording
from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.sandbox import PARTS, ForbiddenError, PartsLoader, Sandbox
from samverkan_cli.texts import visible

MAX_SOURCE = 64 * 1024
"""Bytes of a template."""
MAX_OUTPUT = 2 * 1024 * 1024
"""Characters of a rendered document."""
MAX_DEPTH = 32

Plain = dict[str, Any] | list[Any] | str | int | float | None


def plain(value: Any, depth: int = 0) -> Plain:
    """Copy plain data with nothing hidden in its texts; blank text counts as missing.

    Anything else is a programming error: no object of ours may come within a template's reach.
    """
    if depth > MAX_DEPTH:
        raise TypeError("data for a template is too deep")
    if isinstance(value, str):
        shown = visible(value, one_line=False)
        return shown if shown.strip() else None
    if value is None or type(value) in {bool, int, float}:
        return value  # type: ignore[no-any-return]
    if isinstance(value, list):
        return [plain(item, depth + 1) for item in value]
    if isinstance(value, Mapping) and all(type(key) is str for key in value):
        return {key: plain(item, depth + 1) for key, item in value.items()}
    raise TypeError(f"not plain data for a template: {type(value).__name__}")


@cache
def parts() -> str:
    """Read the built-in macros."""
    return (resources.templates() / "utskrift" / PARTS).read_text(encoding="utf-8")


@cache
def sandbox() -> Sandbox:
    """Build the engine once."""
    return Sandbox(PartsLoader(parts, lambda engine, source: _code(engine, source, PARTS)))


@cache
def compiled(source: str, name: str) -> Template:
    """Judge and compile a template. Faults are TemplateError."""
    engine = sandbox()
    try:
        code = _code(engine, source, name)
    except TemplateSyntaxError as error:
        raise TemplateError(
            Spot(name, error.lineno), *wording.swedish(error.message or "")
        ) from error
    except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
        raise TemplateError(Spot(name, 1), *wording.TOO_DEEP) from error
    return Template.from_code(engine, code, engine.globals)


def _code(engine: Environment, source: str, name: str) -> CodeType:
    """Judge and compile a template; one of the program's own is judged and compiled once."""
    if not _is_built_in(source, name):
        return _judged(engine, source, name)
    made = prepared.recall(
        f"mall-{name}",
        ("rendering",),
        lambda: marshal.dumps(_judged(engine, source, name)),
        f"{source} {os.stat(compiler.__file__).st_mtime_ns}",  # noqa: PTH116 - as the others
    )
    code: CodeType = marshal.loads(made)  # noqa: S302 - out of our own file
    return code


def _judged(engine: Environment, source: str, name: str) -> CodeType:
    tree = engine.parse(source, name, name)
    if name != PARTS:
        grammar.judge(tree, name)
    return engine.compile(tree, name, name)


def _is_built_in(source: str, name: str) -> bool:
    """Tell whether a template is the program's own, to the letter."""
    folder = resources.templates() / "utskrift"
    names = {each.name for each in folder.iterdir()}
    return name in names and (folder / name).read_text(encoding="utf-8") == source


def produce(source: str, name: str, data: dict[str, Any]) -> str:
    """Render to marked text. Faults are TemplateError with the line in the template."""
    template = compiled(source, name)
    try:
        return _bounded(template.generate(data))
    except Exception as error:
        raise TemplateError(_spot(error.__traceback__, name), *_words(error)) from error


def _bounded(pieces: Iterator[str]) -> str:
    kept: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > MAX_OUTPUT:
            raise ForbiddenError("Dokumentet blir för stort.", "Skriv ut mindre i mallen.")
        kept.append(piece)
    return "".join(kept)


def _words(error: Exception) -> wording.Words:
    if isinstance(error, ForbiddenError):
        return wording.Words(str(error), error.hint)
    if isinstance(error, UndefinedError | TemplateSyntaxError):
        return wording.swedish(error.message or "")
    if isinstance(error, RecursionError):
        return wording.TOO_DEEP
    return wording.TOO_HEAVY if isinstance(error, MemoryError) else wording.COMPUTING


def _spot(trace: TracebackType | None, name: str) -> Spot:
    """Find the innermost line of the template itself; jinja2 has rewritten the traceback for it."""
    line = 1
    while trace:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return Spot(name, line)
