"""Judges the förbund's own templates without rendering anything: form, names and fields."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.folding import is_noise, nearest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rendering import naming
from samverkan_cli.rendering.engine import compiled, sandbox
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.render import read_own
from samverkan_cli.texts import visible
from samverkan_cli.watched import note

_ENDING = ".html.j2"
_WORD = ".docx"
_REPORT = "rapport"
_GENERAL = "handling"
"""The template of every document without one of its own."""


def judge(root: Path) -> list[Diagnostic]:
    """Judge every template in `templates/` of a case repository."""
    folder = root / "templates"
    note(str(folder))
    if not folder.is_dir():
        return []
    below = sorted(folder.rglob("*"))
    for each in below:
        note(str(each))
    paths = [path for path in below if not path.is_dir() or path.is_symlink()]
    return [
        remark
        for path in paths
        if not is_noise(path.name)
        for remark in _judged(path, path.relative_to(root).as_posix())
    ]


def _judged(path: Path, shown: str) -> Iterator[Diagnostic]:
    ending = _WORD if path.name.endswith(_WORD) else _ENDING
    typ = path.name.removesuffix(ending)
    is_report = typ in {_REPORT, _GENERAL} or typ.startswith(f"{_REPORT}_")
    if shown != f"templates/{typ}{ending}" or not (typ in DOKUMENT or is_report):
        close = nearest(typ, DOKUMENT)
        hint = f"Menade du templates/{close}{ending}?" if close else "Mallen heter som handlingen."
        says = f"Ingen handling skrivs ut med {visible(shown)}."
        yield Diagnostic(visible(shown), 1, 1, "BOK258", Severity.WARNING, says, hint)
    elif ending == _WORD:
        yield from _of_word(path, shown, typ)
    else:
        yield from judge_text(path, shown, typ)


def judge_text(path: Path, shown: str, typ: str) -> Iterator[Diagnostic]:
    """Judge a template of text; `shown` is what it is called in the remarks."""
    try:
        source = read_own(path, shown)
        compiled(source, shown)
    except TemplateError as error:
        yield _remark(shown, error.spot.line, error.says, error.hint)
        return
    if typ in DOKUMENT:
        yield from _fields(source, shown, typ)


def _of_word(path: Path, shown: str, typ: str) -> Iterator[Diagnostic]:
    """Judge a Word template, where the extra that reads it is installed."""
    if find_spec("docxtpl") and find_spec("docx"):
        yield from judge_word(path, shown, typ)[0]


def judge_word(path: Path, shown: str, typ: str) -> tuple[list[Diagnostic], list[str]]:
    """Judge a Word template; give the remarks and the fields that it fills."""
    from samverkan_cli.rendering.word.judging import judge as judge_docx
    from samverkan_cli.rendering.word.template import own_bytes

    try:
        judged = judge_docx(own_bytes(path, shown), typ)
    except TemplateError as error:
        return [_remark(shown, error.spot.line, error.says, error.hint)], []
    return [_remark(shown, each.line, each.says, each.hint) for each in judged.faults], (
        judged.fields
    )


def _remark(shown: str, line: int, says: str, hint: str) -> Diagnostic:
    return Diagnostic(shown, line, 1, "BOK259", Severity.ERROR, says, hint)


def _fields(source: str, shown: str, typ: str) -> Iterator[Diagnostic]:
    """Find fields that the document does not have: the rendering would stop there."""
    tree = sandbox().parse(source, shown, shown)
    for line, path, key, close in naming.unknown(tree, naming.models_of(typ)):
        says = f"{path} finns inte: fältet {key} är okänt."
        hint = f"Menade du {close}?" if close else "Se fälten: samverkan schema export"
        yield _remark(shown, line, says, hint)
