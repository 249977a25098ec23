"""Form `docx`: the förbund's own Word template, filled, with the document's text in its place."""

from samverkan_cli.rendering.word.document import write

__all__ = ["write"]
