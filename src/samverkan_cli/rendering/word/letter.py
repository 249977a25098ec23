"""A sheet with the built-in letterhead, to write one's own text on."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from samverkan_cli.rendering.word.filling import filled
from samverkan_cli.rendering.word.marker import find, marked
from samverkan_cli.rendering.word.properties import set_properties
from samverkan_cli.rendering.word.styles import Styles, speak_swedish
from samverkan_cli.rendering.word.template import built_in


class _ById(Mapping[str, str]):
    """The ids of styles by name; one that is lacking is made when it is asked for."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def __getitem__(self, name: str) -> str:
        return self._styles.id(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Sheet:
    """A sheet that is being written, from the top and down."""

    def __init__(self, document: Any, marker: Any) -> None:
        self._document = document
        self._marker = marker
        self.styles: Mapping[str, str] = _ById(Styles(document))

    def paragraph(self, style: str, text: str) -> None:
        """Write a paragraph in a style."""
        made = self._document.add_paragraph(text)
        made._p.get_or_add_pPr().style = self.styles[style]  # noqa: SLF001 - by id
        self._marker.addprevious(made._p)  # noqa: SLF001

    def xml(self, markup: str) -> None:
        """Put in an element of WordprocessingML."""
        self._marker.addprevious(parse_xml(markup))

    def finished(self, title: str, values: Mapping[str, Any]) -> bytes:
        """Give the Word file."""
        self._marker.getparent().remove(self._marker)
        speak_swedish(self._document)
        set_properties(self._document, title, values, None)
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()


def begun(values: dict[str, Any]) -> Sheet:
    """Begin a sheet: the letterhead filled, the rest empty."""
    document = Document(BytesIO(filled(marked(built_in()), "handling.docx", values, own=False)))
    for section in document.sections:
        for run in (run for each in section.header.paragraphs for run in each.runs):
            run.text = "" if run.text == "LOGOTYP" else run.text
    return Sheet(document, find(document, "handling.docx"))
