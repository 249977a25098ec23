"""How a parameter of a command is called when a person reads about it."""

from typing import Any


def shown(param: Any) -> str:
    """Name a parameter as it is written on the command line."""
    if param.param_type_name == "argument":
        return f"Argumentet {metavar(param)}"
    return f"Flaggan {max(param.opts, key=len)}"


def metavar(param: Any) -> str:
    """Give the word that stands for a parameter's value."""
    return str(param.metavar or param.name.upper())
