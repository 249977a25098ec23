"""A library that comes with an extra of the package, or the command that installs it."""

from importlib import import_module
from typing import Any

from samverkan_cli.errors import SamverkanError


def library(module: str, what: str) -> Any:
    """Import a module of ours that stands at the door of a library of the extra `arkiv`."""
    try:
        return import_module(f"samverkan_cli.archive.{module}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("samverkan_cli"):
            raise
        raise SamverkanError(
            f"{what} kräver ett tillägg som inte är installerat.",
            'Installera det: pip install "samverkan-cli[arkiv]"',
        ) from error
