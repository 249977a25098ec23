"""Word files for tests: templates of a few lines, and what a Word file says."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document

from samverkan_cli.rendering.word.package import opened, zipped


def template(*paragraphs: str | Sequence[str], head: str = "", table: str = "") -> bytes:
    """Make a template; a paragraph that is a list is cut into runs as Word does."""
    document = Document()
    for each in paragraphs:
        runs = [each] if isinstance(each, str) else each
        made = document.add_paragraph()
        for at, text in enumerate(runs):
            made.add_run(text).bold = at % 2 == 1
    if head:
        document.sections[0].header.paragraphs[0].text = head
    if table:
        document.add_table(2, 2).cell(1, 0).text = table
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(raw: bytes, **changed: bytes) -> bytes:
    """Put parts in a Word file; `word__x_xml` is the part `word/x.xml`."""
    parts = opened(raw)
    parts |= {_name(key): data for key, data in changed.items()}
    return zipped(parts)


def _name(key: str) -> str:
    return ".".join(key.replace("__", "/").rsplit("_", 1))


def words(raw: bytes) -> str:
    """Give everything that a Word file says, header and footer and tables too."""
    document = Document(BytesIO(raw))
    elements = [document.element.body]
    for section in document.sections:
        elements += [section.header._element, section.footer._element]
    found: list[str] = []
    for each in elements:
        found += ["".join(t.text or "" for t in p.iter(_T)) for p in each.iter(_P)]
    return "\n".join(found)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T, _P = f"{W}t", f"{W}p"


def fill(values: Mapping[str, Any], *paragraphs: str, head: str = "") -> str:
    """Fill a template and give what it then says."""
    from samverkan_cli.rendering.word.filling import filled

    return words(filled(template(*paragraphs, head=head), "mall.docx", dict(values), own=False))
