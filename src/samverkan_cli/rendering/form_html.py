"""A document as a page of its own."""

from samverkan_cli.rendering.printed import Utskrift


def write(printed: Utskrift) -> bytes:
    """Give the page in UTF-8."""
    return printed.html.encode()
