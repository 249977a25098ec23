"""Judges the förbund's own templates without rendering anything: form, names and fields."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.folding import is_noise, nearest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import field_at, model_at
from samverkan_cli.models.grund import Post
from samverkan_cli.rendering.engine import compiled, sandbox
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.render import read_own
from samverkan_cli.texts import visible

_ENDING = ".html.j2"
_REPORT = "rapport"
_GENERAL = "handling"
"""The template of every document without one of its own."""


def judge(root: Path) -> list[Diagnostic]:
    """Judge every template in `templates/` of a case repository."""
    folder = root / "templates"
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    return [
        remark
        for path in paths
        if not is_noise(path.name)
        for remark in _judged(path, path.relative_to(root).as_posix())
    ]


def _judged(path: Path, shown: str) -> Iterator[Diagnostic]:
    typ = path.name.removesuffix(_ENDING)
    is_report = typ in {_REPORT, _GENERAL} or typ.startswith(f"{_REPORT}_")
    if shown != f"templates/{typ}{_ENDING}" or not (typ in DOKUMENT or is_report):
        close = nearest(typ, DOKUMENT)
        hint = f"Menade du templates/{close}{_ENDING}?" if close else "Mallen heter som handlingen."
        says = f"Ingen handling skrivs ut med {visible(shown)}."
        yield Diagnostic(visible(shown), 1, 1, "BOK258", Severity.WARNING, says, hint)
        return
    try:
        source = read_own(path, shown)
        compiled(source, shown)
    except TemplateError as error:
        yield _remark(shown, error.spot.line, error.says, error.hint)
        return
    if typ in DOKUMENT:
        yield from _fields(source, shown, typ)


def _remark(shown: str, line: int, says: str, hint: str) -> Diagnostic:
    return Diagnostic(shown, line, 1, "BOK259", Severity.ERROR, says, hint)


def _fields(source: str, shown: str, typ: str) -> Iterator[Diagnostic]:
    """Find fields that the document does not have: the rendering would stop there."""
    tree = sandbox().parse(source, shown, shown)
    models = {
        "dokument": DOKUMENT[typ].model,
        "insats": DOKUMENT["insats"].model,
        "ansokan": DOKUMENT["ansokan"].model,
    }
    own = {each.name for each in tree.find_all(nodes.Name) if each.ctx != "load"}
    for each in tree.find_all(nodes.Getattr):
        path = _path(each)
        if path and path[0] in models and path[0] not in own:
            wrong = _unknown(models[path[0]], path[1:])
            if wrong and wrong[0] == path[-1]:
                says = f"{'.'.join(path)} finns inte: fältet {wrong[0]} är okänt."
                hint = (
                    f"Menade du {wrong[1]}?" if wrong[1] else "Se fälten: samverkan schema export"
                )
                yield _remark(shown, each.lineno, says, hint)


def _path(node: nodes.Node) -> list[str]:
    """Give `dokument.falt.underfalt` as words; nothing for an expression of another form."""
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr) and (before := _path(node.node)):
        return [*before, node.attr]
    return []


def _unknown(model: type[Post], keys: list[str]) -> tuple[str, str | None] | None:
    """Give the first key that a document does not have, and the nearest that it has."""
    for end, key in enumerate(keys):
        owner = model_at(model, tuple(keys[:end]))
        if owner is None:
            return None
        if field_at(model, tuple(keys[: end + 1])) is None:
            return key, nearest(key, owner.model_fields)
    return None
