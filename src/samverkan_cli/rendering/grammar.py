"""What a template may say: an allow-list of the template language, judged before anything runs."""

from jinja2 import nodes

from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.sandbox import PARTS

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name),
    *(nodes.For, nodes.If, nodes.CondExpr, nodes.With, nodes.Assign, nodes.AssignBlock),
    *(nodes.Macro, nodes.CallBlock, nodes.Call, nodes.Keyword, nodes.Import, nodes.FromImport),
    *(nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem, nodes.Slice),
    *(nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Concat),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos),
)
_HINT = "Ta bort raden. Mallar får bara läsa handlingens fält och skriva text."
_WORDS: dict[type[nodes.Node], str] = {
    nodes.Scope: "”autoescape” går inte att ändra i en mall.",  # the tag's outermost node
    nodes.Extends: "”extends” finns inte i mallar.",
    nodes.Include: "”include” finns inte i mallar.",
    nodes.Block: "”block” finns inte i mallar.",
    nodes.FilterBlock: "”filter” som block finns inte i mallar.",
    nodes.Pow: "”**” går inte att använda i en mall.",
    nodes.NSRef: "”namespace” finns inte i mallar.",
}


def judge(template: nodes.Template, name: str) -> None:
    """Refuse the first thing in the template that is not on the list."""
    waiting: list[nodes.Node] = [template]
    while waiting:
        node = waiting.pop()
        fault = _fault(node)
        if fault:
            raise TemplateError(Spot(name, _line(node)), *fault)
        waiting.extend(reversed(list(node.iter_child_nodes())))


def _line(node: nodes.Node) -> int:
    """Give the node's line, or the first one within it: jinja2 leaves some without."""
    lines = (within.lineno for within in (node, *node.find_all(nodes.Node)))
    return next((line for line in lines if line), 1)


def _fault(node: nodes.Node) -> tuple[str, str] | None:
    if type(node) not in _ALLOWED:
        kind = type(node).__name__
        return _WORDS.get(type(node), f"”{kind}” finns inte i mallar."), _HINT
    if isinstance(node, nodes.For) and node.recursive:
        return "”recursive” finns inte i mallar.", "Skriv en vanlig {% for %}."
    if isinstance(node, nodes.Import | nodes.FromImport) and not _is_parts(node.template):
        return (
            "En mall får bara importera de inbyggda delarna.",
            f"Skriv {{% import '{PARTS}' as delar with context %}}.",
        )
    return None


def _is_parts(name: nodes.Expr) -> bool:
    return isinstance(name, nodes.Const) and name.value == PARTS
