"""A disk that refuses, turned into a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.text import visible
from samverkan_cli.system import in_words


@contextmanager
def spoken() -> Iterator[None]:
    """Turn what the system refuses into an error that a person can act on."""
    try:
        yield
    except OSError as error:
        where = visible(str(error.filename)) if error.filename else "förrådet"
        raise SamverkanError(
            f"Kunde inte läsa eller skriva {where}: {in_words(error)}.",
            "Kontrollera ledigt utrymme och rättigheter, och försök igen.",
        ) from error
