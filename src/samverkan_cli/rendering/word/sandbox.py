"""The template engine for Word: the same as for our own templates, with words for what is none."""

from functools import cache
from typing import Any

from jinja2 import BaseLoader, nodes, pass_eval_context

from samverkan_cli.rendering import grammar
from samverkan_cli.rendering.sandbox import Sandbox, written
from samverkan_cli.secrecy.mask import masked

GAP = "Uppgift saknas"


class WordSandbox(Sandbox):
    """Computes with plain data; every template is judged before it is compiled."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        grammar.judge(tree, name or "")
        return tree


@pass_eval_context  # as `written`: constants are not written beforehand
def _worded(context: Any, value: Any) -> Any:
    """Prepare a value for Word: a gap in words, and nothing that must not be shown."""
    if value is None:
        return GAP
    shown = written(context, value)
    return masked(shown) if isinstance(shown, str) else shown


@cache
def word_sandbox() -> WordSandbox:
    """Build the engine once; a Word template can import nothing."""
    return WordSandbox(BaseLoader(), _worded, ())
