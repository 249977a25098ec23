"""A PDF is archived as it is, read by everyone, and the same wherever it is made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name

from samverkan_cli.errors import RefusedError
from samverkan_cli.rendering import form_pdf
from samverkan_cli.rendering.render import render
from samverkan_cli.report import Picture

from . import facts, pdfs
from .images import PNG, png

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASES = ("2006-001-gemensamt-vagledningsteam", "2012-001-indikatorprojektet", "2025-001")
DOCUMENTS = [(case, name) for case in CASES for name in ("ansokan", "slutrapport")]
SIGNS = (
    r"""#let x = 1; $a^2$ \ <b> & {{ x }} {% if %} *s* _u_ @ref `r` "q" 'a' [c] // k ~ -- \u{41}"""
)
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80"
height="40" fill="#14506e"/><text x="4" y="20" font-family="Noto Sans">Diagram</text></svg>"""


def example(case: str, name: str) -> bytes:
    """Make the PDF of a document among the examples, as `samverkan render` does."""
    from samverkan_cli import gate
    from samverkan_cli.cli.reads import reading
    from samverkan_cli.transition.printing import print_record

    desk = reading(str(EXAMPLES))
    found = desk.open(case)
    process = gate.process_of(found, desk.rulebook)
    record = found.record(name)
    assert record
    return form_pdf.write(print_record(desk.reading_context, found, process, record))


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, str], bytes]:
    """Make every PDF once."""
    return {each: example(*each) for each in DOCUMENTS}


@pytest.mark.parametrize("which", DOCUMENTS)
def test_it_is_accessible_and_archived(
    made: dict[tuple[str, str], bytes], which: tuple[str, str]
) -> None:
    """It says PDF/A-2a and PDF/UA-1, and has what both ask: tags, language, title, alt texts."""
    with pdfs.opened(made[which]) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert root.Lang == "sv"
        assert root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo.Title == next(iter(pdf.open_outline().root)).title
        assert str(pdf.docinfo.Author) == "Samordningsförbundet Exempelbygden"
        with pdf.open_metadata() as told:
            assert told["pdfaid:part"] == "2"
            assert told["pdfaid:conformance"] == "A"
            assert told["pdfuaid:part"] == "1"
        found = pdfs.tags(pdf)
        kinds = {str(each.S) for each in found}
        assert kinds >= {"/H1", "/H2", "/P", "/L", "/Lbl", "/LBody", "/Table", "/Caption", "/TH"}
        assert all(str(each.Alt).strip() for each in found if Name.Figure == each.S)
        assert [each.title for each in next(iter(pdf.open_outline().root)).children]
        fonts = [each for each in pdf.objects if isinstance(each, Dictionary)]
        fonts = [each for each in fonts if each.get("/Type") == Name.FontDescriptor]
        assert fonts
        assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)


def test_the_day_is_the_documents_own(made: dict[tuple[str, str], bytes]) -> None:
    """A PDF is dated as the document is, and one without a date is plainly undated."""
    with pdfs.opened(made[DOCUMENTS[0]]) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20060602")
    assert form_pdf.dated(pdfs.article("<p>Text</p>")) == form_pdf.UNDATED
    reported = pdfs.printed("<article><h1>A</h1></article>", rapport={"datum": "2026-05-01"})
    with pdfs.opened(form_pdf.write(reported)) as pdf:
        assert str(pdf.docinfo.ModDate).startswith("D:20260501")


def test_it_is_read_in_order(made: dict[tuple[str, str], bytes]) -> None:
    """The text comes as a person reads it: letterhead, title, term and value, page of pages."""
    pages = pdfs.pages(made[DOCUMENTS[0]])
    whole = " ".join(" ".join(pages).split())
    wanted = (
        "Samordningsförbundet Exempelbygden",
        "Ansökan om medel – Gemensamt vägledningsteam för unga",
        "Innehåller exempeldata:",
        "Diarienummer 2006-001",
        "Innehåll Idéfasen 1 1 Utgångspunkter 1 2 Mål",
        "Idéfasen 1 Utgångspunkter Sökande part Norrby kommun",
        "2 450 000 kr",
        "Finansiering per år och finansiär",
        "Underskrifter Underskrifter Part Namn",
        "regelbok 2026.1.",
    )
    places = [whole.find(each.replace("\u00a0", " ")) for each in wanted]
    assert -1 not in places, dict(zip(wanted, places, strict=True))
    assert places == sorted(places)
    assert [f"Sida {at} av {len(pages)}" in page for at, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)


def test_a_short_document_has_no_table_of_contents(made: dict[tuple[str, str], bytes]) -> None:
    """A table of contents stands where one must search, and nowhere else."""
    assert "TOC" in pdfs.names(made[DOCUMENTS[0]])
    assert "TOC" not in pdfs.names(made["2025-001", "ansokan"])


def test_empty_fields_are_told() -> None:
    """A document with nothing filled in prints, and every gap is told."""
    said = pdfs.text(render("ansokan", facts.minimal("ansokan"), own=None))
    assert said.count("Uppgift saknas") > 20


@pytest.mark.parametrize("field", ["problem", "ide"])
def test_signs_are_only_signs(field: str) -> None:
    """What would be code in Typst, HTML, Jinja or Markdown stands as it was written."""
    given = facts.full("idebeskrivning", **{field: SIGNS})
    given["insats"]["namn"] = SIGNS
    written = render("idebeskrivning", given, own=None)
    assert pdfs.text(written).count(SIGNS) == 3  # and above the second page
    with pdfs.opened(form_pdf.write(written)) as pdf:
        assert str(pdf.docinfo.Title) == f"Idébeskrivning – {SIGNS}"


def test_symbols_and_emoji_print() -> None:
    """The shipped fonts have the symbols of documents, and emoji with colour of skin and flags."""
    signs = "→ ● ○ – ” · ✓ ☐ ≥ ① ★ 😀 👍🏽 🇸🇪 ✅"
    assert signs in pdfs.text(pdfs.article(f"<p>{signs}</p>"))


def test_a_sign_without_a_font_is_told_with_its_place() -> None:
    """Never a PDF with a hole in it: the sign, its name, where it stands and what to do."""
    written = pdfs.printed("<article>\n<h1>A</h1><p>Hej 漢字</p></article>")
    with pytest.raises(RefusedError) as told:
        form_pdf.write(written)
    says = "prov.html.j2:1: Tecknet 漢 (U+6F22 CJK UNIFIED IDEOGRAPH-6F22) finns inte i typsnitten"
    assert says in str(told.value)
    assert "till exempel html. Det gäller också: 字" in told.value.hint


def test_twenty_pages() -> None:
    """A very long text runs over as many pages as it needs, and nothing of it is lost."""
    text = " ".join(f"ord{number}" for number in range(12_000))
    pdf = form_pdf.write(pdfs.article(f"<h2>Långt</h2><p>{text}</p>"))
    pages = pdfs.pages(pdf)
    assert len(pages) > 20
    lines = [line for page in pages for line in page.splitlines() if line.startswith("ord")]
    assert " ".join(" ".join(lines).split()) == text


def test_a_table_over_pages_repeats_its_head() -> None:
    """Every page of a long table has the names of its columns; a sum stands once."""
    rows = "".join(
        f'<tr><th scope="row">Rad {at}</th><td class="belopp">{at}\u00a0000\u00a0kr</td></tr>'
        for at in range(120)
    )
    head = '<thead><tr><th scope="col">Post</th><th scope="col" class="belopp">Kr</th></tr></thead>'
    foot = '<tfoot><tr><th scope="row">Summa</th><td class="belopp">9 kr</td></tr></tfoot>'
    body = f"<table><caption>Poster</caption>{head}<tbody>{rows}</tbody>{foot}</table>"
    pdf = form_pdf.write(pdfs.article(body))
    pages = pdfs.pages(pdf)
    assert len(pages) > 2
    assert all("Post Kr" in " ".join(page.split()) for page in pages)
    assert sum("Summa" in page for page in pages) == 1
    assert pdfs.names(pdf).count("THead") == 1  # one table, however many pages


def test_everything_of_the_restricted_html() -> None:
    """Each tag has its own kind in the structure; a link that leads nowhere is only text."""
    body = (
        '<section id="ett"><h2>Ett</h2><h3>Två</h3><h4>Tre</h4></section>'
        '<p class="ingress">I <strong>fet</strong> <em>kursiv</em><br><span class="saknas">s</span>'
        '<a href="https://example.se/x?a=1&amp;b=2">ut</a> <a href="#ett">hit</a> '
        '<a href="#intet">död</a> <abbr title="Försäkringskassan">FK</abbr> '
        '<time datetime="2026-01-02">2 januari 2026</time></p>'
        '<div class="notis"><p>N</p><table class="smal"><caption>C</caption><thead><tr>'
        '<th scope="col">A</th></tr></thead><tbody><tr class="summa"><td><p>a</p>'
        "<ul><li>b</li></ul></td></tr></tbody></table></div>"
        '<ol><li value="3">tre</li><li><p>fyra</p><ul><li>fem</li></ul></li></ol>'
        '<dl class="meta"><dt>Ord</dt><dd>Mening</dd></dl>'
        "<dl><dt>Ett mycket långt ord på flera rader i sin spalt</dt><dd><p>x</p><p>y</p></dd></dl>"
        '<figure><img src="bild:diagram" alt="Allt hinns med">'
        "<figcaption>Plan</figcaption></figure>"
    )
    head = '<p class="brevhuvud"><img src="bild:logotyp" alt="Märke"> Förbundet</p>'
    png = Picture("logotyp", "png", PNG, 2, 1, "Märke")
    svg = Picture("diagram", "svg", SVG, 80, 40, "Allt hinns med", drawn=True)
    written = pdfs.printed(f"<article><h1>R</h1>{body}{head}</article>", png, svg)
    pdf = form_pdf.write(written)
    with pdfs.opened(pdf) as found:
        kinds = [str(each.S)[1:] for each in pdfs.tags(found)]
        alts = [str(each.Alt) for each in pdfs.tags(found) if "/Alt" in each]
        links = [a.A.URI for page in found.pages for a in page.get("/Annots", []) if "/A" in a]
    assert {"H1", "H2", "H3", "H4", "Strong", "Em", "Link", "L", "Table", "Figure"} <= set(kinds)
    assert alts == ["Märke", "Allt hinns med"]  # the letterhead comes first, wherever it stood
    assert [str(each) for each in links] == ["https://example.se/x?a=1&b=2"]
    assert kinds.count("Link") == 2
    said = " ".join(" ".join(pdfs.pages(pdf)).split())
    assert "3. tre 4. fyra • fem Ord Mening" in said
    assert said.startswith("Förbundet R Ett")


def test_an_image_that_cannot_be_read_is_told() -> None:
    """A logotype whose inside is broken stops the PDF with what to do."""
    bad = Picture("logotyp", "png", png(data=b"trasigt"), 2, 1, "Märke")
    body = '<article><h1>R</h1><p><img src="bild:logotyp" alt="M">F</p></article>'
    with pytest.raises(RefusedError, match="går inte att läsa") as told:
        form_pdf.write(pdfs.printed(body, bad))
    assert "PNG" in told.value.hint


@pytest.mark.parametrize(
    "place", [{"LC_ALL": "C", "TZ": "Asia/Tokyo"}, {"LC_ALL": "C.UTF-8", "TZ": "America/Lima"}]
)
def test_the_same_bytes_in_every_process(
    made: dict[tuple[str, str], bytes], tmp_path: Path, place: dict[str, str]
) -> None:
    """Language, time zone, folder and home of the one who runs it change nothing."""
    target = tmp_path / "a.pdf"
    words = ["render", CASES[2], "ansokan", "-f", "pdf", "-o", str(target), "-C", str(EXAMPLES)]
    command = [sys.executable, "-m", "samverkan_cli", *words]
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **place}
    subprocess.run(command, check=True, cwd=tmp_path, env=env)
    assert target.read_bytes() == made[CASES[2], "ansokan"]


def test_a_personal_number_is_never_written() -> None:
    """What no form may show is not in the PDF either, not even in its metadata."""
    given = facts.full("idebeskrivning", problem="Hen heter 19121212-1212.")
    given["forbund"]["namn"] = "Åsa 19121212-1212"
    written = render("idebeskrivning", given, own=None)
    assert "1212-1212" not in pdfs.text(written)
    assert "1212-1212" not in form_pdf.author(written)
