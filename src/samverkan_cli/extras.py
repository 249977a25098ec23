"""A library that is not installed is told with the command that installs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from samverkan_cli.errors import SamverkanError


@contextmanager
def needs(extra: str, what: str) -> Iterator[None]:
    """Tell which extra of the package `what` asks for, when it is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("samverkan_cli"):
            raise
        raise SamverkanError(
            f"{what} kräver ett tillägg som inte är installerat.",
            f'Installera det: pip install "samverkan-cli[{extra}]"',
        ) from error
