"""A printed document as a Word file: the tree in Word's own parts, data as data."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from samverkan_cli.rendering import raster
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.forms import FORMS
from samverkan_cli.rendering.html import parse
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rendering.render import render
from samverkan_cli.report import Picture
from tests.rendering.facts import full
from tests.support import example_world

from .making import W, fill, template, words

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">'
    b'<rect width="200" height="100" fill="#14506e"/></svg>'
)
HOSTILE = "#$\\<&{{ insats.dnr }} {% if x %} {_{ DOKUMENT </w:t> \"'"
BODY = """<article><h1>Rubrik</h1><section id="ett"><h2>Avsnitt</h2>
<p class="ingress">Ett <strong>fett</strong> och <em>kursivt</em><br>ord,
<a href="https://example.se/a">en länk</a> och <a href="#ett">hit</a>.</p>
<p class="notis">Obs</p><p><span class="saknas">Uppgift saknas</span></p>
<ul><li>ett<ul><li>inne</li></ul></li><li>två</li></ul>
<ol><li value="3">tre</li><li>fyra</li></ol><ol><li>om igen</li></ol>
<dl class="meta"><dt>Dag</dt><dd>1 maj</dd></dl><dl><dt>Lång</dt><dd><p>a</p><p>b</p></dd></dl>
<table><caption>Tabell</caption><thead><tr><th scope="col">År</th><th scope="col">Belopp</th></tr>
</thead><tbody><tr><th scope="row">2026</th><td class="belopp">1 kr</td></tr></tbody>
<tfoot><tr><th scope="row">Summa</th><td class="belopp">1 kr</td></tr></tfoot></table>
<figure><img src="bild:b" alt="Stapeln är hög."><figcaption>Figur 1</figcaption></figure>
</section></article>"""
PICTURE = Picture("b", "svg", SVG, 200, 100, "Stapeln är hög.", drawn=True)


def _printed(body: str = BODY, **values: Any) -> Utskrift:
    data = {"forbund": {"namn": "Förbundet"} | dict.fromkeys(_CONTACT), **values}
    return Utskrift(parse(body, "prov"), "Rubrik", "", {"b": PICTURE}, data)


_CONTACT = ("adress", "telefon", "epost", "webb")


@pytest.fixture(scope="module")
def document() -> Any:
    """The tree with one of everything, opened with python-docx."""
    return Document(BytesIO(FORMS["docx"].write(_printed())))


def _styles(document: Any) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in document.paragraphs]


def test_headings_and_paragraphs_have_words_own_styles(document: Any) -> None:
    """Headings can be walked, and each kind of text has a style that the förbund can change."""
    found = _styles(document)
    for wanted in (
        ("Heading 1", "Rubrik"),
        ("Heading 2", "Avsnitt"),
        ("Samverkan Notis", "Obs"),
        ("Caption", "Tabell"),
        ("Samverkan Term", "Lång"),
        ("Samverkan Fakta", "Dag:\t1 maj"),
    ):
        assert wanted in found
    assert not [text for _, text in found if text == "DOKUMENT"]


def test_lists_are_lists(document: Any) -> None:
    """Items have a level and a list; one that counts begins where it should, and each anew."""
    numbered = {}
    for each in document.paragraphs:
        properties = each._p.pPr.numPr if each._p.pPr is not None else None
        if properties is not None:
            numbered[each.text] = (properties.numId.val, properties.ilvl.val)
    assert numbered["ett"][0] == numbered["två"][0]
    assert numbered["inne"][1] == 1
    assert numbered["tre"][0] == numbered["fyra"][0] != numbered["om igen"][0]
    root = document.part.numbering_part.element
    starts = {
        each.get(f"{W}numId"): each.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val")
        for each in root.iter(f"{W}num")
        if each.find(f"{W}lvlOverride") is not None
    }
    assert starts[str(numbered["tre"][0])] == "3"
    assert starts[str(numbered["om igen"][0])] == "1"


def test_a_table_has_caption_and_repeated_head(document: Any) -> None:
    """The first row is repeated on every page, the caption is told to a screen reader."""
    table = document.tables[0]._tbl
    assert table.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "Tabell"
    rows = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert rows == [True, False, False]
    assert document.tables[0].cell(1, 1).paragraphs[0].alignment == 2


def test_a_picture_has_its_words(document: Any) -> None:
    """A drawing becomes a PNG that says its conclusion to who cannot see it."""
    inline = document.inline_shapes[0]._inline
    assert inline.docPr.get("descr") == "Stapeln är hög."
    picture = document.part.related_parts[inline.graphic.graphicData.pic.blipFill.blip.embed]
    assert picture.blob.startswith(b"\x89PNG")


def test_without_the_means_to_draw_the_words_stand_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that cannot draw says what the picture would have said."""
    import sys

    monkeypatch.setitem(sys.modules, "typst", None)
    assert raster.raster(PICTURE) is None
    assert raster.raster(replace(PICTURE, kind="png", data=b"x")) == b"x"
    assert "Bild: Stapeln är hög." in words(FORMS["docx"].write(_printed()))


