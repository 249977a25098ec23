"""Every form of one document carries the same facts: what the tree says stands in each of them."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from samverkan_cli import gate
from samverkan_cli.rendering.forms import FORMS
from samverkan_cli.rendering.html import Element
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.repository import Repository
from samverkan_cli.transition.printing import print_record
from tests.support import EXAMPLES, built_in, context

DOCUMENTS = (
    ("2006-001-gemensamt-vagledningsteam", "ansokan"),
    ("2006-001-gemensamt-vagledningsteam", "slutrapport"),
    ("2023-001-lumena", "lagesrapporter/2024-delar-2"),
    ("2026-002-samlad-vag", "ansokan"),
    ("ar-2026", "budget"),
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS = {"h1", "h2", "h3", "h4", "p", "caption", "figcaption", "dt", "dd", "th", "td", "li"}
PAGE = re.compile(r"sida [0-9]+ av [0-9]+", re.IGNORECASE)


def bare(text: str) -> str:
    """Keep letters and digits: markup, hyphens and breaks are each form's own."""
    return re.sub(r"[\W_]+", "", text)


@cache
def printed(case_id: str, name: str) -> Utskrift:
    """Render a document of the examples."""
    repository = Repository(EXAMPLES)
    case = repository.open(case_id)
    record = case.record(name)
    assert record is not None
    assert repository.samverkan is not None
    around = replace(context(), samverkan=repository.samverkan, root=EXAMPLES)
    return print_record(around, case, gate.process_of(case, built_in()), record)


def facts(tree: Element) -> list[str]:
    """Give the text of every innermost block, and the words for every picture but the logotype."""
    found = []
    for element in tree.walk():
        if element.tag == "figure":
            found.append(next(element.elements()).attributes["alt"])
        elif element.tag in BLOCKS and not any(
            inner.tag in BLOCKS for inner in element.walk() if inner is not element
        ):
            found.append(element.text())
    return [bare(text) for text in found if bare(text)]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.drawing = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.drawing += tag in {"svg", "style", "title"}
        named = dict(attrs)
        if tag in {"svg", "img"}:
            self.texts.append(named.get("aria-label") or named.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self.drawing -= tag in {"svg", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self.drawing:
            self.texts.append(data)


def of_html(raw: bytes) -> str:
    """Read a page as a browser shows it, with what stands in for its pictures."""
    page = _Page()
    page.feed(raw.decode())
    return " ".join(page.texts)


def of_docx(raw: bytes) -> str:
    """Read the body of a Word file, and its headers and footers."""
    said = []
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        for name in sorted(packed.namelist()):
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                for node in ET.fromstring(packed.read(name)).iter():  # noqa: S314 - ours
                    said.append(node.text or "" if node.tag == f"{WORD}t" else "")
                    said.append(node.get("descr") or "")
    return "".join(said)


def of_pdf(raw: bytes) -> str:
    """Read a PDF in the order of its pages, without the page numbers, with its alt texts."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))
    return PAGE.sub("", "\n".join(pages).replace("\ufffe", "")) + alts(raw)


def alts(raw: bytes) -> str:
    """Give the alternative texts of a PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(raw)) as pdf:
        return " ".join(
            str(each["/Alt"])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        )


READERS: dict[str, Callable[[bytes], str]] = {
    "html": of_html,
    "md": bytes.decode,
    "pdf": of_pdf,
    "docx": of_docx,
}


def stands(fact: str, said: str, *, broken: bool) -> bool:
    """Tell whether a fact is said; over a page break it may be said in two pieces."""
    if fact in said:
        return True
    return broken and any(fact[:at] in said and fact[at:] in said for at in range(8, len(fact) - 8))


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize(("case_id", "name"), DOCUMENTS)
def test_every_form_says_what_the_document_says(case_id: str, name: str, form: str) -> None:
    """No form leaves anything out: headings, texts, every cell, and the words for each picture."""
    document = printed(case_id, name)
    said = bare(READERS[form](FORMS[form].write(document)))
    known = facts(document.tree)
    assert len(known) > 20
    assert [fact for fact in known if not stands(fact, said, broken=form == "pdf")] == []
