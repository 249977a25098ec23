"""Pictures in a document: named by the template, given from outside, told in words."""

import pytest

from samverkan_cli.rendering import embedding, html, markdown, page, structure
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.report import Picture

DRAWN = Picture("gantt", "svg", b"<svg></svg>", 10, 10, "Allt hinns med", drawn=True)
LOGO = Picture("logotyp", "png", b"\x89PNG", 20, 10, "Logotyp")
BODY = (
    '<article><h1>A</h1><p><img src="bild:logotyp" alt="L &amp; &quot;M&quot;">F</p>'
    '<figure><img src="bild:gantt" alt="Allt hinns med">'
    "<figcaption>Tidplan</figcaption></figure></article>"
)


def tree(body: str = BODY) -> html.Element:
    """Parse and judge."""
    found = html.parse(body, "t")
    structure.judge(found)
    embedding.judge(found, {"gantt": DRAWN, "logotyp": LOGO})
    return found


def test_our_drawing_stands_in_the_page_and_any_other_image_is_only_shown() -> None:
    """An SVG of the förbund's own could hold a script: as an image it cannot run it."""
    written = page.write(tree(), "A", "", {"gantt": DRAWN, "logotyp": LOGO})
    assert "<figure>\n<svg></svg>\n<figcaption>Tidplan</figcaption>\n</figure>" in written
    assert 'src="data:image/png;base64,iVBORw=="' in written
    assert 'alt="L &amp; &quot;M&quot;" width="20" height="10"' in written


def test_markdown_says_what_the_picture_shows() -> None:
    """Markdown has no picture; it has the caption and the words."""
    assert "**Tidplan**\n\nBild: Allt hinns med" in markdown.write(tree())


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ("bild:gantt", "bild:karta", "Bilden ”karta” finns inte här"),
        ("bild:gantt", "https://example.se/x.png", "passar inte i src"),
        (' alt="Allt hinns med"', "", "<img> saknar alt"),
        ('alt="Allt hinns med"', 'alt=" "', "passar inte i alt"),
        ("<figcaption>Tidplan</figcaption>", "", "ska ha <img> och sedan <figcaption>"),
    ],
)
def test_what_is_refused(wrong: str, right: str, says: str) -> None:
    """A picture without words, or that nobody gave, is refused with what to do."""
    with pytest.raises(TemplateError, match=says):
        tree(BODY.replace(wrong, right))
