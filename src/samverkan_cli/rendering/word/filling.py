"""Fills the fields of a Word template; everything else in it stays. Door to docxtpl."""

import re
from base64 import b64decode, b64encode
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, UndefinedError

from samverkan_cli.rendering import wording
from samverkan_cli.rendering.apart import produce_apart
from samverkan_cli.rendering.faults import Spot, TemplateError
from samverkan_cli.rendering.sandbox import ForbiddenError
from samverkan_cli.rendering.word.sandbox import word_sandbox

MAX_RESULT = 80 * 1024 * 1024
"""Bytes of a filled template, in base64."""


def patched(xml: str) -> str:
    """Gather each field that Word has cut into runs; one line per paragraph, as when it is run."""
    whole = DocxTemplate(BytesIO()).patch_xml(xml)
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", whole)


def filled(raw: bytes, name: str, values: dict[str, Any], *, own: bool) -> bytes:
    """Fill a template's fields. Faults are TemplateError; somebody else's template runs apart."""
    source = b64encode(raw).decode("ascii")
    if not own:
        return b64decode(fill_text(source, name, values))
    return b64decode(produce_apart(source, name, values, work=fill_text, most=MAX_RESULT))


def fill_text(source: str, name: str, values: dict[str, Any]) -> str:
    """Fill a template given, and answered, as base64: what can pass between two processes."""
    template = _Template(BytesIO(b64decode(source)))
    try:
        template.render(values, word_sandbox(), autoescape=True)
        out = BytesIO()
        template.save(out)
    except TemplateError:
        raise
    except Exception as error:
        raise TemplateError(Spot(name, 1), *_words(error)) from error
    return b64encode(out.getvalue()).decode("ascii")


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl without its own escapes: what the data say is never read as a field."""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Render one part; a line break in a text becomes a line break in Word."""
        self.current_rendering_part = part
        made = jinja_env.from_string(re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)).render(context)
        return str(self.resolve_listing(re.sub(r"\n<w:p([ >])", r"<w:p\1", made)))

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave the file's properties: they are written from the document afterwards."""


def _words(error: Exception) -> wording.Words:
    if isinstance(error, ForbiddenError):
        return wording.Words(str(error), error.hint)
    if isinstance(error, UndefinedError | TemplateSyntaxError):
        return wording.swedish(error.message or "")
    return wording.TOO_DEEP if isinstance(error, RecursionError) else wording.COMPUTING
