"""A document as Markdown."""

from samverkan_cli.rendering.printed import Utskrift


def write(printed: Utskrift) -> bytes:
    """Give the Markdown in UTF-8."""
    return printed.md.encode()