def test_links_and_places(document: Any) -> None:
    """A link leads out, or to a bookmark that is there."""
    links = list(document.element.body.iter(f"{W}hyperlink"))
    assert [each.get(f"{W}anchor") for each in links] == [None, "ett"]
    names = {each.get(f"{W}name") for each in document.element.body.iter(f"{W}bookmarkStart")}
    assert "ett" in names


def test_what_the_file_says_of_itself() -> None:
    """Title, author, language and days come from the case and never from the clock."""
    raw = FORMS["docx"].write(_printed(dokument={"datum": "2026-05-27"}))
    known = Document(BytesIO(raw)).core_properties
    assert (known.title, known.author, known.language) == ("Rubrik", "Förbundet", "sv-SE")
    assert str(known.created) == str(known.modified)
    assert str(known.created).startswith("2026-05-27")


def test_the_same_document_gives_the_same_bytes() -> None:
    """A whole application, twice."""
    made = [FORMS["docx"].write(render("ansokan", full("ansokan"), own=None)) for _ in range(2)]
    assert made[0] == made[1]


def test_every_fact_of_an_application_is_there() -> None:
    """What the Markdown says, the Word file says."""
    printed = render("ansokan", full("ansokan"), own=None)
    said = "".join(words(FORMS["docx"].write(printed)).split())
    for each in printed.tree.walk():
        if each.tag in {"h1", "h2", "h3", "dt", "th", "caption"}:
            assert "".join(each.text().split()) in said


def test_data_is_data() -> None:
    """Signs that mean something to Word or to the template come out as they were written."""
    body = f"<article><h1>Rubrik</h1><p>{_escaped(HOSTILE)}</p></article>"
    said = words(FORMS["docx"].write(_printed(body, insats={"dnr": HOSTILE, "namn": "DOKUMENT"})))
    assert said.count(HOSTILE) == 2


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)


def test_a_field_without_a_value_is_a_gap() -> None:
    """A gap is said, a list is not printed by mistake, a line break is Word's."""
    data: dict[str, Any] = {"insats": {"dnr": None, "namn": "ett\ntvå", "parter": []}}
    said = fill(data, "{{ insats.dnr }}", "{{ insats.namn }}", "DOKUMENT")
    assert "Uppgift saknas\netttvå" in said
    with pytest.raises(TemplateError, match="lista"):
        fill(data, "{{ insats.parter }}")
    with pytest.raises(TemplateError, match="range ger"):
        fill(data, "{% for x in range(99999) %}x{% endfor %}")


def test_a_personal_number_never_stands_in_a_letterhead() -> None:
    """What is hidden in the text is hidden in the fields too."""
    said = fill({"insats": {"namn": "19121212-1212"}}, "{{ insats.namn }}")
    assert "19121212-1212" not in said
    assert "[dolt personnummer]" in said


def test_the_forbunds_own_template(tmp_path: Path) -> None:
    """Its own text stays, its fields are filled, and its kind comes before the general one."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "handling.docx").write_bytes(template("Allmän {{ titel }}", "DOKUMENT"))
    printed = render("ansokan", full("ansokan") | {"dokumentnamn": "ansokan"}, own=folder)
    assert words(FORMS["docx"].write(printed)).startswith("Allmän Ansökan")
    own = template("Egen {{ insats.dnr }}", "DOKUMENT", "Slut", head="{{ forbund.namn }}")
    (folder / "ansokan.docx").write_bytes(own)
    said = words(FORMS["docx"].write(printed)).split("\n")
    assert said[0] == "Egen 2026-014"
    assert "Slut" in said
    assert "Samordningsförbundet Exempelbygden" in said


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (template("{{ insats.drn }}", "DOKUMENT"), "ansokan.docx:1: .*insats.drn finns inte"),
        (template("x"), "saknar DOKUMENT"),
        (b"nej", "inget helt Word-dokument"),
        (template("{{ range(99999) }}", "DOKUMENT"), "range ger"),
    ],
)
def test_a_faulty_template_is_refused(tmp_path: Path, raw: bytes, says: str) -> None:
    """Nothing is printed, and the sentence says which template and what."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "ansokan.docx").write_bytes(raw)
    printed = render("ansokan", full("ansokan") | {"dokumentnamn": "ansokan"}, own=folder)
    with pytest.raises(TemplateError, match=says):
        FORMS["docx"].write(printed)


ENOUGH = 6
"""Kinds of documents; all of them are printed in other forms by other tests."""


def test_documents_of_the_examples_print() -> None:
    """Documents of several kinds, and the general template for them, can be Word files."""
    from samverkan_cli.transition.printing import is_printed, print_record

    made = example_world("2026-002")
    seen: set[str] = set()
    for record in made.case.records.values():
        if (
            len(seen) < ENOUGH
            and record.model is not None
            and is_printed(record.typ)
            and record.typ.typ not in seen
        ):
            seen.add(record.typ.typ)
            printed = print_record(made.around, made.case, made.process, record)
            assert printed.title in words(FORMS["docx"].write(printed))
    assert len(seen) == ENOUGH
