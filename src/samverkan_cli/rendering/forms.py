"""The forms of a document: one table. What a form needs is imported when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from samverkan_cli.extras import needs
from samverkan_cli.rendering.printed import Utskrift


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name and suffix, and `module.write(printed) -> bytes`; `extra` of the package."""

    name: str
    module: str
    extra: str = ""

    @property
    def is_text(self) -> bool:
        """Tell whether it can be read on a screen as it is."""
        return not self.extra

    @property
    def write(self) -> Callable[[Utskrift], bytes]:
        """The writer; a missing library is told with the command that installs it."""
        with needs(self.extra, f"Formen {self.name}"):
            found = import_module(f"samverkan_cli.rendering.{self.module}")
        return found.write  # type: ignore[no-any-return]


_ROWS = (
    Form("html", "form_html"),
    Form("md", "form_md"),
    Form("pdf", "form_pdf", "pdf"),
    Form("docx", "form_docx", "word"),
)
FORMS = {form.name: form for form in _ROWS}
"""Forms by name."""
