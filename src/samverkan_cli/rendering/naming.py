"""Which fields of a document a template names, and those that the document does not have."""

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes

from samverkan_cli.folding import nearest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import field_at, model_at
from samverkan_cli.models.forbund import Uppgifter
from samverkan_cli.models.grund import Modell

Models = Mapping[str, type[Modell]]


def models_of(typ: str) -> dict[str, type[Modell]]:
    """Give the models behind the names that the template of a document may begin with."""
    known: dict[str, type[Modell]] = {
        "forbund": Uppgifter,
        "insats": DOKUMENT["insats"].model,
        "ansokan": DOKUMENT["ansokan"].model,
    }
    return known | ({"dokument": DOKUMENT[typ].model} if typ in DOKUMENT else {})


def unknown(tree: nodes.Template, models: Models) -> Iterator[tuple[int, str, str, str | None]]:
    """Find fields that a document does not have: line, the path, the wrong key, the nearest."""
    own = {each.name for each in tree.find_all(nodes.Name) if each.ctx != "load"}
    for each in tree.find_all(nodes.Getattr):
        path = path_of(each)
        if path and path[0] in models and path[0] not in own:
            wrong = _unknown(models[path[0]], path[1:])
            if wrong and wrong[0] == path[-1]:
                yield each.lineno, ".".join(path), *wrong


def path_of(node: nodes.Node) -> list[str]:
    """Give `dokument.falt.underfalt` as words; nothing for an expression of another form."""
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr) and (before := path_of(node.node)):
        return [*before, node.attr]
    return []


def _unknown(model: type[Modell], keys: list[str]) -> tuple[str, str | None] | None:
    """Give the first key that a document does not have, and the nearest that it has."""
    for end, key in enumerate(keys):
        owner = model_at(model, tuple(keys[:end]))
        if owner is None:
            return None
        if field_at(model, tuple(keys[: end + 1])) is None:
            return key, nearest(key, owner.model_fields) or _alike(key, owner.model_fields)
    return None


def _alike(key: str, known: Iterable[str]) -> str | None:
    """Find a short key whose letters have changed places."""
    return next((each for each in known if sorted(each) == sorted(key)), None)
