"""Help for one command, in Swedish, from what typer knows of its parameters."""

import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

from samverkan_cli.cli.params import metavar
from samverkan_cli.cli.verbs import Verb

WIDTH = 88


def text(verb: Verb, command: Any) -> str:
    """Lay out usage, the docstring, arguments and options."""
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name != "argument"]
    about = inspect.cleandoc(command.callback.__doc__ or verb.summary)
    blocks = [usage(verb, command), "", about]
    blocks += _section("Argument:", [(metavar(each), each.help or "") for each in arguments])
    rows = [(_option(each), _option_help(each)) for each in options]
    blocks += _section("Flaggor:", [*rows, ("-h, --help", "Visa denna hjälp.")])
    return "\n".join(blocks)


def usage(verb: Verb, command: Any) -> str:
    """Give the line that shows how a command is written."""
    words = [f"Användning: samverkan {verb.name}"]
    for each in command.params:
        if each.param_type_name == "argument":
            word = metavar(each) + ("…" if each.nargs == -1 else "")
            words.append(word if each.required else f"[{word}]")
        elif each.required:
            words.append(f"{max(each.opts, key=len)} {metavar(each)}")
    return " ".join([*words, "[FLAGGOR]"])


def _option(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {metavar(param)}"


def _option_help(param: Any) -> str:
    words = param.help or ""
    if param.required:
        return f"{words} Krävs."
    shown = param.default not in (None, False, [], ()) and not param.is_flag
    return f"{words} Annars: {param.default}." if shown else words


def _section(title: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    indent = min(max(len(name) for name, _ in rows), 28) + 4
    for name, about in rows:
        lines = textwrap.wrap(about, WIDTH - indent) or [""]
        if len(name) > indent - 4:
            yield f"  {name}"
            yield from (f"{'':{indent}}{line}" for line in lines)
        else:
            yield f"  {name:<{indent - 2}}{lines[0]}"
            yield from (f"{'':{indent}}{line}" for line in lines[1:])
