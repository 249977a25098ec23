"""The formats that machines read a check in; each is loaded when it is asked for."""

from importlib import import_module

from samverkan_cli.reporters.told import Outcome

FORMATS = ("sarif", "junit", "github", "gitlab", "markdown")


def write(form: str, outcome: Outcome) -> str:
    """Write what a check came to in one of the formats."""
    written: str = import_module(f"samverkan_cli.reporters.{form}").write(outcome)
    return written
