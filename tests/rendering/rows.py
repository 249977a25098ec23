"""The rows of bad-inputs.md that concern rendering."""

import ast
import re
from pathlib import Path

_FILE = Path(__file__).with_name("rows.md")


def rows(kind: str) -> dict[str, str]:
    """Give id → input for the rows whose id begins with `kind`."""
    found = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(f"| {kind}-"):
            cells = re.split(r"(?<!\\) \| ", line[2:])
            found[cells[0]] = _value(cells[2].replace("\\|", "|").strip("`"))
    return found


def _value(expression: str) -> str:
    tree = ast.parse(expression, mode="eval").body
    if isinstance(tree, ast.BinOp):
        return str(ast.literal_eval(tree.left) * ast.literal_eval(tree.right))
    return str(ast.literal_eval(tree))
