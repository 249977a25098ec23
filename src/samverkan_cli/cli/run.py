"""The door to typer: builds one command, parses its arguments, and speaks Swedish about them."""

import inspect
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, get_args

from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.params import shown
from samverkan_cli.cli.reader import read
from samverkan_cli.cli.verbs import Verb
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.texts import visible

if TYPE_CHECKING:
    from typer.exceptions import TyperException


def run(verb: Verb, args: Sequence[str]) -> int:
    """Read the arguments of a command and run it; its number is the exit code."""
    command = function_of(verb)
    given = read(command, args)
    return int(command(**given) or 0) if given is not None else _by_typer(verb, args)


def _by_typer(verb: Verb, args: Sequence[str]) -> int:
    """Let typer read what is unusual, and tell what is wrong."""
    import typer
    from typer.exceptions import Exit, TyperException

    parsed = build(verb)
    options = args[: args.index("--")] if "--" in args else args
    if "--help" in options or "-h" in options:
        from samverkan_cli.cli.helptext import text

        typer.echo(text(verb, parsed))
        return 0
    try:
        result = parsed.main(list(args), prog_name="samverkan", standalone_mode=False)
    except Exit as done:
        return int(done.exit_code)
    except TyperException as error:
        raise in_swedish(verb, parsed, error) from error
    return int(result or 0)


def function_of(verb: Verb) -> Callable[..., Any]:
    """Import the function of a verb."""
    module = import_module(f"samverkan_cli.cli.{verb.module}")
    command: Callable[..., Any] = getattr(module, verb.function)
    return command


def build(verb: Verb) -> Any:
    """Build the typer command of a verb."""
    import typer

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(verb.name, context_settings={"help_option_names": []})(typed(function_of(verb)))
    return typer.main.get_command(app)


def typed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command with its parameters declared in typer's words."""

    def call(**given: Any) -> Any:
        return command(**given)

    told = inspect.signature(command)
    parameters = [
        each.replace(annotation=_in_typer(each.annotation)) for each in told.parameters.values()
    ]
    call.__doc__ = command.__doc__
    call.__annotations__ = {each.name: each.annotation for each in parameters}
    call.__signature__ = told.replace(parameters=parameters)  # type: ignore[attr-defined]
    return call


def _in_typer(annotation: Any) -> Any:
    import typer

    kind, declared = get_args(annotation)
    make = typer.Argument if isinstance(declared, Argument) else typer.Option
    more = {"envvar": declared.envvar, "callback": declared.callback, **declared.more}
    return Annotated[kind, make(*declared.flags, **more)]


def in_swedish(verb: Verb, command: Any, error: "TyperException") -> SamverkanError:
    """Say in Swedish what is wrong with the arguments."""
    hint = f"Se flaggorna: samverkan {verb.name} --help"
    kind = type(error).__name__
    param = getattr(error, "param", None)
    if kind == "MissingParameter" and param is not None:
        return SamverkanError(f"{shown(param)} saknas.", hint)
    if kind == "NoSuchOption":
        known = [opt for each in command.params for opt in each.opts if opt.startswith("--")]
        name = str(getattr(error, "option_name", ""))
        close = nearest(name, known)
        text = f"{hint}. En text som börjar med - skrivs sist, efter --."
        return SamverkanError(
            f"Flaggan {visible(name)} finns inte.", f"Menade du {close}?" if close else text
        )
    if kind == "BadParameter" and param is not None:
        return SamverkanError(f"{shown(param)} har ett värde som inte går att läsa.", hint)
    if kind == "BadOptionUsage":
        name = visible(str(getattr(error, "option_name", "")))
        return SamverkanError(f"Flaggan {name} behöver ett värde, eller har ett för mycket.", hint)
    extra = re.search(r"extra argument\(s\) \((.*)\)", error.message, re.DOTALL)
    if extra:
        return SamverkanError(f"För många argument: {visible(extra.group(1))}.", hint)
    return SamverkanError("Argumenten går inte att läsa.", hint)
